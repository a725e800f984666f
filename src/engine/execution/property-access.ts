/**
 * Reading, writing and defining properties of any value from host code (ECMAScript 7.3, 10.1). Getters, setters and
 * proxy traps nest; the interpreter pushes frames for them instead (ic/ and interpreter-*.ts).
 * V8: src/objects/objects.cc, js-objects.cc.
 */
import type { StoreOrigin } from '../objects/map-transitions.ts';
import { JSObject } from '../objects/js-object.ts';
import type { PropertyDescriptor } from '../objects/internal-slots.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import {
  addOwn,
  defineOwn,
  deleteOwn,
  isDefinableElement,
  isLengthWritable,
  listKeys,
  writeOwn,
} from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { isNumericKey, isValidIndex, storeElement, typedArrayDataOf, typedArrayTypes } from '../objects/typed-array.ts';
import { JSSymbol, keyToDisplay, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { call } from './calls.ts';
import { toBigInt, toNumber } from './conversions.ts';
import { describeUnquoted, lookupData } from './describe.ts';
import { throwRangeError, throwReferenceError, throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import {
  proxyDefineOwnProperty,
  proxyDelete,
  proxyGet,
  proxyGetOwnProperty,
  proxyGetPrototypeOf,
  proxyHas,
  proxyIsExtensible,
  proxyOwnKeys,
  proxySet,
} from './proxy.ts';

/** base[key]; a TypeError for undefined and null. */
export function getProperty(isolate: Isolate, base: Value, key: PropertyKey): Value {
  if (base instanceof JSObject) return getOfObject(isolate, base, key, base);
  if (typeof base === 'string') {
    if (key === 'length') return base.length;
    if (typeof key === 'number' && key < base.length) return base[key];
  }
  return getOfObject(isolate, prototypeOfPrimitive(isolate, base, key), key, base);
}

/** ECMAScript: O.[[Get]](P, receiver). */
export function getOfObject(isolate: Isolate, object: JSObject, key: PropertyKey, receiver: Value): Value {
  isolate.meter.work();
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') return proxyGet(isolate, holder, key, receiver);
    if (!lookupOwn(found, holder, key)) {
      if (isTypedArrayIndex(holder, key)) return undefined;
      continue;
    }
    if (!found.isAccessor) {
      if (found.value === theHole) throwReferenceError(isolate, 'AccessedUninitializedVariable', keyToDisplay(key));
      return found.value as Value;
    }
    return found.getter === undefined ? undefined : call(isolate, found.getter, receiver, []);
  }
  return undefined;
}

/** Where the properties of a primitive are looked up. */
export function prototypeOfPrimitive(isolate: Isolate, base: Value, key: PropertyKey | undefined): JSObject {
  const realm = isolate.realm;
  switch (typeof base) {
    case 'string':
      return realm.stringPrototype;
    case 'number':
      return realm.numberPrototype;
    case 'boolean':
      return realm.booleanPrototype;
    case 'bigint':
      return realm.bigintPrototype;
    default:
      if (base instanceof JSSymbol) return realm.symbolPrototype;
      if (key === undefined) return throwTypeError(isolate, 'UndefinedOrNullToObject');
      return throwTypeError(isolate, 'NonObjectPropertyLoadWithProperty', String(base), keyToDisplay(key));
  }
}

/** base[key] = value, as strict or sloppy code does it. */
export function setProperty(
  isolate: Isolate,
  base: Value,
  key: PropertyKey,
  value: Value,
  strict = true,
  origin: StoreOrigin = 'named',
): void {
  if (base === undefined || base === null) {
    throwTypeError(isolate, 'NonObjectPropertyStoreWithProperty', String(base), keyToDisplay(key));
  }
  const object = base instanceof JSObject ? base : prototypeOfPrimitive(isolate, base, key);
  if (setOfObject(isolate, object, key, value, base, origin) || !strict) return;
  throwSetFailure(isolate, base, key);
}

/** The TypeError for a store that failed in strict code. */
export function throwSetFailure(isolate: Isolate, base: Value, key: PropertyKey): never {
  const shown = keyToDisplay(key);
  if (!(base instanceof JSObject)) {
    const isOwn = typeof base === 'string' && (key === 'length' || (typeof key === 'number' && key < base.length));
    const template = isOwn ? 'StrictReadOnlyProperty' : 'StrictCannotCreateProperty';
    return throwTypeError(
      isolate,
      template,
      shown,
      base instanceof JSSymbol ? 'symbol' : typeof base,
      describeUnquoted(base),
    );
  }
  const found = new PropertyLookup();
  let holder: JSObject | null = base;
  for (; holder !== null; holder = holder.hiddenClass.prototype) {
    const behind = behindProxies(holder, 'set');
    if (behind === undefined) return throwTypeError(isolate, 'ProxyTrapReturnedFalsishFor', 'set', shown);
    holder = behind;
    if (!lookupOwn(found, holder, key)) continue;
    if (found.isAccessor) return throwTypeError(isolate, 'NoSetterInCallback', shown, describeUnquoted(holder));
    if (!found.isWritable || holder.hiddenClass.instanceType === 'module namespace') {
      return throwTypeError(
        isolate,
        'StrictReadOnlyProperty',
        shown,
        base.hiddenClass.isCallable ? 'function' : 'object',
        describeUnquoted(base),
      );
    }
    break;
  }
  if (base.hiddenClass.instanceType !== 'proxy') return throwTypeError(isolate, 'ObjectNotExtensible', shown);
  if (behindProxies(base, 'defineProperty') !== undefined) return throwTypeError(isolate, 'DefineDisallowed', shown);
  return throwTypeError(isolate, 'ProxyTrapReturnedFalsishFor', 'defineProperty', shown);
}

/** What proxies pass an operation on to; undefined if one of them has a trap for it. Runs no guest code. */
function behindProxies(object: JSObject, trap: string): JSObject | undefined {
  let behind = object;
  while (behind.internal?.kind === 'proxy') {
    const { target, handler } = behind.internal;
    const traps = handler === null ? undefined : behindProxies(handler, 'get');
    if (target === null || traps === undefined || lookupData(traps, trap) !== undefined) return undefined;
    behind = target;
  }
  return behind;
}

/** ECMAScript: O.[[Set]](P, V, receiver). */
export function setOfObject(
  isolate: Isolate,
  object: JSObject,
  key: PropertyKey,
  value: Value,
  receiver: Value,
  origin: StoreOrigin = 'named',
): boolean {
  isolate.meter.store();
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') return proxySet(isolate, holder, key, value, receiver);
    if (isTypedArrayIndex(holder, key)) {
      if (holder === receiver) {
        setTypedElement(isolate, holder, key, value);
        return true;
      }
      if (!isValidIndex(holder, key)) return true;
    }
    if (!lookupOwn(found, holder, key)) continue;
    if (found.isAccessor) {
      if (found.setter === undefined) return false;
      call(isolate, found.setter, receiver, [value]);
      return true;
    }
    if (!found.isWritable) return false;
    if (holder === receiver && holder.hiddenClass.instanceType === 'module namespace') return false;
    if (holder === receiver) return writeChecked(isolate, holder, key, found, value);
    break;
  }
  if (!(receiver instanceof JSObject)) return false;
  return setOnReceiver(isolate, receiver, key, value, origin);
}

