/**
 * The namespace object WebAssembly and its classes. WebAssembly JavaScript Interface; V8: src/wasm/wasm-js.cc. The host's own
 * WebAssembly checks what it is given and words its errors, so that they are V8's where the host is V8.
 *
 * Simplified: without tags, exceptions and promise integration (Tag, Exception, JSTag, Suspending, promising), which are
 * not there at all, as in engines that lack them; whoever uses them is told (globals/unsimulated-globals.ts).
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  getProperty,
  installErrorClass,
  JSObject,
  type Native,
  type NativeCode,
  newArrayBufferOver,
  property,
  throwError,
  toStringTag,
  toStringValue,
  toBoolean,
  toNumber,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import { compiling, instantiateAsync } from './asynchronous.ts';
import type { ValueType } from './binary.ts';
import { bytesOf, hostObject, newInstance, newModule } from './instances.ts';
import { Border, type ClassName, exportedFunctionOf } from './objects.ts';

export function newWebAssembly(host: Host): JSObject {
  const { isolate } = host;
  const border = new Border(isolate);
  const namespace = isolate.realm.newObject();
  const define = (holder: JSObject, name: string, length: number, native: Native): void =>
    addOwn(holder, name, isolate.realm.newNative(name, length, native as NativeCode), Attribute.all);

  define(namespace, 'compile', 1, (_isolate, _receiver, [source]) =>
    compiling(host, border, 'WebAssembly.compile()', source, (module) => module),
  );
  define(namespace, 'validate', 1, (_isolate, _receiver, [source]) =>
    WebAssembly.validate(bytesOf(border, source, 'WebAssembly.validate()')),
  );
  define(namespace, 'instantiate', 1, (_isolate, _receiver, [source, imports]) =>
    instantiateAsync(host, border, source, imports),
  );
  installModule(border, namespace, define);
  installInstance(border, namespace);
  installTable(border, namespace, define);
  installMemory(border, namespace, define);
  installGlobal(border, namespace, define);
  for (const name of ['CompileError', 'LinkError', 'RuntimeError'] as const)
    installErrorClass(isolate, namespace, name);
  const streaming = requireModule(host, 'internal/webassembly');
  for (const name of ['compileStreaming', 'instantiateStreaming'])
    addOwn(namespace, name, getProperty(isolate, streaming, name), Attribute.all);
  toStringTag(isolate, namespace, 'WebAssembly');
  return namespace;
}

type Define = (holder: JSObject, name: string, length: number, native: Native) => void;

function installModule(border: Border, namespace: JSObject, define: Define): void {
  const { isolate } = border;
  const made = hostClass(border, namespace, 'Module', ([source]) =>
    newModule(border, bytesOf(border, source, 'WebAssembly.Module()')),
  );
  const list = (name: 'imports' | 'exports'): void =>
    define(made, name, 1, (_isolate, _receiver, [module]) => {
      const hostModule = hostObject(module, WebAssembly.Module);
      const entries = border.run<readonly object[]>(() => WebAssembly.Module[name](hostModule!));
      return isolate.realm.newArray(entries.map((entry) => plainObject(border, entry)));
    });
  list('imports');
  list('exports');
  define(made, 'customSections', 2, (_isolate, _receiver, args) => {
    const name = args[1] === undefined ? args[1] : toStringValue(isolate, args[1]);
    const module = hostObject(args[0], WebAssembly.Module);
    const sections = border.run(() => WebAssembly.Module.customSections(module!, name!));
    return isolate.realm.newArray(sections.map((bytes) => newArrayBufferOver(isolate, bytes)));
  });
}

function plainObject({ isolate }: Border, entry: object): JSObject {
  const object = isolate.realm.newObject();
  for (const [key, value] of Object.entries(entry)) addOwn(object, key, value as Value, Attribute.all);
  return object;
}

function installInstance(border: Border, namespace: JSObject): void {
  const made = hostClass(border, namespace, 'Instance', ([module, imports]) => newInstance(border, module, imports));
  accessor(border, made, 'exports', (receiver) => {
    const instance = hostObject(receiver, WebAssembly.Instance);
    if (instance === undefined) return wrongReceiver(border, 'WebAssembly.Instance.exports', 'Instance');
    return ((receiver as JSObject).internal as { holds: JSObject[] }).holds[0];
  });
}

function installTable(border: Border, namespace: JSObject, define: Define): void {
  const { isolate } = border;
  const made = hostClass(border, namespace, 'Table', ([descriptor, ...value]) => {
    const read = readDescriptor(border, descriptor, { element: 'text', initial: 'number', maximum: 'number' });
    const table = border.run(
      () => new WebAssembly.Table(read as unknown as WebAssembly.TableDescriptor, ...value.map(tableValue)),
    );
    return border.guestObject('Table', table);
  });
  const prototype = prototypeOf(border, made);
  const table = (receiver: Value, name: string): WebAssembly.Table =>
    hostObject(receiver, WebAssembly.Table) ?? wrongReceiver(border, `WebAssembly.Table.${name}`, 'Table');
  accessor(border, made, 'length', (receiver) => table(receiver, 'length').length);
  // A value that is left out is none, not undefined.
  define(prototype, 'grow', 1, (_isolate, receiver, [delta, ...value]) => {
    const by = toNumber(isolate, delta);
    return border.run(() => table(receiver, 'grow()').grow(by, ...value.map(tableValue)));
  });
  define(prototype, 'set', 1, (_isolate, receiver, [index, ...value]) => {
    const at = toNumber(isolate, index);
    border.run(() => table(receiver, 'set()').set(at, ...value.map(tableValue)));
    return undefined;
  });
  define(prototype, 'get', 1, (_isolate, receiver, [index]) => {
    const at = toNumber(isolate, index);
    return border.toGuest(border.run(() => table(receiver, 'get()').get(at) as unknown));
  });
}

function tableValue(value: Value): unknown {
  return value instanceof JSObject ? (exportedFunctionOf(value)?.call ?? value) : value;
}

function installMemory(border: Border, namespace: JSObject, define: Define): void {
  const { isolate } = border;
  const made = hostClass(border, namespace, 'Memory', ([descriptor]) => {
    const read = readDescriptor(border, descriptor, { initial: 'number', maximum: 'number', shared: 'boolean' });
    if (typeof read === 'object' && read !== null) isolate.meter.allocate(pagesOf(read['initial']) * pageBytes);
    const memory = border.run(() => new WebAssembly.Memory(read as unknown as WebAssembly.MemoryDescriptor));
    return border.guestObject('Memory', memory);
  });
  const memory = (receiver: Value, name: string): WebAssembly.Memory =>
    hostObject(receiver, WebAssembly.Memory) ?? wrongReceiver(border, `WebAssembly.Memory.${name}`, 'Memory');
  define(prototypeOf(border, made), 'grow', 1, (_isolate, receiver, [delta]) => {
    const by = toNumber(isolate, delta);
    const grown = memory(receiver, 'grow()');
    isolate.meter.allocate(pagesOf(by) * pageBytes);
    const before = border.run(() => grown.grow(by));
    border.bufferOf(receiver as JSObject, grown.buffer);
    return before;
  });
  accessor(border, made, 'buffer', (receiver) =>
    border.bufferOf(receiver as JSObject, memory(receiver, 'buffer').buffer),
  );
}

const pageBytes = 65_536;

/** What the host refuses needs no room. */
function pagesOf(value: unknown): number {
  return typeof value === 'number' && value > 0 && value <= pageBytes ? value : 0;
}

