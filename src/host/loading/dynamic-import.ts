/**
 * import() and import.meta as the runtime gives them. Node: lib/internal/modules/esm/{utils,initialize_import_meta}.js.
 *
 * How many microtasks pass between the call, the run of the module and the settled promise is counted from Node 24,
 * whose loader is made of async functions.
 */
import {
  addOwn,
  Attribute,
  evaluateModule,
  FunctionData,
  fulfillPromise,
  GuestException,
  type ImportAttribute,
  type JSObject,
  type ModuleRecord,
  moduleNamespace,
  newPromise,
  performPromiseThen,
  rejectPromise,
  type Script,
  type SourceTextModule,
  type Value,
} from '../../engine/index.ts';
import { linkLoaded, loadModule } from './esm-loader.ts';
import { explainCommonJsGlobal } from './esm-explanations.ts';
import type { Host } from '../host.ts';
import { resolveModule } from './module-sources.ts';
import { validateString } from '../node-errors.ts';
import { resolving } from './loader-errors.ts';
import { resolveEsm, resolveUrl } from './resolve-esm.ts';
import { ResolutionError } from './resolution-error.ts';
import { directoryOf, fileUrlOf, pathOfFileUrl } from './paths.ts';

const microtasks = { untilFailure: 4, untilEvaluation: 5, afterEvaluation: 5, ofEvaluatedModule: 7 } as const;

export function installModules(host: Host): void {
  const { isolate } = host;
  isolate.importModuleDynamically = (referrer, specifier, attributes) =>
    importModule(host, referrer, specifier, attributes);
  isolate.makeImportMeta = (module) => makeImportMeta(host, module);
}

/** The URL of the file that a script is, or belongs to. */
function urlOfScript({ name, path }: Script): string {
  return /^(file|data):/.test(name) ? name : fileUrlOf(path ?? name);
}

function importModule(
  host: Host,
  referrer: Script,
  specifier: string,
  attributes: readonly ImportAttribute[],
): JSObject {
  const promise = newPromise(host.isolate);
  const parentUrl = urlOfScript(referrer);
  let module: ModuleRecord;
  try {
    module = loadModule(host, resolveModule(host, specifier, parentUrl), attributes, parentUrl);
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    const { value } = error;
    afterMicrotasks(host, microtasks.untilFailure, () => rejectPromise(host.isolate, promise, value));
    return promise;
  }
  if (module.status === 'evaluated') {
    afterMicrotasks(host, microtasks.ofEvaluatedModule, () => settle(host, promise, module));
    return promise;
  }
  const reject = (reason: Value): void => rejectPromise(host.isolate, promise, reason);
  then(host, importJob(host, module), () => settle(host, promise, module), reject);
  return promise;
}

/** All calls of import() for a module that has not run yet wait for the same. Node: ModuleJob. */
function importJob(host: Host, module: ModuleRecord): JSObject {
  const known = host.importJobs.get(module);
  if (known !== undefined) return known;
  const { isolate } = host;
  const job = newPromise(isolate);
  host.importJobs.set(module, job);
  afterMicrotasks(host, microtasks.untilEvaluation, () => {
    try {
      linkLoaded(host, module);
    } catch (error) {
      if (!(error instanceof GuestException)) throw error;
      afterMicrotasks(host, microtasks.afterEvaluation, () => rejectPromise(isolate, job, error.value));
      return;
    }
    const after = (settleJob: () => void): void => afterMicrotasks(host, microtasks.afterEvaluation - 2, settleJob);
    then(
      host,
      evaluateModule(isolate, module),
      () => after(() => fulfillPromise(isolate, job, undefined)),
      (reason) => {
        explain(host, module, reason);
        after(() => rejectPromise(isolate, job, reason));
      },
    );
  });
  return job;
}

function settle(host: Host, promise: JSObject, module: ModuleRecord): void {
  const { isolate } = host;
  if (module.evaluationError !== undefined) rejectPromise(isolate, promise, module.evaluationError.value);
  else fulfillPromise(isolate, promise, moduleNamespace(isolate, module));
}

export function explain(host: Host, module: ModuleRecord, reason: Value): void {
  if (module.kind === 'source text') explainCommonJsGlobal(host, reason, module.script.name, module.hasTopLevelAwait);
}

/** Hops from microtask to microtask, as a chain of awaits does. */
function afterMicrotasks(host: Host, count: number, action: () => void): void {
  if (count <= 0) return action();
  const settled = newPromise(host.isolate);
  fulfillPromise(host.isolate, settled, undefined);
  then(host, settled, () => afterMicrotasks(host, count - 1, action), undefined);
}

export function then(
  host: Host,
  promise: JSObject,
  onFulfilled: () => void,
  onRejected: ((reason: Value) => void) | undefined,
): void {
  const { isolate } = host;
  const fulfilled = isolate.realm.newNative('import', 0, () => {
    onFulfilled();
    return undefined;
  });
  const rejected =
    onRejected === undefined
      ? undefined
      : isolate.realm.newNative('import', 1, (_isolate, _receiver, [reason]) => {
          onRejected(reason);
          return undefined;
        });
  for (const native of [fulfilled, rejected])
    if (native?.internal instanceof FunctionData) native.internal.data = 'hidden';
  performPromiseThen(isolate, promise, fulfilled, rejected, undefined);
}

function makeImportMeta(host: Host, module: SourceTextModule): JSObject {
  const { isolate } = host;
  const meta = isolate.realm.newObjectWithPrototype(null);
  const url = module.script.name;
  const set = (key: string, value: Value): void => addOwn(meta, key, value, Attribute.all);
  if (host.description.runtime === 'node') {
    if (url.startsWith('file:')) {
      const path = pathOfFileUrl(url);
      set('dirname', directoryOf(path));
      set('filename', path);
    }
    set('main', module.script.kind === 'main');
  }
  const resolve = isolate.realm.newNative('resolve', 1, (_isolate, _receiver, [specifier]) => {
    validateString(isolate, specifier, 'specifier');
    return resolveForMeta(host, specifier as string, url);
  });
  set('resolve', resolve);
  set('url', url);
  return meta;
}

/** import.meta.resolve: a file need not be there. */
function resolveForMeta(host: Host, specifier: string, url: string): string {
  if (host.description.runtime === 'browser') return resolveModule(host, specifier, url);
  return (
    resolveUrl(specifier, url) ??
    resolving(host, () => {
      try {
        return resolveEsm(host.files, specifier, url);
      } catch (error) {
        const missing = error instanceof ResolutionError ? error.properties['url'] : undefined;
        if (typeof missing === 'string') return missing;
        throw error;
      }
    })
  );
}
