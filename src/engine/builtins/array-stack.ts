/** push, pop, shift and unshift. V8: src/builtins/builtins-array.cc, array-shift.tq, array-unshift.tq. */
import { toObject } from '../execution/conversions.ts';
import { keyToDisplay, theHole, type Value } from '../objects/value.ts';
import { throwTypeError } from '../execution/errors.ts';
import { describeUnquoted } from '../execution/describe.ts';
import type { Isolate } from '../execution/isolate.ts';
import {
  deleteProperty,
  getProperty,
  hasProperty,
  lengthOfArrayLike,
  setProperty,
} from '../execution/property-access.ts';
import { addElement, ensureElementsKinds } from '../objects/elements.ts';
import { ensureCapacity, ensureWritable, shrinkForPop, shrinkForShift } from '../objects/elements-capacity.ts';
import { type JSObject, noElements } from '../objects/js-object.ts';
import { isLengthWritable } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { recordWrites } from '../objects/write-barrier.ts';
import { isFastToWrite, keyOf } from './array-elements.ts';
import type { Native, NativeTable } from './install.ts';

const push: Native = (isolate, receiver, args) => {
  if (isFastToWrite(isolate, receiver)) {
    const { length } = receiver;
    if (args.length === 0) return length;
    // Room for all at once, however sparse the array is.
    if (length + args.length > receiver.capacity) ensureCapacity(receiver, length + args.length);
    for (const value of args) addElement(receiver, receiver.length, value, Attribute.all, false);
    return receiver.length;
  }
  const object = toObject(isolate, receiver);
  let length = lengthOfArrayLike(isolate, object);
  if (object.hiddenClass.instanceType === 'array' && object.hiddenClass.isExtensible && !isLengthWritable(object)) {
    throwTypeError(isolate, 'StrictReadOnlyProperty', 'length', 'object', '[object Array]');
  }
  if (length + args.length > Number.MAX_SAFE_INTEGER) {
    throwTypeError(isolate, 'ArrayLengthTooLarge', String(args.length), String(length));
  }
  for (const value of args) setProperty(isolate, object, keyOf(length++), value);
  setProperty(isolate, object, 'length', length);
  return length;
};

const pop: Native = (isolate, receiver) => {
  if (isFastToWrite(isolate, receiver)) {
    const { length, elements } = receiver;
    if (length === 0) return undefined;
    shrinkForPop(receiver);
    receiver.length = length - 1;
    if (elements.length < length) return undefined;
    const value = elements.pop();
    if (length === 1) receiver.elements = noElements;
    return value === theHole ? undefined : value;
  }
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  if (length === 0) {
    setProperty(isolate, object, 'length', 0);
    return undefined;
  }
  const value = getProperty(isolate, object, keyOf(length - 1));
  deleteOrThrow(isolate, object, length - 1);
  setProperty(isolate, object, 'length', length - 1);
  return value;
};

const shift: Native = (isolate, receiver) => {
  if (isFastToWrite(isolate, receiver)) {
    const { length, elements } = receiver;
    if (length === 0) return undefined;
    shrinkForShift(receiver);
    receiver.length = length - 1;
    const value = elements.length === 0 ? undefined : elements.shift();
    if (elements.length === 0) receiver.elements = noElements;
    return value === theHole ? undefined : value;
  }
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  if (length === 0) {
    setProperty(isolate, object, 'length', 0);
    return undefined;
  }
  const first = getProperty(isolate, object, 0);
  for (let from = 1; from < length; from++) moveElement(isolate, object, from, from - 1);
  deleteOrThrow(isolate, object, length - 1);
  setProperty(isolate, object, 'length', length - 1);
  return first;
};

const unshift: Native = (isolate, receiver, args) => {
  if (isFastToWrite(isolate, receiver)) {
    const length = receiver.length + args.length;
    ensureWritable(receiver);
    if (args.length === 0) return length;
    ensureElementsKinds(receiver, args);
    ensureCapacity(receiver, length);
    isolate.meter.allocateList(length);
    if (receiver.elements === noElements) receiver.elements = args.slice();
    else receiver.elements.unshift(...args);
    recordWrites(receiver);
    receiver.length = length;
    return length;
  }
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  if (args.length > 0) {
    if (length + args.length > Number.MAX_SAFE_INTEGER) throwTypeError(isolate, 'InvalidArrayLength');
    for (let from = length - 1; from >= 0; from--) moveElement(isolate, object, from, from + args.length);
    args.forEach((value: Value, index) => setProperty(isolate, object, keyOf(index), value));
  }
  setProperty(isolate, object, 'length', length + args.length);
  return length + args.length;
};

/** object[to] = object[from], where a missing element stays missing. */
export function moveElement(isolate: Isolate, object: JSObject, from: number, to: number): void {
  const key = keyOf(from);
  if (hasProperty(isolate, object, key)) setProperty(isolate, object, keyOf(to), getProperty(isolate, object, key));
  else deleteOrThrow(isolate, object, to);
}

/** ECMAScript: DeletePropertyOrThrow. */
export function deleteOrThrow(isolate: Isolate, object: JSObject, index: number): void {
  const key = keyOf(index);
  if (deleteProperty(isolate, object, key)) return;
  if (object.hiddenClass.instanceType === 'proxy')
    throwTypeError(isolate, 'ProxyTrapReturnedFalsishFor', 'deleteProperty', keyToDisplay(key));
  throwTypeError(isolate, 'StrictDeleteProperty', keyToDisplay(key), describeUnquoted(object));
}

export const stackMethods: NativeTable = { push: [1, push], pop: [0, pop], shift: [0, shift], unshift: [1, unshift] };
