/**
 * The event loops of the two runtimes as data: loop.ts interprets a description and knows neither by name.
 * Node: libuv's uv_run (docs: "The Node.js event loop"). Browser: HTML's event loop processing model.
 *
 * Simplified: nothing that Underhood simulates makes Node's idle and prepare callbacks, so that those phases are always empty;
 * a browser has one document and no other threads that compete with it.
 */
import type { RuntimeName } from '../protocol/run.ts';

/**
 * What a phase runs: all due timers; the immediates that wait when it begins; the tasks that wait when it begins, or nothing
 * until there is something to do; the callbacks of closed handles; what libuv has put off; nothing.
 * Of browsers: one task; the callbacks of a frame that is due; one idle callback; nothing until there is something to do.
 */
export type PhaseWork =
  | 'dueTimers'
  | 'immediates'
  | 'poll'
  | 'closing'
  | 'pending'
  | 'nothing'
  | 'oneTask'
  | 'frame'
  | 'oneIdleCallback'
  | 'wait';

export interface PhaseDescription {
  /** As the runtime's own documentation calls it. */
  readonly name: string;
  readonly work: PhaseWork;
  readonly doc: string;
}

export interface LoopDescription {
  readonly runtime: RuntimeName;
  readonly phases: readonly PhaseDescription[];
  /** Index of the phase with which the loop begins after the script. */
  readonly firstPhase: number;
  /** How timers that are due are ordered: by Node's lists of equal durations, or strictly by due time. */
  readonly timerOrder: 'durationLists' | 'dueTime';
  /** A shorter delay is as long as this, in ms. */
  readonly minimumDelay: number;
  /** From the timer of this number in a chain of timers that set each other on, the delay is at least `ms`. HTML: nesting level above 5. */
  readonly nestingClamp: { readonly level: number; readonly ms: number } | undefined;
  /** What an exception or rejection that nobody handles does. */
  readonly unhandled: 'endsRun' | 'isReported';
  /** The process emits beforeExit when the loop is empty, and exit at its end. */
  readonly hasProcess: boolean;
}

/** After each callback: first all of process.nextTick's queue where there is one, then all microtasks, until both are empty. */
export const loopDescriptions: Readonly<Record<RuntimeName, LoopDescription>> = {
  node: {
    runtime: 'node',
    phases: [
      { name: 'pending', work: 'pending', doc: 'runs what was put off, such as the end of a socket’s output' },
      { name: 'idle, prepare', work: 'nothing', doc: 'only used inside of Node' },
      {
        name: 'poll',
        work: 'poll',
        doc: 'runs what input and output are ready for; waits for more, at most until the next timer, and not at all while an immediate is queued',
      },
      { name: 'check', work: 'immediates', doc: 'runs the immediates that were queued before the phase began' },
      { name: 'closing', work: 'closing', doc: 'runs what waited for a handle to be closed' },
      // Since libuv 1.45 timers run only after poll, except for one time at the start.
      {
        name: 'timers',
        work: 'dueTimers',
        doc: 'runs the timers that are due, one list of equal durations after the other',
      },
    ],
    firstPhase: 5,
    timerOrder: 'durationLists',
    minimumDelay: 1,
    nestingClamp: undefined,
    unhandled: 'endsRun',
    hasProcess: true,
  },
  browser: {
    runtime: 'browser',
    phases: [
      {
        name: 'task',
        work: 'oneTask',
        doc: 'runs one task: the oldest of the highest priority; timers that are due have joined the queue behind the others',
      },
      { name: 'rendering', work: 'frame', doc: 'runs the callbacks that wait for a frame, if one is due' },
      { name: 'idle', work: 'oneIdleCallback', doc: 'nothing is queued: runs a callback that waits for that' },
      { name: 'wait', work: 'wait', doc: 'nothing is queued: waits for the next timer or frame' },
    ],
    firstPhase: 1,
    timerOrder: 'dueTime',
    minimumDelay: 0,
    nestingClamp: { level: 7, ms: 4 },
    unhandled: 'isReported',
    hasProcess: false,
  },
};

/** The delay that a timer really gets. `nesting` counts the timers that set each other up to this one. */
export function clampDelay(description: LoopDescription, delay: number, nesting: number): number {
  const { minimumDelay, nestingClamp } = description;
  const longest = delay >= 1 && delay <= maximumDelay ? delay : minimumDelay;
  return nestingClamp !== undefined && nesting >= nestingClamp.level ? Math.max(longest, nestingClamp.ms) : longest;
}

/** 2³¹ - 1 ms; what is longer fires at once in both runtimes. */
export const maximumDelay = 2147483647;
