/**
 * Inline caches of named properties at work: a hit does what its handler says, a miss finds out what to do from now on.
 * What these return is the accumulator's new value, or `framePushed`. V8: src/ic/ic.cc, accessor-assembler.cc.
 */
import { type FeedbackVector } from '../ic/feedback-vector.ts';
import type { IcType } from '../ic/ic-state.ts';
import { InlineCache } from '../ic/inline-cache.ts';
import {
  computeDefineHandler,
  computeLoadHandler,
  computeStoreHandler,
  FieldHandler,
  HolderHandler,
  isEquivalent,
  type LoadHandler,
  LongStore,
  otherHandler,
  polymorphicHandler,
  rememberMegamorphic,
  type StoreHandler,
  TransitionHandler,
} from '../ic/property-ic.ts';
import type { HiddenClass, NamedKey } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { makePrototypesFast, migrateInstance } from '../objects/migration.ts';
import { Attribute, detailsAttributes, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { icTold } from './feedback-changes.ts';
import type { Isolate } from './isolate.ts';
import { loadPrivateName, storePrivateName } from './private-names.ts';
import { throwNullishLoad } from './nullish-load.ts';
import { hasProperty, prototypeOfPrimitive } from './property-access.ts';
import { loadSlow, storeSlow } from './property-operations.ts';
import { carryOut } from './store-handlers.ts';

/** LoadIC: receiver.key. */
export function loadNamed(
  isolate: Isolate,
  receiver: Value,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
): Value {
  const { slots } = vector;
  const hiddenClass = classOf(isolate, receiver);
  const feedback = slots[slot];
  const handler = feedback === hiddenClass ? slots[slot + 1] : otherHandler(feedback, hiddenClass, slots, slot);
  if (isLoadHit(isolate, handler, receiver, key)) return loadByHandler(isolate, receiver, key, handler);
  const next = loadMissed(isolate, 'LoadIC', receiver, hiddenClass, key, vector, slot, handler as LoadHandler);
  return loadByHandler(isolate, receiver, key, next);
}

/** super.key: looked up from `start` on. V8: LoadSuperIC. */
export function loadSuperNamed(
  isolate: Isolate,
  receiver: Value,
  start: JSObject,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
): Value {
  const { slots } = vector;
  const { hiddenClass } = start;
  const feedback = slots[slot];
  const handler = feedback === hiddenClass ? slots[slot + 1] : otherHandler(feedback, hiddenClass, slots, slot);
  if (!isLoadHit(isolate, handler, start, key))
    loadMissed(isolate, 'LoadIC', start, hiddenClass, key, vector, slot, handler as LoadHandler);
  return loadSlow(isolate, start, key, receiver);
}

/** KeyedLoadIC and KeyedHasIC with a key that is a name. */
export function loadByName(
  isolate: Isolate,
  receiver: Value,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
): Value {
  const isPrivate = key instanceof JSSymbol && key.isPrivate && receiver !== undefined && receiver !== null;
  if (!isPrivate || hasOwn(receiver, key)) noteLoadByName(isolate, receiver, key, vector, slot);
  if (isPrivate) return loadPrivateName(isolate, receiver, key);
  return loadFrom(isolate, receiver, key);
}

function hasOwn(receiver: Value, key: NamedKey): boolean {
  return receiver instanceof JSObject && lookupNamed(new PropertyLookup(), receiver, key);
}

export function noteLoadByName(
  isolate: Isolate,
  receiver: Value,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
): void {
  const { slots } = vector;
  const state = vector.icState(slot);
  if (state === 'MEGAMORPHIC') return;
  const hiddenClass = classOf(isolate, receiver);
  const handler = slots[slot] === key ? polymorphicHandler(slots[slot + 1], hiddenClass) : undefined;
  if (isLoadHit(isolate, handler, receiver, key)) return;
  loadMissed(isolate, 'KeyedLoadIC', receiver, hiddenClass, key, vector, slot, handler as LoadHandler);
}

export function classOf(isolate: Isolate, value: Value): HiddenClass {
  return value instanceof JSObject ? value.hiddenClass : isolate.primitives.of(value);
}

function isLoadHit(isolate: Isolate, handler: unknown, receiver: Value, key: NamedKey): boolean {
  if (typeof handler === 'number') return true;
  if (!(handler instanceof HolderHandler)) return false;
  if (handler.kind === 'slow') {
    if (handler.reason === 'dictionary') return (receiver as JSObject).dictionary!.has(key);
    return !isOfChain(handler) || handler.epoch === isolate.heap.prototypeEpoch;
  }
  if (handler.epoch !== isolate.heap.prototypeEpoch) return false;
  return !handler.passesDictionary || (receiver as JSObject).dictionary?.has(key) !== true;
}

/** Whether prototypes have a say in what a handler of lookups is. */
function isOfChain({ reason }: HolderHandler): boolean {
  return (
    reason === 'dictionary of a prototype' || reason === 'native of a prototype' || reason === 'proxy in the chain'
  );
}

function loadByHandler(isolate: Isolate, receiver: Value, key: NamedKey, handler: unknown): Value {
  if (typeof handler === 'number') return (receiver as JSObject).properties[handler] as Value;
  const { kind, holder, field, getter } = handler as HolderHandler;
  if (kind === 'field') return holder!.properties[field] as Value;
  if (kind === 'getter') return isolate.interpreter.enterGetter(getter!, receiver);
  if (kind === 'absent') return undefined;
  // What is asked for most often of all that is no field.
  if (key === 'length' && receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'array')
    return receiver.length;
  return loadFrom(isolate, receiver, key);
}

function loadFrom(isolate: Isolate, receiver: Value, key: NamedKey): Value {
  if (receiver instanceof JSObject) return loadSlow(isolate, receiver, key, receiver);
  if (typeof receiver === 'string' && key === 'length') return receiver.length;
  if (receiver === undefined || receiver === null) throwNullishLoad(isolate, receiver, key);
  return loadSlow(isolate, prototypeOfPrimitive(isolate, receiver, key), key, receiver);
}

/** V8: LoadIC::Load, UpdateCaches. */
function loadMissed(
  isolate: Isolate,
  type: IcType,
  receiver: Value,
  hiddenClass: HiddenClass,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
  old: LoadHandler | undefined,
): LoadHandler {
  const cache = new InlineCache(vector, slot, hiddenClass);
  cache.update(key);
  if (hiddenClass.isDeprecated) {
    migrateInstance(receiver as JSObject);
    cache.hiddenClass = (receiver as JSObject).hiddenClass;
    cache.update(key);
  }
  if (vector.isAllocated) makePrototypesFast(startOf(isolate, receiver));
  const handler = loadHandlerFor(isolate, receiver, key);
  // Whatever changed, it was on no way of this site.
  if (old !== undefined && cache.hiddenClass === hiddenClass && isEquivalent(old, handler))
    replace(cache, key, handler);
  else {
    cache.setCache(key, handler);
    icTold(isolate, type, cache, key);
  }
  return handler;
}

function replace(cache: InlineCache, key: NamedKey, handler: unknown): void {
  const { vector, slot, hiddenClass } = cache;
  const { slots } = vector;
  if (slots[slot] === hiddenClass) slots[slot + 1] = handler;
  else {
    for (const pairs of [slots[slot], slots[slot + 1]])
      if (pairs instanceof Array && pairs.includes(hiddenClass)) pairs[pairs.indexOf(hiddenClass) + 1] = handler;
    if (cache.state === 'MEGAMORPHIC' && cache.isNamedLoad) rememberMegamorphic(hiddenClass, key, handler);
  }
}

function startOf(isolate: Isolate, receiver: Value): JSObject | null {
  if (receiver instanceof JSObject) return receiver;
  return receiver === undefined || receiver === null ? null : prototypeOfPrimitive(isolate, receiver, undefined);
}

function loadHandlerFor(isolate: Isolate, receiver: Value, key: NamedKey): LoadHandler {
  if (receiver instanceof JSObject) return computeLoadHandler(receiver, key, true);
  if (receiver === undefined || receiver === null) return slowHandler(isolate, 'slow');
  if (typeof receiver === 'string' && key === 'length') return slowHandler(isolate, 'string length');
  return computeLoadHandler(prototypeOfPrimitive(isolate, receiver, key), key, false);
}

function slowHandler(isolate: Isolate, reason: 'slow' | 'string length'): HolderHandler {
  return new HolderHandler('slow', isolate.heap.prototypeEpoch, undefined, -1, undefined, false, reason);
}

/** StoreIC: receiver.key = value. */
export function storeNamed(
  isolate: Isolate,
  receiver: Value,
  key: NamedKey,
  value: Value,
  vector: FeedbackVector,
  slot: number,
  strict: boolean,
): Value {
  const { slots } = vector;
  const hiddenClass = classOf(isolate, receiver);
  const feedback = slots[slot];
  const handler = (
    feedback === hiddenClass ? slots[slot + 1] : polymorphicHandler(feedback, hiddenClass)
  ) as StoreHandler;
  if (receiver instanceof JSObject && carryOut(isolate, receiver, handler, value)) return undefined;
  if (isLongHit(isolate, handler, receiver, key)) return storeSlow(isolate, receiver, key, value, strict);
  const next = storeMissed(isolate, 'StoreIC', receiver, hiddenClass, key, value, vector, slot);
  if (receiver instanceof JSObject && carryOut(isolate, receiver, next, value)) return undefined;
  return storeSlow(isolate, receiver, key, value, strict);
}

/** KeyedStoreIC with a key that is a name. */
export function storeByName(
  isolate: Isolate,
  receiver: Value,
  key: NamedKey,
  value: Value,
  vector: FeedbackVector,
  slot: number,
  strict: boolean,
): Value {
  const { slots } = vector;
  if (vector.icState(slot) === 'MEGAMORPHIC') {
    if (receiver instanceof JSObject) migrateInstance(receiver);
  } else {
    const hiddenClass = classOf(isolate, receiver);
    const handler = (
      slots[slot] === key ? polymorphicHandler(slots[slot + 1], hiddenClass) : undefined
    ) as StoreHandler;
    if (receiver instanceof JSObject && carryOut(isolate, receiver, handler, value)) return undefined;
    // A private name that is not there is an error, and nothing is learned.
    if (key instanceof JSSymbol && key.isPrivate && !hasOwn(receiver, key)) {
      storePrivateName(isolate, receiver, key, value);
      return undefined;
    }
    if (!isLongHit(isolate, handler, receiver, key)) {
      const next = storeMissed(isolate, 'KeyedStoreIC', receiver, hiddenClass, key, value, vector, slot);
      if (receiver instanceof JSObject && carryOut(isolate, receiver, next, value)) return undefined;
    }
  }
  if (key instanceof JSSymbol && key.isPrivate) {
    storePrivateName(isolate, receiver, key, value);
    return undefined;
  }
  return storeSlow(isolate, receiver, key, value, strict, 'keyed');
}

/** A handler of lookups serves this store. */
function isLongHit(isolate: Isolate, handler: StoreHandler, receiver: Value, key: NamedKey): boolean {
  if (!(handler instanceof LongStore)) return false;
  if (handler.epoch >= 0 && handler.epoch !== isolate.heap.prototypeEpoch) return false;
  if (!(receiver instanceof JSObject)) return true;
  if (handler.reason === 'dictionary') return receiver.dictionary?.has(key) === true;
  return handler.reason !== 'addition' || isAddition(receiver, key);
}

/** V8: StoreTransition for a dictionary looks at what is there, too. */
function isAddition({ dictionary }: JSObject, key: NamedKey): boolean {
  const entry = dictionary?.get(key);
  if (entry === undefined) return dictionary !== undefined;
  return (
    detailsKind(entry.details) === PropertyKind.data && (detailsAttributes(entry.details) & Attribute.writable) !== 0
  );
}

/** V8: StoreIC::Store, UpdateCaches. A store that finds a deprecated hidden class teaches the site nothing. */
function storeMissed(
  isolate: Isolate,
  type: IcType,
  receiver: Value,
  hiddenClass: HiddenClass,
  key: NamedKey,
  value: Value,
  vector: FeedbackVector,
  slot: number,
): StoreHandler {
  const cache = new InlineCache(vector, slot, hiddenClass);
  cache.update(key);
  const { isDeprecated } = hiddenClass;
  let handler: StoreHandler;
  if (receiver instanceof JSObject) {
    migrateInstance(receiver);
    makePrototypesFast(hiddenClass.prototype);
    const isDefinition = vector.kinds[slot] === 'DefineNamedOwn' || vector.kinds[slot] === 'DefineKeyedOwn';
    handler = isDefinition
      ? computeDefineHandler(receiver, key, value)
      : computeStoreHandler(receiver, key, value, type === 'KeyedStoreIC' ? 'keyed' : 'named');
    cache.hiddenClass = receiver.hiddenClass;
  } else handler = new LongStore('slow');
  if (isDeprecated) return handler;
  if (handler instanceof LongStore && handler.reason === 'slow') cache.slowReason = handler.slowReason;
  cache.setCache(key, handler);
  icTold(isolate, type, cache, key);
  return handler;
}

/** DefineNamedOwnIC: class fields and literals. */
export function defineNamed(
  isolate: Isolate,
  object: JSObject,
  key: NamedKey,
  value: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const { slots } = vector;
  const { hiddenClass } = object;
  const feedback = slots[slot];
  let handler = (
    feedback === hiddenClass ? slots[slot + 1] : polymorphicHandler(feedback, hiddenClass)
  ) as StoreHandler;
  if (carryOut(isolate, object, handler, value)) return;
  if (!isLongHit(isolate, handler, object, key)) {
    handler = storeMissed(isolate, 'StoreIC', object, hiddenClass, key, value, vector, slot);
    if (carryOut(isolate, object, handler, value)) return;
  }
  isolate.interpreter.createDataProperty(object, key, value);
}

/** DefineKeyedOwnIC with a key that is a name; the caller defines. */
export function noteDefineByName(
  isolate: Isolate,
  object: JSObject,
  key: NamedKey,
  value: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const { slots } = vector;
  const { hiddenClass } = object;
  const handler = (slots[slot] === key ? polymorphicHandler(slots[slot + 1], hiddenClass) : undefined) as StoreHandler;
  if (handler instanceof TransitionHandler && handler.takes(value)) return;
  if (typeof handler === 'number' || handler instanceof FieldHandler || isLongHit(isolate, handler, object, key))
    return;
  storeMissed(isolate, 'KeyedStoreIC', object, hiddenClass, key, value, vector, slot);
}

/** V8: LoadIC::Load of what is no object, for `in`. */
export function noteSlowByName(
  isolate: Isolate,
  value: Value,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
): void {
  if (vector.icState(slot) === 'MEGAMORPHIC') return;
  const cache = new InlineCache(vector, slot, classOf(isolate, value));
  if (vector.slots[slot] === key && cache.handlerFor(cache.hiddenClass) !== undefined) return;
  cache.update(key);
  cache.setCache(key, slowHandler(isolate, 'slow'));
  icTold(isolate, 'KeyedLoadIC', cache, key);
}

/** KeyedHasIC with a key that is a name. */
export function hasByName(
  isolate: Isolate,
  object: JSObject,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
): boolean {
  noteLoadByName(isolate, object, key, vector, slot);
  return hasProperty(isolate, object, key);
}
