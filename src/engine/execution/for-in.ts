/** for-in: the keys, from the hidden class's enum cache where it can be had. V8: src/objects/keys.cc, src/builtins/for-in (ForInEnumerate). */
import { dictionaryElements } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { makePrototypesFast } from '../objects/migration.ts';
import { elementIndices, ownKeys } from '../objects/own-properties.ts';
import { JSSymbol, keyFromString, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import { ForInFeedback } from '../ic/operator-feedback.ts';
import { Attribute, detailsAttributes, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { toObject } from './conversions.ts';
import { operatorMet } from './feedback-changes.ts';
import type { Isolate } from './isolate.ts';
import { getOwnProperty, getProperty, getPrototypeOf, hasProperty, ownPropertyKeys } from './property-access.ts';
import { PrototypeIterator } from './prototype-iterator.ts';

/**
 * The accumulator after ForInEnumerate: an array of keys. Simplified: V8 hands on the hidden class itself where an enum
 * cache serves; the listener is told which path it was.
 */
export function forInEnumerate(isolate: Isolate, value: Value): Value {
  if (value === undefined || value === null) {
    isolate.listener?.forIn('empty', 0);
    return isolate.realm.newArray();
  }
  const object = value instanceof JSObject ? value : toObject(isolate, value);
  makePrototypesFast(object);
  const keys = collectKeys(isolate, object);
  const path = pathOf(object);
  isolate.listener?.forIn(path, keys.length);
  const list = isolate.realm.newArray(keys);
  if (hasEnumCache(object, path)) list.internal = { kind: 'opaque', value: object.hiddenClass };
  return list;
}

/** V8: FastKeyAccumulator; wrappers of primitives always go the long way. */
function hasEnumCache(object: JSObject, path: string): boolean {
  if (path === 'array') return !object.hiddenClass.isDictionary && !hasElements(object);
  return path === 'enumCache' && !object.hiddenClass.instanceType.endsWith(' wrapper');
}

function pathOf(object: JSObject): string {
  const type = object.hiddenClass.instanceType;
  if (type === 'array') return 'array';
  if (object.hiddenClass.isExotic) return 'other';
  if (object.hiddenClass.isDictionary) return 'dictionary';
  if (hasElements(object)) return 'elements';
  for (let holder = object.hiddenClass.prototype; holder !== null; holder = holder.hiddenClass.prototype) {
    if (hasElements(holder) || ownKeys(holder).some((key) => typeof key === 'string' && isEnumerable(holder, key)))
      return 'prototype';
  }
  return 'enumCache';
}

function hasElements(object: JSObject): boolean {
  if (object.hiddenClass.elementsKind === dictionaryElements) return (object.sparse?.size ?? 0) > 0;
  return object.elements.length > 0 && elementIndices(object).length > 0;
}

function isEnumerable(holder: JSObject, key: string): boolean {
  const found = new PropertyLookup();
  return lookupOwn(found, holder, key) && found.isEnumerable;
}

/** Enumerable string keys along the chain, each once; a shadowing property hides even if it is not enumerable. */
function collectKeys(isolate: Isolate, object: JSObject): string[] {
  const seen = new Set<string>();
  const keys: string[] = [];
  const iterator = new PrototypeIterator(isolate);
  for (let holder: JSObject | null = object; holder !== null; holder = iterator.after(holder)) {
    for (const key of ownPropertyKeys(isolate, holder)) {
      if (key instanceof JSSymbol) continue;
      const name = String(key);
      if (seen.has(name)) continue;
      if (holder.hiddenClass.instanceType === 'proxy') {
        // The trap for the descriptor is asked at each step of the loop instead.
        seen.add(name);
        keys.push(name);
        continue;
      }
      if (holder.hiddenClass.instanceType === 'module namespace') getProperty(isolate, holder, key);
      const own = getOwnProperty(isolate, holder, key);
      if (own === undefined) continue;
      seen.add(name);
      if (own.enumerable === true) keys.push(name);
    }
  }
  return keys;
}

/** The hidden class whose enum cache the keys come from. */
export function enumeratedClass(enumerated: Value): HiddenClass | undefined {
  const internal = enumerated instanceof JSObject ? enumerated.internal : undefined;
  return internal?.kind === 'opaque' ? (internal.value as HiddenClass) : undefined;
}

/** Registers first, first+1, first+2: cache type, cache array, length. */
export function forInPrepare(
  isolate: Isolate,
  stack: Value[],
  first: number,
  enumerated: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const keys = enumerated as JSObject;
  const hiddenClass = enumeratedClass(keys);
  if (hiddenClass === undefined) operatorMet(isolate, vector, slot, ForInFeedback.any, keys, undefined);
  else
    operatorMet(
      isolate,
      vector,
      slot,
      hasFieldsOnly(hiddenClass) ? ForInFeedback.enumCacheKeysAndIndices : ForInFeedback.enumCacheKeys,
      keys,
      undefined,
    );
  stack[first] = keys;
  stack[first + 1] = keys;
  stack[first + 2] = keys.length;
}

/** V8: the enum cache has indices, too, where all of them are fields. */
function hasFieldsOnly(hiddenClass: HiddenClass): boolean {
  for (let row = 0; row < hiddenClass.propertyCount; row++) {
    const details = hiddenClass.detailsAt(row);
    const isEnumerable = (detailsAttributes(details) & Attribute.enumerable) !== 0;
    if (isEnumerable && detailsKind(details) !== PropertyKind.data) return false;
  }
  return true;
}

/** The next key, or undefined when the property has gone meanwhile. */
export function forInNext(
  isolate: Isolate,
  stack: Value[],
  receiverAt: number,
  indexAt: number,
  cacheAt: number,
  vector: FeedbackVector,
  slot: number,
): Value {
  const keys = stack[cacheAt + 1] as JSObject;
  const key = keys.elements[stack[indexAt] as number];
  if (typeof key !== 'string' || key === theHole) return undefined;
  const receiver = toObject(isolate, stack[receiverAt]);
  if (enumeratedClass(keys) !== receiver.hiddenClass)
    operatorMet(isolate, vector, slot, ForInFeedback.any, receiver, undefined);
  return hasEnumerableProperty(isolate, receiver, keyFromString(key)) ? key : undefined;
}

/** V8: HasEnumerableProperty in src/runtime/runtime-forin.cc. */
function hasEnumerableProperty(isolate: Isolate, receiver: JSObject, key: PropertyKey): boolean {
  if (receiver.hiddenClass.instanceType !== 'proxy') return hasProperty(isolate, receiver, key);
  const own = getOwnProperty(isolate, receiver, key);
  if (own !== undefined) return own.enumerable === true;
  const prototype = getPrototypeOf(isolate, receiver);
  return prototype !== null && hasEnumerableProperty(isolate, prototype, key);
}
