/**
 * The state at an event: the run is run again up to there. The log says how many bytecodes come before the event, so the
 * way there is run without anybody listening, as fast as the engine can, and events are counted for the last bytecode only.
 *
 * A replay begins where one was prepared beforehand: before the first turn, with the realm and the syntax tree made, and
 * in a long run also between two turns further on. Checkpoints within a turn would have to copy the whole heap.
 */
import { type Frame, type Isolate, RunStopped, type Value } from '../engine/index.ts';
import { eventTypeIds } from '../protocol/events.ts';
import type { Moment } from '../protocol/questions.ts';
import { EventCounter } from './log/event-counter.ts';
import { captureMoment, type CapturedMoment, type StandingRun } from './moment/inspection.ts';
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
    let moment: CapturedMoment | undefined;
    const isolate = this.goTo({ step, event }, (standing) => {
      moment = this.capture(standing, event, { isBoundary: true, thrown: undefined });
      throw new RunStopped('moment');
    });
    if (moment !== undefined) return moment;
    const isAtEnd = isolate.steps === step;
    return isAtEnd ? this.capture(isolate, event, { isBoundary: false, thrown: undefined }) : undefined;
  }

  /** Undefined if the run has no such event. `listensFrom`: count events from that step on, instead of from the last. */
  momentAt(event: number, listensFrom?: number): CapturedMoment | undefined {
    const { recorder, log } = this.recorded;
    if (recorder === undefined || event < 0 || event >= log.length) return undefined;
    let moment: CapturedMoment | undefined;
    const reached = (isolate: Isolate, thrown: StandingRun['thrown']): never => {
      moment = this.capture(isolate, event, { isBoundary: false, thrown });
      throw new RunStopped('moment');
    };
    this.goTo({ event }, reached, listensFrom);
    return moment;
  }

  /**
   * Runs up to a moment, which must be one of the run, and tells who asks: that one may listen from there on, and stop the run
   * by throwing RunStopped, or else it goes on to its end.
   */
  goOnFrom(moment: Moment, reached: (isolate: Isolate) => void): void {
    this.goTo(moment, reached);
  }

  /** As `goOnFrom`. At the event of an exception, `reached` is given what is thrown. Returns the run as it was left. */
  private goTo(
    { step, event }: Moment,
    reached: (isolate: Isolate, thrown: StandingRun['thrown']) => void,
    listensFrom = Infinity,
  ): Isolate {
    const { log } = this.recorded;
    const from = step ?? Math.min(log.stepOf(event), listensFrom);
    const simulation = this.nearestBefore(step === undefined ? from : from + 1);
    const { isolate } = simulation.host;
    let isReached = false;
    const arrive = (thrown: StandingRun['thrown']): void => {
      isReached = true;
      simulation.listenToHost(undefined);
      simulation.listenToEngine(undefined);
      reached(isolate, thrown);
    };
    if (step === undefined) {
      const seeker = new Seeker(isolate, from, event - log.firstAtStep(from) + 1, arrive);
      simulation.listenToHost(seeker);
      if (from - 1 <= isolate.steps) simulation.listenToEngine(seeker);
      else isolate.interpreter.watchStep(from - 1, () => simulation.listenToEngine(seeker));
    } else {
      simulation.listenToHost(undefined);
      isolate.interpreter.watchStep(step, () => arrive(undefined));
    }
    this.advance(simulation, () => isReached);
    return isolate;
  }

  /**
   * One replay that passes over boundaries: at each, `visitor` is shown the run and says how many bytecodes are to have run at
   * the next one; undefined: it has seen enough. `prepare` is called before anything runs, with a run from its start.
   * Returns the run as it was left: at its end, if that came first.
   */
  walk(first: number, visitor: (simulation: Simulation) => number | undefined, prepare?: Prepare): Isolate {
    const simulation = this.nearestBefore(prepare === undefined ? first + 1 : 0);
    const { isolate } = simulation.host;
    let isDone = false;
    const reached = (): void => {
      const next = visitor(simulation);
      if (next !== undefined) return isolate.interpreter.watchStep(next, reached);
      isDone = true;
      throw new RunStopped('moment');
    };
    simulation.listenToHost(undefined);
    prepare?.(simulation);
    if (first < Infinity) isolate.interpreter.watchStep(first, reached);
    this.advance(simulation, () => isDone);
    return isolate;
  }

  private capture(
    isolate: Isolate,
    event: number,
    at: Pick<StandingRun, 'thrown'> & { readonly isBoundary: boolean },
  ): CapturedMoment {
    return captureMoment(isolate, event, at, (frame) => this.recorded.recorder!.functionIndex(frame.shared));
  }

  /** In the midst of something long beside the run: gives signs of life, and throws where something else is wanted. */
  breathe(): void {
    if (this.isTimeUp()) throw new ReplayInterrupted('the replay was interrupted');
  }

  /** To the run's end, or to where somebody stops it once `isWanted` says that this is so. */
  private advance(simulation: Simulation, isWanted: () => boolean): void {
    let isInterrupted = false;
    try {
      simulation.advance({ shouldPause: () => false, isTimeUp: () => (isInterrupted = this.isTimeUp()) });
    } catch (thrown) {
      if (!isWanted() || !(thrown instanceof RunStopped)) throw thrown;
      return;
    }
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
  private readonly reached: (thrown: StandingRun['thrown']) => void;
  /** What was thrown or caught last. */
  private thrown: StandingRun['thrown'];

  constructor(isolate: Isolate, step: number, left: number, reached: (thrown: StandingRun['thrown']) => void) {
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
    this.reached(this.thrown);
  }
}
