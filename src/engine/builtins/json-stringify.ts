/**
 * JSON.stringify where no guest code has a say: no toJSON, getters, proxies or replacer function. V8:
 * src/json/json-stringifier.cc. Everything else goes to the self-hosted walk, which uses the parts exported here.
 */
import { constructorName } from '../execution/call-site-info.ts';
import { isCallable } from '../execution/calls.ts';
import { toNumber, toStringValue } from '../execution/conversions.ts';
import { lookupData } from '../execution/describe.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { maxTextLength } from '../execution/meter.ts';
import { getProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import { isArray } from '../execution/proxy.ts';
import { dictionaryElements } from '../objects/elements-kind.ts';
import type { PrimitiveData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { listKeys } from '../objects/own-properties.ts';
import { JSSymbol, keyFromString, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { isoString } from './date-format.ts';

/** What lies between two levels is a RangeError, as where V8's stack ends. */
export const deepestNesting = 4500;

/** Thrown by the host walk when it meets something that runs guest code. Never leaves this file. */
class NeedsGuestCode {}

interface Walk {
  readonly isolate: Isolate;
  readonly gap: string | undefined;
  readonly properties: readonly PropertyKey[] | undefined;
  readonly stack: { readonly object: JSObject; readonly key: PropertyKey }[];
  readonly found: PropertyLookup;
}

/** The text, undefined for what JSON has no text for, or null if guest code is involved. */
export function stringifyFast(
  isolate: Isolate,
  value: Value,
  replacer: Value,
  space: Value,
): string | undefined | null {
  if (isCallable(replacer) || (replacer instanceof JSObject && !isPlainList(replacer)) || space instanceof JSObject)
    return null;
  const properties = replacer instanceof JSObject ? propertyList(isolate, replacer) : undefined;
  const walk: Walk = { isolate, gap: gapFrom(isolate, space), properties, stack: [], found: new PropertyLookup() };
  try {
    return serialize(walk, value, '', '');
  } catch (error) {
    if (error instanceof NeedsGuestCode) return null;
    throw error;
  }
}

function isPlainList(list: JSObject): boolean {
  const { instanceType, elementsKind } = list.hiddenClass;
  if (instanceType === 'proxy' || elementsKind === dictionaryElements) return false;
  return list.elements.every((element) => !(element instanceof JSObject));
}

function serialize(walk: Walk, value: Value, key: PropertyKey, indent: string): string | undefined {
  if (typeof value === 'bigint') {
    if (
      lookupData(walk.isolate.realm.bigintPrototype, 'toJSON') !== undefined ||
      hasAccessor(walk.isolate.realm.bigintPrototype, 'toJSON')
    )
      throw new NeedsGuestCode();
    return throwTypeError(walk.isolate, 'JsonBigInt');
  }
  if (!(value instanceof JSObject)) return primitiveText(walk.isolate, value);
  const type = value.hiddenClass.instanceType;
  walk.isolate.meter.work(8);
  if (type === 'date') {
    const text = pristineDateText(walk, value);
    if (text === undefined) throw new NeedsGuestCode();
    return text;
  }
  if (type === 'proxy' || value.internal?.kind === 'primitive' || hasToJson(walk, value)) throw new NeedsGuestCode();
  if (value.hiddenClass.isCallable) return undefined;
  const raw = rawJsonText(value);
  if (raw !== undefined) return raw;
  if (walk.stack.length >= deepestNesting) throwRangeError(walk.isolate, 'StackOverflow');
  const start = walk.stack.findIndex((entry) => entry.object === value);
  if (start >= 0) throwCircular(walk.isolate, walk.stack, start, key);
  walk.stack.push({ object: value, key });
  const text = type === 'array' ? serializeArray(walk, value, indent) : serializeObject(walk, value, indent);
  walk.stack.pop();
  return text;
}

function serializeArray(walk: Walk, array: JSObject, indent: string): string {
  const inner = indent + (walk.gap ?? '');
  const parts: string[] = [];
  for (let i = 0; i < array.length; i++) {
    let value: Value;
    if (lookupOwn(walk.found, array, i)) {
      if (walk.found.isAccessor) throw new NeedsGuestCode();
      value = walk.found.value as Value;
    } else value = lookupData(array, i);
    parts.push(serialize(walk, value, i, inner) ?? 'null');
  }
  return joinParts(parts, '[', ']', walk.gap, indent);
}

function serializeObject(walk: Walk, object: JSObject, indent: string): string {
  const inner = indent + (walk.gap ?? '');
  const parts: string[] = [];
  for (const key of walk.properties ?? listKeys(object)) {
    if (key instanceof JSSymbol) continue;
    let value: Value;
    if (lookupOwn(walk.found, object, key)) {
      if (walk.properties === undefined && !walk.found.isEnumerable) continue;
      if (walk.found.isAccessor || walk.found.value === theHole) throw new NeedsGuestCode();
      value = walk.found.value as Value;
    } else {
      if (walk.properties === undefined) continue;
      if (hasAccessor(object, key)) throw new NeedsGuestCode();
      value = lookupData(object, key);
    }
    const text = serialize(walk, value, key, inner);
    if (text !== undefined)
      parts.push(`${quote(walk.isolate, String(key))}:${walk.gap === undefined ? '' : ' '}${text}`);
  }
  return joinParts(parts, '{', '}', walk.gap, indent);
}

function joinParts(
  parts: readonly string[],
  open: string,
  close: string,
  gap: string | undefined,
  indent: string,
): string {
  if (parts.length === 0) return open + close;
  if (gap === undefined) return open + parts.join(',') + close;
  return `${open}\n${indent}${gap}${parts.join(`,\n${indent}${gap}`)}\n${indent}${close}`;
}

function hasToJson(walk: Walk, object: JSObject): boolean {
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') return true;
    if (lookupNamed(walk.found, holder, 'toJSON'))
      return walk.found.isAccessor || isCallable(walk.found.value as Value);
  }
  return false;
}

function hasAccessor(object: JSObject, key: PropertyKey): boolean {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') return true;
    if (lookupOwn(found, holder, key)) return found.isAccessor;
  }
  return false;
}

/** The text of a Date with nothing but the original methods. */
function pristineDateText(walk: Walk, date: JSObject): string | undefined {
  const { realm } = walk.isolate;
  const prototype = realm.intrinsic('Date.prototype');
  if (date.hiddenClass.prototype !== prototype || date.hiddenClass.propertyCount > 0 || date.hiddenClass.isDictionary)
    return undefined;
  if (lookupData(prototype, 'toJSON') !== realm.intrinsic('Date.prototype.toJSON')) return undefined;
  if (lookupData(prototype, 'toISOString') !== realm.intrinsic('Date.prototype.toISOString')) return undefined;
  const time = date.internal?.kind === 'date' ? date.internal.time : NaN;
  return Number.isNaN(time) ? 'null' : JSON.stringify(isoString(time));
}

/** Text of undefined, null, booleans, numbers, strings and symbols. */
function primitiveText(isolate: Isolate, value: Value): string | undefined {
  if (typeof value === 'string') return quote(isolate, value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  return value === null || typeof value === 'boolean' ? String(value) : undefined;
}

/** Shorter ones are not looked through beforehand. */
const longText = 2 ** 16;

/** V8: JsonStringifier::SerializeString. Longer than texts may be is known before it is made. */
export function quote(isolate: Isolate, text: string): string {
  if (text.length > longText) {
    isolate.meter.scan(text.length * 4);
    let length = 2;
    for (let i = 0; i < text.length; i++) length += quotedLength(text, i);
    if (length > maxTextLength) throwRangeError(isolate, 'InvalidStringLength');
    isolate.meter.text(length);
  }
  return JSON.stringify(text);
}

/** `\n`, and `\u` with four digits for other control characters and for surrogates without their other half. */
function quotedLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x20) return code === 8 || code === 9 || code === 10 || code === 12 || code === 13 ? 2 : 6;
  if (code === 0x22 || code === 0x5c) return 2;
  if (code < 0xd800 || code > 0xdfff) return 1;
  const isLead = code < 0xdc00;
  const other = text.charCodeAt(isLead ? at + 1 : at - 1);
  return isLead ? (other >= 0xdc00 && other <= 0xdfff ? 1 : 6) : other >= 0xd800 && other <= 0xdbff ? 1 : 6;
}

