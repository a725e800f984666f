/**
 * What code counts on from the moment it is optimised: read off its bytecode and the feedback of that moment.
 * V8: CompilationDependencies::Commit, and where JSNativeContextSpecialization and MaglevGraphBuilder record dependencies.
 */
import { bytecodeNames, decodedLengths } from '../bytecode/bytecodes.ts';
import type { Dependencies } from '../compiler/dependencies.ts';
import type { CompiledFunction, OptimizedCode } from '../compiler/optimized-code.ts';
import type { Context } from '../objects/context.ts';
import { ScriptSlotState } from '../objects/script-context-slots.ts';
import type { Isolate } from './isolate.ts';

export function recordDependencies(isolate: Isolate, code: OptimizedCode): void {
  const { dependencies } = isolate.tiering;
  const visit = (compiled: CompiledFunction): void => {
    recordOfFunction(dependencies, code, compiled);
    for (const callee of compiled.inlined.values()) visit(callee);
  };
  visit(code.outermost);
}

function recordOfFunction(dependencies: Dependencies, optimized: OptimizedCode, compiled: CompiledFunction): void {
  const { code } = compiled.bytecode;
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    switch (bytecodeNames[code[at]!]) {
      case 'LdaScriptContextSlot':
      case 'StaScriptContextSlot':
        dependOnSlot(dependencies, optimized, scriptContext(compiled.context), code[at + 2]!);
        break;
      case 'LdaCurrentScriptContextSlot':
      case 'StaCurrentScriptContextSlot':
        dependOnSlot(dependencies, optimized, scriptContext(compiled.context), code[at + 1]!);
        break;
      default:
    }
  }
}

function dependOnSlot(
  dependencies: Dependencies,
  optimized: OptimizedCode,
  context: Context | undefined,
  slot: number,
): void {
  const state = context?.slotStates?.[slot];
  if (state === undefined || state === ScriptSlotState.undetermined || state === ScriptSlotState.other) return;
  dependencies.add(optimized, context!, 'scriptContextSlot', slot);
}

/** That of the script that the function is in. */
function scriptContext(context: Context | undefined): Context | undefined {
  let each = context;
  while (each !== undefined && each.slotStates === undefined) each = each.previous;
  return each;
}
