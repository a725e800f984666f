/** Modules for tests: specifiers are files beside the test. test262: INTERPRETING.md, "Modules". */
import path from 'node:path';
import {
  compileModule,
  evaluateModule,
  fulfillPromise,
  GuestException,
  type ImportAttribute,
  type Isolate,
  type JSObject,
  linkModule,
  type ModuleRecord,
  moduleNamespace,
  newPromise,
  parseJson,
  performPromiseThen,
  rejectPromise,
  setSyntheticExport,
  type SourceTextModule,
  SyntheticModule,
  throwError,
  type Value,
} from '../../src/engine/index.ts';
import { throwSyntaxError } from '../../src/engine/execution/errors.ts';

export type ReadModule = (file: string) => string | undefined;

export class ModuleHost {
  private readonly isolate: Isolate;
  private readonly read: ReadModule;
  private readonly modules = new Map<string, ModuleRecord>();

  constructor(isolate: Isolate, read: ReadModule) {
    this.isolate = isolate;
    this.read = read;
    isolate.importModuleDynamically = (referrer, specifier, attributes) =>
      this.importModule(path.posix.join(path.posix.dirname(referrer.path ?? referrer.name), specifier), attributes);
  }

  /** The test itself; its syntax errors are returned. */
  compileMain(file: string, source: string): ReturnType<typeof compileModule> {
    const compiled = compileModule(this.isolate.addScript(file, 'main', source));
    if (compiled.ok) this.modules.set(file, compiled.module);
    return compiled;
  }

  /** Loads what the module imports; throws as the program would. */
  load(module: SourceTextModule): void {
    module.descriptor.requests.forEach(({ specifier, attributes }, index) => {
      const file = path.posix.join(path.posix.dirname(module.script.name), specifier);
      module.requestedModules[index] = this.module(file, attributes);
    });
  }

  private module(file: string, attributes: readonly ImportAttribute[]): ModuleRecord {
    const { isolate } = this;
    const other = attributes.find(({ key, value }) => key !== 'type' || value !== 'json');
    if (other !== undefined) throwSyntaxError(isolate, `attribute ${other.key} is not supported`);
    const key = `${file} ${attributes.length > 0 ? 'json' : ''}`;
    const known = this.modules.get(attributes.length > 0 ? key : file);
    if (known !== undefined) return known;
    const source = this.read(file);
    if (source === undefined) return throwError(isolate, 'Error', `there is no ${file}`);
    if (attributes.length > 0) {
      const json = jsonModule(isolate, file, source);
      this.modules.set(key, json);
      return json;
    }
    const compiled = compileModule(isolate.addScript(file, 'file', source));
    if (!compiled.ok) return throwSyntaxError(isolate, compiled.error.message.replace(/^SyntaxError: /, ''));
    this.modules.set(file, compiled.module);
    this.load(compiled.module);
    return compiled.module;
  }

  private importModule(file: string, attributes: readonly ImportAttribute[]): JSObject {
    const { isolate } = this;
    const promise = newPromise(isolate);
    const reject = (reason: Value): void => rejectPromise(isolate, promise, reason);
    try {
      const module = this.module(file, attributes);
      linkModule(isolate, module);
      // As if the file had to be read: nothing runs while the caller does.
      const settled = newPromise(isolate);
      fulfillPromise(isolate, settled, undefined);
      const start = isolate.realm.newNative('', 0, () => {
        performPromiseThen(isolate, evaluateModule(isolate, module), fulfilled, rejected, undefined);
        return undefined;
      });
      const fulfilled = isolate.realm.newNative('', 0, () => {
        fulfillPromise(isolate, promise, moduleNamespace(isolate, module));
        return undefined;
      });
      const rejected = isolate.realm.newNative('', 1, (_isolate, _receiver, [reason]) => {
        reject(reason);
        return undefined;
      });
      performPromiseThen(isolate, settled, start, undefined, undefined);
    } catch (error) {
      if (!(error instanceof GuestException)) throw error;
      reject(error.value);
    }
    return promise;
  }
}

function jsonModule(isolate: Isolate, file: string, source: string): SyntheticModule {
  const value = parseJson(isolate, source);
  const module = new SyntheticModule(file, ['default'], () => setSyntheticExport(module, 'default', value));
  return module;
}
