/**
 * Object and its static functions. ECMAScript 20.1; V8: src/builtins/builtins-object.cc, object.tq.
 * Those that call guest code in a loop are in self-hosted/object.ts, the prototype's methods in object-prototype.ts.
 */
import { enumerableOwnKeys } from '../execution/enumerable-keys.ts';
import { toObject, toPropertyKey } from '../execution/conversions.ts';
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import {
  preventExtensions,
  setIntegrityLevel,
  setPrototypeOfOrThrow,
  testIntegrityLevel,
} from '../execution/integrity.ts';
import type { Isolate } from '../execution/isolate.ts';
import {
  createDataPropertyOrThrow,
  getOwnProperty,
  getProperty,
  getPrototypeOf,
  hasOwnProperty,
  isExtensible,
  ownPropertyKeys,
  setProperty,
} from '../execution/property-access.ts';
import { fromPropertyDescriptor, toPropertyDescriptor } from '../execution/property-descriptor.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import type { PropertyDescriptor } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { JSSymbol, keyFromString, keyToValue, type PropertyKey, type Value } from '../objects/value.ts';
import { newArrayOfKind } from './array-elements.ts';
import { defineOrThrow } from './define-or-throw.ts';
import { constructor, type Native, type NativeTable } from './install.ts';
import { installObjectPrototype } from './object-prototype.ts';
import { installInOrder } from './ordered-install.ts';
import { objectSelfHosted } from './self-hosted/object.ts';

export function installObject(isolate: Isolate): void {
  const object = constructor(isolate, 'Object', 1, construct, isolate.realm.objectPrototype);
  installInOrder(isolate, object, staticsInOrder, statics, objectSelfHosted);
  installObjectPrototype(isolate);
}

const construct: Native = (isolate, _receiver, [value], newTarget) => {
  if (newTarget !== undefined && newTarget !== isolate.realm.intrinsic('Object')) {
    return new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'object', 'Object.prototype'));
  }
  return value === undefined || value === null ? isolate.realm.newObject() : toObject(isolate, value);
};

const assign: Native = (isolate, _receiver, args) => {
  const target = toObject(isolate, args[0]);
  for (const source of args.slice(1)) {
    if (source === undefined || source === null) continue;
    const from = toObject(isolate, source);
    for (const key of ownPropertyKeys(isolate, from)) {
      if (getOwnProperty(isolate, from, key)?.enumerable !== true) continue;
      setProperty(isolate, target, key, getProperty(isolate, from, key), true, 'keyed');
    }
  }
  return target;
};

const create: Native = (isolate, _receiver, [prototype, properties]) => {
  if (prototype !== null && !(prototype instanceof JSObject))
    throwTypeError(isolate, 'ProtoObjectOrNull', describeUnquoted(prototype));
  const object = isolate.realm.newObjectWithPrototype(prototype);
  if (properties !== undefined) defineAll(isolate, object, properties);
  return object;
};

const defineProperties: Native = (isolate, _receiver, [object, properties]) => {
  if (!(object instanceof JSObject)) return throwTypeError(isolate, 'CalledOnNonObject', 'Object.defineProperties');
  defineAll(isolate, object, properties);
  return object;
};

const defineProperty: Native = (isolate, _receiver, [object, key, attributes]) => {
  if (!(object instanceof JSObject)) return throwTypeError(isolate, 'CalledOnNonObject', 'Object.defineProperty');
  const name = toPropertyKey(isolate, key);
  defineOrThrow(isolate, object, name, toPropertyDescriptor(isolate, attributes));
  return object;
};

/** ECMAScript: ObjectDefineProperties. All descriptors are read before the first is applied. */
function defineAll(isolate: Isolate, object: JSObject, properties: Value): void {
  const source = toObject(isolate, properties);
  const descriptors: [PropertyKey, PropertyDescriptor][] = [];
  for (const key of ownPropertyKeys(isolate, source)) {
    if (getOwnProperty(isolate, source, key)?.enumerable !== true) continue;
    descriptors.push([key, toPropertyDescriptor(isolate, getProperty(isolate, source, key))]);
  }
  for (const [key, descriptor] of descriptors) defineOrThrow(isolate, object, key, descriptor);
}

const getOwnPropertyDescriptor: Native = (isolate, _receiver, [value, key]) => {
  const object = toObject(isolate, value);
  return fromPropertyDescriptor(isolate, getOwnProperty(isolate, object, toPropertyKey(isolate, key)));
};

const getOwnPropertyDescriptors: Native = (isolate, _receiver, [value]) => {
  const object = toObject(isolate, value);
  const result = isolate.realm.newObject();
  for (const key of ownPropertyKeys(isolate, object)) {
    const descriptor = fromPropertyDescriptor(isolate, getOwnProperty(isolate, object, key));
    if (descriptor !== undefined) createDataPropertyOrThrow(isolate, result, key, descriptor);
  }
  return result;
};

const getOwnPropertyNames: Native = (isolate, _receiver, [value]) => {
  const keys = ownPropertyKeys(isolate, toObject(isolate, value));
  return newArrayOfKind(
    isolate,
    keys.filter((key) => !(key instanceof JSSymbol)).map(keyToValue),
    ElementsKind.PACKED_ELEMENTS,
  );
};

const getOwnPropertySymbols: Native = (isolate, _receiver, [value]) => {
  const keys = ownPropertyKeys(isolate, toObject(isolate, value));
  return newArrayOfKind(
    isolate,
    keys.filter((key) => key instanceof JSSymbol),
    ElementsKind.HOLEY_ELEMENTS,
  );
};