function setOnReceiver(
  isolate: Isolate,
  receiver: JSObject,
  key: PropertyKey,
  value: Value,
  origin: StoreOrigin,
): boolean {
  if (receiver.hiddenClass.instanceType === 'proxy') {
    const existing = getOwnProperty(isolate, receiver, key);
    if (existing === undefined) return createDataProperty(isolate, receiver, key, value);
    if ('getter' in existing || 'setter' in existing || existing.writable === false) return false;
    return proxyDefineOwnProperty(isolate, receiver, key, { value });
  }
  if (isTypedArrayIndex(receiver, key)) {
    if (!isValidIndex(receiver, key)) return false;
    setTypedElement(isolate, receiver, key, value);
    return true;
  }
  const found = new PropertyLookup();
  if (lookupOwn(found, receiver, key)) {
    if (found.isAccessor || !found.isWritable) return false;
    if (receiver.hiddenClass.instanceType === 'module namespace')
      return defineOwnProperty(isolate, receiver, key, { value });
    return writeChecked(isolate, receiver, key, found, value);
  }
  if (!canAdd(receiver, key)) return false;
  addOwn(receiver, key, value, Attribute.all, false, origin);
  return true;
}

function canAdd(object: JSObject, key: PropertyKey): boolean {
  if (!object.hiddenClass.isExtensible) return false;
  const growsArray = typeof key === 'number' && object.hiddenClass.instanceType === 'array' && key >= object.length;
  return !growsArray || isLengthWritable(object);
}

