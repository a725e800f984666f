/** with, toReversed and toSpliced: changes that leave the array alone. V8: src/builtins/array-with.tq, array-to-reversed.tq, array-to-spliced.tq. */
import { toIntegerOrInfinity, toObject, toRelativeIndex } from '../execution/conversions.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import { describeUnquoted } from '../execution/describe.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import { kindOfAll } from '../execution/realm.ts';
import { ElementsKind, isHoley, lastExtensibleFastKind, mergeKinds } from '../objects/elements-kind.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { fastElement, isFastToRead, keyOf, newArrayOfKind } from './array-elements.ts';
import { maxArrayLength } from './array-species.ts';
import type { Native, NativeTable } from './install.ts';

/** All elements, holes as undefined; the one at `without` is not read. */
export function valuesOf(isolate: Isolate, object: JSObject, length: number, without = -1): Value[] {
  const values: Value[] = [];
  const isFast = isFastToRead(isolate, object);
  for (let i = 0; i < length; i++) {
    if (i === without) values.push(undefined);
    else values.push(isFast ? fastElement(object, i) : getProperty(isolate, object, keyOf(i)));
  }
  return values;
}

/** An array of the values that keeps doubles where the original had them. */
function copyLike(isolate: Isolate, original: JSObject, values: Value[]): JSObject {
  const kind = original.hiddenClass.elementsKind;
  const own = kindOfAll(values, isolate.profile.smiBits);
  const isFast = original.hiddenClass.instanceType === 'array' && kind <= lastExtensibleFastKind;
  return newArrayOfKind(isolate, values, isFast ? mergeKinds(kind & ~1, own) : own);
}

function checkLength(isolate: Isolate, length: number): void {
  if (length > maxArrayLength) throwRangeError(isolate, 'InvalidArrayLength');
}

const withMethod: Native = (isolate, receiver, [index, value]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const relative = toIntegerOrInfinity(isolate, index);
  const position = relative >= 0 ? relative : length + relative;
  if (position < 0 || position >= length) throwRangeError(isolate, 'InvalidIndex', describeUnquoted(index));
  checkLength(isolate, length);
  const values = valuesOf(isolate, object, length, position);
  values[position] = value;
  return copyLike(isolate, object, values);
};

const toReversed: Native = (isolate, receiver) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  checkLength(isolate, length);
  const values: Value[] = [];
  for (let i = length - 1; i >= 0; i--) values.push(getProperty(isolate, object, keyOf(i)));
  // V8 reads a holey array one by one.
  const { instanceType, elementsKind } = object.hiddenClass;
  const isHoleyArray = instanceType === 'array' && isHoley(elementsKind) && elementsKind <= lastExtensibleFastKind;
  return !isHoleyArray
    ? copyLike(isolate, object, values)
    : newArrayOfKind(
        isolate,
        values,
        values.length === 0 ? ElementsKind.PACKED_SMI_ELEMENTS : ElementsKind.PACKED_ELEMENTS,
      );
};

const toSpliced: Native = (isolate, receiver, args) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const start = toRelativeIndex(isolate, args[0], length, 0);
  const wanted = args.length === 0 ? 0 : args.length === 1 ? length - start : toIntegerOrInfinity(isolate, args[1]);
  const skipCount = Math.min(Math.max(wanted, 0), length - start);
  const items = args.slice(2);
  const newLength = length + items.length - skipCount;
  if (newLength > Number.MAX_SAFE_INTEGER) throwTypeError(isolate, 'InvalidArrayLength');
  checkLength(isolate, newLength);
  const values: Value[] = [];
  for (let i = 0; i < start; i++) values.push(getProperty(isolate, object, keyOf(i)));
  for (const item of items) values.push(item);
  for (let i = start + skipCount; i < length; i++) values.push(getProperty(isolate, object, keyOf(i)));
  // V8 has a fast way for packed arrays only, and looks at each value of others.
  return newLength === 0 || isHoley(object.hiddenClass.elementsKind)
    ? newArrayOfKind(isolate, values, kindOfAll(values, isolate.profile.smiBits))
    : copyLike(isolate, object, values);
};

export const copyingMethods: NativeTable = {
  with: [2, withMethod],
  toReversed: [0, toReversed],
  toSpliced: [2, toSpliced],
};
