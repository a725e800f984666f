/**
 * What the inspector asks of a prototype chain. Node reads properties as any program does; here that happens only where a
 * proxy stands in the chain, since nothing else can notice it.
 */
import { toBoolean } from '../execution/conversions.ts';
import { GuestException } from '../execution/guest-exception.ts';
import { getOwnProperty, getProperty, getPrototypeOf, hasProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
import type { InspectContext } from './inspect-context.ts';

/** Object.getPrototypeOf. */
export function prototypeOf({ isolate }: InspectContext, object: JSObject): JSObject | null {
  return isProxy(object) ? getPrototypeOf(isolate, object) : object.hiddenClass.prototype;
}

/** A property's value, undefined for accessors. */
export function lookupAlongChain({ isolate }: InspectContext, object: JSObject, key: PropertyKey): Value {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (isProxy(holder)) return getProperty(isolate, object, key);
    if (lookupOwn(found, holder, key)) return found.isAccessor ? undefined : (found.value as Value);
  }
  return undefined;
}

/** `key in object`. */
export function isInChain({ isolate }: InspectContext, object: JSObject, key: PropertyKey): boolean {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (isProxy(holder)) return hasProperty(isolate, object, key);
    if (lookupOwn(found, holder, key)) return true;
  }
  return false;
}

/** Reads what Node reads, where a proxy could see it. */
export function askLike(context: InspectContext, object: JSObject, keys: readonly PropertyKey[]): void {
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype)
    if (isProxy(holder)) return keys.forEach((key) => getProperty(context.isolate, object, key));
}

/** The value of an own data property. */
export function ownData({ isolate }: InspectContext, object: JSObject, key: PropertyKey): Value {
  if (isProxy(object)) return getOwnProperty(isolate, object, key)?.value;
  const found = new PropertyLookup();
  return lookupOwn(found, object, key) && !found.isAccessor ? (found.value as Value) : undefined;
}

/** `object instanceof candidate`; where that throws the answer is no. */
export function isInstance(context: InspectContext, object: JSObject, candidate: JSObject): boolean {
  const { isolate } = context;
  try {
    const test = lookupAlongChain(context, candidate, isolate.symbols.hasInstance);
    const isDefault = test === isolate.realm.intrinsics.get('Function.prototype[Symbol.hasInstance]');
    if (test instanceof JSObject && test.hiddenClass.isCallable && !isDefault)
      return toBoolean(isolate.callNested(test, candidate, [object]));
    const prototype = lookupAlongChain(context, candidate, 'prototype');
    if (!(prototype instanceof JSObject)) return false;
    for (let holder = prototypeOf(context, object); holder !== null; holder = prototypeOf(context, holder))
      if (holder === prototype) return true;
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
  }
  return false;
}

export function isProxy(object: JSObject): boolean {
  return object.hiddenClass.instanceType === 'proxy';
}
