/**
 * setTimeout and its family, and queueMicrotask. Node: lib/timers.js (handles are objects); HTML: WindowOrWorkerGlobalScope
 * (handles are numbers).
 */
import {
  addOwn,
  Attribute,
  builtinAttributes,
  isCallable,
  type Isolate,
  JSObject,
  method,
  type Native,
  property,
  throwError,
  toNumber,
  type Value,
} from '../engine/index.ts';
import { clampDelay } from './descriptions.ts';
import { callbackName, type Host, type Immediate } from './host.ts';
import { validateFunction } from './node-errors.ts';
import { sourceOffsetOf } from './source-position.ts';
import { Timer } from './timers.ts';

export function installTimers(host: Host): void {
  const { isolate, description } = host;
  const isNode = description.hasProcess;
  const prototype = isNode ? timeoutPrototype(host) : undefined;
  const start = (isInterval: boolean) => (_isolate: Isolate, _receiver: Value, args: Value[]) =>
    setTimer(host, prototype, isInterval, args);
  apiFunction(host, 'setTimeout', isNode ? 2 : 1, start(false));
  apiFunction(host, 'setInterval', isNode ? 2 : 1, start(true));
  const clear = (_isolate: Isolate, _receiver: Value, [handle]: Value[]): Value =>
    clearTimer(host, timerOf(host, handle));
  apiFunction(host, 'clearTimeout', 1, clear);
  apiFunction(host, 'clearInterval', 1, clear);
  apiFunction(host, 'queueMicrotask', 1, (_isolate, _receiver, [callback]) => {
    enqueueCallback(host, 'queueMicrotask', validateFunction(isolate, callback, 'callback'), []);
    return undefined;
  });
  if (isNode) installImmediates(host);
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
  } as const;
  if (source === 'queueMicrotask') return isolate.enqueueMicrotask(task);
  host.ticks.push(task);
  isolate.listener?.enqueueMicrotask(task);
}

function setTimer(
  host: Host,
  prototype: JSObject | undefined,
  isInterval: boolean,
  [callback, delay, ...args]: Value[],
): Value {
  const { isolate, description } = host;
  if (!description.hasProcess && !isCallable(callback))
    throwError(isolate, 'Error', 'Underhood does not simulate timers with code in a string yet');
  const handler = validateFunction(isolate, callback, 'callback');
  const nesting = host.nesting + 1;
  const asked = delay === undefined ? 0 : toNumber(isolate, delay);
  // HTML takes whole ms; Node keeps the fraction in the object and cuts it off where it sorts the timer in.
  const actual = clampDelay(description, description.hasProcess ? asked : Math.trunc(asked), nesting);
  const timer = new Timer(host.nextId++, isInterval, handler, args, actual, nesting);
  if (prototype !== undefined) timer.object = timeoutObject(host, prototype, timer);
  host.timersById.set(timer.id, timer);
  host.listener?.apiStart(timer.id, isInterval ? 'interval' : 'timeout', callbackName(handler));
  arm(host, timer);
  return timer.object ?? timer.id;
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
  host.timers.remove(timer);
  // A timer that has fired for the last time is over already.
  if (host.timersById.delete(timer.id)) host.listener?.apiEnd(timer.id, true);
}

function timerOf(host: Host, handle: Value): Timer | undefined {
  if (handle instanceof JSObject) {
    const data = handle.internal;
    return data?.kind === 'opaque' && data.value instanceof Timer ? data.value : undefined;
  }
  return typeof handle === 'number' || typeof handle === 'string' ? host.timersById.get(Number(handle)) : undefined;
}

/** Simplified: the fields that Node shows of a Timeout, without its links to other timers. */
function timeoutObject(host: Host, prototype: JSObject, timer: Timer): JSObject {
  const object = new JSObject(host.isolate.realm.root('object', prototype));
  object.internal = { kind: 'opaque', value: timer };
  addOwn(object, '_idleTimeout', timer.delay, Attribute.all);
  addOwn(object, '_onTimeout', timer.callback, Attribute.all);
  addOwn(object, '_repeat', timer.isInterval ? timer.delay : null, Attribute.all);
  return object;
}

