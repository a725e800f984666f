/**
 * Prototype and extensibility of any object: [[SetPrototypeOf]], [[PreventExtensions]] and the integrity levels that
 * freeze and seal set. V8: JSReceiver::SetPrototype, JSReceiver::SetIntegrityLevel.
 */
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { setIntegrityLevel as setOrdinaryIntegrityLevel } from '../objects/integrity-level.ts';
import { setPrototype } from '../objects/own-properties.ts';
import type { PropertyDescriptor } from '../objects/internal-slots.ts';
import { type ArrayBufferData, typedArrayDataOf } from '../objects/typed-array.ts';
import { dictionaryElements, ElementsKind } from '../objects/elements-kind.ts';
import { describeUnquoted } from './describe.ts';
import { throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import {
  defineOwnProperty,
  definePropertyOrThrow,
  getOwnProperty,
  isExtensible,
  ownPropertyKeys,
} from './property-access.ts';
import { callSetPrototypeOfTrap, getTrap, proxyPreventExtensions } from './proxy.ts';

export type PrototypeFailure =
  'NonExtensibleProto' | 'CyclicProto' | 'ImmutablePrototypeSet' | 'ProxyTrapReturnedFalsishFor';

/** ECMAScript: O.[[SetPrototypeOf]](V): undefined if it worked, else why not. */
export function trySetPrototypeOf(
  isolate: Isolate,
  object: JSObject,
  prototype: JSObject | null,
): PrototypeFailure | undefined {
  if (object.hiddenClass.instanceType === 'proxy') {
    const trap = getTrap(isolate, object, 'setPrototypeOf');
    if (trap.method === undefined) return trySetPrototypeOf(isolate, trap.target, prototype);
    return callSetPrototypeOfTrap(isolate, trap, prototype) ? undefined : 'ProxyTrapReturnedFalsishFor';
  }
  if (object.hiddenClass.prototype === prototype) return undefined;
  if (object === isolate.realm.objectPrototype) return 'ImmutablePrototypeSet';
  if (!object.hiddenClass.isExtensible) return 'NonExtensibleProto';
  for (let holder = prototype; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder === object) return 'CyclicProto';
    if (holder.hiddenClass.instanceType === 'proxy') break;
  }
  setPrototype(object, prototype);
  return undefined;
}

export function setPrototypeOfOrThrow(isolate: Isolate, object: JSObject, prototype: JSObject | null): void {
  const failure = trySetPrototypeOf(isolate, object, prototype);
  if (failure === undefined) return;
  if (failure === 'ProxyTrapReturnedFalsishFor') throwTypeError(isolate, failure, 'setPrototypeOf', 'undefined');
  throwTypeError(isolate, failure, failure === 'ImmutablePrototypeSet' ? 'Object.prototype' : describeUnquoted(object));
}

/** ECMAScript: O.[[PreventExtensions]](). */
export function preventExtensions(isolate: Isolate, object: JSObject): boolean {
  if (object.hiddenClass.instanceType === 'proxy') return proxyPreventExtensions(isolate, object);
  if (object.hiddenClass.instanceType === 'typed array' && !isFixedLength(object)) return false;
  if (object.hiddenClass.isExtensible) setOrdinaryIntegrityLevel(object, 'nonextensible');
  return true;
}

/** ECMAScript: IsTypedArrayFixedLength. */
function isFixedLength(object: JSObject): boolean {
  const data = typedArrayDataOf(object);
  if (data.fixedLength === undefined) return false;
  const { buffer } = data.buffer.internal as ArrayBufferData;
  return !(buffer instanceof ArrayBuffer && buffer.resizable);
}

/** ECMAScript: SetIntegrityLevel. False where a proxy refused. */
export function setIntegrityLevel(isolate: Isolate, object: JSObject, level: 'sealed' | 'frozen'): boolean {
  const type = object.hiddenClass.instanceType;
  if (type === 'proxy') return setProxyIntegrityLevel(isolate, object, level);
  if (type === 'typed array' && !isFixedLength(object)) return false;
  if (
    type === 'typed array' &&
    level === 'frozen' &&
    ownPropertyKeys(isolate, object).some((key) => typeof key === 'number')
  ) {
    throwTypeError(isolate, 'CannotFreezeArrayBufferView');
  }
  if (type === 'typed array' || type === 'module namespace') return setProxyIntegrityLevel(isolate, object, level);
  if (testIntegrityLevel(isolate, object, level)) return true;
  setOrdinaryIntegrityLevel(object, level);
  return true;
}

function setProxyIntegrityLevel(isolate: Isolate, object: JSObject, level: 'sealed' | 'frozen'): boolean {
  if (!preventExtensions(isolate, object)) return false;
  for (const key of ownPropertyKeys(isolate, object)) {
    if (level === 'sealed') {
      definePropertyOrThrow(isolate, object, key, { configurable: false });
      continue;
    }
    const current = getOwnProperty(isolate, object, key);
    if (current === undefined) continue;
    const isAccessor = 'getter' in current || 'setter' in current;
    const wanted: PropertyDescriptor = isAccessor ? { configurable: false } : { configurable: false, writable: false };
    if (!defineOwnProperty(isolate, object, key, wanted)) definePropertyOrThrow(isolate, object, key, wanted);
  }
  return true;
}

/** ECMAScript: TestIntegrityLevel. */
export function testIntegrityLevel(isolate: Isolate, object: JSObject, level: 'sealed' | 'frozen'): boolean {
  if (isExtensible(isolate, object)) return false;
  if (object.hiddenClass.instanceType === 'proxy' || object.hiddenClass.instanceType === 'module namespace') {
    return ownPropertyKeys(isolate, object).every((key) => {
      const current = getOwnProperty(isolate, object, key);
      return (
        current === undefined || (current.configurable !== true && !(level === 'frozen' && current.writable === true))
      );
    });
  }
  const found = new PropertyLookup();
  const kind = object.hiddenClass.elementsKind;
  const wanted = level === 'frozen' ? ElementsKind.PACKED_FROZEN_ELEMENTS : ElementsKind.PACKED_SEALED_ELEMENTS;
  if (kind < wanted && kind !== dictionaryElements && object.elements.length > 0) {
    // A fast kind below the wanted one says enough, unless nothing but holes is left.
    const first = ownPropertyKeys(isolate, object)[0];
    if (typeof first === 'number') return false;
  }
  return ownPropertyKeys(isolate, object).every((key) => {
    if (!lookupOwn(found, object, key)) return true;
    if (found.isConfigurable) return false;
    return level === 'sealed' || found.isAccessor || !found.isWritable;
  });
}
