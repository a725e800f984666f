/**
 * `f.caller` and `f.arguments` while the sloppy function f runs. V8: FunctionCallerGetter and FunctionArgumentsGetter in
 * src/builtins/accessors.cc.
 */
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { newSloppyArguments } from './arguments.ts';
import { actualArguments } from './interpreter.ts';
import type { Isolate } from './isolate.ts';

/** The function that called it; scripts and eval code are passed over, and strict functions and builtins are not told. */
export function callerOf(isolate: Isolate, object: JSObject): JSObject | null {
  const frames = isolate.frames();
  let depth = frames.findLastIndex(({ closure }) => closure === object) - 1;
  while (depth >= 0 && (frames[depth]!.shared.kind === 'script' || frames[depth]!.shared.kind === 'eval')) depth--;
  const caller = frames[depth];
  // A frame that is in the middle of a native's work was not the one that called.
  if (caller === undefined || caller.shared.isStrict || caller.native !== undefined) return null;
  return caller.shared.script.kind === 'builtin' ? null : caller.closure;
}

/** A fresh object each time, which shares nothing with the function's own. */
export function argumentsOf(isolate: Isolate, object: JSObject, stack: readonly Value[]): JSObject | null {
  const frame = isolate.frames().findLast(({ closure }) => closure === object);
  return frame === undefined ? null : newSloppyArguments(isolate, frame, actualArguments(stack, frame));
}