/** A function of the API. Node's are ordinary functions, which `new` may call. */
function apiFunction(host: Host, name: string, length: number, native: Native): void {
  const { isolate, description } = host;
  const { globalObject } = isolate.realm;
  if (!description.hasProcess) return void method(isolate, globalObject, name, length, native);
  const prototype = isolate.realm.newObject();
  const run: Native = (_isolate, receiver, args, newTarget) => {
    const result = native(isolate, receiver, args, newTarget);
    return newTarget === undefined || result instanceof JSObject
      ? result
      : isolate.realm.newObjectWithPrototype(prototype);
  };
  const object = isolate.realm.newNative(name, length, run as never, true);
  addOwn(object, 'prototype', prototype, Attribute.writable);
  addOwn(prototype, 'constructor', object, builtinAttributes);
  addOwn(globalObject, name, object, builtinAttributes);
}

function timeoutPrototype(host: Host): JSObject {
  const { isolate } = host;
  const prototype = isolate.realm.plainPrototype();
  const constructor = isolate.realm.newNative('Timeout', 5, () => undefined, true);
  property(prototype, 'constructor', constructor);
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
    self((timer) => setRefed(timer, false)),
  );
  method(
    isolate,
    prototype,
    'ref',
    0,
    self((timer) => setRefed(timer, true)),
  );
  method(
    isolate,
    prototype,
    'hasRef',
    0,
    self((timer) => timer.isRefed),
  );
  const close = self((timer) => {
    clearTimer(host, timer);
    return timer.object;
  });
  method(isolate, prototype, 'close', 0, close);
  method(isolate, prototype, isolate.symbols.dispose, 0, close);
  method(
    isolate,
    prototype,
    isolate.symbols.toPrimitive,
    0,
    self((timer) => timer.id),
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
  return timer.object;
}

function setRefed(timer: Timer, isRefed: boolean): Value {
  timer.isRefed = isRefed;
  return timer.object;
}

function installImmediates(host: Host): void {
  const { isolate } = host;
  const prototype = isolate.realm.plainPrototype();
  property(
    prototype,
    'constructor',
    isolate.realm.newNative('Immediate', 2, () => undefined, true),
  );
  const self = (run: (immediate: Immediate) => Value) => (_isolate: Isolate, receiver: Value) => {
    const immediate = immediateOf(receiver);
    return immediate === undefined ? undefined : run(immediate);
  };
  const refer = (isRefed: boolean) =>
    self((immediate) => {
      immediate.isRefed = isRefed;
      return immediate.object;
    });
  method(isolate, prototype, 'ref', 0, refer(true));
  method(isolate, prototype, 'unref', 0, refer(false));
  method(
    isolate,
    prototype,
    'hasRef',
    0,
    self((immediate) => immediate.isRefed),
  );
  apiFunction(host, 'setImmediate', 1, (_isolate, _receiver, [callback, ...args]) =>
    setImmediate(host, prototype, callback, args),
  );
  apiFunction(host, 'clearImmediate', 1, (_isolate, _receiver, [handle]) => clearImmediate(host, immediateOf(handle)));
}

function setImmediate(host: Host, prototype: JSObject, callback: Value, args: readonly Value[]): Value {
  const handler = validateFunction(host.isolate, callback, 'callback');
  const object = new JSObject(host.isolate.realm.root('object', prototype));
  const immediate: Immediate = {
    id: host.nextId++,
    object,
    callback: handler,
    args,
    isRefed: true,
    isDestroyed: false,
    isTask: false,
  };
  object.internal = { kind: 'opaque', value: immediate };
  addOwn(object, '_onImmediate', handler, Attribute.all);
  host.immediates.push(immediate);
  host.listener?.apiStart(immediate.id, 'immediate', callbackName(handler));
  return object;
}

function clearImmediate(host: Host, immediate: Immediate | undefined): Value {
  if (immediate === undefined || immediate.isDestroyed) return undefined;
  immediate.isDestroyed = true;
  // The check phase has taken it over already: it is a task by now.
  if (immediate.isTask) host.listener?.cancelTask(immediate.id);
  else host.listener?.apiEnd(immediate.id, true);
  host.immediates = host.immediates.filter((waiting) => waiting !== immediate);
  return undefined;
}

function immediateOf(handle: Value): Immediate | undefined {
  if (!(handle instanceof JSObject) || handle.internal?.kind !== 'opaque') return undefined;
  const { value } = handle.internal;
  return typeof value === 'object' && value !== null && 'isDestroyed' in value ? (value as Immediate) : undefined;
}
