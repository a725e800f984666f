/**
 * ES modules of a run: the module map, loading of graphs, import() and import.meta.
 * Node: lib/internal/modules/esm/{loader,module_job,translators}.js. HTML: fetch a module script graph.
 *
 * Simplified: all files of a graph are there at once, so nothing of loading takes time.
 */
import {
  compileModule,
  evaluateModule,
  GuestException,
  type ImportAttribute,
  JSObject,
  linkModule,
  type ModuleRecord,
  type ModuleRequest,
  moduleNamespace,
  type Script,
  type SourceTextModule,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { compilerOptionsOf } from './compiler-options.ts';
import { placeOurError, sourceError } from './loader-errors.ts';
import { explainMissingExport } from './esm-explanations.ts';
import { checkAttributes, formatOfUrl } from './import-attributes.ts';
import { pathOfFileUrl } from './paths.ts';
import { readSource, resolveModule } from './module-sources.ts';
import { newSyntheticModuleFor } from './synthetic-modules.ts';

/** By URL; JSON by its own. HTML: module map. */
export type ModuleMap = Map<string, ModuleRecord>;

export function loadMainModule(host: Host, module: SourceTextModule): void {
  host.moduleMap.set(module.script.name, module);
  loadRequests(host, module);
}

/** A module and all that it imports, not yet linked. */
export function loadModule(
  host: Host,
  url: string,
  attributes: readonly ImportAttribute[],
  parentUrl: string,
): ModuleRecord {
  const known = host.moduleMap.get(url);
  const isTyped = attributes.some(({ key }) => key === 'type');
  // What has been loaded without a type is not looked at again.
  if (known !== undefined && !isTyped && !isJson(known)) return known;
  const format = formatOfUrl(host, url);
  checkAttributes(host, url, format, attributes);
  if (known !== undefined) return known;
  if (format !== 'module') {
    const module = newSyntheticModuleFor(host, url, format, parentUrl);
    host.moduleMap.set(url, module);
    return module;
  }
  const source = readSource(host, url);
  const path = url.startsWith('file:') ? pathOfFileUrl(url) : url;
  const options = compilerOptionsOf(host, path, source);
  const module = sourceTextModule(host, host.isolate.addScript(url, 'file', source, 0, path, undefined, options));
  host.moduleMap.set(url, module);
  loadRequests(host, module);
  return module;
}

function isJson(module: ModuleRecord): boolean {
  return module.kind === 'synthetic' && module.name.endsWith('.json');
}

function sourceTextModule(host: Host, script: Script): SourceTextModule {
  const compiled = compileModule(script);
  if (!compiled.ok) throw new GuestException(sourceError(host, script, compiled.error));
  const { module } = compiled;
  host.sources.push({ path: script.path ?? script.name, url: script.name, program: module.shared.literal.node });
  return module;
}

/** In order of the text, each with its own requests before the next. */
function loadRequests(host: Host, module: SourceTextModule): void {
  const parentUrl = module.script.name;
  try {
    module.descriptor.requests.forEach((request, index) => {
      const url = resolveModule(host, request.specifier, parentUrl);
      module.requestedModules[index] = placing(host, module, request, () =>
        loadModule(host, url, request.attributes, parentUrl),
      );
    });
  } catch (error) {
    // A later import tries again.
    host.moduleMap.delete(parentUrl);
    throw error;
  }
}

/** Errors that are ours and not Node's say where the import stands. */
function placing<T>(host: Host, module: SourceTextModule, { start, end }: ModuleRequest, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (error instanceof GuestException && error.value instanceof JSObject)
      placeOurError(host, error.value, module.script, start, end);
    throw error;
  }
}

export function linkLoaded(host: Host, module: ModuleRecord): void {
  try {
    linkModule(host.isolate, module);
  } catch (error) {
    if (error instanceof GuestException && error.value instanceof JSObject) explainMissingExport(host, error.value);
    throw error;
  }
}

/** Loads, links and evaluates at once, for require(). Throws what evaluation threw. */
export function evaluateNow(host: Host, module: ModuleRecord): JSObject {
  linkLoaded(host, module);
  const promise = evaluateModule(host.isolate, module);
  const data = promise.internal;
  if (data?.kind === 'promise' && data.state === 'rejected') {
    data.isHandled = true;
    host.rejections.delete(promise);
    throw new GuestException(data.result);
  }
  return moduleNamespace(host.isolate, module);
}

/** Whether a module, or one that it imports, waits at its top level. */
export function isAsyncGraph(module: ModuleRecord, visited: Set<ModuleRecord> = new Set()): boolean {
  if (module.kind === 'synthetic' || visited.has(module)) return false;
  visited.add(module);
  return module.hasTopLevelAwait || module.requestedModules.some((required) => isAsyncGraph(required, visited));
}
