/**
 * setTimeout and its family, and queueMicrotask. Node: lib/timers.js (handles are objects); HTML: WindowOrWorkerGlobalScope
 * (handles are numbers).
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  getProperty,
  type Isolate,
  JSObject,
  JSSymbol,
  lookupData,
  method,
  type Native,
  type PropertyKey,
  throwTypeError,
  toBoolean,
  toNumber,
  toPrimitive,
  type Value,
} from '../../engine/index.ts';
import { clampDelay, maximumDelay } from '../descriptions.ts';
import { emitWarning } from './process-globals.ts';
import type { Host, Immediate } from '../host.ts';
import { callbackName } from '../task-names.ts';
import { setHtmlTimer } from '../timers/html-timers.ts';
import { validateFunction } from '../node-errors.ts';
import { apiFunction } from './web-globals.ts';
import { requireModule } from '../modules.ts';
import { callbackArgument, toLong } from '../web-idl.ts';
import { sourceOffsetOf } from '../source-position.ts';
import {
  addImmediateFields,
  cleanImmediateObject,
  clearTimeoutObject,
  destroyImmediateObject,
  installShortInspection,
  linkToItself,
  newClassPrototype,
  newTimeoutObject,
  reviveTimeout,
  setField,
} from '../timers/timer-objects.ts';
import { Timer } from '../timers/timers.ts';

export function installTimers(host: Host): void {
  const { isolate, description } = host;
  const isNode = description.hasProcess;
  const prototype = isNode ? timeoutPrototype(host) : undefined;
  const start = (isInterval: boolean) => (_isolate: Isolate, _receiver: Value, args: Value[]) =>
    setTimer(host, prototype, isInterval, args);
  apiFunction(host, 'setTimeout', isNode ? 2 : 1, start(false));
  apiFunction(host, 'setInterval', isNode ? 2 : 1, start(true));
  const clear = (_isolate: Isolate, _receiver: Value, [handle]: Value[]): Value =>
    clearTimer(host, isNode ? timerOf(host, handle) : host.timersByHandle.get(toLong(isolate, handle)));
  apiFunction(host, 'clearTimeout', isNode ? 1 : 0, clear);
  apiFunction(host, 'clearInterval', isNode ? 1 : 0, clear);
  apiFunction(host, 'queueMicrotask', 1, (_isolate, _receiver, args) => {
    const handler = isNode
      ? validateFunction(isolate, args[0], 'callback')
      : callbackArgument(isolate, 'queueMicrotask', args);
    enqueueCallback(host, 'queueMicrotask', handler, []);
    return undefined;
  });
  if (!isNode) return;
  installImmediates(host);
  installPromisified(host, 'setTimeout');
  installPromisified(host, 'setImmediate');
}

/** Puts a callback into the microtask queue or into the nextTick queue. */
export function enqueueCallback(
  host: Host,
  source: 'queueMicrotask' | 'nextTick',
  callback: JSObject,
  args: readonly Value[],
): void {
  const { isolate } = host;
  const frame = isolate.currentFrame;
  const position = frame === undefined ? -1 : sourceOffsetOf(frame);
  const id = isolate.nextMicrotaskId++;
  const task = {
    kind: 'callback',
    id,
    source,
    callback,
    args,
    scriptId: frame?.shared.script.id ?? -1,
    position,
    asyncContext: isolate.asyncContext,
  } as const;
  if (source === 'queueMicrotask') return isolate.enqueueMicrotask(task);
  host.ticks.push({ kind: 'callback', task, asyncId: host.nextAsyncId++ });
  isolate.listener?.enqueueMicrotask(task);
}

function setTimer(host: Host, prototype: JSObject | undefined, isInterval: boolean, given: Value[]): Value {
  const { description } = host;
  if (!description.hasProcess) return setHtmlTimer(host, isInterval, given);
  const [callback, delay, ...args] = given;
  const handler = validateFunction(host.isolate, callback, 'callback');
  const asked = delay === undefined ? 0 : millisecondsOf(host, delay);
  // Node keeps the fraction in the object and cuts it off where it sorts the timer in.
  warnOfDuration(host, asked);
  const actual = clampDelay(description, asked, 1);
  const timer = new Timer(host.nextId++, host.nextAsyncId++, isInterval, handler, args, actual, 1);
  timer.asyncContext = host.isolate.asyncContext;
  if (prototype !== undefined) timer.object = newTimeoutObject(host, prototype, timer);
  host.timersById.set(timer.id, timer);
  host.listener?.apiStart(timer.id, isInterval ? 'interval' : 'timeout', callbackName(handler));
  arm(host, timer);
  return timer.object;
}

/** Web IDL converts to a number, Node multiplies by 1. */
function millisecondsOf({ isolate, description }: Host, delay: Value): number {
  const primitive = toPrimitive(isolate, delay, 'number');
  if (description.hasProcess && typeof primitive === 'bigint') throwTypeError(isolate, 'BigIntMixedTypes');
  return toNumber(isolate, primitive);
}

