/** Node's `process`: what ordinary programs ask of it. Node: lib/internal/process/. Simplified: no input. */
import {
  Attribute,
  addOwn,
  AccessorPair,
  defineLazy,
  getProperty,
  isArray,
  type Isolate,
  JSObject,
  deleteOwn,
  lookupData,
  method,
  type Native,
  type NativeCode,
  normalizeObject,
  property,
  prototypeFromConstructor,
  toNumber,
  toObject,
  toStringTag,
  toStringTagSymbol,
  toBoolean,
  toStringValue,
  type Value,
} from '../../engine/index.ts';
import { type Host, ProcessExit } from '../host.ts';
import { enqueueCallback } from './timers-globals.ts';
import { installCaptureCallback } from './process-errors-globals.ts';
import { throwInvalidType, throwOutOfRange, validateFunction, validateInteger } from '../node-errors.ts';
import { newApiFunction } from './web-globals.ts';
import { orderProcess } from './name-orders.ts';
import { requireModule } from '../modules.ts';
import { installProcessMembers } from '../node/process-members.ts';
import { installStandardStreams } from '../node/standard-streams.ts';
import { emitProcessEvent } from '../process-events.ts';

const version = '24.21.0';
const executable = '/usr/bin/node';
/** Methods of EventEmitter that a process has. */
const emitterMethods = [
  'setMaxListeners',
  'getMaxListeners',
  'emit',
  'addListener',
  'on',
  'prependListener',
  'once',
  'prependOnceListener',
  'removeListener',
  'off',
  'removeAllListeners',
  'listeners',
  'rawListeners',
  'listenerCount',
  'eventNames',
];

export function installProcess(host: Host): void {
  const { isolate } = host;
  const { realm } = isolate;
  const emitter = realm.plainPrototype();
  for (const name of emitterMethods)
    addOwn(
      emitter,
      name,
      realm.newNative(name, name === 'emit' ? 1 : 2, emitterMethod(host, name), true),
      Attribute.all,
    );
  normalizeObject(emitter, 'NormalizeAsPrototype');
  defineLazy(emitter, 'constructor', Attribute.writable | Attribute.configurable, () => requireModule(host, 'events'));
  const prototype = newProcessPrototype(host, emitter);
  toStringTag(isolate, isolate.realm.globalObject, 'global');
  const process = realm.newObjectWithPrototype(prototype);
  host.process = process;
  const get = realm.newNative('get', 0, () => host.globalProcess);
  const set = realm.newNative('set', 1, (_isolate: Isolate, _receiver: Value, [value]: Value[]) => {
    host.globalProcess = value;
    return undefined;
  });
  host.globalProcess = process;
  addOwn(realm.globalObject, 'process', new AccessorPair(get, set), Attribute.configurable, true);
  addOwn(realm.globalObject, 'global', realm.globalObject, Attribute.all);

  installFields(host, process);
  const define = (key: string, length: number, native: Native, name = key): void =>
    addOwn(process, key, newApiFunction(host, name, length, native), Attribute.all);
  define('uptime', 0, () => host.clock.read() / 1e9);
  define('exit', 1, (_isolate, _receiver, args) => exit(host, args));
  installTime(host, process);
  for (const name of ['getuid', 'geteuid', 'getgid', 'getegid']) define(name, 0, () => 1000);
  define('emitWarning', 4, (_isolate, _receiver, args) => {
    const warning = requireModule(host, 'internal/process/warning');
    return isolate.callNested(lookupData(warning, 'emitWarning') as JSObject, undefined, args);
  });
  define('nextTick', 1, (_isolate, _receiver, [callback, ...args]) => {
    const handler = validateFunction(isolate, callback, 'callback');
    if (!host.isExiting) enqueueCallback(host, 'nextTick', handler, args);
    return undefined;
  });
  installCaptureCallback(host, define);
  installState(host, process);
  define('cwd', 0, () => host.workingDirectory, 'wrappedCwd');
  installProcessMembers(host, process);
  installPrepareStackTrace(host);
  installStandardStreams(host, process);
  addOwn(process, toStringTagSymbol, 'process', Attribute.writable);
  orderProcess(process);
}

/** A function of V8's API makes it, which gives back what it is called on. Node: CreateProcessObject in src/node_process_object.cc. */
function newProcessPrototype({ isolate }: Host, emitter: JSObject): JSObject {
  const { realm } = isolate;
  const prototype = realm.plainPrototype(emitter);
  const run: Native = (_isolate, receiver, _args, newTarget) => {
    if (newTarget !== undefined)
      return realm.newObjectWithPrototype(prototypeFromConstructor(isolate, newTarget, 'Object.prototype'));
    return receiver === undefined || receiver === null ? realm.globalObject : toObject(isolate, receiver);
  };
  const object = realm.newNative('process', 0, run as NativeCode, true);
  for (const name of ['arguments', 'caller']) addOwn(object, name, null, Attribute.none);
  addOwn(object, 'prototype', prototype, Attribute.writable);
  addOwn(prototype, 'constructor', object, Attribute.writable | Attribute.configurable);
  return prototype;
}

