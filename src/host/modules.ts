/**
 * `require`, for the few modules that ordinary programs need without input and output. Node: lib/internal/modules/cjs/loader.js.
 * A module is made when it is first asked for. Those written in JavaScript (modules-source.ts) are builtin code.
 */
import { addOwn, Attribute, formatValues, type Isolate, type JSObject, inspectWithOptions, lookupData, method, property, throwError, type Value } from '../engine/index.ts';
import type { Host } from './host.ts';
import { throwNodeError } from './node-errors.ts';
import { moduleSources } from './modules-source.ts';

const loaded = new WeakMap<Host, Map<string, JSObject>>();

/** `require` as the main file gets it. */
export function makeRequire(host: Host): JSObject {
  const { isolate } = host;
  const require = isolate.realm.newNative('require', 1, (_isolate: Isolate, _receiver: Value, [id]: Value[]) => {
    if (typeof id !== 'string') {
      return throwNodeError(isolate, 'TypeError', 'ERR_INVALID_ARG_TYPE', 'The "id" argument must be of type string.');
    }
    return requireModule(host, id.replace(/^node:/, ''), id);
  });
  addOwn(require, 'cache', isolate.realm.newObject(), Attribute.all);
  return require;
}

export function requireModule(host: Host, name: string, asked = name): JSObject {
  let modules = loaded.get(host);
  if (modules === undefined) {
    modules = new Map();
    loaded.set(host, modules);
  }
  let exports = modules.get(name);
  if (exports === undefined) {
    exports = makeModule(host, name);
    if (exports === undefined) throwError(host.isolate, 'Error', `Underhood does not simulate require('${asked}') yet`);
    modules.set(name, exports);
  }
  return exports;
}

function makeModule(host: Host, name: string): JSObject | undefined {
  const { isolate } = host;
  const global = (key: string): Value => lookupData(isolate.realm.globalObject, key);
  const source = moduleSources[name];
  if (source !== undefined) {
    const require = isolate.realm.newNative('require', 1, (_isolate: Isolate, _receiver: Value, [id]: Value[]) => requireModule(host, id as string));
    const make = isolate.selfHostedFunction(name, source);
    return isolate.callNested(make, undefined, [require, global('globalThis') ?? isolate.realm.globalObject]) as JSObject;
  }
  switch (name) {
    case 'process':
      return host.process;
    case 'timers': {
      const names = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'];
      return host.newPlainObject(Object.fromEntries(names.map((key) => [key, global(key)])));
    }
    case 'perf_hooks':
      return host.newPlainObject({ performance: global('performance') });
    case 'internal/inspect':
      return inspectModule(host);
    default:
      return undefined;
  }
}

function inspectModule(host: Host): JSObject {
  const { isolate } = host;
  const exports = isolate.realm.newObject();
  const inspect = method(isolate, exports, 'inspect', 2, (_isolate, _receiver, [value, options]) => inspectWithOptions(isolate, value, options));
  property(inspect, 'custom', isolate.symbols.inspectCustom);
  method(isolate, exports, 'format', 0, (_isolate, _receiver, args) => formatValues(isolate, args));
  return exports;
}