function writeChecked(
  isolate: Isolate,
  object: JSObject,
  key: PropertyKey,
  found: PropertyLookup,
  value: Value,
): boolean {
  if (key === 'length' && object.hiddenClass.instanceType === 'array') {
    const length = toArrayLength(isolate, value);
    return isLengthWritable(object) && writeOwn(object, key, found, length);
  }
  return writeOwn(object, key, found, value);
}

/** ECMAScript: ArraySetLength converts an object twice, with ToUint32 and with ToNumber. */
export function toArrayLength(isolate: Isolate, value: Value): number {
  const length = toNumber(isolate, value) >>> 0;
  if (length !== toNumber(isolate, value)) throwRangeError(isolate, 'InvalidArrayLength');
  return length;
}

function isTypedArrayIndex(object: JSObject, key: PropertyKey): boolean {
  return object.hiddenClass.instanceType === 'typed array' && isNumericKey(key);
}

/** ECMAScript: TypedArraySetElement. */
export function setTypedElement(isolate: Isolate, object: JSObject, key: PropertyKey, value: Value): void {
  storeElement(object, key, toTypedElement(isolate, object, value));
}

/** The value as the typed array's elements are: a number or a bigint. */
export function toTypedElement(isolate: Isolate, object: JSObject, value: Value): number | bigint {
  return typedArrayTypes[typedArrayDataOf(object).type].isBigInt ? toBigInt(isolate, value) : toNumber(isolate, value);
}

/** ECMAScript: O.[[HasProperty]](P). */
export function hasProperty(isolate: Isolate, object: JSObject, key: PropertyKey): boolean {
  isolate.meter.work();
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') return proxyHas(isolate, holder, key);
    if (lookupOwn(found, holder, key)) return true;
    if (isTypedArrayIndex(holder, key)) return false;
  }
  return false;
}

/** ECMAScript: O.[[GetOwnProperty]](P) as a descriptor. */
export function getOwnProperty(isolate: Isolate, object: JSObject, key: PropertyKey): PropertyDescriptor | undefined {
  isolate.meter.work();
  if (object.hiddenClass.instanceType === 'proxy') return proxyGetOwnProperty(isolate, object, key);
  const found = new PropertyLookup();
  if (!lookupOwn(found, object, key)) return undefined;
  if (found.value === theHole) throwReferenceError(isolate, 'NotDefined', keyToDisplay(key));
  const common = { enumerable: found.isEnumerable, configurable: found.isConfigurable };
  if (found.isAccessor) return { getter: found.getter, setter: found.setter, ...common };
  return { value: found.value as Value, writable: found.isWritable, ...common };
}

/** HasOwnProperty. */
export function hasOwnProperty(isolate: Isolate, object: JSObject, key: PropertyKey): boolean {
  if (object.hiddenClass.instanceType === 'proxy') return proxyGetOwnProperty(isolate, object, key) !== undefined;
  const found = new PropertyLookup();
  if (!lookupOwn(found, object, key)) return false;
  if (found.value === theHole) throwReferenceError(isolate, 'NotDefined', keyToDisplay(key));
  return true;
}

