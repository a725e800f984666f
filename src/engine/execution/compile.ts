/** Compiling a function at its first call. V8: src/codegen/compiler.cc. */
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import { compileFunction } from '../bytecode/bytecode-generator.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import { withMarkers } from '../bytecode/markers.ts';
import type { Isolate } from './isolate.ts';

/** Makes and keeps the function's code; with statement markers where somebody listens and the code is the user's. */
export function compileForExecution(isolate: Isolate, shared: SharedFunctionInfo): BytecodeArray {
  if (shared.parseLazily !== undefined) {
    shared.literal = shared.parseLazily();
    shared.parseLazily = undefined;
  }
  const bytecode = compileFunction(shared);
  const marked = isolate.options.statements && shared.script.kind !== 'builtin';
  const code = marked ? withMarkers(bytecode, isolate.options.breakLocations === true) : bytecode;
  for (const constant of code.constants) if (typeof constant === 'string') isolate.internalizedStrings.add(constant);
  shared.bytecode = code;
  isolate.strings.addConstants(bytecode);
  shared.compileOrder = isolate.compiledFunctions++;
  if (shared.script.kind !== 'builtin') isolate.listener?.functionCompiled?.(shared, code);
  return code;
}