/** Each kind of odd duration is told once, except too long ones. */
function warnOfDuration(host: Host, duration: number): void {
  const kind = duration > maximumDelay ? 'Overflow' : duration < 0 ? 'Negative' : Number.isNaN(duration) ? 'NaN' : '';
  if (kind === '' || host.durationWarnings.has(kind)) return;
  if (kind !== 'Overflow') host.durationWarnings.add(kind);
  const words = {
    Overflow: 'does not fit into a 32-bit signed integer',
    Negative: 'is a negative number',
    NaN: 'is not a number',
  }[kind];
  emitWarning(host, `${duration} ${words}.\nTimeout duration was set to 1.`, `Timeout${kind}Warning`);
}

function arm(host: Host, timer: Timer): void {
  const now = host.now();
  host.timers.insert(timer, now);
  const delay = Math.trunc(timer.delay);
  host.listener?.apiDue(timer.id, Math.round(now + delay), delay);
}

function clearTimer(host: Host, timer: Timer | undefined): undefined {
  if (timer === undefined || timer.isCleared) return;
  timer.isCleared = true;
  clearTimeoutObject(timer);
  host.timers.remove(timer);
  if (timer.task !== undefined) host.cancelTask(timer.task);
  host.timersByHandle.delete(timer.asyncId);
  // A timer that has fired for the last time is over already.
  if (host.timersById.delete(timer.id)) host.listener?.apiEnd(timer.id, true);
}

/** The user does not wait until a timer is due. What is wrong, if anything is. */
export function advanceTimer(host: Host, id: number): string | undefined {
  const timer = host.timersById.get(id);
  if (timer === undefined || timer.isCleared) return 'the timer that was to be due at once does not wait any more';
  const now = host.now();
  host.timers.makeDue(timer, now);
  host.listener?.apiDue(id, Math.round(now), 0);
  return undefined;
}

function timerOf(host: Host, handle: Value): Timer | undefined {
  if (handle instanceof JSObject) {
    const data = handle.internal;
    return data?.kind === 'opaque' && data.value instanceof Timer ? data.value : undefined;
  }
  if (typeof handle !== 'number' && typeof handle !== 'string') return undefined;
  const timer = host.timersByAsyncId.get(String(handle));
  return timer !== undefined && host.timersById.has(timer.id) ? timer : undefined;
}

/** What Node assigns to a prototype: enumerable, without a name, and a constructor. */
function assignFunction({ isolate }: Host, prototype: JSObject, key: PropertyKey, native: Native): void {
  addOwn(prototype, key, isolate.realm.newNative('', 0, native as never, true), Attribute.all);
}

/** util.promisify gives the sibling of timers/promises, which is loaded when it is asked for. */
function installPromisified(host: Host, name: 'setTimeout' | 'setImmediate'): void {
  const { isolate } = host;
  const key = 'nodejs.util.promisify.custom';
  const symbol = isolate.symbolRegistry.get(key) ?? new JSSymbol(key);
  isolate.symbolRegistry.set(key, symbol);
  const get: Native = () => lookupData(requireModule(host, 'timers/promises'), name);
  const accessor = new AccessorPair(isolate.realm.newNative('get', 0, get as never), undefined);
  const target = lookupData(isolate.realm.globalObject, name) as JSObject;
  addOwn(target, symbol, accessor, Attribute.enumerable, true);
}

function prototypeOfNew(isolate: Isolate, newTarget: JSObject | undefined, fallback: JSObject): JSObject {
  const prototype = newTarget === undefined ? undefined : getProperty(isolate, newTarget, 'prototype');
  return prototype instanceof JSObject ? prototype : fallback;
}

function timeoutPrototype(host: Host): JSObject {
  const { isolate } = host;
  const make: Native = (_isolate, _receiver, [callback, after, args, isRepeat, isRefed], newTarget) => {
    const asked = after === undefined ? 1 : millisecondsOf(host, after);
    warnOfDuration(host, asked);
    const delay = clampDelay(host.description, asked, 1);
    const timer = new Timer(host.nextId++, host.nextAsyncId++, toBoolean(isRepeat), callback, [], delay, 1);
    timer.isRefed = toBoolean(isRefed);
    timer.object = newTimeoutObject(host, prototypeOfNew(isolate, newTarget, prototype), timer);
    linkToItself(timer.object, args, host.timerSymbols, isRefed);
    return timer.object;
  };
  const prototype = newClassPrototype(isolate, 'Timeout', 5, undefined, make);
  const self = (run: (timer: Timer) => Value) => (_isolate: Isolate, receiver: Value) => {
    const timer = timerOf(host, receiver);
    return timer === undefined ? undefined : run(timer);
  };
  method(
    isolate,
    prototype,
    'refresh',
    0,
    self((timer) => refresh(host, timer)),
  );
  method(
    isolate,
    prototype,
    'unref',
    0,
    self((timer) => setRefed(host, timer, false)),
  );
  method(
    isolate,
    prototype,
    'ref',
    0,
    self((timer) => setRefed(host, timer, true)),
  );
  method(
    isolate,
    prototype,
    'hasRef',
    0,
    self((timer) => lookupData(timer.object!, host.timerSymbols.refed)),
  );
  const clear = self((timer) => clearTimer(host, timer));
  const close: Native = (_isolate, receiver) => {
    clear(isolate, receiver);
    return receiver;
  };
  installShortInspection(isolate, prototype);
  assignFunction(host, prototype, 'close', close);
  assignFunction(host, prototype, isolate.symbols.dispose, clear);
  assignFunction(
    host,
    prototype,
    isolate.symbols.toPrimitive,
    self((timer) => {
      host.timersByAsyncId.set(String(timer.asyncId), timer);
      if (timer.object !== undefined) setField(timer.object, host.timerSymbols.hasPrimitive, true);
      return timer.asyncId;
    }),
  );
  return prototype;
}

