/**
 * util.inspect, as console.log uses it. Node: lib/internal/util/inspect.js (formatValue, formatRaw, formatProperty).
 *
 * It runs no guest code but [nodejs.util.inspect.custom] functions and getters of Symbol.toStringTag, those only where
 * `customInspect` allows, and what the options ask for (`getters`, `sorted`): each is a single nested call, as Node makes it.
 * Simplified: with colours, the working directory in stack traces is as bright as the rest.
 */
import { constructorName as constructorNameOf } from '../execution/call-site-info.ts';
import { toNumber } from '../execution/conversions.ts';
import { RunStopped } from '../execution/guest-exception.ts';
import { isArray } from '../execution/proxy.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { IteratorData, PrimitiveData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { listKeys } from '../objects/own-properties.ts';
import { JSSymbol, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { dateToInspect } from './date-format.ts';
import {
  type Braces,
  type EntryType,
  type InspectContext,
  type InspectOptions,
  mostParts,
  objectsAreTooLarge,
} from './inspect-context.ts';
import { formatAccessor } from './inspect-accessor.ts';
import { formatCustom } from './inspect-custom.ts';
import { formatProxy, keysOfProxy, lengthOf, lookupAsAsked, proxyTarget } from './inspect-proxy.ts';
import { askLike, isInChain, isProxy, lookupAlongChain, prototypeOf } from './inspect-lookup.ts';
import { formatArrayBuffer, formatDataView, formatTypedArray, lengthAsRead } from './inspect-buffers.ts';
import { formatArray, formatCollection, formatIterator, formatPromise } from './inspect-entries.ts';
import { formatError } from './inspect-error.ts';
import { layOut } from './inspect-layout.ts';
import { constructorName, functionBase, prefix } from './inspect-names.ts';
import { inspectOptionsFrom as inspectOptionsOf } from './inspect-options-from.ts';
import { formatKey, formatPrimitive } from './inspect-primitive.ts';
import { prototypeEntries } from './inspect-prototypes.ts';
import { type InspectStyle, stylize } from './inspect-styles.ts';
import { regExpToInspect } from './regexp-source.ts';

export type { InspectOptions } from './inspect-context.ts';

export function inspect(isolate: Isolate, value: Value, options: InspectOptions = {}): string {
  return formatValue(newContext(isolate, options), value, 0);
}

function newContext(isolate: Isolate, asked: InspectOptions): InspectContext {
  const defaults = isolate.realm.intrinsics.get('util.inspect.defaultOptions');
  const options = defaults === undefined ? asked : { ...inspectOptionsOf(defaults), ...asked };
  return {
    isolate,
    depth: options.depth === null ? Infinity : (options.depth ?? 2),
    showHidden: options.showHidden ?? false,
    showProxy: options.showProxy ?? false,
    customInspect: options.customInspect ?? true,
    maxArrayLength: options.maxArrayLength ?? 100,
    maxStringLength: options.maxStringLength ?? 10000,
    breakLength: options.breakLength ?? 80,
    compact: options.compact ?? 3,
    sorted: options.sorted ?? false,
    colors: options.colors ?? false,
    getters: options.getters ?? false,
    numericSeparator: options.numericSeparator ?? false,
    given: options.given,
    seen: [],
    circular: new Map(),
    budget: new Map(),
    indentation: 0,
    currentDepth: 0,
    parts: 0,
    formatValue,
    formatProperty,
  };
}

function formatValue(context: InspectContext, value: Value, recursion: number): string {
  context.isolate.meter.work(16);
  if (context.parts++ > mostParts) throw new RunStopped('memory');
  if (!(value instanceof JSObject)) return formatPrimitive(context, value);
  const object = proxyTarget(context, value);
  if (object === undefined) return stylize(context, '<Revoked Proxy>', 'special');
  if (context.showProxy && object.internal?.kind === 'proxy') return formatProxy(context, object, recursion);
  if (context.customInspect) {
    const custom = formatCustom(context, value, object, recursion);
    if (custom !== undefined) return custom;
  }
  if (context.seen.includes(object)) {
    let index = context.circular.get(object);
    if (index === undefined) {
      index = context.circular.size + 1;
      context.circular.set(object, index);
    }
    return stylize(context, `[Circular *${index}]`, 'special');
  }
  return formatObject(context, object, recursion);
}

/** How one object is shown: what stands before the bracket, the brackets, and who writes the entries. */
interface Shape {
  base: string;
  braces: Braces;
  type: EntryType;
  entries: (() => string[]) | undefined;
  /** The text if there are no keys: the whole of it. */
  whenEmpty: string | undefined;
  /** Of that text. */
  style: InspectStyle | undefined;
}

function formatObject(context: InspectContext, object: JSObject, recursion: number): string {
  const constructor = constructorName(context, object, recursion);
  const tag = toStringTag(context, object);
  const isList = isShownAsList(context, object, constructor);
  const keys = shownKeys(context, object, isList);
  const inherited = prototypeEntries(context, object, recursion);
  const shape = shapeOf(context, object, constructor, tag, keys, isList, recursion + 1);
  if (keys.length === 0 && inherited.length === 0 && shape.whenEmpty !== undefined)
    return shape.style === undefined ? shape.whenEmpty : stylize(context, shape.whenEmpty, shape.style);
  if (recursion > context.depth) {
    if (object.hiddenClass.instanceType === 'regexp') return stylize(context, shape.base, 'regexp');
    const name = prefix(constructor, tag, fallbackName(object)).slice(0, -1);
    return stylize(context, constructor === null ? name : `[${name}]`, 'special');
  }
  if (context.seen.length >= deepestInspection)
    return `[${constructor ?? 'Object'}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`;
  context.seen.push(object);
  context.currentDepth = recursion + 1;
  const output = shape.entries?.() ?? [];
  const keyType = shape.type;
  for (const key of keys) output.push(formatProperty(context, object, recursion + 1, key, keyType));
  output.push(...inherited);
  const index = context.circular.get(object);
  let base = shape.base;
  if (index !== undefined) {
    const reference = stylize(context, `<ref *${index}>`, 'special');
    base = base === '' ? reference : `${reference} ${base}`;
  }
  context.seen.pop();
  if (context.sorted !== false) sortEntries(context, output, shape.type === 'object' ? output.length : keys.length);
  const text = layOut(context, output, base, shape.braces, shape.type, recursion + 1, object);
  const used = (context.budget.get(context.indentation) ?? 0) + text.length;
  context.budget.set(context.indentation, used);
  if (used > objectsAreTooLarge) context.depth = -1;
  return text;
}

/** Elements of arrays keep their order; what stands behind them is sorted. */
function sortEntries({ isolate, sorted }: InspectContext, output: string[], count: number): void {
  if (count < 2) return;
  const compare = (a: string, b: string): number =>
    toNumber(isolate, isolate.callNested(sorted as JSObject, undefined, [a, b]));
  output.push(...output.splice(output.length - count).sort(sorted === true ? undefined : compare));
}

/** An object without a prototype is named as the engine names it. V8: GetConstructorName. */
function internalName(context: InspectContext, object: JSObject): string {
  return object.hiddenClass.prototype === null ? constructorNameOf(context.isolate, object) : 'Object';
}

/** About where Node's own stack ends. */
const deepestInspection = 870;

function fallbackName(object: JSObject): string {
  return object.hiddenClass.instanceType === 'array' ? 'Array' : 'Object';
}

function shapeOf(
  context: InspectContext,
  object: JSObject,
  constructor: string | null,
  tag: string,
  keys: PropertyKey[],
  isList: boolean,
  recursion: number,
): Shape {
  const shape: Shape = {
    base: '',
    braces: ['{', '}'],
    type: 'object',
    entries: undefined,
    whenEmpty: undefined,
    style: undefined,
  };
  const named = (fallback: string, entries: () => string[]): Shape => {
    shape.braces[0] = `${prefix(constructor, tag, fallback)}{`;
    shape.entries = entries;
    return shape;
  };
  const internal = object.internal;
  if (object.hiddenClass.isCallable) {
    shape.base = functionBase(context, object, constructor, tag);
    shape.whenEmpty = shape.base;
    shape.style = 'special';
    return shape;
  }
  const type = object.hiddenClass.instanceType;
  if (constructor === 'Object' && !isList) {
    const isArguments = type === 'arguments' || type === 'sloppy arguments';
    if (isArguments) shape.braces[0] = '[Arguments] {';
    else if (tag !== '') shape.braces[0] = `${prefix(constructor, tag, 'Object')}{`;
    shape.whenEmpty = `${shape.braces[0]}}`;
    return shape;
  }
  if (isList && isArray(context.isolate, object)) {
    const length = lengthOf(context, object);
    const shown = constructor !== 'Array' || tag !== '' ? prefix(constructor, tag, 'Array', `(${length})`) : '';
    shape.braces = [`${shown}[`, ']'];
    shape.type = 'arrayExtras';
    shape.entries = () => formatArray(context, object, recursion);
    if (length === 0) shape.whenEmpty = `${shown}[]`;
    return shape;
  }
  const isSaidBefore = isList || type === 'regexp' || type === 'date';
  if (internal?.kind === 'error' || (!isSaidBefore && inheritsFromError(context, object))) {
    shape.base = formatError(context, object, constructor, tag, keys);
    shape.whenEmpty = shape.base;
    return shape;
  }
  switch (internal?.kind) {
    case 'typed array': {
      if (!isList) break;
      const length = internal.view.length;
      const shown = prefix(constructor, tag, internal.type, `(${length})`);
      shape.braces = [`${shown}[`, ']'];
      shape.type = 'arrayExtras';
      shape.entries = () => formatTypedArray(context, object, recursion);
      if (lengthAsRead(context, object) === 0) shape.whenEmpty = `${shown}[]`;
      return shape;
    }
    case 'array buffer':
      return named('ArrayBuffer', () => formatArrayBuffer(context, object, internal));
    case 'data view':
      return named('DataView', () => formatDataView(context, object, internal, recursion));
    case 'collection': {
      if (!isList) break;
      const isMap = type === 'map';
      const shown = prefix(constructor, tag, isMap ? 'Map' : 'Set', `(${internal.size})`);
      shape.braces[0] = `${shown}{`;
      shape.entries = () => {
        askLike(context, object, ['size', context.isolate.symbols.iterator]);
        return formatCollection(context, internal, isMap, recursion);
      };
      if (internal.size === 0) shape.whenEmpty = `${shown}{}`;
      return shape;
    }
    case 'promise':
      return named('Promise', () => formatPromise(context, internal, recursion));
    case 'weak collection':
      return named(type === 'weak map' ? 'WeakMap' : 'WeakSet', () => [stylize(context, '<items unknown>', 'special')]);
    case 'regexp': {
      const shown = prefix(constructor, tag, 'RegExp');
      shape.base = shown === 'RegExp ' ? regExpToInspect(internal) : shown + regExpToInspect(internal);
      shape.whenEmpty = shape.base;
      shape.style = 'regexp';
      return shape;
    }
    case 'date': {
      const shown = prefix(constructor, tag, 'Date');
      shape.base = shown === 'Date ' ? dateToInspect(internal) : shown + dateToInspect(internal);
      shape.whenEmpty = shape.base;
      shape.style = 'date';
      return shape;
    }
    case 'primitive':
      shape.base = boxedBase(context, internal, keys, constructor, tag);
      shape.whenEmpty = shape.base;
      shape.style = boxedStyle(internal.value);
      return shape;
    case 'iterator':
      if (isList) return iteratorShape(context, shape, internal, type === 'map iterator', tag, recursion);
      break;
    default:
      break;
  }
  // Whether it is a URL.
  if (internal === undefined || type.endsWith('arguments')) askLike(context, object, ['href']);
  const shown = prefix(constructor, tag, type === 'module namespace' ? 'Module' : internalName(context, object));
  shape.braces[0] = `${shown}{`;
  // Node joins the (missing) exports of a namespace all the same.
  shape.whenEmpty = type === 'module namespace' ? `${shown}{  }` : `${shown}{}`;
  return shape;
}

/** What cannot be iterated over is no list, unless it has no prototype that could tell. */
function isShownAsList(context: InspectContext, object: JSObject, constructor: string | null): boolean {
  const isIterable = isInChain(context, object, context.isolate.symbols.iterator) || constructor === null;
  return isIterable && (lists.has(object.hiddenClass.instanceType) || isArray(context.isolate, object));
}

const lists: ReadonlySet<string> = new Set(['array', 'typed array', 'map', 'set', 'map iterator', 'set iterator']);

/** Node's isError: classes of errors may be made without the class syntax. */
function inheritsFromError(context: InspectContext, object: JSObject): boolean {
  const errorPrototype = context.isolate.realm.intrinsics.get('Error.prototype');
  for (let holder = prototypeOf(context, object); holder !== null; holder = prototypeOf(context, holder))
    if (holder === errorPrototype) return true;
  return false;
}

function iteratorShape(
  context: InspectContext,
  shape: Shape,
  data: IteratorData,
  isMap: boolean,
  tag: string,
  recursion: number,
): Shape {
  const name = isMap ? 'Map Iterator' : 'Set Iterator';
  const shown = tag === name ? tag : tag === '' ? name : `${tag}] [${name}`;
  shape.braces[0] = `[${shown}] {`;
  shape.entries = () => formatIterator(context, data, isMap, recursion, shape.braces);
  return shape;
}

/** `[Number: 3]`. The indices of a boxed string are not shown again. */
function boxedBase(
  context: InspectContext,
  data: PrimitiveData,
  keys: PropertyKey[],
  constructor: string | null,
  tag: string,
): string {
  const { value } = data;
  if (typeof value === 'string') keys.splice(0, value.length);
  const type = boxedStyle(value);
  const name = type === 'bigint' ? 'BigInt' : type[0]!.toUpperCase() + type.slice(1);
  let base = `[${name}`;
  if (constructor === null) base += ' (null prototype)';
  else if (constructor !== name) base += ` (${constructor})`;
  base += `: ${formatPrimitive({ ...context, breakLength: Infinity, colors: false }, value)}]`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  return base;
}

function boxedStyle(value: Value): InspectStyle {
  return value instanceof JSSymbol ? 'symbol' : (typeof value as InspectStyle);
}

/** Keys shown as `key: value`: not the elements of arrays. */
function shownKeys(context: InspectContext, object: JSObject, isList: boolean): PropertyKey[] {
  if (isProxy(object)) return keysOfProxy(context, object, isList);
  const type = object.hiddenClass.instanceType;
  const hasElements = isList && (type === 'array' || type === 'typed array');
  const found = new PropertyLookup();
  return listKeys(object, hasElements ? 0 : Infinity).filter((key) => {
    if (hasElements && typeof key === 'number') return false;
    return context.showHidden || (lookupOwn(found, object, key) && found.isEnumerable);
  });
}

/** Symbol.toStringTag, unless it is an own property that is listed anyway. */
function toStringTag(context: InspectContext, object: JSObject): string {
  const key = context.isolate.symbols.toStringTag;
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (isProxy(holder)) {
      const asked = lookupAlongChain(context, object, key);
      return typeof asked === 'string' ? asked : '';
    }
    if (!lookupOwn(found, holder, key)) continue;
    if (holder === object && (context.showHidden || found.isEnumerable)) return '';
    let tag = found.value as Value;
    if (found.isAccessor) {
      if (!context.customInspect) return object.internal?.kind === 'typed array' ? object.internal.type : '';
      if (found.getter === undefined) return '';
      tag = context.isolate.callNested(found.getter, object, []);
    }
    return typeof tag === 'string' ? tag : '';
  }
  return '';
}

function formatProperty(
  context: InspectContext,
  object: JSObject,
  recursion: number,
  key: PropertyKey,
  type: EntryType,
  receiver: JSObject = object,
): string {
  const found = new PropertyLookup();
  const exists = lookupAsAsked(context, found, object, key);
  const isEnumerable = exists ? found.isEnumerable : true;
  let text: string;
  if (exists && found.isAccessor) {
    text = formatAccessor(context, found.getter, found.setter, receiver, recursion);
  } else if (exists && found.value === theHole) text = stylize(context, '<uninitialized>', 'special');
  else {
    context.indentation += 2;
    text = formatValue(context, exists ? (found.value as Value) : lookupAlongChain(context, object, key), recursion);
    context.indentation -= 2;
  }
  return type === 'array' ? text : `${formatKey(context, key, isEnumerable)}: ${text}`;
}