/** For the self-hosted walk: the text of a value after toJSON and replacer; null for arrays and objects to walk into. */
export function leafText(isolate: Isolate, value: Value): string | undefined | null {
  if (typeof value === 'bigint') return throwTypeError(isolate, 'JsonBigInt');
  if (!(value instanceof JSObject)) return primitiveText(isolate, value);
  if (value.internal?.kind === 'primitive') {
    const boxed = (value.internal as PrimitiveData).value;
    if (typeof boxed === 'number') return primitiveText(isolate, toNumber(isolate, value));
    if (typeof boxed === 'string') return primitiveText(isolate, toStringValue(isolate, value));
    if (typeof boxed === 'bigint') return throwTypeError(isolate, 'JsonBigInt');
    if (typeof boxed === 'boolean') return primitiveText(isolate, boxed);
  }
  if (value.hiddenClass.isCallable) return undefined;
  return rawJsonText(value) ?? null;
}

/**
 * The indentation for JSON.stringify's third argument; undefined: all stands in one line. As V8, a number between 0 and 1 makes lines
 * that are not indented. V8: JsonStringifier::InitializeGap.
 */
export function gapFrom(isolate: Isolate, space: Value): string | undefined {
  let value = space;
  if (space instanceof JSObject && space.internal?.kind === 'primitive') {
    const boxed = space.internal.value;
    if (typeof boxed === 'number') value = toNumber(isolate, space);
    else if (typeof boxed === 'string') value = toStringValue(isolate, space);
  }
  if (typeof value === 'number') return value > 0 ? ' '.repeat(Math.min(10, Math.trunc(value))) : undefined;
  return typeof value === 'string' && value !== '' ? value.slice(0, 10) : undefined;
}