/** ECMAScript: O.[[DefineOwnProperty]](P, Desc). */
export function defineOwnProperty(
  isolate: Isolate,
  object: JSObject,
  key: PropertyKey,
  descriptor: PropertyDescriptor,
): boolean {
  isolate.meter.store();
  if (object.hiddenClass.instanceType === 'proxy') return proxyDefineOwnProperty(isolate, object, key, descriptor);
  if (object.hiddenClass.instanceType === 'module namespace') hasOwnProperty(isolate, object, key);
  if (key === 'length' && 'value' in descriptor && object.hiddenClass.instanceType === 'array') {
    return defineOwn(object, key, { ...descriptor, value: toArrayLength(isolate, descriptor.value) });
  }
  if ('value' in descriptor && isTypedArrayIndex(object, key)) {
    if (!isDefinableElement(object, key, descriptor)) return false;
    setTypedElement(isolate, object, key, descriptor.value);
    return true;
  }
  return defineOwn(object, key, descriptor);
}

export function definePropertyOrThrow(
  isolate: Isolate,
  object: JSObject,
  key: PropertyKey,
  descriptor: PropertyDescriptor,
): void {
  if (!defineOwnProperty(isolate, object, key, descriptor)) throwDefineFailure(isolate, object, key);
}

function throwDefineFailure(isolate: Isolate, object: JSObject, key: PropertyKey): never {
  const exists = object.hiddenClass.instanceType === 'module namespace' || hasOwnProperty(isolate, object, key);
  throwTypeError(isolate, exists ? 'RedefineDisallowed' : 'DefineDisallowed', keyToDisplay(key));
}

/** ECMAScript: CreateDataProperty. */
export function createDataProperty(isolate: Isolate, object: JSObject, key: PropertyKey, value: Value): boolean {
  // Never configurable, so nothing has to be converted first (as in V8).
  if (key === 'length' && object.hiddenClass.instanceType === 'array') return false;
  return defineOwnProperty(isolate, object, key, { value, writable: true, enumerable: true, configurable: true });
}

export function createDataPropertyOrThrow(isolate: Isolate, object: JSObject, key: PropertyKey, value: Value): void {
  if (!createDataProperty(isolate, object, key, value)) throwDefineFailure(isolate, object, key);
}

/** ECMAScript: O.[[Delete]](P). */
export function deleteProperty(isolate: Isolate, object: JSObject, key: PropertyKey): boolean {
  isolate.meter.work();
  if (object.hiddenClass.instanceType === 'proxy') return proxyDelete(isolate, object, key);
  return deleteOwn(object, key) !== 'refused';
}

/** ECMAScript: O.[[OwnPropertyKeys]](). */
export function ownPropertyKeys(isolate: Isolate, object: JSObject): PropertyKey[] {
  const { instanceType } = object.hiddenClass;
  if (instanceType === 'proxy') return proxyOwnKeys(isolate, object);
  isolate.meter.allocateList(
    instanceType === 'typed array' ? typedArrayDataOf(object).view.length : object.elements.length,
  );
  return listKeys(object);
}

export function getPrototypeOf(isolate: Isolate, object: JSObject): JSObject | null {
  return object.hiddenClass.instanceType === 'proxy'
    ? proxyGetPrototypeOf(isolate, object)
    : object.hiddenClass.prototype;
}

export function isExtensible(isolate: Isolate, object: JSObject): boolean {
  return object.hiddenClass.instanceType === 'proxy'
    ? proxyIsExtensible(isolate, object)
    : object.hiddenClass.isExtensible;
}

/** ECMAScript: GetMethod: undefined and null mean that there is none. */
export function getMethod(isolate: Isolate, base: Value, key: PropertyKey): JSObject | undefined {
  const method = getProperty(isolate, base, key);
  if (method === undefined || method === null) return undefined;
  if (method instanceof JSObject && method.hiddenClass.isCallable) return method;
  return throwTypeError(
    isolate,
    'PropertyNotFunction',
    describeUnquoted(method),
    keyToDisplay(key),
    describeUnquoted(base),
  );
}

/** ECMAScript: LengthOfArrayLike. */
export function lengthOfArrayLike(isolate: Isolate, object: JSObject): number {
  if (object.hiddenClass.instanceType === 'array') return object.length;
  const length = toNumber(isolate, getProperty(isolate, object, 'length'));
  return Number.isNaN(length) || length <= 0 ? 0 : Math.min(Math.trunc(length), Number.MAX_SAFE_INTEGER);
}
