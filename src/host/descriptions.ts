/**
 * The event loops of the two runtimes as data: loop.ts interprets a description and knows neither by name.
 * Node: libuv's uv_run (docs: "The Node.js event loop"). Browser: HTML's event loop processing model.
 *
 * Simplified: Node has no pending, idle and prepare callbacks here, because nothing that Underhood simulates makes them;
 * the browser does not draw.
 */
import type { RuntimeName } from '../protocol/run.ts';

/**
 * What a phase runs: all due timers; the immediates that wait when it begins; the tasks that wait when it begins, or nothing
 * until there is something to do; the oldest of tasks and due timers; nothing until then.
 */
export type PhaseWork = 'dueTimers' | 'immediates' | 'poll' | 'oneTask' | 'wait';

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
  /** From this level of timers set by timers on, the delay is at least `ms`. */
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
      {
        name: 'poll',
        work: 'poll',
        doc: 'runs what input and output are ready for; waits for more, at most until the next timer, and not at all while an immediate is queued',
      },
      { name: 'check', work: 'immediates', doc: 'runs the immediates that were queued before the phase began' },
      // Since libuv 1.45 timers run only after poll, except for one time at the start.
      {
        name: 'timers',
        work: 'dueTimers',
        doc: 'runs the timers that are due, one list of equal durations after the other',
      },
    ],
    firstPhase: 2,
    timerOrder: 'durationLists',
    minimumDelay: 1,
    nestingClamp: undefined,
    unhandled: 'endsRun',
    hasProcess: true,
  },
  browser: {
    runtime: 'browser',
    phases: [
      { name: 'task', work: 'oneTask', doc: 'runs the oldest task of the task queues' },
      { name: 'wait', work: 'wait', doc: 'nothing is queued: waits for the next timer' },
    ],
    firstPhase: 0,
    timerOrder: 'dueTime',
    minimumDelay: 0,
    nestingClamp: { level: 5, ms: 4 },
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
