/**
 * The state at an event: the run is run again up to there. The log says how many bytecodes come before the event, so the
 * way there is run without anybody listening, as fast as the engine can, and events are counted for the last bytecode only.
 *
 * A replay begins where one was prepared beforehand: before the first turn, with the realm and the syntax tree made, and
 * in a long run also between two turns further on. Checkpoints within a turn would have to copy the whole heap.
 */
import { type Frame, type Isolate, RunStopped, type Value } from '../engine/index.ts';
import { eventTypeIds } from '../protocol.ts';
import type { Moment } from '../questions.ts';
import { EventCounter } from './event-counter.ts';
import { captureMoment, type CapturedMoment } from './inspection.ts';
import { Simulation } from './simulation.ts';

/** A replay of so many bytecodes needs no start on its way. */
const shortReplay = 300_000;
const silent = { write: () => undefined };

/** What is to be done with a run before it begins: listening, for example. */
export type Prepare = (simulation: Simulation) => void;

/** What a replay throws when its time is up: it has found out nothing. */
export class ReplayInterrupted extends Error {}

/** Replays of one recorded run. */
export class Replayer {
  private readonly recorded: Simulation;
  /** Asked from time to time: a replay that is no longer wanted throws. */
  isTimeUp: () => boolean = () => false;
  /** Runs that stand between two turns, ready to go on, by the step at which they were to stop. */
  private readonly prepared = new Map<number, Simulation>();
  private underway: { readonly start: number; readonly simulation: Simulation } | undefined;
  private starts: readonly number[] | undefined;

  constructor(recorded: Simulation) {
    this.recorded = recorded;
  }

  /**
   * For when the run is over and nobody waits for anything: makes ready what replays may begin from. Goes on until
   * `shouldPause`; true: there is nothing more to prepare.
   */
  prepare(shouldPause: () => boolean = () => false): boolean {
    this.starts ??= this.startsOfReplays();
    for (const start of this.starts) {
      if (this.prepared.has(start)) continue;
      if (this.underway?.start !== start) this.underway = { start, simulation: this.newSimulation() };
      const { simulation } = this.underway;
      const { isolate } = simulation.host;
      while (isolate.steps < start) {
        const state = simulation.advance({ shouldPause: () => true, isTimeUp: this.isTimeUp });
        if (state !== 'paused') break;
        if (shouldPause()) return false;
      }
      if (isolate.steps < start) {
        // Something else is wanted: this one does not get there.
        this.underway = undefined;
        return true;
      }
      this.prepared.set(start, simulation);
      this.underway = undefined;
      if (shouldPause()) return false;
    }
    return true;
  }

  /** Gives up what was prepared, for the memory that it takes. */
  forgetPrepared(): void {
    this.prepared.clear();
    this.underway = undefined;
  }

  /** The run as it stands before it executes the bytecode after `step`; undefined if it does not come to that. */
  boundaryAt(step: number, event: number): CapturedMoment | undefined {
    const simulation = this.nearestBefore(step + 1);
    const { isolate } = simulation.host;
    let moment: CapturedMoment | undefined;
    const reached = (): never => {
      moment = this.capture(isolate, event, true);
      throw new RunStopped('moment');
    };
    simulation.listenToHost(undefined);
    isolate.interpreter.watchStep(step, reached);
    try {
      this.advance(simulation);
    } catch (thrown) {
      if (moment === undefined) throw thrown;
    }
    return moment ?? (isolate.steps === step ? this.capture(isolate, event, false) : undefined);
  }

  /** Undefined if the run has no such event. `listensFrom`: count events from that step on, instead of from the last. */
  momentAt(event: number, listensFrom = Infinity): CapturedMoment | undefined {
    const { recorder, log } = this.recorded;
    if (recorder === undefined || event < 0 || event >= log.length) return undefined;
    const step = Math.min(log.stepOf(event), listensFrom);
    const simulation = this.nearestBefore(step);
    const { isolate } = simulation.host;
    let moment: CapturedMoment | undefined;
    const seeker = new Seeker(isolate, step, event - log.firstAtStep(step) + 1, () => {
      moment = this.capture(isolate, event, false, seeker.thrown);
      throw new RunStopped('moment');
    });
    simulation.listenToHost(seeker);
    if (step - 1 <= isolate.steps) simulation.listenToEngine(seeker);
    else isolate.interpreter.watchStep(step - 1, () => simulation.listenToEngine(seeker));
    try {
      this.advance(simulation);
    } catch (thrown) {
      if (moment === undefined) throw thrown;
    }
    return moment;
  }

