/**
 * What a program sees of Node's timers and immediates: their fields, the lists that link them, and the states between which
 * they go. Node: Timeout, TimersList, Immediate and ImmediateList in lib/internal/timers.js, lib/internal/linkedlist.js.
 * The host keeps its own account (timers.ts, loop.ts): these fields follow it.
 * Simplified: what a program writes into them counts where a callback is called and a timer is set again, nowhere else; a list
 * does not tell its place in the heap.
 */
import {
  addOwn,
  Attribute,
  FunctionData,
  inspect,
  inspectOptionsFrom,
  type Isolate,
  JSObject,
  JSSymbol,
  listFromArrayLike,
  lookupData,
  lookupOwn,
  method,
  type Native,
  nativeMarks,
  plainArrayElements,
  property,
  PropertyLookup,
  throwTypeError,
  toBoolean,
  toNumber,
  type Value,
} from '../../engine/index.ts';
import type { Host, Immediate } from '../host.ts';
import { throwNodeError } from '../node-errors.ts';
import type { Timer, TimerLinks, TimerList } from './timers.ts';

/** Names that are no strings; one set per process. */
export class TimerSymbols {
  readonly refed = new JSSymbol('refed');
  readonly hasPrimitive = new JSSymbol('kHasPrimitive');
  readonly asyncId = new JSSymbol('asyncId');
  readonly triggerId = new JSSymbol('triggerId');
  readonly asyncContextFrame = new JSSymbol('kAsyncContextFrame');
}

/** Lists count up from there, so that the order of creation never runs out of numbers. */
const firstListId = Number.MIN_SAFE_INTEGER;

export class TimeoutLinks implements TimerLinks {
  private readonly host: Host;
  private listPrototype: JSObject | undefined = undefined;

  constructor(host: Host) {
    this.host = host;
  }

  append(list: TimerList, timer: Timer): void {
    const item = timer.object;
    if (item === undefined) return;
    const head = this.objectOf(list);
    unlink(item);
    const newest = lookupData(head, '_idleNext');
    setField(item, '_idleStart', timer.start);
    setField(item, '_idleNext', newest);
    setField(item, '_idlePrev', head);
    if (newest instanceof JSObject) setField(newest, '_idlePrev', item);
    setField(head, '_idleNext', item);
  }

  remove(timer: Timer): void {
    if (timer.object !== undefined) unlink(timer.object);
  }

  update(list: TimerList): void {
    if (list.object === undefined) return;
    setField(list.object, 'expiry', list.due);
    setField(list.object, 'id', firstListId + list.order);
  }

  private objectOf(list: TimerList): JSObject {
    if (list.object !== undefined) return list.object;
    const { isolate } = this.host;
    this.listPrototype ??= newListPrototype(isolate);
    const object = new JSObject(isolate.realm.root('object', this.listPrototype));
    list.object = object;
    addFields(object, [
      ['_idleNext', object],
      ['_idlePrev', object],
      ['expiry', list.due],
      ['id', firstListId + list.order],
      ['msecs', list.duration],
      ['priorityQueuePosition', 1],
    ]);
    return object;
  }
}

export function newTimeoutObject(host: Host, prototype: JSObject, timer: Timer): JSObject {
  const { isolate, timerSymbols } = host;
  const object = new JSObject(isolate.realm.root('object', prototype));
  object.internal = { kind: 'opaque', value: timer };
  addFields(object, [
    ['_idleTimeout', timer.delay],
    ['_idlePrev', null],
    ['_idleNext', null],
    ['_idleStart', null],
    ['_onTimeout', timer.callback],
    ['_timerArgs', timer.args.length === 0 ? undefined : isolate.realm.newArray([...timer.args])],
    ['_repeat', timer.isInterval ? timer.delay : null],
    ['_destroyed', false],
    [timerSymbols.refed, true],
    [timerSymbols.hasPrimitive, false],
    [timerSymbols.asyncId, timer.asyncId],
    [timerSymbols.triggerId, host.executionAsyncId],
    [timerSymbols.asyncContextFrame, undefined],
  ]);
  return object;
}

/** What `new` of the class gives: linked to itself until `refresh` puts it into a list. */
export function linkToItself(object: JSObject, args: Value, symbols: TimerSymbols, isRefed: Value): void {
  setField(object, '_idlePrev', object);
  setField(object, '_idleNext', object);
  setField(object, '_timerArgs', args);
  setField(object, symbols.refed, isRefed);
}

/** A timer that was over begins anew: it is another resource then. */
export function reviveTimeout(host: Host, timer: Timer): void {
  const { object } = timer;
  if (object === undefined || lookupData(object, '_destroyed') !== true) return;
  timer.asyncId = host.nextAsyncId++;
  setField(object, '_destroyed', false);
  setField(object, host.timerSymbols.asyncId, timer.asyncId);
  setField(object, host.timerSymbols.triggerId, host.executionAsyncId);
}

/** Node: unenroll. */
export function clearTimeoutObject(timer: Timer): void {
  const { object } = timer;
  if (object === undefined) return;
  const isOver = lookupData(object, '_destroyed') === true;
  const waits = lookupData(object, '_idleNext') !== null;
  setField(object, '_onTimeout', isOver || waits ? undefined : null);
  if (isOver || waits) setField(object, '_timerArgs', undefined);
  if (isOver) return;
  setField(object, '_destroyed', true);
  setField(object, '_idleTimeout', -1);
  unlink(object);
}

