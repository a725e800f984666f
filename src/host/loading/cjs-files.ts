/** The files of CommonJS modules: their texts, the wrapper around them, JSON. Node: Module._extensions, wrapSafe. */
import {
  GuestException,
  getProperty,
  JSObject,
  lookupData,
  makeError,
  parseJson,
  parseWrappedUnit,
  sharedFunctionInfoOf,
  sourceLanguageOf,
  type Value,
} from '../../engine/index.ts';
import { stopForFiles } from './file-requests.ts';
import type { Host } from '../host.ts';
import { compilerOptionsOf } from './compiler-options.ts';
import { refusalError, sourceError, throwLoaderError } from './loader-errors.ts';
import { parsesAsModule } from './module-format.ts';

export const wrapperParameters = ['exports', 'require', 'module', '__filename', '__dirname'] as const;

export function findExtension(file: string, extensions: JSObject): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  for (let dot = name.indexOf('.', 1); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const extension = name.slice(dot);
    if (lookupData(extensions, extension) !== undefined) return extension;
  }
  return '.js';
}

export function sourceOf(host: Host, file: string): string {
  const text = host.files.text(file);
  stopForFiles(host);
  if (text !== undefined) return text;
  const refusal = host.files.refusal(file);
  if (refusal !== undefined) throw new GuestException(refusalError(host, file, refusal));
  return throwLoaderError(host, 'ENOENT', `ENOENT: no such file or directory, open '${file}'`);
}

/** What a JSON file holds; its errors name it. */
export function jsonValue(host: Host, text: string, file: string): Value {
  try {
    return parseJson(host.isolate, text);
  } catch (error) {
    if (!(error instanceof GuestException) || !(error.value instanceof JSObject)) throw error;
    const message = `${file}: ${String(getProperty(host.isolate, error.value, 'message'))}`;
    throw new GuestException(makeError(host.isolate, 'SyntaxError', message));
  }
}

export function refuseAddon(host: Host, file: string): never {
  const message = `Underhood cannot load the native addon ${file}: it is machine code, and nothing here runs outside the simulation`;
  return throwLoaderError(host, 'ERR_DLOPEN_FAILED', message);
}

/** The wrapper's function; undefined: the file is an ES module. */
export function compileFile(host: Host, source: string, file: string, format: Value): Value {
  if (format === 'module') return undefined;
  const { isolate } = host;
  const script = isolate.addScript(file, 'file', source, 0, file, undefined, compilerOptionsOf(host, file, source));
  const unit = parseWrappedUnit(script, wrapperParameters);
  if (unit.ok) {
    host.sources.push({ path: file, url: undefined, program: unit.literal.node });
    return isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined);
  }
  if (format === 'ambiguous' && parsesAsModule(source, sourceLanguageOf(file), unit.error)) return undefined;
  throw new GuestException(sourceError(host, script, unit.error));
}
