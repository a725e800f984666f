/**
 * What the web's standards give to both runtimes: atob and btoa, random numbers, the globals that are accessors; and Node's navigator.
 * Node: lib/buffer.js, lib/internal/crypto/webcrypto.js, lib/internal/perf/performance.js, lib/internal/navigator.js.
 * Simplified: random numbers come from the run's seed.
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  construct,
  type FunctionData,
  GuestException,
  type Isolate,
  JSObject,
  lookupData,
  type Native,
  type NativeCode,
  property,
  toStringValue,
  typedArrayDataOf,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { throwMissing } from '../node-errors.ts';
import { requireArguments } from '../web-idl.ts';
import { requireModule } from '../modules.ts';
import { newClassPrototype } from '../timers/timer-objects.ts';

export function installWebGlobals(host: Host): void {
  const { isolate, description } = host;
  apiFunction(host, 'atob', 1, (_isolate, _receiver, args) => decode(host, textOf(host, 'atob', args)));
  apiFunction(host, 'btoa', 1, (_isolate, _receiver, args) => encode(host, textOf(host, 'btoa', args)));
  globalGetter(host, 'performance', () => lookupData(requireModule(host, 'internal/performance'), 'performance'), true);
  globalGetter(host, 'crypto', () => lookupData(requireModule(host, 'internal/crypto'), 'crypto'));
  if (!description.hasProcess) return;
  const clone = lookupData(isolate.realm.globalObject, 'structuredClone') as JSObject;
  isolate.realm.globalObject.dictionary!.delete('structuredClone');
  apiFunction(host, 'structuredClone', 2, (clone.internal as FunctionData).native as unknown as Native);
  const navigator = newNavigator(host);
  globalGetter(host, 'navigator', () => navigator);
}

/** A function of the API, enumerable, on the global object. */
export function apiFunction(host: Host, name: string, length: number, native: Native): void {
  const { globalObject } = host.isolate.realm;
  addOwn(globalObject, name, newApiFunction(host, name, length, native), Attribute.all);
}

/** Node's are ordinary functions, which `new` may call; a browser's are not. */
export function newApiFunction(host: Host, name: string, length: number, native: Native): JSObject {
  const { isolate, description } = host;
  const { realm } = isolate;
  if (!description.hasProcess) return realm.newNative(name, length, native as NativeCode);
  const prototype = realm.newObject();
  const run: Native = (_isolate, receiver, args, newTarget) => {
    const result = native(isolate, receiver, args, newTarget);
    return newTarget === undefined || result instanceof JSObject ? result : realm.newObjectWithPrototype(prototype);
  };
  const object = realm.newNative(name, length, run as NativeCode, true);
  addOwn(object, 'prototype', prototype, Attribute.writable);
  addOwn(prototype, 'constructor', object, Attribute.writable | Attribute.configurable);
  return object;
}

function globalGetter({ isolate }: Host, name: string, value: () => Value, isReplaceable = false): void {
  const { realm } = isolate;
  const { globalObject } = realm;
  const get = realm.newNative(`get ${name}`, 0, value);
  const replace: Native = (_isolate, _receiver, [other]) => {
    globalObject.dictionary!.delete(name);
    addOwn(globalObject, name, other, Attribute.all);
    return undefined;
  };
  const set = isReplaceable ? realm.newNative(`set ${name}`, 1, replace as NativeCode) : undefined;
  addOwn(globalObject, name, new AccessorPair(get, set), Attribute.enumerable | Attribute.configurable, true);
}

function textOf({ isolate, description }: Host, name: string, args: readonly Value[]): string {
  if (!description.hasProcess) requireArguments(isolate, name, args);
  return args.length === 0 ? throwMissing(isolate, 'input') : toStringValue(isolate, args[0]);
}

/** Node's words, and those of browsers. */
function refuseText({ isolate, description }: Host, name: 'atob' | 'btoa', message: string): never {
  const inBrowsers = {
    atob: 'The string to be decoded is not correctly encoded.',
    btoa: 'The string to be encoded contains characters outside of the Latin1 range.',
  };
  const shown = description.hasProcess ? message : `Failed to execute '${name}' on 'Window': ${inBrowsers[name]}`;
  return throwDomException(isolate, shown, 'InvalidCharacterError');
}