  /**
   * Runs up to a moment, which must be one of the run, and tells who asks: that one may listen from there on, and stop the run
   * by throwing RunStopped, or else it goes on to its end.
   */
  goOnFrom({ step, event }: Moment, reached: (isolate: Isolate) => void): void {
    const { log } = this.recorded;
    const from = step ?? log.stepOf(event);
    const simulation = this.nearestBefore(step === undefined ? from : from + 1);
    const { isolate } = simulation.host;
    let isReached = false;
    const arrive = (): void => {
      isReached = true;
      simulation.listenToHost(undefined);
      simulation.listenToEngine(undefined);
      reached(isolate);
    };
    if (step === undefined) {
      const seeker = new Seeker(isolate, from, event - log.firstAtStep(from) + 1, arrive);
      simulation.listenToHost(seeker);
      if (from - 1 <= isolate.steps) simulation.listenToEngine(seeker);
      else isolate.interpreter.watchStep(from - 1, () => simulation.listenToEngine(seeker));
    } else {
      simulation.listenToHost(undefined);
      isolate.interpreter.watchStep(step, arrive);
    }
    try {
      this.advance(simulation);
    } catch (thrown) {
      if (!isReached || !(thrown instanceof RunStopped)) throw thrown;
    }
  }

  /** One replay that stops at boundaries, given in ascending order and perhaps several times, on its way. */
  visit(steps: readonly number[], visitor: (isolate: Isolate, index: number) => void): void {
    if (steps.length === 0) return;
    const simulation = this.nearestBefore(steps[0]! + 1);
    const { isolate } = simulation.host;
    let next = 0;
    const reached = (): void => {
      while (next < steps.length && steps[next]! <= isolate.steps) visitor(isolate, next++);
      if (next === steps.length) throw new RunStopped('moment');
      isolate.interpreter.watchStep(steps[next]!, reached);
    };
    simulation.listenToHost(undefined);
    isolate.interpreter.watchStep(steps[0]!, reached);
    try {
      this.advance(simulation);
    } catch (thrown) {
      if (!(thrown instanceof RunStopped)) throw thrown;
    }
    while (next < steps.length && steps[next]! <= isolate.steps) visitor(isolate, next++);
  }

  /**
   * As `visit`, where each boundary tells which is the next: at each, `visitor` is shown the run and says how many bytecodes are to have run at
   * the next one; undefined: it has seen enough. `prepare` is called before anything runs, with a run from its start.
   */
  walk(first: number, visitor: (simulation: Simulation) => number | undefined, prepare?: Prepare): void {
    const simulation = this.nearestBefore(prepare === undefined ? first + 1 : 0);
    const { interpreter } = simulation.host.isolate;
    let isDone = false;
    const reached = (): void => {
      const next = visitor(simulation);
      if (next !== undefined) return interpreter.watchStep(next, reached);
      isDone = true;
      throw new RunStopped('moment');
    };
    simulation.listenToHost(undefined);
    prepare?.(simulation);
    if (first < Infinity) interpreter.watchStep(first, reached);
    try {
      this.advance(simulation);
    } catch (thrown) {
      if (!isDone) throw thrown;
    }
  }

  private capture(
    isolate: Isolate,
    event: number,
    isBoundary: boolean,
    thrown?: { readonly value: Value },
  ): CapturedMoment {
    const functionIndexOf = (frame: Frame): number => this.recorded.recorder!.functionIndex(frame.shared);
    return captureMoment(isolate, event, { isBoundary, thrown }, functionIndexOf);
  }

  private advance(simulation: Simulation): void {
    let isInterrupted = false;
    simulation.advance({ shouldPause: () => false, isTimeUp: () => (isInterrupted = this.isTimeUp()) });
    if (isInterrupted) throw new ReplayInterrupted('the replay was interrupted');
  }

  /** A simulation that has not come to the step, as far on as there is one; it is used up. */
  private nearestBefore(step: number): Simulation {
    let best = -1;
    for (const [start, { host }] of this.prepared) {
      // Events of the same step may be over where it stands; before the first turn nothing is.
      if (start > best && (start === 0 || host.isolate.steps < step)) best = start;
    }
    const simulation = this.prepared.get(best) ?? this.newSimulation();
    this.prepared.delete(best);
    return simulation;
  }

  private newSimulation(): Simulation {
    return new Simulation({ ...this.recorded.options, recording: 'replay', output: silent });
  }

  /** The beginning, and in a long run the first turns after each third of it. */
  private startsOfReplays(): number[] {
    const { log } = this.recorded;
    const starts = [0];
    const steps = log.length === 0 ? 0 : log.stepOf(log.length - 1);
    if (steps < shortReplay) return starts;
    for (const part of [1 / 3, 2 / 3]) {
      const turn = log.findType(eventTypeIds.turnStart, log.firstAtStep(steps * part));
      const step = turn < 0 ? 0 : log.stepOf(turn);
      if (step > starts.at(-1)!) starts.push(step);
    }
    return starts;
  }
}

/** Tells of the n-th event from a step on. */
class Seeker extends EventCounter {
  private readonly isolate: Isolate;
  private readonly step: number;
  private left: number;
  private readonly reached: () => void;
  /** What was thrown or caught last. */
  thrown: { readonly value: Value } | undefined;

  constructor(isolate: Isolate, step: number, left: number, reached: () => void) {
    super();
    this.isolate = isolate;
    this.step = step;
    this.left = left;
    this.reached = reached;
  }

  override throw(value: Value): void {
    this.thrown = { value };
    super.throw(value);
  }

  override catch(frame: Frame, value: Value): void {
    this.thrown = { value };
    super.catch(frame, value);
  }

  protected override count(): void {
    if (this.isolate.steps < this.step || --this.left !== 0) return;
    this.reached();
  }
}
