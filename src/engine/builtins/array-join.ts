/**
 * join, toString and toLocaleString. V8: src/builtins/array-join.tq. An array that is being joined already, further out,
 * reads as the empty string.
 */
import { call, isCallable } from '../execution/calls.ts';
import { toObject, toStringValue } from '../execution/conversions.ts';
import { lookupData } from '../execution/describe.ts';
import { throwRangeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { maxTextLength } from '../execution/meter.ts';
import { getProperty, hasProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import type { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { keyOf } from './array-elements.ts';
import type { Native, NativeTable } from './install.ts';
import { objectToString } from './object-prototype.ts';
import { requireCallable } from './default-call-site.ts';

/** The host keeps the parts of a text that grows until somebody looks into it. */
const bytesPerPart = 32;
/** Arrays in arrays; V8 overflows its stack at about as many. */
const maxDepth = 4000;

const join: Native = (isolate, receiver, [separator]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const between = separator === undefined ? ',' : toStringValue(isolate, separator);
  return joinWith(isolate, object, length, between, (value) => elementToString(isolate, value));
};

function joinWith(
  isolate: Isolate,
  object: JSObject,
  length: number,
  separator: string,
  convert: (value: Value) => string,
): string {
  const stack = joinStack(isolate);
  if (stack.includes(object)) return '';
  if (stack.length >= maxDepth) throwRangeError(isolate, 'StackOverflow');
  if ((length - 1) * separator.length > maxTextLength) throwRangeError(isolate, 'InvalidStringLength');
  stack.push(object);
  try {
    let result = '';
    for (let i = 0; i < length; i++) {
      isolate.meter.allocate(bytesPerPart);
      if (i > 0) result += separator;
      const value = getProperty(isolate, object, keyOf(i));
      if (value !== undefined && value !== null) result += convert(value);
      if (result.length > maxTextLength) throwRangeError(isolate, 'InvalidStringLength');
    }
    return result;
  } finally {
    stack.pop();
  }
}

/** Arrays in arrays do not go through a call, so that deep ones need little of the host's stack. */
function elementToString(isolate: Isolate, value: Value): string {
  const { realm, symbols } = isolate;
  if (
    value instanceof JSObject &&
    value.hiddenClass.instanceType === 'array' &&
    lookupData(value, 'toString') === realm.intrinsic('Array.prototype.toString') &&
    lookupData(value, 'join') === realm.intrinsic('Array.prototype.join') &&
    !hasProperty(isolate, value, symbols.toPrimitive)
  ) {
    return joinWith(isolate, value, value.length, ',', (element) => elementToString(isolate, element));
  }
  return toStringValue(isolate, value);
}

/** Kept beside the function itself: V8 keeps it in the native context. */
function joinStack(isolate: Isolate): JSObject[] {
  const data = isolate.realm.intrinsic('Array.prototype.join').internal as FunctionData;
  if (!Array.isArray(data.data)) data.data = [];
  return data.data as JSObject[];
}

const toString: Native = (isolate, receiver, args) => {
  const object = toObject(isolate, receiver);
  const method = getProperty(isolate, object, 'join');
  if (method === isolate.realm.intrinsic('Array.prototype.join')) return join(isolate, object, [], undefined);
  return isCallable(method) ? isolate.tailCall(method, object, []) : objectToString(isolate, object, args, undefined);
};

const toLocaleString: Native = (isolate, receiver, [locales, options]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  return joinWith(isolate, object, length, ',', (value) => {
    const method = requireCallable(isolate, getProperty(isolate, value, 'toLocaleString'));
    return toStringValue(isolate, call(isolate, method, value, [locales, options]));
  });
};

export const joiningMethods: NativeTable<'join' | 'toString' | 'toLocaleString'> = {
  join: [1, join],
  toString: [0, toString],
  toLocaleString: [0, toLocaleString],
};
