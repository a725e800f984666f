/**
 * The main file: what it is, its code, and how the run begins with it. Node: lib/internal/modules/run_main.js; HTML: run a
 * classic script, run a module script.
 */
import {
  callScript,
  compileModule,
  evaluateModule,
  GuestException,
  type JSObject,
  type ParseFailure,
  parseScriptUnit,
  parseWrappedUnit,
  setProperty,
  sharedFunctionInfoOf,
  type SourceLanguage,
  sourceLanguageOf,
  type SourceTextModule,
  type Value,
} from '../../engine/index.ts';
import type { DecidedSourceKind } from '../../protocol/run.ts';
import { endCycle } from './cjs-cycles.ts';
import { wrapperParameters } from './cjs-files.ts';
import { explain, then } from './dynamic-import.ts';
import { linkLoaded, loadMainModule } from './esm-loader.ts';
import { stopForFiles } from './file-requests.ts';
import { wrapperArguments } from './globals-modules.ts';
import type { Host } from '../host.ts';
import { compilerOptionsOf } from './compiler-options.ts';
import { formatOfFile, parseFile, parsesAsModule } from './module-format.ts';
import { packageScopeOf } from './package-json.ts';
import { directoryOf, extensionOf, fileUrlOf, isAbsolute, normalizeSeparators } from './paths.ts';
import { handleUncaught } from '../unhandled.ts';

export type MainFile =
  | { readonly ok: true; readonly kind: DecidedSourceKind; readonly scriptName: string; readonly run: () => void }
  | {
      readonly ok: false;
      readonly kind: DecidedSourceKind;
      readonly scriptName: string;
      readonly error: ParseFailure;
    };

/** Stops the run (see file-requests.ts) if what the file is depends on files that are not known. */
export function compileMainFile(host: Host, source: string): MainFile {
  const { fileName, sourceKind } = host.environment;
  const language = languageOfMain(host);
  if (sourceKind !== 'auto') return compileAs(host, source, sourceKind);
  if (host.description.runtime === 'browser') return compileForBrowser(host, source);
  const format = formatOfMain(host, source);
  if (format === 'module') return compileAs(host, source, 'module');
  const asCommonJs = compileAs(host, source, 'commonjs');
  if (asCommonJs.ok || format === 'commonjs' || !parsesAsModule(source, language, asCommonJs.error)) return asCommonJs;
  warnAboutTypelessPackage(host, fileName);
  return compileAs(host, source, 'module');
}

function languageOfMain({ environment }: Host): SourceLanguage {
  return sourceLanguageOf(environment.fileName, environment.languageId);
}

/** Simplified: a page says whether a script is a module; here its name or its syntax does. */
function compileForBrowser(host: Host, source: string): MainFile {
  if (extensionOf(host.environment.fileName) === '.mjs') return compileAs(host, source, 'module');
  const asScript = compileAs(host, source, 'script');
  return asScript.ok || !parsesAsModule(source, languageOfMain(host), asScript.error)
    ? asScript
    : compileAs(host, source, 'module');
}

function formatOfMain(host: Host, source: string): 'commonjs' | 'module' | 'ambiguous' {
  const path = normalizeSeparators(host.environment.fileName);
  const format = isAbsolute(path) ? formatOfFile(host.files, path) : 'ambiguous';
  if (host.files.unknown.size > 0) {
    const language = languageOfMain(host);
    const program = parseFile(source, 'commonjs', language) ?? parseFile(source, 'module', language);
    if (program !== undefined) host.sources.push({ path, url: undefined, program });
    stopForFiles(host);
  }
  return format === 'module' || format === 'commonjs' ? format : 'ambiguous';
}

/** Node: MODULE_TYPELESS_PACKAGE_JSON. */
function warnAboutTypelessPackage(host: Host, fileName: string): void {
  const scope = packageScopeOf(host.files, directoryOf(fileName));
  if (scope === undefined) return;
  host.print(
    'warn',
    `(node:1) [MODULE_TYPELESS_PACKAGE_JSON] Warning: Module type of ${fileUrlOf(fileName)} is not specified and it doesn't parse as CommonJS.\n` +
      'Reparsing as ES module because module syntax was detected. This incurs a performance overhead.\n' +
      `To eliminate this warning, add "type": "module" to ${scope.path}.\n` +
      '(Use `node --trace-warnings ...` to show where the warning was created)',
  );
}

function compileAs(host: Host, source: string, kind: DecidedSourceKind): MainFile {
  const { isolate } = host;
  const { fileName } = host.environment;
  const path = normalizeSeparators(fileName);
  const language = languageOfMain(host);
  const isUrl = /^(?:data|blob):/.test(path);
  const scriptName = kind === 'module' && !isUrl ? fileUrlOf(path) : fileName;
  const script = isolate.addScript(
    scriptName,
    'main',
    source,
    0,
    fileName,
    language,
    compilerOptionsOf(host, fileName, source, language),
  );
  if (kind === 'module') {
    const compiled = compileModule(script);
    if (!compiled.ok) return { ok: false, kind, scriptName, error: compiled.error };
    const { module } = compiled;
    host.sources.push({ path, url: scriptName, program: module.shared.literal.node });
    return { ok: true, kind, scriptName, run: () => runModule(host, module) };
  }
  const isWrapped = kind === 'commonjs';
  const unit = isWrapped ? parseWrappedUnit(script, wrapperParameters) : parseScriptUnit(script);
  if (!unit.ok) return { ok: false, kind, scriptName, error: unit.error };
  host.sources.push({ path, url: undefined, program: unit.literal.node });
  const main = isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined);
  if (!isWrapped) return { ok: true, kind, scriptName, run: () => void callScript(isolate, main) };
  const { receiver, args } = wrapperArguments(host);
  const run = (): void => {
    isolate.callNested(main, receiver, args);
    setProperty(isolate, args[2] as JSObject, 'loaded', true);
    endCycle(host, args[2]);
  };
  return { ok: true, kind, scriptName, run };
}

/** Node's promise of the main module is an ordinary one; a page reports what a module script throws like any exception. */
function runModule(host: Host, module: SourceTextModule): void {
  const isRejection = host.description.runtime === 'node';
  try {
    loadMainModule(host, module);
    linkLoaded(host, module);
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    return handleUncaught(host, error.value, isRejection);
  }
  const evaluation = evaluateModule(host.isolate, module);
  host.mainModule = { module, evaluation };
  then(
    host,
    evaluation,
    () => undefined,
    (reason: Value) => {
      explain(host, module, reason);
      handleUncaught(host, reason, isRejection);
    },
  );
}
