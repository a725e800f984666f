/**
 * The internal methods of proxies, with the invariants that ECMAScript 10.5 demands and V8's words for their breach. Traps nest.
 * V8: src/objects/js-objects.cc (JSProxy), src/builtins/proxy-*.tq.
 */
import type { PropertyDescriptor, ProxyData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, keyToDisplay, keyToValue, type PropertyKey, type Value } from '../objects/value.ts';
import { call } from './calls.ts';
import { toBoolean, toPropertyKey } from './conversions.ts';
import { describeUnquoted } from './describe.ts';
import { throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import {
  defineOwnProperty,
  deleteProperty,
  getMethod,
  getOfObject,
  getOwnProperty,
  getPrototypeOf,
  getProperty,
  hasProperty,
  isExtensible,
  lengthOfArrayLike,
  ownPropertyKeys,
  setOfObject,
} from './property-access.ts';
import { preventExtensions, trySetPrototypeOf } from './integrity.ts';
import {
  completeDescriptor,
  fromPropertyDescriptor,
  isCompatibleDescriptor,
  toPropertyDescriptor,
} from './property-descriptor.ts';

/** The names of the traps, which are those of the internal methods in messages too. */
export type TrapName =
  | 'get'
  | 'set'
  | 'has'
  | 'deleteProperty'
  | 'defineProperty'
  | 'getOwnPropertyDescriptor'
  | 'ownKeys'
  | 'getPrototypeOf'
  | 'setPrototypeOf'
  | 'isExtensible'
  | 'preventExtensions'
  | 'apply'
  | 'construct';

export interface Trap {
  readonly target: JSObject;
  readonly handler: JSObject;
  /** Undefined: the operation goes on to the target. */
  readonly method: JSObject | undefined;
}

export function getTrap(isolate: Isolate, proxy: JSObject, name: TrapName): Trap {
  const { target, handler } = proxy.internal as ProxyData;
  if (target === null || handler === null) return throwTypeError(isolate, 'ProxyRevoked', name);
  return { target, handler, method: getMethod(isolate, handler, name) };
}

/** ECMAScript: IsArray. */
export function isArray(isolate: Isolate, value: Value): value is JSObject {
  if (!(value instanceof JSObject)) return false;
  let object: JSObject = value;
  while (object.hiddenClass.instanceType === 'proxy') {
    const { target } = object.internal as ProxyData;
    if (target === null) return throwTypeError(isolate, 'ProxyRevoked', 'IsArray');
    object = target;
  }
  return object.hiddenClass.instanceType === 'array';
}

export function proxyGet(isolate: Isolate, proxy: JSObject, key: PropertyKey, receiver: Value): Value {
  const { target, handler, method } = getTrap(isolate, proxy, 'get');
  if (method === undefined) return getOfObject(isolate, target, key, receiver);
  const value = call(isolate, method, handler, [target, keyToValue(key), receiver]);
  checkGetResult(isolate, target, key, value);
  return value;
}

/** What a get trap may return. */
export function checkGetResult(isolate: Isolate, target: JSObject, key: PropertyKey, value: Value): void {
  const current = getOwnProperty(isolate, target, key);
  if (current === undefined || current.configurable !== false) return;
  const isAccessor = 'getter' in current;
  if (!isAccessor && current.writable === false && !Object.is(value, current.value)) {
    throwTypeError(
      isolate,
      'ProxyGetNonConfigurableData',
      keyToDisplay(key),
      describeUnquoted(current.value),
      describeUnquoted(value),
    );
  }
  if (isAccessor && current.getter === undefined && value !== undefined) {
    throwTypeError(isolate, 'ProxyGetNonConfigurableAccessor', keyToDisplay(key), describeUnquoted(value));
  }
}

export function proxySet(isolate: Isolate, proxy: JSObject, key: PropertyKey, value: Value, receiver: Value): boolean {
  const { target, handler, method } = getTrap(isolate, proxy, 'set');
  if (method === undefined) return setOfObject(isolate, target, key, value, receiver);
  if (!toBoolean(call(isolate, method, handler, [target, keyToValue(key), value, receiver]))) return false;
  checkSetResult(isolate, target, key, value);
  return true;
}

/** What a set trap may claim to have done. */
export function checkSetResult(isolate: Isolate, target: JSObject, key: PropertyKey, value: Value): void {
  const current = getOwnProperty(isolate, target, key);
  if (current === undefined || current.configurable !== false) return;
  const isAccessor = 'getter' in current;
  if (!isAccessor && current.writable === false && !Object.is(value, current.value))
    throwTypeError(isolate, 'ProxySetFrozenData', keyToDisplay(key));
  if (isAccessor && current.setter === undefined) throwTypeError(isolate, 'ProxySetFrozenAccessor', keyToDisplay(key));
}

export function proxyHas(isolate: Isolate, proxy: JSObject, key: PropertyKey): boolean {
  const { target, handler, method } = getTrap(isolate, proxy, 'has');
  if (method === undefined) return hasProperty(isolate, target, key);
  const result = toBoolean(call(isolate, method, handler, [target, keyToValue(key)]));
  if (!result) {
    const current = getOwnProperty(isolate, target, key);
    if (current !== undefined) {
      if (current.configurable === false) throwTypeError(isolate, 'ProxyHasNonConfigurable', keyToDisplay(key));
      if (!isExtensible(isolate, target)) throwTypeError(isolate, 'ProxyHasNonExtensible', keyToDisplay(key));
    }
  }
  return result;
}

export function proxyDelete(isolate: Isolate, proxy: JSObject, key: PropertyKey): boolean {
  const { target, handler, method } = getTrap(isolate, proxy, 'deleteProperty');
  if (method === undefined) return deleteProperty(isolate, target, key);
  if (!toBoolean(call(isolate, method, handler, [target, keyToValue(key)]))) return false;
  const current = getOwnProperty(isolate, target, key);
  if (current !== undefined) {
    if (current.configurable === false)
      throwTypeError(isolate, 'ProxyDeletePropertyNonConfigurable', keyToDisplay(key));
    if (!isExtensible(isolate, target)) throwTypeError(isolate, 'ProxyDeletePropertyNonExtensible', keyToDisplay(key));
  }
  return true;
}

export function proxyDefineOwnProperty(
  isolate: Isolate,
  proxy: JSObject,
  key: PropertyKey,
  descriptor: PropertyDescriptor,
): boolean {
  const { target, handler, method } = getTrap(isolate, proxy, 'defineProperty');
  if (method === undefined) return defineOwnProperty(isolate, target, key, descriptor);
  const object = fromPropertyDescriptor(isolate, descriptor);
  if (!toBoolean(call(isolate, method, handler, [target, keyToValue(key), object]))) return false;
  const current = getOwnProperty(isolate, target, key);
  const extensible = isExtensible(isolate, target);
  const shown = keyToDisplay(key);
  const isSettingNonConfigurable = descriptor.configurable === false;
  if (current === undefined) {
    if (!extensible) throwTypeError(isolate, 'ProxyDefinePropertyNonExtensible', shown);
    if (isSettingNonConfigurable) throwTypeError(isolate, 'ProxyDefinePropertyNonConfigurable', shown);
    return true;
  }
  if (!isCompatibleDescriptor(extensible, descriptor, current))
    throwTypeError(isolate, 'ProxyDefinePropertyIncompatible', shown);
  if (isSettingNonConfigurable && current.configurable === true)
    throwTypeError(isolate, 'ProxyDefinePropertyNonConfigurable', shown);
  if (current.configurable === false && current.writable === true && descriptor.writable === false) {
    throwTypeError(isolate, 'ProxyDefinePropertyNonConfigurableWritable', shown);
  }
  return true;
}

export function proxyGetOwnProperty(
  isolate: Isolate,
  proxy: JSObject,
  key: PropertyKey,
): PropertyDescriptor | undefined {
  const { target, handler, method } = getTrap(isolate, proxy, 'getOwnPropertyDescriptor');
  if (method === undefined) return getOwnProperty(isolate, target, key);
  const result = call(isolate, method, handler, [target, keyToValue(key)]);
  const shown = keyToDisplay(key);
  if (result !== undefined && !(result instanceof JSObject))
    throwTypeError(isolate, 'ProxyGetOwnPropertyDescriptorInvalid', shown);
  const current = getOwnProperty(isolate, target, key);
  if (result === undefined) {
    if (current === undefined) return undefined;
    if (current.configurable === false) throwTypeError(isolate, 'ProxyGetOwnPropertyDescriptorUndefined', shown);
    if (!isExtensible(isolate, target)) throwTypeError(isolate, 'ProxyGetOwnPropertyDescriptorNonExtensible', shown);
    return undefined;
  }
  const extensible = isExtensible(isolate, target);
  const descriptor = completeDescriptor(toPropertyDescriptor(isolate, result));
  if (!isCompatibleDescriptor(extensible, descriptor, current))
    throwTypeError(isolate, 'ProxyGetOwnPropertyDescriptorIncompatible', shown);
  if (descriptor.configurable === false) {
    if (current === undefined || current.configurable === true)
      throwTypeError(isolate, 'ProxyGetOwnPropertyDescriptorNonConfigurable', shown);
    if (descriptor.writable === false && current.writable === true) {
      throwTypeError(isolate, 'ProxyGetOwnPropertyDescriptorNonConfigurableWritable', shown);
    }
  }
  return descriptor;
}

export function proxyOwnKeys(isolate: Isolate, proxy: JSObject): PropertyKey[] {
  const { target, handler, method } = getTrap(isolate, proxy, 'ownKeys');
  if (method === undefined) return ownPropertyKeys(isolate, target);
  const keys = keysFromTrap(isolate, call(isolate, method, handler, [target]));
  if (new Set(keys).size !== keys.length) throwTypeError(isolate, 'ProxyOwnKeysDuplicateEntries');
  const extensible = isExtensible(isolate, target);
  const configurable: PropertyKey[] = [];
  const fixed: PropertyKey[] = [];
  for (const key of ownPropertyKeys(isolate, target)) {
    (getOwnProperty(isolate, target, key)?.configurable === false ? fixed : configurable).push(key);
  }
  if (extensible && fixed.length === 0) return keys;
  const unchecked = new Set(keys);
  const require = (key: PropertyKey): void => {
    if (!unchecked.delete(key)) throwTypeError(isolate, 'ProxyOwnKeysMissing', keyToDisplay(key));
  };
  fixed.forEach(require);
  if (extensible) return keys;
  configurable.forEach(require);
  if (unchecked.size > 0) throwTypeError(isolate, 'ProxyOwnKeysNonExtensible');
  return keys;
}

function keysFromTrap(isolate: Isolate, result: Value): PropertyKey[] {
  if (!(result instanceof JSObject)) return throwTypeError(isolate, 'CalledOnNonObject', 'CreateListFromArrayLike');
  const keys: PropertyKey[] = [];
  const length = lengthOfArrayLike(isolate, result);
  for (let i = 0; i < length; i++) {
    const key = getProperty(isolate, result, i);
    if (typeof key !== 'string' && !(key instanceof JSSymbol))
      throwTypeError(isolate, 'ProxyOwnKeysNonObject', describeUnquoted(key));
    keys.push(toPropertyKey(isolate, key));
  }
  return keys;
}

export function proxyGetPrototypeOf(isolate: Isolate, proxy: JSObject): JSObject | null {
  const { target, handler, method } = getTrap(isolate, proxy, 'getPrototypeOf');
  if (method === undefined) return getPrototypeOf(isolate, target);
  const result = call(isolate, method, handler, [target]);
  if (result !== null && !(result instanceof JSObject)) return throwTypeError(isolate, 'ProxyGetPrototypeOfInvalid');
  if (!isExtensible(isolate, target) && getPrototypeOf(isolate, target) !== result)
    throwTypeError(isolate, 'ProxyGetPrototypeOfNonExtensible');
  return result;
}

export function proxySetPrototypeOf(isolate: Isolate, proxy: JSObject, prototype: JSObject | null): boolean {
  const trap = getTrap(isolate, proxy, 'setPrototypeOf');
  if (trap.method === undefined) return trySetPrototypeOf(isolate, trap.target, prototype) === undefined;
  return callSetPrototypeOfTrap(isolate, trap, prototype);
}

/** For those who need to know why it failed: see integrity.ts. */
export function callSetPrototypeOfTrap(isolate: Isolate, trap: Trap, prototype: JSObject | null): boolean {
  const { target, handler, method } = trap;
  if (!toBoolean(call(isolate, method, handler, [target, prototype]))) return false;
  if (!isExtensible(isolate, target) && getPrototypeOf(isolate, target) !== prototype) {
    throwTypeError(isolate, 'ProxySetPrototypeOfNonExtensible');
  }
  return true;
}

export function proxyIsExtensible(isolate: Isolate, proxy: JSObject): boolean {
  const { target, handler, method } = getTrap(isolate, proxy, 'isExtensible');
  const actual = (): boolean => isExtensible(isolate, target);
  if (method === undefined) return actual();
  const result = toBoolean(call(isolate, method, handler, [target]));
  if (result !== actual()) throwTypeError(isolate, 'ProxyIsExtensibleInconsistent', String(!result));
  return result;
}

export function proxyPreventExtensions(isolate: Isolate, proxy: JSObject): boolean {
  const { target, handler, method } = getTrap(isolate, proxy, 'preventExtensions');
  if (method === undefined) return preventExtensions(isolate, target);
  if (!toBoolean(call(isolate, method, handler, [target]))) return false;
  if (isExtensible(isolate, target)) throwTypeError(isolate, 'ProxyPreventExtensionsExtensible');
  return true;
}

/** [[Call]]. The trap, or the target, gets a frame instead of nesting. */
export function proxyCall(isolate: Isolate, proxy: JSObject, receiver: Value, args: readonly Value[]): Value {
  const { target, handler, method } = getTrap(isolate, proxy, 'apply');
  if (method === undefined) return isolate.tailCall(target, receiver, args);
  return isolate.tailCall(method, handler, [target, receiver, isolate.realm.newArray([...args])]);
}

/** [[Construct]]. The trap nests, for its result must be looked at. */
export function proxyConstruct(isolate: Isolate, proxy: JSObject, args: readonly Value[], newTarget: JSObject): Value {
  if (!proxy.hiddenClass.isConstructor) return throwTypeError(isolate, 'NotConstructor', describeUnquoted(proxy));
  const { target, handler, method } = getTrap(isolate, proxy, 'construct');
  if (method === undefined) return isolate.tailConstruct(target, args, newTarget);
  const result = call(isolate, method, handler, [target, isolate.realm.newArray([...args]), newTarget]);
  if (!(result instanceof JSObject))
    return throwTypeError(isolate, 'ProxyConstructNonObject', describeUnquoted(result));
  return result;
}
