/**
 * Which natives are the host's API rather than builtins of the language: those have no frames in stack traces here, because
 * in the real runtimes they are code of the host itself, whose frames explain nothing about the program.
 */
import {
  AccessorPair,
  FunctionData,
  isLazy,
  JSObject,
  lookupOwn,
  nativeMarks,
  ownKeys,
  PropertyLookup,
  type Realm,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';

const names: ReadonlySet<string> = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'reportError',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'structuredClone',
  'atob',
  'btoa',
  'process',
  'performance',
  'crypto',
  'navigator',
  'console',
]);

/** Those that are there; others when they are made. */
export function markApiFunctions(host: Host): void {
  const { isolate, process } = host;
  const { globalObject } = isolate.realm;
  const found = new PropertyLookup();
  for (const name of names)
    if (!isLazy(globalObject, name) && lookupOwn(found, globalObject, name)) markApi(host, name, found.value);
  if (process !== undefined) markAll(isolate.realm, process, 3, nativeMarks.api);
}

/** What the global of this name is has just been made. */
export function markApi({ process, isolate }: Host, name: string, value: unknown): void {
  if (!names.has(name)) return;
  // Node's console is made of bound functions.
  markAll(
    isolate.realm,
    value,
    3,
    name === 'console' && process !== undefined ? nativeMarks.boundApi : nativeMarks.api,
  );
}

function markAll(realm: Realm, value: unknown, depth: number, mark: string): void {
  if (value instanceof AccessorPair) {
    markAll(realm, value.getter, depth, mark);
    markAll(realm, value.setter, depth, mark);
  }
  if (!(value instanceof JSObject) || depth < 0) return;
  const { internal } = value;
  if (internal instanceof FunctionData) {
    if (internal.native === undefined || internal.data !== undefined) return;
    internal.data = mark;
  }
  const found = new PropertyLookup();
  for (const key of ownKeys(value))
    if (!isLazy(value, key) && lookupOwn(found, value, key)) markAll(realm, found.value, depth - 1, mark);
  const { prototype } = value.hiddenClass;
  if (!(internal instanceof FunctionData) && prototype !== null && !isOfLanguage(realm, prototype))
    markAll(realm, prototype, depth - 1, mark);
}

/** Arrays and sets of the host are those of the language. */
function isOfLanguage(realm: Realm, prototype: JSObject): boolean {
  const found = new PropertyLookup();
  if (prototype.hiddenClass.prototype === null) return true;
  if (isLazy(prototype, 'constructor')) return false;
  if (!lookupOwn(found, prototype, 'constructor') || !(found.value instanceof JSObject)) return false;
  const data = found.value.internal;
  return data instanceof FunctionData && realm.intrinsics.get(data.name) === found.value;
}
