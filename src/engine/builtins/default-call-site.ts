/** TypeErrors of builtins that name a value by its type. V8: ThrowCalledNonCallable, ThrowIteratorError in src/runtime/runtime-internal.cc. */
import { isCallable } from '../execution/calls.ts';
import { defaultCallSite } from '../execution/default-call-site.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';

export function requireCallable(isolate: Isolate, value: Value): JSObject {
  return isCallable(value) ? value : throwTypeError(isolate, 'CalledNonCallable', defaultCallSite(value));
}

export const callSiteRuntime: RuntimeFunctions = {
  ThrowCalledNonCallable: (isolate, [value]) => throwTypeError(isolate, 'CalledNonCallable', defaultCallSite(value)),
  ThrowNotIterableValue: (isolate, [value]) =>
    throwTypeError(isolate, 'NotIterableNoSymbolLoad', defaultCallSite(value), 'Symbol(Symbol.iterator)'),
};
