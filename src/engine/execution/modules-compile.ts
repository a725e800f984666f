/** A module's text becomes a record that can be linked. V8: ScriptCompiler::CompileModule, Factory::NewSourceTextModule. */
import { sharedFunctionInfoOf } from '../bytecode/shared-function-info.ts';
import { SourceTextModule, type SyntheticModule } from '../objects/module.ts';
import type { Value } from '../objects/value.ts';
import { parseModuleUnit, type UnitResult } from '../parsing/compile-unit.ts';
import type { Script } from '../parsing/script.ts';

export type CompiledModule =
  | { readonly ok: true; readonly module: SourceTextModule }
  | { readonly ok: false; readonly error: Extract<UnitResult, { ok: false }>['error'] };

export function compileModule(script: Script): CompiledModule {
  const unit = parseModuleUnit(script);
  if (!unit.ok) return unit;
  const { literal } = unit;
  const descriptor = literal.moduleDescriptor;
  if (descriptor === undefined) throw new Error('a module without a descriptor');
  return { ok: true, module: new SourceTextModule(script, sharedFunctionInfoOf(literal, script), descriptor) };
}

/** ECMAScript: SetSyntheticModuleExport. */
export function setSyntheticExport(module: SyntheticModule, name: string, value: Value): void {
  const cell = module.exports.get(name);
  if (cell === undefined) throw new Error(`a synthetic module without an export ${name}`);
  cell.value = value;
}
