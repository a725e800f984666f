/**
 * The state at an event: the run is run again up to there. The log says how many bytecodes come before the event, so the
 * way there is run without anybody listening, as fast as the engine can, and events are counted for the last bytecode only.
 */
import { type Isolate, RunStopped } from '../engine/index.ts';
import { EventCounter } from './event-counter.ts';
import { captureMoment, type CapturedMoment } from './inspection.ts';
import { Simulation } from './simulation.ts';

const silent = { write: () => undefined };

/** Replays of one recorded run. */
export class Replayer {
  private readonly recorded: Simulation;
  /** The same run, ready to begin: its realm and its syntax tree take time that can be taken beforehand. */
  private prepared: Simulation | undefined;

  constructor(recorded: Simulation) {
    this.recorded = recorded;
  }

  /** For when there is nothing else to do. */
  prepare(): void {
    this.prepared ??= new Simulation({ ...this.recorded.options, recording: 'replay', output: silent });
  }

  /** Undefined if the run has no such event. `listensFrom`: count events from that step on, instead of from the last. */
  momentAt(event: number, listensFrom = Infinity): CapturedMoment | undefined {
    const { recorder, log } = this.recorded;
    if (recorder === undefined || event < 0 || event >= log.length) return undefined;
    const step = Math.min(log.stepOf(event), listensFrom);
    this.prepare();
    const simulation = this.prepared!;
    this.prepared = undefined;
    const { isolate } = simulation.host;
    let moment: CapturedMoment | undefined;
    const seeker = new Seeker(isolate, step, event - log.firstAtStep(step) + 1, () => {
      moment = captureMoment(isolate, event, (frame) => recorder.functionIndex(frame.shared));
    });
    simulation.listenToHost(seeker);
    if (step - 1 <= isolate.steps) simulation.listenToEngine(seeker);
    else isolate.interpreter.watchStep(step - 1, () => simulation.listenToEngine(seeker));
    try {
      simulation.advance();
    } catch (thrown) {
      if (moment === undefined) throw thrown;
    }
    return moment;
  }
}

/** Stops the run at the n-th event from a step on. */
class Seeker extends EventCounter {
  private readonly isolate: Isolate;
  private readonly step: number;
  private left: number;
  private readonly reached: () => void;

  constructor(isolate: Isolate, step: number, left: number, reached: () => void) {
    super();
    this.isolate = isolate;
    this.step = step;
    this.left = left;
    this.reached = reached;
  }

  protected override count(): void {
    if (this.isolate.steps < this.step || --this.left > 0) return;
    this.reached();
    throw new RunStopped('moment');
  }
}
