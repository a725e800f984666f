/**
 * What the arrows of a moment connect, of a chain: the place that queued something (the frame, as long as it is on the
 * stack, else the link of the chain that tells of it) to the row of the queue in which it waits, and what had queued it to
 * the turn that runs it. And, on the track of the whole run, from when things were queued to when they ran.
 */
import type { Run } from '../run.ts';
import type { Spans } from '../spans.ts';
import { stackOf } from '../state.ts';
import type { State } from '../state.ts';
import type { Timeline } from '../timeline.ts';
import { queueOf, turnOfEntry } from './chain.ts';
import type { Cause, QueueName } from './chain.ts';

/** Of what kind the thing is that travels: it has that colour. */
export type Travels = 'task' | 'microtask';

/** From one anchor of the page to another: `data-anchor` says which row is which. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  readonly travels: Travels;
}

/** From one event to a later one. */
export interface Leap {
  readonly from: number;
  readonly to: number;
  readonly travels: Travels;
  /** A registration, which alone does not make anything run. */
  readonly isBeside: boolean;
}

export const frameAnchor = (frame: number): string => `frame ${frame}`;
export const linkAnchor = (link: number): string => `cause ${link}`;
export const entryAnchor = (queue: QueueName, index: number): string => `${queue} ${index}`;
export const turnAnchor = 'turn';

/** Whatever stands behind a link in a queue or runs: with what put it there. */
interface Passage {
  readonly link: number;
  readonly cause: Cause;
  readonly queue: QueueName;
  readonly index: number;
}

export function connectionsOf(run: Run, state: State, chain: readonly Cause[]): readonly Connection[] {
  const { timeline } = run;
  const stack = stackOf(timeline, state);
  const connections: Connection[] = [];
  for (const { link, cause, queue, index } of passagesOf(timeline, chain)) {
    const travels = travelsIn(queue);
    const from = stack.includes(cause.frame) && cause.frame >= 0 ? frameAnchor(cause.frame) : linkAnchor(link);
    if (isIn(timeline[queue], index, state.event)) connections.push({ from, to: entryAnchor(queue, index), travels });
    else if (state.turn >= 0 && state.turn === turnOfPassage(timeline, queue, index, state))
      connections.push({ from: linkAnchor(link), to: turnAnchor, travels });
  }
  return connections;
}

export function leapsOf(run: Run, chain: readonly Cause[]): readonly Leap[] {
  const { timeline } = run;
  const leaps: Leap[] = [];
  let ran = -1;
  for (const cause of chain) {
    switch (cause.kind) {
      case 'waits': {
        const turn = turnOfEntry(timeline, cause.queue, cause.index);
        if (turn >= 0) ran = timeline.turns.start[turn]!;
        if (cause.queue === 'parked' && ran >= 0)
          leaps.push({ from: cause.event, to: ran, travels: 'microtask', isBeside: false });
        break;
      }
      case 'ran':
        ran = cause.event;
        break;
      case 'queued':
        if (ran >= 0) leaps.push({ from: cause.event, to: ran, travels: travelsIn(cause.queue), isBeside: false });
        break;
      case 'asked':
        if (ran >= 0) leaps.push({ from: cause.event, to: ran, travels: 'task', isBeside: false });
        break;
      case 'settled':
        if (ran >= 0) leaps.push({ from: cause.event, to: ran, travels: 'microtask', isBeside: false });
        break;
      case 'registered':
        if (ran >= 0) leaps.push({ from: cause.event, to: ran, travels: 'microtask', isBeside: true });
        break;
    }
  }
  return leaps;
}

function passagesOf(timeline: Timeline, chain: readonly Cause[]): Passage[] {
  const passages: Passage[] = [];
  for (const [link, cause] of chain.entries()) {
    if (cause.kind === 'queued') passages.push({ link, cause, queue: cause.queue, index: cause.index });
    if (cause.kind === 'asked') {
      passages.push({ link, cause, queue: 'apis', index: cause.api });
      const task = taskOf(timeline, chain, link);
      if (task >= 0) passages.push({ link, cause, queue: 'tasks', index: task });
    }
    if (cause.kind === 'settled') {
      const microtask = microtaskOf(timeline, chain, link);
      if (microtask >= 0) passages.push({ link, cause, queue: 'microtasks', index: microtask });
    }
  }
  return passages;
}

/** The entry of the queue that the link before it is about: what ran, or what waits. */
function entryBefore(timeline: Timeline, chain: readonly Cause[], link: number, queue: QueueName): number {
  for (let before = link - 1; before >= 0; before--) {
    const cause = chain[before]!;
    if (cause.kind === 'waits') return cause.queue === queue ? cause.index : -1;
    if (cause.kind === 'ran') {
      const isIt = queueOf(timeline.turnStations[cause.turn]!) === queue;
      return isIt ? timeline.turnEntries[cause.turn]! : -1;
    }
  }
  return -1;
}

const taskOf = (timeline: Timeline, chain: readonly Cause[], link: number): number =>
  entryBefore(timeline, chain, link, 'tasks');
const microtaskOf = (timeline: Timeline, chain: readonly Cause[], link: number): number =>
  entryBefore(timeline, chain, link, 'microtasks');

/** The turn that runs now runs this entry; a request that repeats has several. */
function turnOfPassage(timeline: Timeline, queue: QueueName, index: number, state: State): number {
  if (queue === 'apis') return -1;
  return queueOf(timeline.turnStations[state.turn]!) === queue && timeline.turnEntries[state.turn] === index
    ? state.turn
    : -1;
}

function isIn(spans: Spans, index: number, event: number): boolean {
  return spans.start[index]! <= event && event < spans.end[index]!;
}

function travelsIn(queue: QueueName): Travels {
  return queue === 'apis' || queue === 'tasks' ? 'task' : 'microtask';
}