/** The timer begins anew; one that has fired is set again. */
function refresh(host: Host, timer: Timer): Value {
  if (timer.isCleared) return timer.object;
  if (!host.timersById.has(timer.id)) {
    host.timersById.set(timer.id, timer);
    host.listener?.apiStart(timer.id, timer.isInterval ? 'interval' : 'timeout', callbackName(timer.callback));
  }
  host.timers.remove(timer);
  arm(host, timer);
  reviveTimeout(host, timer);
  // What `new` was given there becomes a boolean.
  return setRefed(host, timer, timer.isRefed);
}

function setRefed({ timers, timerSymbols }: Host, timer: Timer, isRefed: boolean): Value {
  timers.setRefed(timer, isRefed);
  if (timer.object !== undefined) setField(timer.object, timerSymbols.refed, isRefed);
  return timer.object;
}

function installImmediates(host: Host): void {
  const { isolate } = host;
  const make: Native = (_isolate, _receiver, [callback, list], newTarget) =>
    newImmediate(host, prototypeOfNew(isolate, newTarget, prototype), callback, list);
  const prototype = newClassPrototype(isolate, 'Immediate', 2, undefined, make);
  const self = (run: (immediate: Immediate) => Value) => (_isolate: Isolate, receiver: Value) => {
    const immediate = immediateOf(receiver);
    return immediate === undefined ? undefined : run(immediate);
  };
  const refer = (isRefed: boolean) =>
    self((immediate) => {
      if (!immediate.isDestroyed) {
        immediate.isRefed = isRefed;
        setField(immediate.object, host.timerSymbols.refed, isRefed);
      }
      return immediate.object;
    });
  method(isolate, prototype, 'ref', 0, refer(true));
  method(isolate, prototype, 'unref', 0, refer(false));
  method(
    isolate,
    prototype,
    'hasRef',
    0,
    self((immediate) => immediate.isRefed && !immediate.isDestroyed),
  );
  assignFunction(
    host,
    prototype,
    isolate.symbols.dispose,
    self((immediate) => clearImmediate(host, immediate)),
  );
  apiFunction(host, 'setImmediate', 1, (_isolate, _receiver, [callback, ...args]) =>
    setImmediate(host, prototype, callback, args),
  );
  apiFunction(host, 'clearImmediate', 1, (_isolate, _receiver, [handle]) => clearImmediate(host, immediateOf(handle)));
}

function setImmediate(host: Host, prototype: JSObject, callback: Value, args: readonly Value[]): Value {
  const handler = validateFunction(host.isolate, callback, 'callback');
  return newImmediate(host, prototype, handler, args.length === 0 ? undefined : host.isolate.realm.newArray([...args]));
}

function newImmediate(host: Host, prototype: JSObject, callback: Value, argv: Value): Value {
  const object = new JSObject(host.isolate.realm.root('object', prototype));
  const immediate: Immediate = {
    id: host.nextId++,
    asyncId: host.nextAsyncId++,
    object,
    callback,
    isRefed: true,
    isDestroyed: false,
    isTask: false,
    isInternal: false,
    asyncContext: host.isolate.asyncContext,
  };
  object.internal = { kind: 'opaque', value: immediate };
  addImmediateFields(host, immediate, argv);
  host.immediates.push(immediate);
  host.listener?.apiStart(immediate.id, 'immediate', callbackName(callback));
  return object;
}

function clearImmediate(host: Host, immediate: Immediate | undefined): Value {
  if (immediate === undefined || immediate.isDestroyed) return undefined;
  immediate.isDestroyed = true;
  destroyImmediateObject(host, immediate);
  cleanImmediateObject(immediate, true);
  // The check phase has taken it over already: it is a task by now.
  if (immediate.isTask) host.listener?.cancelTask(immediate.id);
  else host.listener?.apiEnd(immediate.id, true);
  // It is passed over where it stands; the last ones go, so that those who look for the last find it soon.
  while (host.immediates.at(-1)?.isDestroyed === true) host.immediates.pop();
  return undefined;
}

function immediateOf(handle: Value): Immediate | undefined {
  if (!(handle instanceof JSObject) || handle.internal?.kind !== 'opaque') return undefined;
  const { value } = handle.internal;
  return typeof value === 'object' && value !== null && 'isDestroyed' in value ? (value as Immediate) : undefined;
}
