/**
 * Decides conditions, and makes the texts of logpoints: a replay passes over the moments in their order, and expressions
 * are evaluated in the frame on top. Where one did more than read, the rest of that replay is not what the run was: the next
 * moment gets a replay of its own.
 */
import { describeUnquoted, JSObject, type Value } from '../../engine/index.ts';
import type { Journey } from '../../protocol/questions.ts';
import { evaluateAside } from '../moment/expressions.ts';
import { boundaryOf, countBefore, lastEventAt } from './hits.ts';
import { textOf } from './logpoints.ts';
import type { RecordedRun } from '../recorded-run.ts';
import type { Simulation } from '../simulation.ts';
import type { AskedLogpoint, AskedSource } from './stop-conditions.ts';
import type { StopSource } from './stop-sources.ts';
import { valueInFull } from '../log/value-preview.ts';

/** One journey may evaluate for so long. */
const maxMilliseconds = 5000;

interface Candidate {
  readonly position: number;
  readonly source: StopSource;
  readonly index: number;
}

interface Saying extends Candidate {
  readonly logpoint: AskedLogpoint;
}

/** What a visit came to. `isPure`: the replay is still the run. */
interface Visited {
  readonly isPure: boolean;
  /** Later positions do not matter. */
  readonly isEnough?: boolean;
}

type Outcome =
  { readonly value: Value; readonly isPure: boolean } | { readonly problem: string; readonly isPure: boolean };

export class ConditionVisits {
  private readonly run: RecordedRun;

  constructor(run: RecordedRun) {
    this.run = run;
  }

  /**
   * Decides what has to be known of the hits from one position to another, both included, until `isEnough` says of one that
   * no later one matters.
   */
  decide(
    asked: readonly AskedSource[],
    from: number,
    to: number,
    isEnough: (source: StopSource, index: number) => boolean = () => false,
  ): void {
    const sources = [...new Set(asked.map(({ source }) => source))];
    const candidates = sources.flatMap((source) =>
      source.undecidedBetween(from, to).map((index) => ({ position: source.hits.positions[index]!, source, index })),
    );
    const isComplete = this.visitInOrder(candidates, (simulation, { source, index }) => {
      const { condition } = source;
      const outcome = evaluate(simulation, condition!);
      if ('problem' in outcome) source.problem ??= `The condition “${condition!}” does not count: ${outcome.problem}`;
      source.decide(index, 'value' in outcome && Boolean(outcome.value));
      return { isPure: outcome.isPure, isEnough: isEnough(source, index) };
    });
    if (isComplete) return;
    for (const source of sources)
      if (source.undecidedBetween(from, to).length > 0)
        source.problem ??= `The condition “${source.condition!}” was not tried at every hit: there are too many for ${maxMilliseconds / 1000} seconds.`;
  }

  /** What logpoints say at hits after one position and up to another. */
  say(logpoints: readonly AskedLogpoint[], from: number, to: number): Journey['logs'] {
    this.decide(logpoints, from, to);
    const sayings = inOrder(logpoints.flatMap((logpoint) => sayingsOf(logpoint, from, to)));
    const logs: Journey['logs'][number][] = [];
    const isComplete = this.visitInOrder(sayings, (simulation, { logpoint, position }) => {
      const { condition, source } = logpoint;
      let isPure = true;
      const text = textOf(condition.logMessage!, (expression) => {
        const outcome = evaluate(simulation, expression);
        isPure &&= outcome.isPure;
        if ('value' in outcome) return typeof outcome.value === 'string' ? outcome.value : valueInFull(outcome.value);
        source.problem ??= `The logpoint’s “${expression}” has no value: ${outcome.problem}`;
        return `<${outcome.problem}>`;
      });
      const moment = { event: lastEventAt(this.run.log, position), step: position };
      logs.push({ moment, text, place: condition.place });
      return { isPure };
    });
    if (!isComplete)
      for (const { source } of sayings.slice(logs.length))
        source.problem ??= `The logpoint did not print at every hit: there are too many for ${maxMilliseconds / 1000} seconds.`;
    return logs;
  }

  /** False: there was no time for all of them. What is at one position is visited together. */
  private visitInOrder<Visit extends Candidate>(
    unordered: readonly Visit[],
    visit: (simulation: Simulation, candidate: Visit) => Visited,
  ): boolean {
    const candidates = inOrder(unordered);
    const deadline = performance.now() + maxMilliseconds;
    let next = 0;
    let end = candidates.length;
    let isTimeUp = false;
    while (next < end && !isTimeUp) {
      const first = next;
      this.run.replayer.walk(boundaryOf(candidates[next]!.position), (simulation) => {
        const step = simulation.host.isolate.steps;
        while (next < end && boundaryOf(candidates[next]!.position) <= step) {
          // So few bytecodes lie between two visits that the replay itself does not come to it.
          this.run.replayer.breathe();
          const candidate = candidates[next++]!;
          const { isPure, isEnough = false } = visit(simulation, candidate);
          while (isEnough && end > next && candidates[end - 1]!.position > candidate.position) end--;
          isTimeUp = performance.now() > deadline;
          if (!isPure || isTimeUp) return undefined;
        }
        return next < end ? boundaryOf(candidates[next]!.position) : undefined;
      });
      // The run does not come to it: a limit ended it.
      if (next === first) break;
    }
    return next >= end;
  }
}

function inOrder<Visit extends Candidate>(visits: readonly Visit[]): Visit[] {
  return visits.toSorted((a, b) => a.position - b.position);
}

function sayingsOf(logpoint: AskedLogpoint, from: number, to: number): Saying[] {
  const { source } = logpoint;
  const { positions } = source.hits;
  const sayings: Saying[] = [];
  for (let index = countBefore(positions, from, true); index < countBefore(positions, to, true); index++)
    if (source.isStop(index)) sayings.push({ position: positions[index]!, source, index, logpoint });
  return sayings;
}

function evaluate({ host: { isolate } }: Simulation, expression: string): Outcome {
  const frames = isolate.frames().toReversed();
  const done = evaluateAside({ isolate, frames }, 0, expression);
  if (done.kind === 'problem') return { problem: done.message, isPure: false };
  const { kind, value, isPure } = done.result;
  if (kind === 'value') return { value, isPure };
  const thrown = value instanceof JSObject ? describeUnquoted(value) : `it threw ${valueInFull(value)}`;
  return { problem: thrown, isPure };
}
