/** indexOf, lastIndexOf, includes and at. V8: src/builtins/builtins-array-gen.cc, array-lastindexof.tq, array-at.tq. */
import { toIntegerOrInfinity, toObject, toRelativeIndex } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import { getProperty, hasProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import type { Value } from '../objects/value.ts';
import { fastElement, isFastToRead, keyOf } from './array-elements.ts';
import type { Native, NativeTable } from './install.ts';

const indexOf: Native = (isolate, receiver, [wanted, start]) => {
  if (receiver === undefined || receiver === null)
    throwTypeError(isolate, 'CalledOnNullOrUndefined', 'Array.prototype.indexOf');
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  if (length === 0) return -1;
  const from = toRelativeIndex(isolate, start, length, 0);
  // The hole equals nothing that guest code can pass.
  if (isFastToRead(isolate, object)) return object.elements.indexOf(wanted, from);
  for (let i = from; i < length; i++) {
    const key = keyOf(i);
    if (hasProperty(isolate, object, key) && getProperty(isolate, object, key) === wanted) return i;
  }
  return -1;
};

const lastIndexOf: Native = (isolate, receiver, args) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  if (length === 0) return -1;
  const start = args.length > 1 ? toIntegerOrInfinity(isolate, args[1]) : length - 1;
  const from = start >= 0 ? Math.min(start, length - 1) : length + start;
  const wanted = args[0];
  for (let i = from; i >= 0; i--) {
    const key = keyOf(i);
    if (hasProperty(isolate, object, key) && getProperty(isolate, object, key) === wanted) return i;
  }
  return -1;
};

const includes: Native = (isolate, receiver, [wanted, start]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  if (length === 0) return false;
  const from = toRelativeIndex(isolate, start, length, 0);
  const isFast = isFastToRead(isolate, object);
  for (let i = from; i < length; i++) {
    if (isSame(isFast ? fastElement(object, i) : getProperty(isolate, object, keyOf(i)), wanted)) return true;
  }
  return false;
};

/** ECMAScript: SameValueZero. */
function isSame(a: Value, b: Value): boolean {
  return a === b || (typeof a === 'number' && typeof b === 'number' && Number.isNaN(a) && Number.isNaN(b));
}

const at: Native = (isolate, receiver, [index]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const relative = toIntegerOrInfinity(isolate, index);
  const position = relative >= 0 ? relative : length + relative;
  return position < 0 || position >= length ? undefined : getProperty(isolate, object, keyOf(position));
};

export const searchMethods: NativeTable = {
  indexOf: [1, indexOf],
  lastIndexOf: [1, lastIndexOf],
  includes: [1, includes],
  at: [1, at],
};
