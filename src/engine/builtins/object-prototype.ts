/** Object.prototype. ECMAScript 20.1.3; V8: src/builtins/builtins-object-gen.cc, builtins-object.cc. */
import { isCallable } from '../execution/calls.ts';
import { toObject, toPropertyKey } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import { setPrototypeOfOrThrow } from '../execution/integrity.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getOwnProperty, getProperty, getPrototypeOf, hasOwnProperty } from '../execution/property-access.ts';
import { PrototypeIterator } from '../execution/prototype-iterator.ts';
import { isArray } from '../execution/proxy.ts';
import type { InstanceTypeName } from '../objects/instance-type.ts';
import { type FunctionData, nativeMarks, type PropertyDescriptor, type ProxyData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { defineOrThrow } from './define-or-throw.ts';
import { getter, methods, type Native } from './install.ts';

export function installObjectPrototype(isolate: Isolate): void {
  const prototype = isolate.realm.objectPrototype;
  methods(isolate, prototype, {
    __defineGetter__: [2, defineAccessor('getter', 'ObjectGetterExpectingFunction')],
    __defineSetter__: [2, defineAccessor('setter', 'ObjectSetterExpectingFunction')],
    hasOwnProperty: [1, hasOwn],
    __lookupGetter__: [1, lookupAccessor('getter')],
    __lookupSetter__: [1, lookupAccessor('setter')],
    isPrototypeOf: [1, isPrototypeOf],
    propertyIsEnumerable: [1, propertyIsEnumerable],
    toString: [0, objectToString],
    valueOf: [0, (_isolate, receiver) => toObject(_isolate, receiver)],
  });
  getter(isolate, prototype, '__proto__', getProto, setProto);
  methods(isolate, prototype, { toLocaleString: [0, toLocaleString] });
  const toString = getProperty(isolate, prototype, 'toString') as JSObject;
  (toString.internal as FunctionData).data = nativeMarks.objectToString;
  isolate.realm.intrinsics.set('Object.prototype.toString', toString);
}

const hasOwn: Native = (isolate, receiver, [key]) => {
  const name = toPropertyKey(isolate, key);
  return hasOwnProperty(isolate, toObject(isolate, receiver), name);
};

const isPrototypeOf: Native = (isolate, receiver, [value]) => {
  if (!(value instanceof JSObject)) return false;
  const wanted = toObject(isolate, receiver);
  const iterator = new PrototypeIterator(isolate);
  for (let object = iterator.after(value); object !== null; object = iterator.after(object)) {
    if (object === wanted) return true;
  }
  return false;
};

const propertyIsEnumerable: Native = (isolate, receiver, [key]) => {
  const name = toPropertyKey(isolate, key);
  return getOwnProperty(isolate, toObject(isolate, receiver), name)?.enumerable === true;
};

const toLocaleString: Native = (isolate, receiver) => {
  if (receiver === undefined || receiver === null)
    throwTypeError(isolate, 'CalledOnNullOrUndefined', 'Object.prototype.toLocaleString');
  return isolate.tailCall(getProperty(isolate, receiver, 'toString'), receiver, []);
};

/** The tags that do not come from Symbol.toStringTag. */
const builtinTags: Partial<Record<InstanceTypeName, string>> = {
  array: 'Array',
  function: 'Function',
  error: 'Error',
  'boolean wrapper': 'Boolean',
  'number wrapper': 'Number',
  'string wrapper': 'String',
  date: 'Date',
  regexp: 'RegExp',
  'sloppy arguments': 'Arguments',
  arguments: 'Arguments',
};

export const objectToString: Native = (isolate, receiver) => {
  if (receiver === undefined) return '[object Undefined]';
  if (receiver === null) return '[object Null]';
  const object = toObject(isolate, receiver);
  const builtinTag = tagOf(isolate, object);
  const tag = getProperty(isolate, object, isolate.symbols.toStringTag);
  return `[object ${typeof tag === 'string' ? tag : builtinTag}]`;
};

function tagOf(isolate: Isolate, object: JSObject): string {
  const type = object.hiddenClass.instanceType;
  if (type !== 'proxy') return builtinTags[type] ?? 'Object';
  if ((object.internal as ProxyData).target === null)
    throwTypeError(isolate, 'ProxyRevoked', 'Object.prototype.toString');
  if (isArray(isolate, object as Value)) return 'Array';
  return object.hiddenClass.isCallable ? 'Function' : 'Object';
}

const getProto: Native = (isolate, receiver) => getPrototypeOf(isolate, toObject(isolate, receiver));

const setProto: Native = (isolate, receiver, [prototype]) => {
  if (receiver === undefined || receiver === null)
    throwTypeError(isolate, 'CalledOnNullOrUndefined', 'set Object.prototype.__proto__');
  if (!(receiver instanceof JSObject)) return undefined;
  if (prototype === null || prototype instanceof JSObject) setPrototypeOfOrThrow(isolate, receiver, prototype);
  return undefined;
};

function defineAccessor(
  half: 'getter' | 'setter',
  template: 'ObjectGetterExpectingFunction' | 'ObjectSetterExpectingFunction',
): Native {
  return (isolate, receiver, [key, accessor]) => {
    const object = toObject(isolate, receiver);
    if (!isCallable(accessor)) return throwTypeError(isolate, template);
    const descriptor: PropertyDescriptor = { enumerable: true, configurable: true };
    descriptor[half] = accessor;
    defineOrThrow(isolate, object, toPropertyKey(isolate, key), descriptor);
    return undefined;
  };
}

function lookupAccessor(half: 'getter' | 'setter'): Native {
  return (isolate, receiver, [key]): Value => {
    let object: JSObject | null = toObject(isolate, receiver);
    const name = toPropertyKey(isolate, key);
    for (; object !== null; object = getPrototypeOf(isolate, object)) {
      const found = getOwnProperty(isolate, object, name);
      if (found !== undefined) return found[half];
    }
    return undefined;
  };
}
