/** A value in an error message, as V8 prints it: `"text"`, `#<Point>`, `[object Array]`, `function f() {…}`. V8: NoSideEffectsToString. */
import { FunctionData, nativeMarks } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import {
  JSSymbol,
  symbolDescriptiveString,
  toStringTagSymbol,
  type PropertyKey,
  type Value,
} from '../objects/value.ts';

export function describe(value: Value): string {
  if (typeof value === 'string') return `"${value}"`;
  return describeUnquoted(value);
}

/** Long functions lose their middle. */
function shortened(source: string): string {
  return source.length > 128 ? `${source.slice(0, 111)}...<omitted>...${source.slice(-2)}` : source;
}

/** Without quotes around strings. */
export function describeUnquoted(value: Value): string {
  if (value instanceof JSSymbol) return symbolDescriptiveString(value);
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof JSObject)) return Object.is(value, -0) ? '0' : String(value);
  const internal = value.internal;
  if (internal instanceof FunctionData) return shortened(functionSource(internal));
  if (internal?.kind === 'proxy' && internal.target !== null) return describeUnquoted(internal.target);
  if (internal?.kind === 'error') return errorSummary(value);
  if (internal?.kind === 'module namespace') return '[object Module]';
  if (hasToString(value, nativeMarks.errorToString)) return errorSummary(value);
  if (!hasToString(value, nativeMarks.objectToString)) return tagged(value);
  const constructor = lookupData(value, 'constructor');
  if (constructor instanceof JSObject && constructor.internal instanceof FunctionData) {
    const name = functionName(constructor);
    if (name !== '') return `#<${name}>`;
  }
  return tagged(value);
}

function tagged(object: JSObject): string {
  const tag = lookupData(object, toStringTagSymbol);
  return `[object ${typeof tag === 'string' ? tag : className(object)}]`;
}

/** Whether its method toString is that of the engine, wherever it was found. */
function hasToString(object: JSObject, mark: string): boolean {
  const toString = lookupData(object, 'toString');
  const internal = toString instanceof JSObject ? toString.internal : undefined;
  return internal instanceof FunctionData && internal.data === mark;
}

/** V8: JSReceiver::class_name, of objects that are no functions. */
export function className(object: JSObject): string {
  const names: Readonly<Record<string, string>> = {
    array: 'Array',
    date: 'Date',
    regexp: 'RegExp',
    'string wrapper': 'String',
    'number wrapper': 'Number',
    'boolean wrapper': 'Boolean',
    'symbol wrapper': 'Symbol',
    'bigint wrapper': 'BigInt',
    arguments: 'Arguments',
    'sloppy arguments': 'Arguments',
  };
  const { internal } = object;
  return internal?.kind === 'typed array' ? internal.type : (names[object.hiddenClass.instanceType] ?? 'Object');
}

/** The `name` of a function if it is a string, without running guest code. */
export function functionName(object: JSObject): string {
  const name = lookupData(object, 'name');
  return typeof name === 'string' ? name : '';
}

/** The source text of a function, as Function.prototype.toString gives it. */
export function functionSource(data: FunctionData): string {
  const shared = data.shared;
  if (shared === undefined) {
    if (data.data === nativeMarks.apiClass) return `class ${data.name} { [native code] }`;
    const isBound = data.boundTarget !== undefined || data.data === nativeMarks.boundApi;
    return `function ${isBound ? '' : data.name}() { [native code] }`;
  }
  if (shared.script.kind === 'builtin' && shared.isClassConstructor) return `class ${shared.name} { [native code] }`;
  if (shared.script.kind === 'builtin' || shared.start < 0) return `function ${shared.name}() { [native code] }`;
  const start = shared.classStart >= 0 ? shared.classStart : shared.start;
  const end = shared.classStart >= 0 ? shared.classEnd : shared.end;
  return shared.script.source.slice(start, end);
}

/** Error.prototype.toString without running guest code: what is no text counts as none. V8: NoSideEffectsErrorToString. */
function errorSummary(error: JSObject): string {
  const text = (key: string): string => {
    const value = lookupData(error, key);
    return typeof value === 'string' ? value : '';
  };
  const [name, message] = [text('name'), text('message')];
  return name === '' || message === '' ? name + message : `${name}: ${message}`;
}

/** A data property found along the prototype chain, without guest code; undefined for accessors and proxies. */
export function lookupData(object: JSObject, key: PropertyKey): Value {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') return undefined;
    if (lookupOwn(found, holder, key)) return found.isAccessor ? undefined : (found.value as Value);
  }
  return undefined;
}

/** With its article, as in "which is a number and not a function". */
export function typeName(value: Value): string {
  if (value === undefined) return 'a undefined';
  if (value === null) return 'null';
  return value instanceof JSObject ? 'an object' : `a ${typeof value === 'object' ? 'symbol' : typeof value}`;
}

/** An object as text, unless only its own toString could say it. V8: Object::NoSideEffectsToMaybeString. */
export function describeWithoutSideEffects(object: JSObject): string | undefined {
  const text = describeUnquoted(object);
  if (object.internal?.kind === 'proxy') return text;
  return text.startsWith('[object ') ? undefined : text;
}
