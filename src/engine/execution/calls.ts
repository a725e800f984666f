/**
 * Calling guest functions from host code. V8: src/execution/execution.cc.
 *
 * `call` and `construct` nest the interpreter and are for rare places. A builtin whose result is the result of a call
 * returns `isolate.tailCall(…)` instead, and one that calls in a loop is self-hosted (builtins/self-hosted).
 */
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { describe } from './describe.ts';

export function isCallable(value: Value): value is JSObject {
  return value instanceof JSObject && value.hiddenClass.isCallable;
}

export function isConstructor(value: Value): value is JSObject {
  return value instanceof JSObject && value.hiddenClass.isConstructor;
}

/** Calls a guest function and waits for its result. Nests. */
export function call(isolate: Isolate, callee: Value, receiver: Value, args: readonly Value[]): Value {
  if (!isCallable(callee)) throwTypeError(isolate, 'CalledNonCallable', describe(callee));
  return isolate.callNested(callee, receiver, args);
}

/** new callee(...args). Nests. */
export function construct(isolate: Isolate, callee: Value, args: readonly Value[], newTarget?: JSObject): JSObject {
  if (!isConstructor(callee)) throwTypeError(isolate, 'NotConstructor', describe(callee));
  return isolate.constructNested(callee, args, newTarget ?? callee);
}
