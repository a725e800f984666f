/**
 * How V8 names a value in a TypeError that a builtin throws, where no call in the source names it: `number 1`, `object null`,
 * `string "a"`, `undefined`. V8: BuildDefaultCallSite in src/execution/messages.cc.
 */
import { isCallable } from '../execution/calls.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, type Value } from '../objects/value.ts';

export function defaultCallSite(value: Value): string {
  if (value === null) return 'object null';
  if (value instanceof JSObject) return isCallable(value) ? 'function' : 'object';
  if (value instanceof JSSymbol) return 'symbol';
  if (typeof value === 'string') return `string "${value}"`;
  if (typeof value === 'boolean' || typeof value === 'number') return `${typeof value} ${value}`;
  return typeof value;
}

export function requireCallable(isolate: Isolate, value: Value): JSObject {
  return isCallable(value) ? value : throwTypeError(isolate, 'CalledNonCallable', defaultCallSite(value));
}

export const callSiteRuntime: RuntimeFunctions = {
  ThrowCalledNonCallable: (isolate, [value]) => throwTypeError(isolate, 'CalledNonCallable', defaultCallSite(value)),
  ThrowNotIterableValue: (isolate, [value]) =>
    throwTypeError(isolate, 'NotIterableNoSymbolLoad', defaultCallSite(value), 'Symbol(Symbol.iterator)'),
};
