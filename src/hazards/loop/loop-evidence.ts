/**
 * What the log of a run says about the thread and the event loop: overflows of the stack, turns in which others waited,
 * microtasks that never let a task in, timers that nobody stops. Gathered by loop-collector.ts.
 */
import type { Waiting } from './loop-queues.ts';
import type { ListenerEvidence, TimerEvidence } from './timer-evidence.ts';

export interface LoopEvidence {
  readonly overflows: readonly OverflowEvidence[];
  readonly stretches: readonly StretchEvidence[];
  readonly starvations: readonly StarvationEvidence[];
  readonly timers: readonly TimerEvidence[];
  readonly listeners: readonly ListenerEvidence[];
  /** False: a limit ended the run. */
  readonly hasEnded: boolean;
  /** Of the last event that tells of it. */
  readonly lastUnhandledRejection: number;
}

/** A frame of the main file, or of another. */
export interface CodePlace {
  readonly name: string;
  /** Where its text ends; -1 outside the main file. */
  readonly functionEnd: number;
  /** Where it calls the next one; -1 if not in the main file. */
  readonly position: number;
}

export interface OverflowEvidence {
  /** The frames that repeat, from the outermost to the one that calls that again. */
  readonly cycle: readonly CodePlace[];
  readonly depth: number;
  readonly firstEvent: number;
  readonly count: number;
}

/** The longest turn that began in the same way and spent its time in the same function. */
export interface StretchEvidence {
  /** What the host ran: the script, a task's or a microtask's callback. */
  readonly turnName: string;
  /** Where the time went, as far as one call alone took most of it. */
  readonly functionEnd: number;
  readonly functionName: string;
  /** Bytecodes. */
  readonly steps: number;
  /** So many turns were as long. */
  readonly count: number;
  readonly firstEvent: number;
  readonly waiting: readonly Waiting[];
  /** A limit ended the run within it. */
  readonly isUnfinished: boolean;
}

export interface StarvationEvidence {
  /** Where the most of the microtasks were queued. */
  readonly position: number;
  readonly functionEnd: number;
  /** Microtasks that ran one behind the other. */
  readonly microtasks: number;
  /** How many of them each queued the next one. */
  readonly chain: number;
  readonly waiting: readonly Waiting[];
  readonly firstEvent: number;
  readonly isUnfinished: boolean;
}
