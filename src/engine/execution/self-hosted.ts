/** Builtins written in JavaScript: parsed and compiled at their first call. V8: Torque and CSA builtins. */
import type { SharedFunctionInfo, Script } from '../bytecode/shared-function-info.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { parseSelfHosted } from '../parsing/compile-unit.ts';
import { lazySharedFunctionInfo } from './lazy-shared.ts';
import type { Isolate } from './isolate.ts';

/** A function object over one function expression; `name` '' marks an operation of the engine that stack traces leave out. */
export function compileSelfHosted(isolate: Isolate, name: string, source: string): JSObject {
  const script: Script = { id: -1, name, kind: 'builtin', source, lineOffset: 0 };
  const shared = lazySharedFunctionInfo(script, (): SharedFunctionInfo => parseSelfHosted(script));
  const object = isolate.newClosure(shared, undefined);
  if (shared.kind === 'normal') (object.internal as FunctionData).data = undefined;
  return object;
}
