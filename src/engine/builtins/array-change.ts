/** fill, reverse and copyWithin: they change the array in place. V8: src/builtins/array-reverse.tq, array-copywithin.tq, builtins-array.cc. */
import { toObject, toRelativeIndex } from '../execution/conversions.ts';
import { getProperty, hasProperty, lengthOfArrayLike, setProperty } from '../execution/property-access.ts';
import { capacityOf, ensureWritable } from '../objects/elements-capacity.ts';
import { ElementsKind, isHoley } from '../objects/elements-kind.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { kindOfAll } from '../execution/realm.ts';
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
    // Every element is new: V8 gives the array the value's kind.
    const isWhole = from === 0 && to === object.length && isolate.heap.profile.fillPacks;
    if (isWhole) packForFill(object, value);
    else ensureElementsKind(object, value);
    ensureWritable(object);
    fillElements(isolate, object).fill(value, from, to);
    return object;
  }
  for (let i = from; i < to; i++) setProperty(isolate, object, keyOf(i), value);
  return object;
};

function packForFill(array: JSObject, value: Value): void {
  const kind = kindOfAll([value], array.hiddenClass.heap.profile.smiBits);
  const capacity = capacityOf(array);
  const before = array.hiddenClass.elementsKind & ~1;
  const wasDouble = before === ElementsKind.PACKED_DOUBLE_ELEMENTS;
  // Doubles and tagged values need other stores.
  array.capacity = wasDouble === (kind === ElementsKind.PACKED_DOUBLE_ELEMENTS) ? capacity : array.length;
  ensureElementsKind(array, value);
  array.hiddenClass = array.hiddenClass.withElementsKind(kind);
}

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
  // V8 goes from element to element, and deletes where one is missing.
  if (isFastToWrite(isolate, object) && object.length === length && !isHoley(object.hiddenClass.elementsKind)) {
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
