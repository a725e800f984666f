/**
 * Going on to where a condition holds. The moments of each condition are found once for the whole run and kept, so the stops
 * are the same forwards and backwards: the first after a moment, or the last before it.
 */
import type { LogChunk } from '../../protocol/log.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import type { Answer, Asked, Journey, Moment, Stop, StopConditions } from '../../protocol/questions.ts';
import { countBefore, lastEventAt, positionOf } from './hits.ts';
import type { RecordedRun } from '../recorded-run.ts';
import type { ConditionVisits } from './condition-visits.ts';
import { type AskedSource, StopConditionsOfRun } from './stop-conditions.ts';
import type { StopSource } from './stop-sources.ts';

export class Journeys {
  private readonly run: RecordedRun;
  private known: { readonly log: LogChunk; readonly conditions: StopConditionsOfRun } | undefined;

  constructor(run: RecordedRun) {
    this.run = run;
  }

  continue({ moment, direction, conditions }: Asked<'continue'>): Answer<'continue'> {
    const { log } = this.run;
    const isForward = direction === 'forward';
    const from = moment === undefined ? (isForward ? -Infinity : Infinity) : positionOf(log, moment);
    const journey = this.stopBetween(from, isForward ? Infinity : -Infinity, conditions);
    const stop = journey.stop ?? (isForward ? this.end() : this.start());
    return { ...journey, stop };
  }

  /**
   * The first place where a condition holds on the way from one position (hits.ts) to another, neither of them included;
   * backwards, if the other one is before. What logpoints say on the way is told forwards only.
   */
  stopBetween(
    from: number,
    to: number,
    conditions: StopConditions,
  ): Omit<Journey, 'stop'> & { readonly stop: Stop | undefined } {
    const known = this.conditionsOfRun();
    const { visits } = known;
    const prepared = known.prepare(conditions);
    const { sources, logpoints } = prepared;
    const isForward = from < to;
    const at = isForward ? firstStop(visits, sources, from, to) : lastStop(visits, sources, from, to);
    const stop = Number.isFinite(at) ? this.stopAt(at, sources) : undefined;
    const logs = isForward ? visits.say(logpoints, from, stop === undefined ? to : at) : [];
    return { stop, logs, problems: known.problemsOf(prepared) };
  }

  private conditionsOfRun(): StopConditionsOfRun {
    const { log } = this.run;
    if (this.known?.log !== log) this.known = { log, conditions: new StopConditionsOfRun(this.run) };
    return this.known.conditions;
  }

  private stopAt(position: number, sources: readonly AskedSource[]): Stop {
    const { log } = this.run;
    let moment: Moment | undefined;
    let reason: Stop['reason'] | undefined;
    let detail: string | undefined;
    let place: Stop['place'];
    const ids: number[] = [];
    for (const { id, source } of sources) {
      const { hits } = source;
      const index = countBefore(hits.positions, position, false);
      if (hits.positions[index] !== position || !source.isStop(index)) continue;
      reason ??= source.reason;
      if (id >= 0) ids.push(id);
      const event = hits.events?.[index] ?? -1;
      if (event >= 0) moment ??= { event };
      detail ??= hits.details?.[index];
      place ??= hits.places?.[index];
    }
    // What is past its place is shown where it happened.
    moment ??= { event: lastEventAt(log, place === undefined ? position : position - 1), step: position };
    return {
      moment,
      reason: reason!,
      ids,
      ...(detail === undefined ? {} : { detail }),
      ...(place === undefined ? {} : { place }),
    };
  }

  /** Where a run has nothing more. */
  end(): Stop {
    const { log, simulation } = this.run;
    return { moment: { event: log.type.length - 1, step: simulation.host.isolate.steps }, reason: 'end', ids: [] };
  }

  start(): Stop {
    const { log } = this.run;
    const event = log.type.indexOf(eventTypeIds.statement);
    return { moment: event < 0 ? { event: 0 } : { event, step: log.step[event]! }, reason: 'start', ids: [] };
  }
}

function firstStop(visits: ConditionVisits, sources: readonly AskedSource[], from: number, to: number): number {
  const first = (): number => Math.min(...sources.map(({ source }) => source.firstStopAfter(from)));
  const isEnough = (source: StopSource, index: number): boolean =>
    source.hits.positions[index]! > from && source.isStop(index);
  visits.decide(sources, from, Math.min(first(), to), isEnough);
  const found = first();
  return found < to ? found : Infinity;
}

function lastStop(visits: ConditionVisits, sources: readonly AskedSource[], from: number, to: number): number {
  const last = (): number => Math.max(...sources.map(({ source }) => source.lastStopBefore(from)));
  visits.decide(sources, Math.max(last(), to), from);
  const found = last();
  return found > to ? found : -Infinity;
}
