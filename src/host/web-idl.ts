/**
 * How a browser's API takes its arguments and says that they are wrong. Web IDL: converting values; the words are Blink's
 * (ExceptionMessages in platform/bindings).
 */
import { isCallable, type Isolate, JSObject, throwError, toNumber, type Value } from '../engine/index.ts';

/** "Failed to execute 'postMessage' on 'Window': …". */
export function throwFailed(isolate: Isolate, method: string, problem: string, owner = 'Window'): never {
  return throwError(isolate, 'TypeError', `Failed to execute '${method}' on '${owner}': ${problem}`);
}

export function requireArguments(isolate: Isolate, method: string, args: readonly Value[], least = 1): void {
  if (args.length >= least) return;
  const wanted = least === 1 ? '1 argument' : `${least} arguments`;
  throwFailed(isolate, method, `${wanted} required, but only ${args.length} present.`);
}

/** The first argument, which has to be a function. */
export function callbackArgument(isolate: Isolate, method: string, args: readonly Value[]): JSObject {
  requireArguments(isolate, method, args);
  const [callback] = args;
  if (callback instanceof JSObject && isCallable(callback)) return callback;
  return throwFailed(isolate, method, "parameter 1 is not of type 'Function'.");
}

/** Web IDL: long. */
export function toLong(isolate: Isolate, value: Value): number {
  return value === undefined ? 0 : toNumber(isolate, value) | 0;
}
