/** ECMAScript: CreateListFromArrayLike, for apply and Reflect. V8: Object::CreateListFromArrayLike. */
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { fastElement, isFastToRead, keyOf } from './array-elements.ts';

export function listFromArrayLike(isolate: Isolate, value: Value): Value[] {
  if (!(value instanceof JSObject)) return throwTypeError(isolate, 'CalledOnNonObject', 'CreateListFromArrayLike');
  const length = lengthOfArrayLike(isolate, value);
  const isFast = isFastToRead(isolate, value);
  const list: Value[] = [];
  for (let i = 0; i < length; i++) list.push(isFast ? fastElement(value, i) : getProperty(isolate, value, keyOf(i)));
  return list;
}
