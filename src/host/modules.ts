/**
 * Node's own modules: the few that ordinary programs need without input and output. Node: lib/internal/bootstrap/realm.js.
 * A module is made when it is first asked for. Those written in JavaScript (builtin-module-sources.ts) are builtin code.
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  formatLog,
  getProperty,
  type Isolate,
  JSObject,
  lookupData,
  method,
  property,
  setPrototype,
  throwError,
  type Value,
} from '../engine/index.ts';
import type { Host } from './host.ts';
import { moduleSources } from './loading/builtin-module-sources.ts';
import { adoptStandardStreams } from './node/standard-streams.ts';

export function requireModule(host: Host, name: string, asked = name): JSObject {
  const exports = findModule(host, name);
  if (exports !== undefined) return exports;
  // What a page imports of Node's modules works where it needs no process.
  const isProcess = name === 'process' && !host.description.hasProcess;
  const what = isProcess ? "Node's process in a browser: run the file as Node" : `require('${asked}') yet`;
  return throwError(host.isolate, 'Error', `Underhood does not simulate ${what}`);
}

/** Undefined for those that are not simulated. */
export function findModule(host: Host, name: string): JSObject | undefined {
  let exports = host.modules.get(name);
  if (exports !== undefined) return exports;
  exports = makeModule(host, name);
  if (exports === undefined) return undefined;
  host.modules.set(name, exports);
  if (name === 'stream') adoptStandardStreams(host);
  if (name === 'events' && host.process !== undefined) becomeEmitter(host, host.process, exports);
  return exports;
}

function becomeEmitter(host: Host, process: JSObject, events: JSObject): void {
  const emitter = lookupData(events, 'prototype') as JSObject;
  const prototype = process.hiddenClass.prototype;
  if (prototype !== null) setPrototype(prototype, emitter);
  host.processEmit = lookupData(emitter, 'emit') as JSObject;
}

function makeModule(host: Host, name: string): JSObject | undefined {
  const { isolate } = host;
  const global = (key: string): Value => getProperty(isolate, isolate.realm.globalObject, key);
  const source = moduleSources[name];
  if (source !== undefined) {
    const require = isolate.realm.newNative('require', 1, (_isolate: Isolate, _receiver: Value, [id]: Value[]) =>
      requireModule(host, id as string),
    );
    return host.surroundings.make(() => {
      const make = isolate.selfHostedFunction(`node:${name}`, source);
      return isolate.callNested(make, undefined, [
        require,
        global('globalThis') ?? isolate.realm.globalObject,
      ]) as JSObject;
    });
  }
  switch (name) {
    case 'process':
      return host.process;
    case 'console':
      return isolate.realm.intrinsic('console');
    case 'module':
      return host.commonJs.constructor;
    case 'timers':
      return timersModule(host);
    case 'internal/inspect':
      return inspectModule(host);
    default:
      return undefined;
  }
}

/** The globals, and its sibling for promises when somebody asks for that. */
function timersModule(host: Host): JSObject {
  const { realm } = host.isolate;
  const names = ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'];
  const exports = host.newPlainObject(
    Object.fromEntries(names.map((name) => [name, lookupData(realm.globalObject, name)])),
  );
  const get = realm.newNative('get', 0, () => requireModule(host, 'timers/promises'));
  const attributes = Attribute.enumerable | Attribute.configurable;
  addOwn(exports, 'promises', new AccessorPair(get, undefined), attributes, true);
  return exports;
}

/** The natives of util: inspect and format are the console's own. */
function inspectModule(host: Host): JSObject {
  const { isolate } = host;
  const exports = isolate.realm.newObject();
  property(exports, 'inspect', isolate.realm.intrinsic('util.inspect'));
  method(isolate, exports, 'format', 0, (_isolate, _receiver, args) => formatLog(isolate, args));
  return exports;
}