/** The keys that an array as second argument allows; undefined if it is no array. */
export function propertyList(isolate: Isolate, replacer: Value): PropertyKey[] | undefined {
  if (!isArray(isolate, replacer)) return undefined;
  const keys = new Set<PropertyKey>();
  const length = lengthOfArrayLike(isolate, replacer);
  for (let i = 0; i < length; i++) {
    const element = getProperty(isolate, replacer, i);
    const boxed =
      element instanceof JSObject && element.internal?.kind === 'primitive' ? typeof element.internal.value : undefined;
    if (typeof element === 'string' || typeof element === 'number' || boxed === 'string' || boxed === 'number') {
      keys.add(keyFromString(toStringValue(isolate, element)));
    }
  }
  return [...keys];
}

/** In the OpaqueData of what JSON.rawJSON makes. */
export interface RawJson {
  readonly type: 'raw json';
  readonly text: string;
}

export function rawJsonText(object: JSObject): string | undefined {
  if (object.internal?.kind !== 'opaque') return undefined;
  const data = object.internal.value as Partial<RawJson> | undefined;
  return data?.type === 'raw json' ? data.text : undefined;
}

/** V8: JsonStringifier::ConstructCircularStructureErrorMessage. */
export function throwCircular(
  isolate: Isolate,
  stack: readonly { readonly object: JSObject; readonly key: PropertyKey }[],
  start: number,
  lastKey: PropertyKey,
): never {
  const shownAtStart = 2;
  const shownAtEnd = 1;
  const line = (at: number): string =>
    `\n    |     ${keyText(stack[at - 1]!.object, stack[at]!.key)} -> object with constructor '${constructorName(isolate, stack[at]!.object)}'`;
  let text = `\n    --> starting at object with constructor '${constructorName(isolate, stack[start]!.object)}'`;
  const prefixEnd = Math.min(stack.length, start + 1 + shownAtStart);
  for (let i = start + 1; i < prefixEnd; i++) text += line(i);
  if (stack.length > prefixEnd + shownAtEnd) text += '\n    |     ...';
  for (let i = Math.max(stack.length - shownAtEnd, prefixEnd); i < stack.length; i++) text += line(i);
  return throwTypeError(
    isolate,
    'CircularStructure',
    `${text}\n    --- ${keyText(stack[stack.length - 1]!.object, lastKey)} closes the circle`,
  );
}

/** Only arrays have indices here: V8 reads the keys of other objects as strings. */
function keyText(holder: JSObject, key: PropertyKey): string {
  if (typeof key === 'number' && isArrayOrProxyOfOne(holder)) return `index ${key}`;
  return key === '' ? '<anonymous>' : `property '${String(key)}'`;
}

function isArrayOrProxyOfOne(object: JSObject): boolean {
  let target: JSObject | null = object;
  while (target?.internal?.kind === 'proxy') target = target.internal.target;
  return target?.hiddenClass.instanceType === 'array';
}
