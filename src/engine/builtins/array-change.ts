/** fill, reverse and copyWithin: they change the array in place. V8: src/builtins/array-reverse.tq, array-copywithin.tq, builtins-array.cc. */
import { toObject, toRelativeIndex } from '../execution/conversions.ts';
import { getProperty, hasProperty, lengthOfArrayLike, setProperty } from '../execution/property-access.ts';
import { ensureWritable } from '../objects/elements-capacity.ts';
import { ensureElementsKind } from '../objects/elements.ts';
import { fillElements, isFastToWrite, keyOf } from './array-elements.ts';
import { deleteOrThrow, moveElement } from './array-stack.ts';
import type { Native, NativeTable } from './install.ts';

const fill: Native = (isolate, receiver, [value, start, end]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const from = toRelativeIndex(isolate, start, length, 0);
  const to = toRelativeIndex(isolate, end, length, length);
  if (isFastToWrite(isolate, object) && object.length >= to && from < to) {
    ensureElementsKind(object, value);
    ensureWritable(object);
    fillElements(isolate, object).fill(value, from, to);
    // Every element is new, so that none is missing any more.
    if (from === 0 && to === object.length)
      object.hiddenClass = object.hiddenClass.withElementsKind(object.hiddenClass.elementsKind & ~1);
    return object;
  }
  for (let i = from; i < to; i++) setProperty(isolate, object, keyOf(i), value);
  return object;
};

const reverse: Native = (isolate, receiver) => {
  const object = toObject(isolate, receiver);
  if (isFastToWrite(isolate, object)) {
    ensureWritable(object);
    if (object.length > 1) fillElements(isolate, object).reverse();
    return object;
  }
  const length = lengthOfArrayLike(isolate, object);
  for (let lower = 0; lower < Math.floor(length / 2); lower++) {
    const upper = length - 1 - lower;
    const lowerKey = keyOf(lower);
    const upperKey = keyOf(upper);
    const hasLower = hasProperty(isolate, object, lowerKey);
    const lowerValue = hasLower ? getProperty(isolate, object, lowerKey) : undefined;
    const hasUpper = hasProperty(isolate, object, upperKey);
    const upperValue = hasUpper ? getProperty(isolate, object, upperKey) : undefined;
    if (hasUpper) setProperty(isolate, object, lowerKey, upperValue);
    else if (hasLower) deleteOrThrow(isolate, object, lower);
    if (hasLower) setProperty(isolate, object, upperKey, lowerValue);
    else if (hasUpper) deleteOrThrow(isolate, object, upper);
  }
  return object;
};

const copyWithin: Native = (isolate, receiver, [target, start, end]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const to = toRelativeIndex(isolate, target, length, 0);
  const from = toRelativeIndex(isolate, start, length, 0);
  const last = toRelativeIndex(isolate, end, length, length);
  const count = Math.min(last - from, length - to);
  if (count <= 0) return object;
  if (isFastToWrite(isolate, object) && object.length === length) {
    ensureWritable(object);
    fillElements(isolate, object).copyWithin(to, from, from + count);
    return object;
  }
  const isBackward = from < to && to < from + count;
  for (let i = 0; i < count; i++) {
    const offset = isBackward ? count - 1 - i : i;
    moveElement(isolate, object, from + offset, to + offset);
  }
  return object;
};

export const changingMethods: NativeTable = { fill: [1, fill], reverse: [0, reverse], copyWithin: [2, copyWithin] };
