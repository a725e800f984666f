/** `underhood bytecode`: the listing of the file's functions, the outermost first. */
import {
  type BytecodeArray,
  compileForExecution,
  disassemble,
  innerFunctions,
  Isolate,
  installBuiltins,
  parseModuleUnit,
  parseScriptUnit,
  parseWrappedUnit,
  type Script,
  type SharedFunctionInfo,
  sharedFunctionInfoOf,
  sourceLanguageOf,
} from '../engine/index.ts';
import { wrapperParameters } from '../host/loading/cjs-files.ts';
import { FileReader } from '../host/loading/files.ts';
import { formatOfFile, parsesAsModule } from '../host/loading/module-format.ts';
import { isCompiled, projectOptions } from '../host/loading/tsconfig.ts';
import type { BytecodeCommand } from './arguments.ts';
import { diskFiles } from './disk-files.ts';
import { readSource } from './source-file.ts';

export function bytecodeCommand(command: BytecodeCommand): number {
  const file = readSource(command.file);
  if (file === undefined) return 2;
  const { fileName, source } = file;
  const options = { seed: 1, now: () => 0, timeZone: 'UTC', locale: 'en-US', statements: false, maxSteps: 1 };
  const isolate = new Isolate(options, installBuiltins);
  const language = sourceLanguageOf(fileName);
  const compilerOptions = isCompiled(source, language)
    ? projectOptions(new FileReader(diskFiles()), fileName)
    : undefined;
  const script = isolate.addScript(fileName, 'main', source, 0, fileName, language, compilerOptions);
  const unit = parseUnit(command, script);
  if (!unit.ok) {
    process.stderr.write(`${fileName}:${unit.error.line}:${unit.error.column}: ${unit.error.message}\n`);
    return 1;
  }
  for (const { shared, bytecode } of allFunctions(isolate, sharedFunctionInfoOf(unit.literal, script))) {
    process.stdout.write(`${disassemble(bytecode, shared.name)}\n\n`);
  }
  return 0;
}

function parseUnit({ isScript }: BytecodeCommand, script: Script) {
  if (isScript) return parseScriptUnit(script);
  const format = formatOfFile(new FileReader(diskFiles()), script.name);
  if (format === 'module') return parseModuleUnit(script);
  const unit = parseWrappedUnit(script, wrapperParameters);
  if (unit.ok || format === 'commonjs') return unit;
  const isModule = parsesAsModule(script.source, sourceLanguageOf(script.name), unit.error);
  return isModule ? parseModuleUnit(script) : unit;
}

interface Listed {
  readonly shared: SharedFunctionInfo;
  readonly bytecode: BytecodeArray;
}

/** A function and those inside it: V8 compiles them when they are first called, a listing shows them all. */
function allFunctions(isolate: Isolate, shared: SharedFunctionInfo): Listed[] {
  const bytecode = compileForExecution(isolate, shared);
  return [{ shared, bytecode }, ...innerFunctions(bytecode).flatMap((inner) => allFunctions(isolate, inner))];
}