function throwDomException(isolate: Isolate, message: string, name: string): never {
  const constructor = isolate.realm.intrinsic('DOMException');
  throw new GuestException(construct(isolate, constructor, [message, name]) as JSObject);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encode(host: Host, text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 3) {
    const bytes = [0, 1, 2].map((index) => text.charCodeAt(at + index));
    if (bytes.some((byte) => byte > 255)) refuseText(host, 'btoa', 'Invalid character');
    const bits = (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!;
    const left = Math.min(3, text.length - at);
    for (let digit = 0; digit < 4; digit++) result += digit > left ? '=' : alphabet[(bits >> (18 - 6 * digit)) & 63]!;
  }
  return result;
}

/** Infra: forgiving-base64 decode. */
function decode(host: Host, text: string): string {
  let digits = text.replaceAll(/[\t\n\f\r ]/g, '');
  if (digits.length % 4 === 0) digits = digits.replace(/={1,2}$/, '');
  if (/[^A-Za-z0-9+/]/.test(digits)) refuseText(host, 'atob', 'Invalid character');
  if (digits.length % 4 === 1) refuseText(host, 'atob', 'The string to be decoded is not correctly encoded.');
  let result = '';
  let bits = 0;
  let count = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    result += String.fromCharCode((bits >> count) & 255);
  }
  return result;
}

function newNavigator(host: Host): JSObject {
  const { isolate } = host;
  const { locale } = host.environment;
  const prototype = newClassPrototype(isolate, 'Navigator', 0);
  const languages = isolate.realm.newArray([locale]);
  memberGetter(isolate, prototype, 'hardwareConcurrency', () => 1);
  memberGetter(isolate, prototype, 'locks', () => lookupData(requireModule(host, 'internal/locks'), 'locks'));
  memberGetter(isolate, prototype, 'language', () => locale);
  memberGetter(isolate, prototype, 'languages', () => languages);
  memberGetter(isolate, prototype, 'userAgent', () => 'Node.js/24');
  memberGetter(isolate, prototype, 'platform', () => 'linux');
  property(isolate.realm.globalObject, 'Navigator', lookupData(prototype, 'constructor'));
  return isolate.realm.newObjectWithPrototype(prototype);
}

const mostRandomBytes = 65_536;

export function fillWithRandom({ isolate, description }: Host, array: Value): Value {
  const { hasProcess } = description;
  const where = "Failed to execute 'getRandomValues' on 'Crypto'";
  const kind = array instanceof JSObject ? array.hiddenClass.instanceType : undefined;
  if (!hasProcess && kind !== 'typed array' && kind !== 'data view')
    throw isolate.error('TypeError', `${where}: parameter 1 is not of type 'ArrayBufferView'.`);
  const type = kind === 'typed array' ? typedArrayDataOf(array as JSObject).type : 'DataView';
  if (!(array instanceof JSObject) || kind !== 'typed array' || type.startsWith('Float')) {
    const shown = `${where}: The provided ArrayBufferView is of type '${type.replace('Array', '')}', which is not an integer array type.`;
    const message = hasProcess ? 'The data argument must be an integer-type TypedArray' : shown;
    return throwDomException(isolate, message, 'TypeMismatchError');
  }
  const { view } = typedArrayDataOf(array);
  if (view.byteLength > mostRandomBytes) {
    const shown = `${where}: The ArrayBufferView's byte length (${view.byteLength}) exceeds the number of bytes of entropy available via this API (${mostRandomBytes}).`;
    return throwDomException(
      isolate,
      hasProcess ? `The requested length exceeds ${mostRandomBytes.toLocaleString('en-US')} bytes` : shown,
      'QuotaExceededError',
    );
  }
  const isBig = view.constructor.name.startsWith('Big');
  for (let index = 0; index < view.length; index++) {
    const low = randomBits(isolate);
    view[index] = isBig ? (BigInt(randomBits(isolate)) << 32n) | BigInt(low) : low;
  }
  return array;
}

function randomBits(isolate: Isolate): number {
  return Math.floor(isolate.random() * 2 ** 32);
}

/** RFC 9562, version 4. */
export function randomUuid(isolate: Isolate): string {
  const bytes = Array.from({ length: 16 }, () => randomBits(isolate) & 255);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}

/** Web IDL: operations and attributes are enumerable. */
function memberGetter(isolate: Isolate, prototype: JSObject, name: string, read: () => Value): void {
  const get = isolate.realm.newNative(`get ${name}`, 0, read);
  addOwn(prototype, name, new AccessorPair(get, undefined), Attribute.enumerable | Attribute.configurable, true);
}
