/** Modules and instances: what a module imports is read from the guest's objects, what an instance exports becomes the guest's. */
import {
  addOwn,
  Attribute,
  getProperty,
  isCallable,
  JSObject,
  setIntegrityLevel,
  throwError,
  typedArrayDataOf,
  type Value,
} from '../../engine/index.ts';
import { readModule } from './binary.ts';
import type { Border, CompiledModule } from './objects.ts';

export function newModule(border: Border, bytes: Uint8Array<ArrayBuffer>, words?: string): JSObject {
  const module = border.run(() => new WebAssembly.Module(bytes), words);
  const compiled = { ...readModule(bytes), instances: 0, calls: new Map<number, number>() };
  border.modules.set(module, compiled);
  border.isolate.nativeModules.push(compiled);
  return border.guestObject('Module', module);
}

export function newInstance(border: Border, moduleObject: Value, importObject: Value, words?: string): JSObject {
  const module = hostObject(moduleObject, WebAssembly.Module);
  const holds: JSObject[] = [];
  const imports =
    module === undefined || !(importObject instanceof JSObject)
      ? (importObject as WebAssembly.Imports | undefined)
      : importsFor(border, module, importObject, holds);
  const instance = border.run(() => new WebAssembly.Instance(module!, imports), words);
  holds.unshift(exportsObject(border, module!, instance));
  return border.guestObject('Instance', instance, holds);
}

/** In the order of the module's imports, each is read once. */
function importsFor(
  border: Border,
  module: WebAssembly.Module,
  importObject: JSObject,
  holds: JSObject[],
): WebAssembly.Imports {
  const { isolate } = border;
  const imports: Record<string, Record<string, unknown>> = {};
  const types = border.modules.get(module)?.functionTypes ?? [];
  let functions = 0;
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const type = kind === 'function' ? types[functions++] : undefined;
    const values = getProperty(isolate, importObject, from);
    if (!(values instanceof JSObject)) {
      imports[from] = values as never;
      break;
    }
    const value = getProperty(isolate, values, name);
    if (value instanceof JSObject) holds.push(value);
    const given = (imports[from] ??= {});
    if (kind === 'function') given[name] = isCallable(value) ? border.hostFunction(value, type) : undefined;
    else if (value instanceof JSObject && value.internal?.kind === 'webassembly') given[name] = value.internal.object;
    else given[name] = value instanceof JSObject ? {} : value;
  }
  return imports as WebAssembly.Imports;
}

/** A frozen object without a prototype. */
function exportsObject(border: Border, module: WebAssembly.Module, instance: WebAssembly.Instance): JSObject {
  const exports = border.isolate.realm.newObjectWithPrototype(null);
  const compiled = border.modules.get(module);
  if (compiled !== undefined) compiled.instances++;
  for (const [name, value] of Object.entries(instance.exports))
    addOwn(exports, name, exportedValue(border, compiled, name, value), Attribute.enumerable);
  setIntegrityLevel(border.isolate, exports, 'frozen');
  return exports;
}

function exportedValue(border: Border, module: CompiledModule | undefined, name: string, value: unknown): JSObject {
  if (value instanceof WebAssembly.Memory) return border.guestObject('Memory', value);
  if (value instanceof WebAssembly.Table) return border.guestObject('Table', value);
  if (value instanceof WebAssembly.Global) return border.guestObject('Global', value);
  const index = module?.exportedFunctions.get(name);
  const origin = module === undefined || index === undefined ? undefined : { module, index };
  return border.guestFunction(value as (...args: unknown[]) => unknown, origin);
}

export function hostObject<T extends object>(value: Value, type: new (...args: never[]) => T): T | undefined {
  if (!(value instanceof JSObject) || value.internal?.kind !== 'webassembly') return undefined;
  return value.internal.object instanceof type ? value.internal.object : undefined;
}

/** A copy of the bytes behind an ArrayBuffer or a typed array. Like V8, without DataView. */
export function bytesOf({ isolate }: Border, source: Value, words: string): Uint8Array<ArrayBuffer> {
  const internal = source instanceof JSObject ? source.internal : undefined;
  if (internal?.kind === 'array buffer') return new Uint8Array(internal.buffer).slice();
  if (internal?.kind === 'typed array') {
    const { byteLength, byteOffset } = internal.view;
    return bytesIn(typedArrayDataOf(source as JSObject).buffer, byteOffset, byteLength);
  }
  return throwError(isolate, 'TypeError', `${words}: Argument 0 must be a buffer source`);
}

function bytesIn({ internal }: JSObject, offset: number, length: number): Uint8Array<ArrayBuffer> {
  if (internal?.kind !== 'array buffer') return new Uint8Array();
  return new Uint8Array(internal.buffer, offset, length).slice();
}
