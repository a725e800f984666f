/**
 * Which moments stepping stops at, and the jumps between them. An event without a visible change, or one that only adds
 * a detail to the event before it, is stepped over; the scrubber and a seek can still land on it.
 */
import { microtaskKindNames } from '../src/protocol/events.ts';
import type { EventType } from '../src/protocol/events.ts';
import { typeOf } from './log.ts';
import type { Timeline } from './timeline.ts';

type Stop = 'yes' | 'no' | 'unlessMicrotask' | 'unlessRepeated' | 'unlessAwait';

const stops: { readonly [T in EventType]: Stop } = {
  runStart: 'yes',
  statement: 'yes',
  call: 'yes',
  return: 'yes',
  suspend: 'yes',
  throw: 'yes',
  unwind: 'yes',
  catch: 'yes',
  console: 'yes',
  turnStart: 'yes',
  turnEnd: 'unlessMicrotask',
  enqueueMicrotask: 'yes',
  enqueueTask: 'yes',
  cancelTask: 'yes',
  apiStart: 'yes',
  apiDue: 'no',
  apiEnd: 'yes',
  promiseSettled: 'yes',
  promiseReaction: 'unlessAwait',
  phase: 'unlessRepeated',
  clock: 'yes',
  uncaughtError: 'yes',
  unhandledRejection: 'yes',
  race: 'yes',
  listenerCall: 'no',
  workerState: 'yes',
  directEval: 'yes',
  withEnter: 'no',
  deleteProperty: 'yes',
  argumentsObject: 'no',
  forIn: 'no',
  megamorphic: 'yes',
  tierUp: 'no',
  deoptimized: 'no',
  dictionaryMode: 'no',
  scavenge: 'yes',
  markCompact: 'yes',
  runEnd: 'yes',
};

export function isStop(timeline: Timeline, event: number): boolean {
  const { log } = timeline;
  switch (stops[typeOf(log, event)]) {
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'unlessMicrotask':
      return log.a[event] !== 2;
    case 'unlessAwait':
      // That the function pauses follows at once.
      return microtaskKindNames[log.b[event]!] !== 'await';
    case 'unlessRepeated':
      // The loop may run through several phases in which nothing is to be done: only the last of them is a moment.
      return event + 1 >= log.length || log.type[event + 1] !== log.type[event];
  }
}

/** The next moment after `event`, or the last event of the log. */
export function nextStop(timeline: Timeline, event: number): number {
  const last = timeline.log.length - 1;
  for (let next = event + 1; next <= last; next++) if (isStop(timeline, next)) return next;
  return last;
}

/** The moment before `event`, or the first event. */
export function previousStop(timeline: Timeline, event: number): number {
  for (let previous = event - 1; previous >= 0; previous--) if (isStop(timeline, previous)) return previous;
  return 0;
}

/** `event` itself where stepping stops there, else the moment before it: what a drag of the scrubber lands on. */
export function snapToStop(timeline: Timeline, event: number): number {
  return isStop(timeline, event) ? event : previousStop(timeline, event);
}

export function nextTurn(timeline: Timeline, event: number): number {
  const { start, length } = timeline.turns;
  for (let turn = turnAtOrBefore(timeline, event) + 1; turn < length; turn++)
    if (start[turn]! > event) return start[turn]!;
  return timeline.log.length - 1;
}

export function previousTurn(timeline: Timeline, event: number): number {
  const turn = turnAtOrBefore(timeline, event - 1);
  return turn < 0 ? 0 : timeline.turns.start[turn]!;
}

/** Where a newcomer begins: at the first statement, so that pressing "forward" explains the rest. */
export function firstMoment(timeline: Timeline): number {
  const { log } = timeline;
  const end = Math.min(log.length, 1000);
  for (let event = 0; event < end; event++) if (typeOf(log, event) === 'statement') return event;
  return 0;
}

function turnAtOrBefore(timeline: Timeline, event: number): number {
  const { start, length } = timeline.turns;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! <= event) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
