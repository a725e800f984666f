/** `underhood bytecode`: the listing of the file's functions, the outermost first. */
import {
  type BytecodeArray,
  compileForExecution,
  disassemble,
  Isolate,
  installBuiltins,
  parseScriptUnit,
  parseWrappedUnit,
  type SharedFunctionInfo,
  sharedFunctionInfoOf,
} from '../engine/index.ts';
import { wrapperParameters } from '../host/cjs-files.ts';
import type { BytecodeCommand } from './arguments.ts';
import { readSource } from './source-file.ts';

export function bytecodeCommand(command: BytecodeCommand): number {
  const file = readSource(command.file);
  if (file === undefined) return 2;
  const { fileName, source } = file;
  const options = { seed: 1, now: () => 0, timeZone: 'UTC', locale: 'en-US', statements: false, maxSteps: 1 };
  const isolate = new Isolate(options, installBuiltins);
  const script = isolate.addScript(fileName, 'main', source);
  const unit = command.isScript ? parseScriptUnit(script) : parseWrappedUnit(script, wrapperParameters);
  if (!unit.ok) {
    process.stderr.write(`${fileName}:${unit.error.line}:${unit.error.column}: ${unit.error.message}\n`);
    return 1;
  }
  for (const { shared, bytecode } of allFunctions(isolate, sharedFunctionInfoOf(unit.literal, script))) {
    process.stdout.write(`${disassemble(bytecode, shared.name)}\n\n`);
  }
  return 0;
}

interface Listed {
  readonly shared: SharedFunctionInfo;
  readonly bytecode: BytecodeArray;
}

/** A function and those inside it: V8 compiles them when they are first called, a listing shows them all. */
function allFunctions(isolate: Isolate, shared: SharedFunctionInfo): Listed[] {
  const bytecode = compileForExecution(isolate, shared);
  const result: Listed[] = [{ shared, bytecode }];
  for (const constant of bytecode.constants) {
    if (typeof constant !== 'object' || constant === null) continue;
    if (constant.type === 'sharedFunctionInfo') result.push(...allFunctions(isolate, constant));
    else if (constant.type === 'globalDeclarations') {
      for (const declaration of constant.declarations) {
        if (declaration.function !== undefined) result.push(...allFunctions(isolate, declaration.function));
      }
    }
  }
  return result;
}
