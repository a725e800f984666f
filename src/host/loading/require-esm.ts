/** `require` of an ES module. Node: loadESMFromCJS in lib/internal/modules/cjs/loader.js, importSyncForRequire. */
import {
  getProperty,
  JSObject,
  type ModuleRecord,
  moduleNamespace,
  setProperty,
  setSyntheticExport,
  SyntheticModule,
  type Value,
} from '../../engine/index.ts';
import { evaluateNow, isAsyncGraph, loadModule } from './esm-loader.ts';
import type { Host } from '../host.ts';
import { throwLoaderError } from './loader-errors.ts';
import { fileUrlOf } from './paths.ts';

/** Sets module.exports to what require() of the module gives. */
export function requireEsm(host: Host, module: JSObject, file: string): Value {
  const { isolate } = host;
  const url = fileUrlOf(file);
  const parents = parentsOf(host, module);
  const parent = parents[0] ?? file;
  const record = loadModule(host, url, [], fileUrlOf(parent));
  if (record.kind === 'source text' && (record.status === 'evaluating' || record.status === 'linking'))
    refuseCycle(host, file, parent);
  if (isAsyncGraph(record)) {
    const message =
      'require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the top-level ' +
      `await comes from, use --experimental-print-required-tla.\nRequired module: ${file}\nRequire stack:\n- ${parents.join('\n- ')}`;
    throwLoaderError(host, 'ERR_REQUIRE_ASYNC_MODULE', message);
  }
  evaluateNow(host, record);
  setProperty(isolate, module, 'exports', exportsOf(host, record));
  return undefined;
}

function refuseCycle(host: Host, file: string, parent: string): never {
  const message =
    `Cannot require() ES Module ${file} in a cycle. (from ${parent}) A cycle involving require(esm) is not allowed to ` +
    'maintain invariants mandated by the ECMAScript specification. Try making at least part of the dependency in the ' +
    'graph lazily loaded.';
  return throwLoaderError(host, 'ERR_REQUIRE_CYCLE_MODULE', message);
}

function parentsOf({ isolate }: Host, module: JSObject): string[] {
  const result: string[] = [];
  let parent = getProperty(isolate, module, 'parent');
  while (parent instanceof JSObject) {
    result.push(String(getProperty(isolate, parent, 'filename')));
    parent = getProperty(isolate, parent, 'parent');
  }
  return result;
}

/** A module with a default export looks like one that a compiler made of it. Node: createRequiredModuleFacade. */
function exportsOf(host: Host, record: ModuleRecord): Value {
  const { isolate } = host;
  const namespace = moduleNamespace(isolate, record);
  const data = namespace.internal;
  const names = data?.kind === 'module namespace' ? [...data.cells.keys()] : [];
  if (names.includes('module.exports')) return getProperty(isolate, namespace, 'module.exports');
  if (!names.includes('default') || names.includes('__esModule')) return namespace;
  const facade = new SyntheticModule('', ['__esModule', ...names], () => undefined);
  setSyntheticExport(facade, '__esModule', true);
  for (const name of names) setSyntheticExport(facade, name, getProperty(isolate, namespace, name));
  return moduleNamespace(isolate, facade);
}
