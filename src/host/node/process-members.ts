/**
 * What `process` tells of itself and of the machine, beside what every program uses (globals-process.ts).
 * Node: lib/internal/process/per_thread.js, src/node_process_methods.cc. Simplified: memory is that of the simulated heap, time
 * of the processor is virtual time, and there is one user.
 */
import {
  addOwn,
  Attribute,
  construct,
  type Isolate,
  JSObject,
  JSSymbol,
  keyFromString,
  lookupData,
  method,
  type Native,
  type NativeCode,
  setProperty,
  throwError,
  toStringValue,
  type Value,
} from '../../engine/index.ts';
import { newApiFunction } from '../globals/web-globals.ts';
import type { Host } from '../host.ts';
import { findModule, requireModule } from '../modules.ts';
import { builtinNameOf } from '../loading/builtin-names.ts';
import { throwInvalidType, throwNodeError, validateBoolean, validateString, validateUint32 } from '../node-errors.ts';

/** What a run cannot do, and why. */
const refused: Readonly<Record<string, string>> = {
  abort: 'a run writes no core dump. Use process.exit',
  binding: 'it is not for programs. Use the modules',
  dlopen: 'a native module is machine code, and nothing here runs outside the simulation',
  execve: 'a run starts no other programs',
  kill: 'a run has no other processes. Use process.emit to try out a listener for a signal',
  loadEnvFile: 'read the file with fs and util.parseEnv',
};

/** Of V8's heap before it grows, and of what else Node takes, in bytes. */
const smallestHeap = 4_194_304;
const outsideHeap = 40_000_000;

export function installProcessMembers(host: Host, process: JSObject): void {
  const { isolate } = host;
  const { realm } = isolate;
  const define = (key: string, length: number, native: Native): JSObject => {
    const object = newApiFunction(host, key, length, native);
    addOwn(process, key, object, Attribute.all);
    return object;
  };
  const usage = define('memoryUsage', 0, () => {
    const { used, total } = memoryOf(host);
    const rss = total + outsideHeap;
    return host.newPlainObject({ rss, heapTotal: total, heapUsed: Math.ceil(used), external: 0, arrayBuffers: 0 });
  });
  method(isolate, usage, 'rss', 0, () => memoryOf(host).total + outsideHeap);
  define('constrainedMemory', 0, () => 4_294_967_296);
  define('availableMemory', 0, () => 2_147_483_648);
  define('cpuUsage', 1, (_isolate, _receiver, [previous]) => {
    const user = Math.floor(host.clock.read() / 1000);
    if (previous && !(previous instanceof JSObject)) throwInvalidType(isolate, 'prevValue', 'of type object', previous);
    const before = previous instanceof JSObject ? Number(lookupData(previous, 'user')) : 0;
    return host.newPlainObject({ user: user - before, system: 0 });
  });
  define('resourceUsage', 0, () => {
    const fields = { userCPUTime: Math.floor(host.clock.read() / 1000), systemCPUTime: 0, maxRSS: 40_000 };
    const zeros =
      `sharedMemorySize unsharedDataSize unsharedStackSize minorPageFault majorPageFault swappedOut fsRead fsWrite
      ipcSent ipcReceived signalsCount voluntaryContextSwitches involuntaryContextSwitches`.split(/\s+/);
    return host.newPlainObject({ ...fields, ...Object.fromEntries(zeros.map((name) => [name, 0])) });
  });
  define('umask', 1, (_isolate, _receiver, [mask]) => {
    const before = host.fileMask;
    if (mask === undefined) return before;
    if (typeof mask === 'string' && !/^[0-7]+$/.test(mask)) {
      const message = `The argument 'mask' must be a 32-bit unsigned integer or an octal string. Received '${mask}'`;
      throwNodeError(isolate, 'TypeError', 'ERR_INVALID_ARG_VALUE', message);
    }
    const asked = typeof mask === 'string' ? parseInt(mask, 8) : mask;
    validateUint32(isolate, asked, 'mask');
    host.fileMask = Number(asked) & 0o777;
    return before;
  });
  define('chdir', 1, (_isolate, _receiver, [folder]) => {
    validateString(isolate, folder, 'directory');
    const change = lookupData(requireModule(host, 'internal/working-directory'), 'change') as JSObject;
    host.workingDirectory = isolate.callNested(change, undefined, [host.workingDirectory, folder]) as string;
    return undefined;
  });
  define('getgroups', 0, () => realm.newArray([1000]));
  define('getActiveResourcesInfo', 0, () => realm.newArray([]));
  define('getBuiltinModule', 1, (_isolate, _receiver, [id]) => {
    validateString(isolate, id, 'id');
    const name = builtinNameOf(id as string);
    return name === undefined ? undefined : findModule(host, name);
  });
  define('setSourceMapsEnabled', 1, (_isolate, _receiver, [enabled]) => validateBoolean(isolate, enabled, 'enabled'));
  define('ref', 1, () => undefined);
  define('unref', 1, () => undefined);
  for (const [name, reason] of Object.entries(refused))
    define(name, 0, () => throwError(isolate, 'Error', `Underhood does not simulate process.${name}: ${reason}.`));
  const fixed = Attribute.enumerable | Attribute.configurable;
  addOwn(process, 'features', host.newPlainObject({ inspector: false, ipv6: true, require_module: true }), fixed);
  addOwn(process, 'config', host.newPlainObject({}), fixed);
  addOwn(process, 'env', newVariables(host), Attribute.all);
}

export function memoryOf({ isolate }: Host): { used: number; total: number } {
  const used = Object.values(isolate.collector.sizes()).reduce((sum: number, size) => sum + Number(size), 0);
  return { used, total: Math.max(smallestHeap, Math.ceil((used * 1.3) / 262_144) * 262_144) };
}

/** Whatever is assigned becomes text. Node: EnvSetter in src/node_env_var.cc. */
function newVariables({ isolate, environment }: Host): JSObject {
  const { realm } = isolate;
  const target = realm.newObject();
  for (const [name, value] of Object.entries(environment.variables ?? {})) addOwn(target, name, value, Attribute.all);
  const set: NativeCode = (_isolate: Isolate, _receiver: Value, [object, key, value]: Value[]) => {
    if (key instanceof JSSymbol || value instanceof JSSymbol)
      return throwError(isolate, 'TypeError', 'Cannot convert a Symbol value to a string');
    setProperty(isolate, object as JSObject, keyFromString(String(key)), toStringValue(isolate, value));
    return true;
  };
  const handler = realm.newObject();
  addOwn(handler, 'set', realm.newNative('set', 4, set), Attribute.all);
  return construct(isolate, realm.intrinsic('Proxy'), [target, handler]) as JSObject;
}
