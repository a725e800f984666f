/**
 * How builtins get onto their objects. One file per global calls these. V8: SimpleInstallFunction and siblings in
 * src/init/bootstrapper.cc.
 */
import type { Isolate } from '../execution/isolate.ts';
import type { NativeCode } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import { JSSymbol, type PropertyKey, type Value } from '../objects/value.ts';

/**
 * A builtin in host code. `args` has just what was passed. Its result may be `isolate.tailCall(…)`. It must not call
 * guest code in a loop (that is for self-hosted builtins); rare single calls by `call` nest.
 */
export type Native = (
  isolate: Isolate,
  receiver: Value,
  args: Value[],
  newTarget: JSObject | undefined,
) => Value | void;

export function method(
  isolate: Isolate,
  holder: JSObject,
  key: PropertyKey,
  length: number,
  native: Native,
  name = functionNameOf(key),
): JSObject {
  const object = isolate.realm.newNative(name, length, native as NativeCode);
  addOwn(holder, key, object, builtinAttributes);
  return object;
}

/** Methods by name: `{ push: [1, native], … }`, in this order. */
export function methods<Name extends string>(
  isolate: Isolate,
  holder: JSObject,
  table: Readonly<Record<Name, NativeEntry>>,
): void {
  for (const [name, [length, native]] of Object.entries<NativeEntry>(table))
    method(isolate, holder, name, length, native);
}

export type NativeEntry = readonly [length: number, native: Native];

export type NativeTable<Name extends string = string> = Readonly<Record<Name, NativeEntry>>;

export function getter(isolate: Isolate, holder: JSObject, key: PropertyKey, native: Native, setter?: Native): void {
  const get = isolate.realm.newNative(`get ${functionNameOf(key)}`, 0, native as NativeCode);
  const set =
    setter === undefined ? undefined : isolate.realm.newNative(`set ${functionNameOf(key)}`, 1, setter as NativeCode);
  addOwn(holder, key, new AccessorPair(get, set), Attribute.configurable, true);
}

export function constant(holder: JSObject, key: PropertyKey, value: Value): void {
  addOwn(holder, key, value, Attribute.none);
}

/** writable and configurable, not enumerable. */
export function property(holder: JSObject, key: PropertyKey, value: Value): void {
  addOwn(holder, key, value, builtinAttributes);
}

export function toStringTag(isolate: Isolate, holder: JSObject, tag: string): void {
  addOwn(holder, isolate.symbols.toStringTag, tag, Attribute.configurable);
}

/** A constructor on the global object (or `holder`), with its prototype; both become intrinsics `Name` and `Name.prototype`. */
export function constructor(
  isolate: Isolate,
  name: string,
  length: number,
  native: Native,
  prototype: JSObject,
  holder = isolate.realm.globalObject,
): JSObject {
  const object = isolate.realm.newNative(name, length, native as NativeCode, true);
  addOwn(object, 'prototype', prototype, Attribute.none);
  addOwn(prototype, 'constructor', object, builtinAttributes);
  isolate.realm.intrinsics.set(name, object);
  isolate.realm.intrinsics.set(`${name}.prototype`, prototype);
  addOwn(holder, name, object, builtinAttributes);
  return object;
}

/**
 * Self-hosted builtins: JavaScript source, compiled like the user's at their first call, with `%Name(…)` for the engine's
 * own functions. `table` maps the property to the source of one function expression in strict mode, for example
 * `function map(callback, thisArg) { … }`. The function's own name and length are taken from the source.
 */
export function selfHosted(isolate: Isolate, holder: JSObject, table: Readonly<Record<string, string>>): void {
  for (const [name, source] of Object.entries(table)) {
    addOwn(holder, name, isolate.selfHostedFunction(name, source), builtinAttributes);
  }
}

function functionNameOf(key: PropertyKey): string {
  if (key instanceof JSSymbol) return `[${key.description ?? ''}]`;
  return String(key);
}
