/**
 * The turns of callbacks: what is done before, with and after each kind of them. The loop says when.
 * Node: processTimers and processImmediate in lib/internal/timers.js; HTML: run steps after a timeout, run the animation
 * frame callbacks, invoke idle callbacks.
 */
import { isCallable, lookupData, throwTypeError, toBoolean, type Value } from '../engine/index.ts';
import { clampDelay } from './descriptions.ts';
import type { FrameCallback, IdleCallback } from './frames.ts';
import type { Host, Immediate } from './host.ts';
import { callbackName } from './task-names.ts';
import { newIdleDeadline } from './timers/idle-deadline.ts';
import { taskPriorities, type TaskPriority } from './requests.ts';
import {
  argumentsOfImmediate,
  argumentsOfTimeout,
  beginsAgain,
  cleanImmediateObject,
  destroyImmediateObject,
  endTimeoutObject,
} from './timers/timer-objects.ts';
import type { Timer } from './timers/timers.ts';

/** What the loop gives a turn to. */
export interface CallbackTurn {
  readonly id: number;
  readonly callback: Value;
  readonly receiver: Value;
  /** A function: they are asked of a list that the program can reach, within the turn. */
  readonly args: readonly Value[] | (() => readonly Value[]);
  /** What `scheduler.yield` goes on with; normal where it is left out. */
  readonly priority?: TaskPriority;
  /** What Node calls, for its message about a callback that is no function. */
  readonly expression: string;
  /** Comes before anybody hears of an exception. */
  cleanUp?(): void;
}

/** Node: listOnTimeout. What the program wrote into the object counts. Undefined: there is nothing to call. */
export function turnOfTimer(host: Host, timer: Timer): CallbackTurn | undefined {
  const { id, object } = timer;
  if (object !== undefined) timer.callback = lookupData(object, '_onTimeout');
  const { callback } = timer;
  host.listener?.enqueueTask(id, 'timer', callbackName(callback));
  const start = host.now();
  if (!timer.isInterval || !toBoolean(callback)) endRequest(host, timer);
  if (!toBoolean(callback)) {
    endTimeoutObject(timer);
    return undefined;
  }
  host.beginCallback(timer);
  return {
    id,
    callback,
    receiver: object,
    args: object === undefined ? timer.args : () => argumentsOfTimeout(host.isolate, object),
    expression: 'timer._onTimeout',
    cleanUp: () => {
      if (!beginsAgain(host.isolate, timer)) {
        endRequest(host, timer);
        return endTimeoutObject(timer);
      }
      if (!host.timersById.has(id)) {
        host.timersById.set(id, timer);
        host.listener?.apiStart(id, 'interval', callbackName(callback));
      }
      // Node counts an interval from the moment before its callback.
      host.timers.insert(timer, start);
      host.listener?.apiDue(id, Math.round(start + timer.delay), timer.delay);
    },
  };
}

function endRequest({ timersById, listener }: Host, { id }: Timer): void {
  if (timersById.delete(id)) listener?.apiEnd(id, false);
}

/** Undefined: Node's own. */
export function turnOfImmediate(host: Host, immediate: Immediate): CallbackTurn | undefined {
  const { id, callback, object } = immediate;
  if (immediate.isInternal) return undefined;
  destroyImmediateObject(host, immediate);
  host.beginCallback(immediate);
  const args = (): readonly Value[] => argumentsOfImmediate(host.isolate, object);
  const cleanUp = (): void => cleanImmediateObject(immediate, false);
  return { id, callback, receiver: object, args, expression: 'immediate._onImmediate', cleanUp };
}

export function turnOfFrame(host: Host, { id, callback }: FrameCallback): CallbackTurn {
  const args = [Math.floor(host.frames.timestamp * 1e3) / 1e3];
  return { id, callback, receiver: undefined, args, expression: 'callback' };
}

export function turnOfIdleCallback(host: Host, { id, callback }: IdleCallback, didTimeout: boolean): CallbackTurn {
  const args = [newIdleDeadline(host, didTimeout)];
  // What it yields goes on behind everything else. Prioritized Task Scheduling: scheduling state of idle callbacks.
  const priority = taskPriorities.background;
  return { id, callback, receiver: undefined, args, expression: 'callback', priority };
}

/** HTML: a timer waits until it is due, or joins the task queue at once; then it is a task like any other. */
export function armHtmlTimer(host: Host, timer: Timer, start: number): void {
  if (timer.delay > 0) return host.timers.insert(timer, start);
  timer.due = start;
  queueTimer(host, timer);
}

/** Timers that are due join the task queue, by their due times. */
export function queueDueTimers(host: Host): void {
  host.timers.begin(host.now());
  for (let timer = host.timers.take(); timer !== undefined; timer = host.timers.take()) queueTimer(host, timer);
}

function queueTimer(host: Host, timer: Timer): void {
  const { id, callback } = timer;
  timer.task = host.queueTask('timer', callbackName(callback), () => runTimer(host, timer), { id, holds: timer });
}

function runTimer(host: Host, timer: Timer): void {
  timer.task = undefined;
  const { isInterval, callback, args } = timer;
  host.nesting = timer.nesting;
  if (isInterval) {
    // It goes on by its own clock, however late this call is. Blink: TimerBase::RunInternal.
    const now = host.now();
    timer.nesting++;
    timer.delay = clampDelay(host.description, timer.delay, timer.nesting);
    const wait = timer.delay === 0 ? 0 : timer.delay - ((now - timer.due) % timer.delay);
    armHtmlTimer(host, timer, now + wait - timer.delay);
    host.listener?.apiDue(timer.id, Math.round(now + wait), Math.round(wait));
  } else {
    host.timersById.delete(timer.id);
    host.timersByHandle.delete(timer.asyncId);
    host.listener?.apiEnd(timer.id, false);
  }
  if (isCallable(callback)) host.isolate.callNested(callback, host.isolate.realm.globalObject, args);
}

/** Calls what has a turn. */
export function runCallback({ isolate }: Host, { callback, receiver, args, expression, cleanUp }: CallbackTurn): void {
  try {
    const list = typeof args === 'function' ? args() : args;
    if (isCallable(callback)) isolate.callNested(callback, receiver, list);
    else throwTypeError(isolate, 'CalledNonCallable', expression);
  } finally {
    cleanUp?.();
  }
}
