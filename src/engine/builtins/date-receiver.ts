/** The receiver check of Date.prototype's methods. V8: ThisTimeValue in src/builtins/date.tq, CHECK_RECEIVER. */
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { DateData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { describeReceiver } from './collection-receiver.ts';

export function thisTime(isolate: Isolate, receiver: Value, name: string): DateData {
  if (receiver instanceof JSObject && receiver.internal?.kind === 'date') return receiver.internal;
  if (!directMethods.has(name)) {
    return throwTypeError(isolate, 'IncompatibleMethodReceiver', `Date.prototype.${name}`, describeReceiver(receiver));
  }
  return throwTypeError(isolate, 'DateNotADate');
}

/** Those that V8 has in generated code, with a message of its own. */
const directMethods: ReadonlySet<string> = new Set([
  'getDate',
  'getDay',
  'getFullYear',
  'getHours',
  'getMilliseconds',
  'getMinutes',
  'getMonth',
  'getSeconds',
  'getTime',
  'getTimezoneOffset',
  'getUTCDate',
  'getUTCDay',
  'getUTCFullYear',
  'getUTCHours',
  'getUTCMilliseconds',
  'getUTCMinutes',
  'getUTCMonth',
  'getUTCSeconds',
  'valueOf',
]);
