/**
 * Virtual time. While nothing runs, the clock jumps to the next timer; while code runs, time passes by a stated model, so
 * that a run takes the same time each time.
 *
 * Simplified: each bytecode takes 10 ns (or what the environment says), whatever it does, and builtins take no time. Reading the clock takes 1 µs, and
 * 0.1 ms from the 21st time in a turn on: code that reads it that often waits for it, and should not have to wait for
 * millions of bytecodes.
 */
const defaultStepNanoseconds = 10;
const nanosecondsPerRead = 1_000;
const nanosecondsPerWaitingRead = 100_000;
const readsUntilWaiting = 20;

/** A moment as the clock can show it. */
export function toMoment(milliseconds: number): number {
  return milliseconds === Infinity ? Infinity : Math.round(milliseconds * 1e6) / 1e6;
}

export class VirtualClock {
  private readonly steps: () => number;
  private readonly startTime: number;
  private readonly stepNanoseconds: number;
  /** Time that passed beside executed bytecodes. */
  private otherNanoseconds = 0;
  /** The number of the turn that runs, from 0. */
  turn = -1;
  private readsInTurn = 0;

  constructor(startTime: number, steps: () => number, stepNanoseconds = defaultStepNanoseconds) {
    this.startTime = startTime;
    this.steps = steps;
    this.stepNanoseconds = stepNanoseconds;
  }

  /** Since the start of the run. */
  get nanoseconds(): number {
    return this.otherNanoseconds + this.steps() * this.stepNanoseconds;
  }

  /** Since the start of the run, with a fraction: whole nanoseconds, so that a moment which was waited for has come. */
  get milliseconds(): number {
    return Math.floor(this.nanoseconds + 1e-3) / 1e6;
  }

  /** The program reads the clock: that takes time itself. Returns nanoseconds since the start. */
  read(): number {
    this.readsInTurn++;
    this.otherNanoseconds += this.readsInTurn > readsUntilWaiting ? nanosecondsPerWaitingRead : nanosecondsPerRead;
    return this.nanoseconds;
  }

  /** Date.now() of the program. */
  readEpochMilliseconds(): number {
    return Math.floor(this.startTime + this.read() / 1e6);
  }

  beginTurn(): void {
    this.turn++;
    this.readsInTurn = 0;
  }

  /** Something takes that long, whatever it is counted in. */
  pass(milliseconds: number): void {
    this.otherNanoseconds += Math.round(milliseconds * 1e6);
  }

  /** Idle until a moment; a moment that has passed changes nothing. */
  jumpTo(milliseconds: number): void {
    const missing = Math.round(milliseconds * 1e6) - this.nanoseconds;
    if (missing > 0) this.otherNanoseconds += missing;
  }
}
