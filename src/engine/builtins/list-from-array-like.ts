/** ECMAScript: CreateListFromArrayLike, for apply and Reflect. V8: Object::CreateListFromArrayLike. */
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { fastElement, isFastToRead, keyOf } from './array-elements.ts';

/** V8: FixedArray::kMaxLength. */
const maxListLength = 2 ** 27 - 3;
/** Simplified: V8 reads all elements before it finds that so many arguments overflow its stack. */
const mostArguments = 2 ** 22;

export function listFromArrayLike(isolate: Isolate, value: Value): Value[] {
  if (!(value instanceof JSObject)) return throwTypeError(isolate, 'CalledOnNonObject', 'CreateListFromArrayLike');
  const length = lengthOfArrayLike(isolate, value);
  if (length > maxListLength) throwRangeError(isolate, 'InvalidArrayLength');
  if (length > mostArguments) throwRangeError(isolate, 'StackOverflow');
  const isFast = isFastToRead(isolate, value);
  const list: Value[] = [];
  for (let i = 0; i < length; i++) list.push(isFast ? fastElement(value, i) : getProperty(isolate, value, keyOf(i)));
  return list;
}