/** Keys are taken first, and each is looked at again when its turn comes: a getter may have removed it. */
function forEachOwnEnumerable(isolate: Isolate, value: Value, visit: (key: string, value: Value) => void): void {
  const object = toObject(isolate, value);
  for (const key of ownPropertyKeys(isolate, object)) {
    if (key instanceof JSSymbol || getOwnProperty(isolate, object, key)?.enumerable !== true) continue;
    visit(String(key), getProperty(isolate, object, key));
  }
}

const entries: Native = (isolate, _receiver, [object]) => {
  const result: Value[] = [];
  forEachOwnEnumerable(isolate, object, (key, value) =>
    result.push(newArrayOfKind(isolate, [key, value], ElementsKind.PACKED_ELEMENTS)),
  );
  return newArrayOfKind(isolate, result, ElementsKind.HOLEY_ELEMENTS);
};

const values: Native = (isolate, _receiver, [object]) => {
  const result: Value[] = [];
  forEachOwnEnumerable(isolate, object, (_key, value) => result.push(value));
  return newArrayOfKind(isolate, result, ElementsKind.HOLEY_ELEMENTS);
};

function freezeOrSeal(level: 'sealed' | 'frozen', trap: string): Native {
  return (isolate, _receiver, [object]) => {
    if (!(object instanceof JSObject)) return object;
    if (!setIntegrityLevel(isolate, object, level)) throwTypeError(isolate, 'ProxyTrapReturnedFalsish', trap);
    return object;
  };
}

const statics: NativeTable = {
  assign: [2, assign],
  create: [2, create],
  defineProperties: [2, defineProperties],
  defineProperty: [3, defineProperty],
  entries: [1, entries],
  freeze: [1, freezeOrSeal('frozen', 'preventExtensions')],
  getOwnPropertyDescriptor: [2, getOwnPropertyDescriptor],
  getOwnPropertyDescriptors: [1, getOwnPropertyDescriptors],
  getOwnPropertyNames: [1, getOwnPropertyNames],
  getOwnPropertySymbols: [1, getOwnPropertySymbols],
  getPrototypeOf: [1, (isolate, _receiver, [value]) => getPrototypeOf(isolate, toObject(isolate, value))],
  hasOwn: [
    2,
    (isolate, _receiver, [value, key]) => {
      const object = toObject(isolate, value);
      return hasOwnProperty(isolate, object, toPropertyKey(isolate, key));
    },
  ],
  is: [2, (_isolate, _receiver, [a, b]) => Object.is(a, b)],
  isExtensible: [1, (isolate, _receiver, [object]) => object instanceof JSObject && isExtensible(isolate, object)],
  isFrozen: [
    1,
    (isolate, _receiver, [object]) => !(object instanceof JSObject) || testIntegrityLevel(isolate, object, 'frozen'),
  ],
  isSealed: [
    1,
    (isolate, _receiver, [object]) => !(object instanceof JSObject) || testIntegrityLevel(isolate, object, 'sealed'),
  ],
  keys: [
    1,
    (isolate, _receiver, [value]) =>
      newArrayOfKind(isolate, enumerableOwnKeys(isolate, toObject(isolate, value)), ElementsKind.PACKED_ELEMENTS),
  ],
  preventExtensions: [
    1,
    (isolate, _receiver, [object]) => {
      if (!(object instanceof JSObject)) return object;
      if (!preventExtensions(isolate, object)) throwTypeError(isolate, 'ProxyTrapReturnedFalsish', 'preventExtensions');
      return object;
    },
  ],
  seal: [1, freezeOrSeal('sealed', 'preventExtensions')],
  setPrototypeOf: [
    2,
    (isolate, _receiver, [object, prototype]) => {
      if (object === undefined || object === null)
        throwTypeError(isolate, 'CalledOnNullOrUndefined', 'Object.setPrototypeOf');
      if (prototype !== null && !(prototype instanceof JSObject)) {
        return throwTypeError(isolate, 'ProtoObjectOrNull', describeUnquoted(prototype));
      }
      if (object instanceof JSObject) setPrototypeOfOrThrow(isolate, object, prototype);
      return object;
    },
  ],
  values: [1, values],
};

const staticsInOrder = [
  'assign',
  'getOwnPropertyDescriptor',
  'getOwnPropertyDescriptors',
  'getOwnPropertyNames',
  'getOwnPropertySymbols',
  'hasOwn',
  'is',
  'preventExtensions',
  'seal',
  'create',
  'defineProperties',
  'defineProperty',
  'freeze',
  'getPrototypeOf',
  'setPrototypeOf',
  'isExtensible',
  'isFrozen',
  'isSealed',
  'keys',
  'entries',
  'fromEntries',
  'values',
  'groupBy',
] as const;

export const objectRuntime: RuntimeFunctions = {
  /** groups, key, value: appends to the group's array, which is made where it is missing. */
  AppendToGroup: (isolate, [groups, key, value]) => {
    const name = typeof key === 'string' ? keyFromString(key) : toPropertyKey(isolate, key);
    const holder = groups as JSObject;
    let group = getProperty(isolate, holder, name);
    if (group === undefined) {
      group = newArrayOfKind(isolate, [], ElementsKind.PACKED_ELEMENTS);
      addOwn(holder, name, group, Attribute.all);
    }
    const array = group as JSObject;
    addOwn(array, array.length, value, Attribute.all);
    array.capacity = array.length;
    return undefined;
  },
};