/** In Node's order. Simplified: what tells of the machine is the same everywhere. */
function installFields(host: Host, process: JSObject): void {
  const { realm } = host.isolate;
  const { fileName, arguments: given = [] } = host.environment;
  const fixed = Attribute.enumerable | Attribute.configurable;
  const field = (key: string, value: Value, attributes: number = Attribute.all): void =>
    addOwn(process, key, value, attributes);
  field('version', `v${version}`, fixed);
  field('versions', host.newPlainObject({ node: version, v8: '13.6.233.17-node.37' }), fixed);
  field('arch', 'x64', fixed);
  field('platform', 'linux', fixed);
  field('release', host.newPlainObject({ name: 'node', lts: 'Krypton' }), fixed);
  field('title', 'node');
  field('argv', realm.newArray([executable, fileName, ...given]));
  field('execArgv', realm.newArray([]));
  field('pid', 1, fixed);
  field('ppid', 0);
  field('execPath', executable);
  field('debugPort', 9229);
  field('argv0', 'node', Attribute.enumerable);
}

/** A warning of Node's own. */
export function emitWarning(host: Host, text: string, type = 'Warning'): void {
  const emit = lookupData(requireModule(host, 'internal/process/warning'), 'emitWarning') as JSObject;
  host.isolate.callNested(emit, undefined, [text, type]);
}

/** Node's own Error.prepareStackTrace, which formats as V8 does. */
function installPrepareStackTrace({ isolate }: Host): void {
  const { realm } = isolate;
  const native = realm.newNative('ErrorPrepareStackTrace', 2, (_isolate: Isolate, _receiver: Value, args: Value[]) => {
    const sites = args[1] instanceof JSObject ? args[1].elements : [];
    const lines = sites.map((site) => `    at ${toStringValue(isolate, site as Value)}`);
    return [toStringValue(isolate, args[0]), ...lines].join('\n');
  });
  realm.intrinsics.set('Error.prepareStackTrace', native);
  const error = realm.intrinsic('Error');
  const limit = lookupData(error, 'stackTraceLimit');
  const isError = lookupData(error, 'isError');
  // These two come after it in Node.
  deleteOwn(error, 'stackTraceLimit');
  deleteOwn(error, 'isError');
  property(error, 'prepareStackTrace', native);
  property(error, 'isError', isError);
  addOwn(error, 'stackTraceLimit', limit, Attribute.all);
}

/** What Node keeps outside of JavaScript. process.exitCode takes whole numbers only and starts as undefined. */
function installState(host: Host, process: JSObject): void {
  const { realm } = host.isolate;
  const accessor = (name: string, attributes: number, get: () => Value, set: (value: Value) => void): void => {
    const getter = realm.newNative('get', 0, get);
    const setter = realm.newNative('set', 1, (_isolate: Isolate, _receiver: Value, [value]: Value[]) => {
      set(value);
      return undefined;
    });
    addOwn(process, name, new AccessorPair(getter, setter), attributes, true);
  };
  accessor(
    'exitCode',
    Attribute.enumerable,
    () => host.exitCode,
    (value) => (host.exitCode = exitCodeOf(host, value)),
  );
  accessor(
    '_exiting',
    Attribute.enumerable | Attribute.configurable,
    () => host.isExiting,
    (value) => (host.isExiting = toBoolean(value)),
  );
}

/** Strings that are numbers will do. */
function exitCodeOf(host: Host, value: Value): number | undefined {
  if (value === undefined || value === null) return undefined;
  const isNumeric = typeof value === 'string' && value !== '' && !Number.isNaN(Number(value));
  // Node keeps it in an array of 32-bit integers.
  return validateInteger(host.isolate, isNumeric ? Number(value) : value, 'code') | 0;
}

function exit(host: Host, args: readonly Value[]): never {
  if (args.length > 0) host.exitCode = exitCodeOf(host, args[0]);
  if (!host.isExiting) {
    host.isExiting = true;
    // Never -0.
    emitProcessEvent(host, 'exit', [host.exitCode || 0]);
  }
  throw new ProcessExit(host.exitCode || 0);
}

/** The process becomes an EventEmitter when somebody uses it as one: then `events` is loaded, and these are replaced. */
function emitterMethod(host: Host, name: string): NativeCode {
  const native: Native = (isolate, receiver, args, newTarget) => {
    const events = requireModule(host, 'events');
    const method = lookupData(lookupData(events, 'prototype') as JSObject, name);
    const object = newTarget === undefined ? receiver : isolate.realm.newObject();
    return isolate.tailCall(method, object, args);
  };
  return native as NativeCode;
}

function installTime(host: Host, process: JSObject): void {
  const { isolate } = host;
  const hrtime = newApiFunction(host, 'hrtime', 1, (_isolate, _receiver, [previous]) => {
    const now = Math.floor(host.clock.read());
    const [seconds, nanoseconds] = [Math.floor(now / 1e9), now % 1e9];
    if (previous === undefined) return isolate.realm.newArray([seconds, nanoseconds]);
    if (!isArray(isolate, previous)) throwInvalidType(isolate, 'time', 'an instance of Array', previous);
    const read = (key: string | number): number => toNumber(isolate, getProperty(isolate, previous, key));
    if (read('length') !== 2) throwOutOfRange(isolate, 'time', '2', read('length'));
    const past = seconds - read(0);
    const rest = nanoseconds - read(1);
    return isolate.realm.newArray(rest < 0 ? [past - 1, rest + 1e9] : [past, rest]);
  });
  addOwn(process, 'hrtime', hrtime, Attribute.all);
  method(isolate, hrtime, 'bigint', 0, () => BigInt(Math.floor(host.clock.read())));
}
