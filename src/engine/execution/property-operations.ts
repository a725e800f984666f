/**
 * Property loads and stores of the interpreter without inline caches; getters and setters of the guest get frames. What these
 * return is the accumulator's new value, or `framePushed`. V8: src/runtime/runtime-object.cc.
 */
import type { AccessorPair } from '../objects/accessor-pair.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn } from '../objects/lookup.ts';
import type { StoreOrigin } from '../objects/map-transitions.ts';
import { addOwn, isLengthWritable, writeOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { isNumericKey, isValidIndex } from '../objects/typed-array.ts';
import { JSSymbol, keyToDisplay, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { throwReferenceError, throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { setProperty, setTypedElement, throwSetFailure, toArrayLength } from './property-access.ts';
import { proxyGet, proxySet } from './proxy.ts';

/** Looks the property up along the prototype chain; a getter gets a frame. */
export function loadSlow(isolate: Isolate, start: JSObject, key: PropertyKey, receiver: Value): Value {
  const found = isolate.scratchLookup;
  // Private names are own properties or nothing.
  if (key instanceof JSSymbol && key.isPrivate)
    return lookupOwn(found, start, key) ? (found.value as Value) : undefined;
  for (let holder: JSObject | null = start; holder !== null; holder = holder.hiddenClass.prototype) {
    const type = holder.hiddenClass.instanceType;
    if (type === 'proxy') return proxyGet(isolate, holder, key, receiver);
    if (!lookupOwn(found, holder, key)) {
      if (type === 'typed array' && isNumericKey(key)) return undefined;
      continue;
    }
    if (!found.isAccessor) {
      if (found.value === theHole) throwReferenceError(isolate, 'AccessedUninitializedVariable', keyToDisplay(key));
      return found.value as Value;
    }
    const getter = (found.value as AccessorPair).getter;
    return getter === undefined ? undefined : isolate.interpreter.enterGetter(getter, receiver);
  }
  return undefined;
}

/** Any store; a setter gets a frame whose value is dropped. */
export function storeSlow(
  isolate: Isolate,
  receiver: Value,
  key: PropertyKey,
  value: Value,
  strict: boolean,
  origin: StoreOrigin = 'named',
): Value {
  if (!(receiver instanceof JSObject)) {
    setProperty(isolate, receiver, key, value, strict);
    return undefined;
  }
  const found = isolate.scratchLookup;
  for (let holder: JSObject | null = receiver; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') {
      if (!proxySet(isolate, holder, key, value, receiver) && strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    if (holder.hiddenClass.instanceType === 'typed array' && isNumericKey(key)) {
      if (holder === receiver) setTypedElement(isolate, holder, key, value);
      else if (isValidIndex(holder, key)) setProperty(isolate, receiver, key, value, strict);
      return undefined;
    }
    if (!lookupOwn(found, holder, key)) continue;
    if (found.isAccessor && found.setter !== undefined)
      return isolate.interpreter.enterSetter(found.setter, receiver, value);
    if (found.isAccessor || !found.isWritable) {
      if (strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    if (holder !== receiver) break;
    if (holder.hiddenClass.instanceType === 'module namespace') {
      if (strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    const isLength = key === 'length' && receiver.hiddenClass.instanceType === 'array';
    const stored = isLength ? toArrayLength(isolate, value) : value;
    if (isLength && !isLengthWritable(receiver)) {
      if (strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    if (!writeOwn(receiver, key, found, stored) && strict) {
      throwTypeError(isolate, 'StrictDeleteProperty', String(receiver.length - 1), '[object Array]');
    }
    return undefined;
  }
  return addOrFail(isolate, receiver, key, value, strict, origin);
}

function addOrFail(
  isolate: Isolate,
  receiver: JSObject,
  key: PropertyKey,
  value: Value,
  strict: boolean,
  origin: StoreOrigin,
): Value {
  const blocked =
    !receiver.hiddenClass.isExtensible ||
    (typeof key === 'number' &&
      receiver.hiddenClass.instanceType === 'array' &&
      key >= receiver.length &&
      !isLengthWritable(receiver));
  if (blocked) {
    if (strict) throwTypeError(isolate, 'ObjectNotExtensible', keyToDisplay(key));
    return undefined;
  }
  addOwn(receiver, key, value, Attribute.all, false, origin);
  return undefined;
}
