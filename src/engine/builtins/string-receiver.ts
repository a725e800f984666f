/** What String.prototype's methods start with. V8: ToThisString in src/builtins/base.tq. */
import { toStringValue } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { Value } from '../objects/value.ts';
import type { Native } from './install.ts';

/** The receiver as a string; undefined and null have no string methods. */
export function thisText(isolate: Isolate, receiver: Value, methodName: string): string {
  if (typeof receiver === 'string') return receiver;
  if (receiver === undefined || receiver === null) throwTypeError(isolate, 'CalledOnNullOrUndefined', methodName);
  return toStringValue(isolate, receiver);
}

/** A method that starts with the receiver's text. */
export function textMethod(
  name: string,
  length: number,
  action: (isolate: Isolate, text: string, args: Value[]) => Value,
): readonly [length: number, native: Native] {
  return [
    length,
    (isolate, receiver, args) => action(isolate, thisText(isolate, receiver, `String.prototype.${name}`), args),
  ];
}