/** Node: listOnTimeout. */
export function argumentsOfTimeout(isolate: Isolate, object: JSObject): readonly Value[] {
  const list = lookupData(object, '_timerArgs');
  return list === undefined ? [] : listFromArrayLike(isolate, list);
}

/**
 * Its callback has run: it is an interval as long as its object says so. What cannot become a number throws there, as in Node
 * (insert in lib/internal/timers.js). Simplified: NaN, which upsets the order of Node's lists, counts as 1 ms.
 */
export function beginsAgain(isolate: Isolate, timer: Timer): boolean {
  const { object } = timer;
  if (object === undefined) return timer.isInterval && !timer.isCleared;
  const repeat = lookupData(object, '_repeat');
  timer.isInterval = toBoolean(repeat) && lookupData(object, '_idleTimeout') !== -1;
  if (!timer.isInterval) return false;
  setField(object, '_idleTimeout', repeat);
  timer.delay = Math.trunc(toNumber(isolate, repeat)) || 1;
  return true;
}

/** Its callback has run, and nothing has put it into a list again. */
export function endTimeoutObject(timer: Timer): void {
  const { object } = timer;
  if (object === undefined || lookupData(object, '_idleNext') !== null) return;
  if (lookupData(object, '_destroyed') === true || !toBoolean(timer.callback)) {
    setField(object, '_onTimeout', undefined);
    setField(object, '_timerArgs', undefined);
  }
  setField(object, '_destroyed', true);
}

export function addImmediateFields(host: Host, { object, callback, asyncId }: Immediate, argv: Value): void {
  const { timerSymbols } = host;
  const before = host.immediates.findLast((waiting) => !waiting.isDestroyed && !waiting.isInternal)?.object ?? null;
  addFields(object, [
    ['_idleNext', null],
    ['_idlePrev', before],
    ['_onImmediate', callback],
    ['_argv', argv],
    ['_destroyed', false],
    [timerSymbols.refed, true],
    [timerSymbols.asyncId, asyncId],
    [timerSymbols.triggerId, host.executionAsyncId],
    [timerSymbols.asyncContextFrame, undefined],
  ]);
  if (before !== null) setField(before, '_idleNext', object);
}

/** Node: processImmediate, which spreads them into the call. */
export function argumentsOfImmediate(isolate: Isolate, object: JSObject): readonly Value[] {
  const argv = lookupData(object, '_argv');
  if (!toBoolean(argv)) return [];
  const plain = plainArrayElements(isolate, argv);
  if (plain !== undefined) return [...plain];
  const { realm } = isolate;
  const callee = realm.newNative('', 0, (_isolate, _receiver, args) => realm.newArray([...args]));
  const call = [callee, undefined, realm.newArray([]), argv];
  return (isolate.callNested(isolate.internalFunction('CallWithSpread'), undefined, call) as JSObject).elements;
}

/** It runs from now on, or was cleared. */
export function destroyImmediateObject(host: Host, { object }: Immediate): void {
  setField(object, '_destroyed', true);
  setField(object, host.timerSymbols.refed, null);
}

export function cleanImmediateObject({ object }: Immediate, isCleared: boolean): void {
  setField(object, '_onImmediate', undefined);
  setField(object, '_argv', undefined);
  if (isCleared) unlink(object);
}

export function setField(object: JSObject, key: string | JSSymbol, value: Value): void {
  const found = new PropertyLookup();
  if (!lookupOwn(found, object, key) || found.isAccessor) return;
  if (found.field >= 0) object.properties[found.field] = value;
  else if (object.dictionary !== undefined) object.dictionary.get(key)!.value = value;
}

/** Node's objects of timers show only their own fields. */
export function installShortInspection(isolate: Isolate, prototype: JSObject): void {
  method(isolate, prototype, isolate.symbols.inspectCustom, 2, (current, receiver, [, options]) =>
    inspect(current, receiver, { ...inspectOptionsFrom(options), depth: 0, customInspect: false }),
  );
}

function newListPrototype(isolate: Isolate): JSObject {
  const prototype = newClassPrototype(isolate, 'TimersList', 2);
  installShortInspection(isolate, prototype);
  return prototype;
}

/** The prototype of one of Node's own classes, of which the program only gets instances unless `make` makes them. */
export function newClassPrototype(
  isolate: Isolate,
  name: string,
  length: number,
  parent?: JSObject,
  make?: Native,
): JSObject {
  const prototype = isolate.realm.plainPrototype(parent);
  const object = isolate.realm.newNative(
    name,
    length,
    (_isolate, receiver, args, newTarget) => {
      if (newTarget === undefined) return throwTypeError(isolate, 'ConstructorNonCallable', name);
      if (make !== undefined) return make(isolate, receiver, args, newTarget) as Value;
      return throwNodeError(isolate, 'TypeError', 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    },
    true,
  );
  if (object.internal instanceof FunctionData) object.internal.data = nativeMarks.apiClass;
  addOwn(object, 'prototype', prototype, Attribute.none);
  property(prototype, 'constructor', object);
  return prototype;
}

function addFields(object: JSObject, fields: readonly (readonly [key: string | JSSymbol, value: Value])[]): void {
  for (const [key, value] of fields) addOwn(object, key, value, Attribute.all);
}

function unlink(item: JSObject): void {
  const next = lookupData(item, '_idleNext');
  const previous = lookupData(item, '_idlePrev');
  if (next instanceof JSObject) setField(next, '_idlePrev', previous);
  if (previous instanceof JSObject) setField(previous, '_idleNext', next);
  setField(item, '_idleNext', null);
  setField(item, '_idlePrev', null);
}