function installGlobal(border: Border, namespace: JSObject, define: Define): void {
  const { isolate } = border;
  const made = hostClass(border, namespace, 'Global', ([descriptor, value]) => {
    const read = readDescriptor(border, descriptor, { mutable: 'boolean', value: 'text' });
    const type = (read as { value?: string } | undefined)?.value;
    const given = value === undefined ? undefined : border.toHost(value, valueTypeOf(type));
    const object = border.run(
      () => new WebAssembly.Global(read as unknown as WebAssembly.GlobalDescriptor, given as never),
    );
    const guest = border.guestObject('Global', object, value instanceof JSObject ? [value] : []);
    return guest;
  });
  const global = (receiver: Value, name: string): WebAssembly.Global =>
    hostObject(receiver, WebAssembly.Global) ?? wrongReceiver(border, name, 'Global');
  define(prototypeOf(border, made), 'valueOf', 0, (_isolate, receiver) =>
    border.toGuest(global(receiver, 'WebAssembly.Global.valueOf()').value),
  );
  const set = isolate.realm.newNative('set value', 1, ((_isolate: unknown, receiver: Value, [value]: Value[]) => {
    const object = global(receiver, 'set WebAssembly.Global.value');
    const current: unknown = object.value;
    const type = typeof current === 'bigint' ? 'i64' : typeof current === 'number' ? 'f64' : undefined;
    const given = border.toHost(value, type);
    border.run(() => (object.value = tableValue(given as Value)));
    return undefined;
  }) as NativeCode);
  accessor(
    border,
    made,
    'value',
    (receiver) => border.toGuest(global(receiver, 'get WebAssembly.Global.value').value),
    set,
  );
}

