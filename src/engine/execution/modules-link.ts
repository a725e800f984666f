/**
 * Linking: every import of a graph of modules gets the cell of the export that it means.
 * V8: SourceTextModule::PrepareInstantiate and FinishInstantiate, ResolveExport. ECMAScript: Link, InnerModuleLinking.
 */
import { isTypeScript } from '../parsing/source-language.ts';
import { Cell, type ModuleRecord, SourceTextModule } from '../objects/module.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { makeError } from './errors.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { formatMessage } from './message-templates.ts';
import { newModuleContext } from './module-environment.ts';

/** Throws the SyntaxError of an import that nothing provides; then nothing of the graph is linked. */
export function linkModule(isolate: Isolate, module: ModuleRecord): void {
  const stack: SourceTextModule[] = [];
  try {
    innerModuleLinking(isolate, module, stack, { index: 0 });
  } catch (error) {
    for (const linking of stack) linking.status = 'unlinked';
    throw error;
  }
}

function innerModuleLinking(
  isolate: Isolate,
  module: ModuleRecord,
  stack: SourceTextModule[],
  counter: { index: number },
): void {
  if (module.kind === 'synthetic') {
    if (module.status === 'unlinked') module.status = 'linked';
    return;
  }
  if (module.status !== 'unlinked') return;
  module.status = 'linking';
  module.dfsIndex = counter.index;
  module.dfsAncestorIndex = counter.index;
  counter.index += 1;
  stack.push(module);
  prepareExports(module);
  for (const required of module.requestedModules) {
    innerModuleLinking(isolate, required, stack, counter);
    if (required.kind === 'source text' && required.status === 'linking')
      module.dfsAncestorIndex = Math.min(module.dfsAncestorIndex, required.dfsAncestorIndex);
  }
  initializeEnvironment(isolate, module);
  if (module.dfsAncestorIndex !== module.dfsIndex) return;
  for (let done = stack.pop(); done !== undefined; done = stack.pop()) {
    done.status = 'linked';
    if (done === module) return;
  }
}

/** A cell for each local name that is exported. */
function prepareExports(module: SourceTextModule): void {
  if (module.regularExports.length > 0) return;
  for (const { exportNames } of module.descriptor.regularExports) {
    const cell = new Cell();
    module.regularExports.push(cell);
    for (const name of exportNames) module.exports.set(name, cell);
  }
}

function initializeEnvironment(isolate: Isolate, module: SourceTextModule): void {
  const { descriptor } = module;
  for (const entry of descriptor.indirectExports) {
    const request = descriptor.requests[entry.request]!;
    const found = resolveExport(module.requestedModules[entry.request]!, entry.importName, []);
    if (found === 'missing' && isTypeOf(module, module.requestedModules[entry.request]!)) continue;
    if (!(found instanceof Cell)) throwUnresolvable(isolate, module, found, request.specifier, entry.importName, entry);
  }
  module.regularImports.length = 0;
  for (const entry of descriptor.regularImports) {
    const request = descriptor.requests[entry.request]!;
    const found = resolveExport(module.requestedModules[entry.request]!, entry.importName, []);
    if (!(found instanceof Cell)) throwUnresolvable(isolate, module, found, request.specifier, entry.importName, entry);
    else module.regularImports.push(found);
  }
  module.code = instantiate(isolate, module);
}

/** TypeScript passes on types of TypeScript under names that no value has; files are compiled one by one here. */
function isTypeOf(module: SourceTextModule, requested: ModuleRecord): boolean {
  const isTyped = (one: SourceTextModule) => isTypeScript(one.shared.script.language ?? 'javascript');
  return isTyped(module) && requested.kind !== 'synthetic' && isTyped(requested);
}

/** The module's code runs up to its body: it makes its functions. */
function instantiate(isolate: Isolate, module: SourceTextModule): JSObject {
  const closure = new JSObject(isolate.realm.functionHiddenClass(module.shared.kind));
  const data = new FunctionData(isolate.realm);
  data.shared = module.shared;
  data.feedbackCell = new FeedbackCell();
  data.context = newModuleContext(isolate, module);
  closure.internal = data;
  return isolate.callNested(closure, undefined, []) as JSObject;
}

// ---------------------------------------------------------------------------------------------------------------------
// Exports

/** Why there is no cell: no module has the name, several have it by `export *`, or the search goes round in a circle. */
export type ExportFailure = 'missing' | 'circular' | 'ambiguous';

type ResolveSet = { readonly module: ModuleRecord; readonly name: string }[];

/** ECMAScript: ResolveExport. */
export function resolveExport(module: ModuleRecord, name: string, resolveSet: ResolveSet): Cell | ExportFailure {
  if (module.kind === 'synthetic') {
    module.whenImported?.(name);
    return module.exports.get(name) ?? 'missing';
  }
  prepareExports(module);
  if (resolveSet.some((known) => known.module === module && known.name === name)) return 'circular';
  resolveSet.push({ module, name });
  const own = module.exports.get(name);
  if (own !== undefined) return own;
  for (const entry of module.descriptor.indirectExports) {
    if (entry.exportName !== name) continue;
    return resolveExport(module.requestedModules[entry.request]!, entry.importName, resolveSet);
  }
  return name === 'default' ? 'missing' : resolveStarExport(module, name, resolveSet);
}

function resolveStarExport(module: SourceTextModule, name: string, resolveSet: ResolveSet): Cell | ExportFailure {
  let found: Cell | undefined;
  let failure: ExportFailure = 'missing';
  for (const { request } of module.descriptor.starExports) {
    const resolved = resolveExport(module.requestedModules[request]!, name, resolveSet);
    if (resolved === 'ambiguous') return resolved;
    if (resolved === 'circular') failure = resolved;
    else if (resolved instanceof Cell && found !== resolved) {
      if (found !== undefined) return 'ambiguous';
      found = resolved;
    }
  }
  return found ?? failure;
}

/** ECMAScript: GetExportedNames. */
export function exportedNames(module: ModuleRecord, visited: Set<ModuleRecord> = new Set()): Set<string> {
  const names = new Set<string>();
  if (module.kind === 'synthetic') return new Set(module.exports.keys());
  if (visited.has(module)) return names;
  visited.add(module);
  const { regularExports, indirectExports, starExports } = module.descriptor;
  for (const entry of regularExports) for (const name of entry.exportNames) names.add(name);
  for (const { exportName } of indirectExports) names.add(exportName);
  for (const { request } of starExports) {
    for (const name of exportedNames(module.requestedModules[request]!, visited)) {
      if (name !== 'default') names.add(name);
    }
  }
  return names;
}

function throwUnresolvable(
  isolate: Isolate,
  module: SourceTextModule,
  failure: ExportFailure,
  specifier: string,
  name: string,
  place: { readonly start: number; readonly end: number },
): never {
  const message =
    failure === 'circular'
      ? formatMessage('CyclicModuleDependency', [name, specifier])
      : formatMessage(failure === 'ambiguous' ? 'AmbiguousExport' : 'UnresolvableExport', [specifier, name]);
  const error = makeError(isolate, 'SyntaxError', message);
  isolate.errorLocations.set(error, { script: module.script, start: place.start, end: place.end });
  throw new GuestException(error);
}
