/**
 * What a module's code reads of its module: context, cells, namespaces of others, import.meta.
 * V8: Factory::NewModuleContext, Runtime_DeclareModuleExports, Runtime_GetModuleNamespace, SourceTextModule::LoadVariable, JSModuleNamespace.
 */
import type { ModuleDeclarations } from '../bytecode/bytecode-array.ts';
import { Context } from '../objects/context.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import type { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Cell, ModuleRecord, SourceTextModule } from '../objects/module.ts';
import { addOwn } from '../objects/own-properties.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { Attribute } from '../objects/property-details.ts';
import { theHole, type Value } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';
import { exportedNames, resolveExport } from './modules-link.ts';

/** V8: Context::EXTENSION_INDEX of a module context. */
const moduleSlot = 2;

export function newModuleContext(isolate: Isolate, module: SourceTextModule): Context {
  const info = module.shared.literal.scope.scopeInfo!;
  const context = new Context(isolate.heap, info, undefined, info.firstSlot + info.contextLocals.length, undefined);
  context.slots[moduleSlot] = module as unknown as Value;
  return context;
}

/** CallRuntime [DeclareModuleExports]. */
export function declareModuleExports(isolate: Isolate, { declarations }: ModuleDeclarations, closure: JSObject): void {
  const { context } = closure.internal as FunctionData;
  for (const { cell, function: shared } of declarations)
    cellOf(context!, cell, 0).value = shared === undefined ? theHole : isolate.newClosure(shared, context);
}

/** LdaModuleVariable. */
export function loadModuleVariable(context: Context, cellIndex: number, depth: number): Value {
  return cellOf(context, cellIndex, depth).value;
}

/** StaModuleVariable: only a module itself changes its exports. */
export function storeModuleVariable(context: Context, cellIndex: number, depth: number, value: Value): void {
  cellOf(context, cellIndex, depth).value = value;
}

function cellOf(from: Context, cellIndex: number, depth: number): Cell {
  let context = from;
  for (let left = depth; left > 0; left--) context = context.previous!;
  const module = context.slots[moduleSlot] as unknown as SourceTextModule;
  return moduleCell(module, cellIndex)!;
}

/** The module whose code runs in a frame; eval code and functions find it along their contexts. */
function moduleOf(from: Context | undefined): SourceTextModule | undefined {
  for (let context = from; context !== undefined; context = context.previous) {
    if (context.scopeInfo.kind === 'module') return context.slots[moduleSlot] as unknown as SourceTextModule;
  }
  return undefined;
}

/** For those who look from outside: what an import or export of the module around holds, which may be the hole. */
export function moduleVariableValue(context: Context | undefined, cellIndex: number): Value {
  const module = moduleOf(context);
  return module === undefined ? undefined : moduleCell(module, cellIndex)?.value;
}

function moduleCell(module: SourceTextModule, cellIndex: number): Cell | undefined {
  return cellIndex > 0 ? module.regularExports[cellIndex - 1] : module.regularImports[-cellIndex - 1];
}

export function importMetaOf(isolate: Isolate, frame: Frame): JSObject {
  const module = moduleOf(frame.context);
  if (module === undefined) throw new Error('import.meta outside a module');
  module.importMeta ??= isolate.makeImportMeta?.(module) ?? isolate.realm.newObjectWithPrototype(null);
  return module.importMeta;
}

/** Of a module that the running one imports as `* as`. */
export function requestedNamespace(isolate: Isolate, request: number): JSObject {
  const module = moduleOf(isolate.currentFrame!.context)!;
  return moduleNamespace(isolate, module.requestedModules[request]!);
}

/** ECMAScript: GetModuleNamespace. */
export function moduleNamespace(isolate: Isolate, module: ModuleRecord): JSObject {
  if (module.namespace !== undefined) return module.namespace;
  const cells = new Map<string, Cell>();
  for (const name of [...exportedNames(module)].sort(byCodeUnits)) {
    const cell = resolveExport(module, name, []);
    // What is ambiguous or missing is left out.
    if (typeof cell !== 'string') cells.set(name, cell);
  }
  const hiddenClass = new HiddenClass(isolate.heap, {
    instanceType: 'module namespace',
    prototype: null,
    elementsKind: ElementsKind.HOLEY_ELEMENTS,
  });
  const namespace = new JSObject(hiddenClass);
  addOwn(namespace, isolate.symbols.toStringTag, 'Module', Attribute.none);
  namespace.hiddenClass.isExtensible = false;
  namespace.internal = { kind: 'module namespace', module, cells };
  module.namespace = namespace;
  return namespace;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