function valueTypeOf(name: string | undefined): ValueType | undefined {
  if (name === 'i32' || name === 'i64' || name === 'f32' || name === 'f64' || name === 'externref') return name;
  return name === 'anyfunc' ? 'funcref' : undefined;
}

/** One of the five classes. Without `new` the host says what is wrong. */
function hostClass(border: Border, namespace: JSObject, name: ClassName, make: (args: Value[]) => JSObject): JSObject {
  const { isolate } = border;
  const prototype = isolate.realm.plainPrototype();
  const native: Native = (_isolate, _receiver, args, newTarget) => {
    if (newTarget === undefined)
      throwError(isolate, 'TypeError', `WebAssembly.${name}(): WebAssembly.${name} must be invoked with 'new'`);
    return make(args);
  };
  const made = isolate.realm.newNative(name, 1, native as NativeCode, true);
  addOwn(made, 'prototype', prototype, Attribute.none);
  property(prototype, 'constructor', made);
  toStringTag(isolate, prototype, `WebAssembly.${name}`);
  addOwn(namespace, name, made, Attribute.writable | Attribute.configurable);
  border.prototypes.set(name, prototype);
  return made;
}

function prototypeOf(border: Border, made: JSObject): JSObject {
  return getProperty(border.isolate, made, 'prototype') as JSObject;
}

function accessor(
  border: Border,
  made: JSObject,
  name: string,
  read: (receiver: Value) => Value,
  set?: JSObject,
): void {
  const native = (_isolate: unknown, receiver: Value): Value => read(receiver);
  const get = border.isolate.realm.newNative(`get ${name}`, 0, native as NativeCode);
  const attributes = Attribute.enumerable | Attribute.configurable;
  addOwn(prototypeOf(border, made), name, new AccessorPair(get, set), attributes, true);
}

function wrongReceiver({ isolate }: Border, name: string, expected: ClassName): never {
  return throwError(isolate, 'TypeError', `${name}: Receiver is not a WebAssembly.${expected}`);
}

/** The members of a descriptor, each read once in the order of their names; what is no object goes on as it is. */
function readDescriptor(
  { isolate }: Border,
  descriptor: Value,
  members: Readonly<Record<string, 'number' | 'text' | 'boolean'>>,
): Record<string, unknown> | undefined {
  if (!(descriptor instanceof JSObject)) return descriptor as undefined;
  const read: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(members)) {
    const value = getProperty(isolate, descriptor, name);
    if (value === undefined) continue;
    if (type === 'number') read[name] = toNumber(isolate, value);
    else read[name] = type === 'text' ? toStringValue(isolate, value) : toBoolean(value);
  }
  return read;
}
