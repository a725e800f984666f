/** What is known of the program's workers at a moment, and the words for it: their threads run beside the one that the page shows. */
import { type WorkerState, workerStateNames } from '../src/protocol/events.ts';
import { textAt } from './log.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';
import type { Timeline } from './timeline.ts';
import { count } from './words.ts';

export interface WorkerChange {
  readonly event: number;
  /** Of the worker's apiStart. */
  readonly id: number;
  readonly state: WorkerState;
  /** Messages that have been sent to it and have no task yet. */
  readonly waiting: number;
}

export function workerChangeOf({ log }: Pick<Timeline, 'log'>, event: number): WorkerChange {
  const state = workerStateNames[log.b[event]!] ?? 'idle';
  return { event, id: log.a[event]!, state, waiting: log.c[event]! };
}

/** The last change up to the moment; undefined: its thread is being made and nobody has sent anything. */
export function workerAt(timeline: Timeline, id: number, { event }: State): WorkerChange | undefined {
  const changes = timeline.workerChanges.get(id) ?? [];
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.event <= event) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}

const stateWords: Readonly<Record<WorkerState, string>> = {
  starting: 'starting',
  running: 'running a task',
  idle: 'idle',
};

export function workerText(change: WorkerChange | undefined): string {
  if (change === undefined) return stateWords.starting;
  const { state, waiting } = change;
  return waiting > 0 ? `${stateWords[state]}, ${count(waiting, 'message')} waiting` : stateWords[state];
}

/** What happens at a workerState; `last`: the state before it. */
export function workerSentence({ timeline }: Run, event: number, last: State): string {
  const change = workerChangeOf(timeline, event);
  const before = workerAt(timeline, change.id, last);
  const api = timeline.apiById.get(change.id);
  const name = api === undefined ? 'of this run' : `\`${textAt(timeline.log, timeline.apis.text[api]!)}\``;
  const waiting = change.waiting > 0 ? ` ${capitalCount(change.waiting)} for it.` : '';
  if (change.state === (before?.state ?? 'starting')) {
    const isSent = change.waiting > (before?.waiting ?? 0);
    const what = isSent ? `A message is on its way to the worker ${name}` : `The worker ${name} takes a message`;
    return `${what}.${waiting}`;
  }
  if (change.state === 'running') return `The worker ${name} runs a task on its own thread, beside this one.${waiting}`;
  return `The worker ${name} has nothing to do: its thread waits.${waiting}`;
}

function capitalCount(waiting: number): string {
  return `${count(waiting, 'message')} ${waiting === 1 ? 'waits' : 'wait'}`;
}
