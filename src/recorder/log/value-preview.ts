/**
 * Values in short, for the log and for variables: bounded in length, and without running guest code (a getter shows as
 * `(…)`, a proxy as `Proxy`). DevTools: RemoteObject previews.
 */
import {
  bigintBytes,
  FunctionData,
  functionName,
  JSObject,
  JSSymbol,
  keyToDisplay,
  lookupData,
  lookupOwn,
  ownKeys,
  PropertyLookup,
  theHole,
  type Value,
} from '../../engine/index.ts';

const maxText = 60;
const maxString = 40;
const maxTextInFull = 10_000;
const maxProperties = 4;
const maxElements = 5;

/** For example `42`, `'text'`, `{a: 1, b: …}`, `(3) [1, 2, 3]`, `ƒ onClick()`. */
export function preview(value: Value, depth = 1): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return previewBigInt(value);
  if (value === theHole) return '<uninitialized>';
  if (value instanceof JSSymbol) return `Symbol(${shorten(value.description ?? '', maxString)})`;
  if (value instanceof JSObject) return previewObject(value, depth);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** As `preview`, for a value that somebody asked for: texts are longer. */
export function valueInFull(value: Value): string {
  if (typeof value === 'string') return quote(value, maxTextInFull);
  if (typeof value === 'bigint' && bigintBytes(value) === 0) return `${String(value)}n`;
  if (value instanceof JSObject && value.internal?.kind === 'error') return shorten(errorSummary(value), maxTextInFull);
  return preview(value);
}

export function typeOfValue(value: Value): string {
  if (value === null) return 'null';
  if (value === theHole) return 'undefined';
  if (value instanceof JSSymbol) return 'symbol';
  if (!(value instanceof JSObject)) return typeof value;
  return value.hiddenClass.isCallable ? 'function' : constructorName(value) || 'object';
}

/** The name of the constructor that made an object, as its prototype tells it; '' for none. */
export function constructorName(object: JSObject): string {
  if (object.hiddenClass.instanceType === 'proxy') return 'Proxy';
  const prototype = object.hiddenClass.prototype;
  if (prototype === null) return '';
  const constructor = lookupData(prototype, 'constructor');
  return constructor instanceof JSObject && constructor.internal instanceof FunctionData
    ? functionName(constructor)
    : '';
}

function previewObject(object: JSObject, depth: number): string {
  const { internal } = object;
  if (internal instanceof FunctionData) return previewFunction(object, internal);
  if (object.hiddenClass.instanceType === 'global object') return 'globalThis';
  if (object.hiddenClass.instanceType === 'proxy') return 'Proxy';
  if (object.hiddenClass.instanceType === 'array') return previewArray(object, depth);
  switch (internal?.kind) {
    case 'error':
      return shorten(errorSummary(object), maxText);
    case 'promise':
      return internal.state === 'pending'
        ? 'Promise {<pending>}'
        : `Promise {<${internal.state}>: ${depth > 0 ? preview(internal.result, 0) : '…'}}`;
    case 'primitive':
      return `${constructorName(object)} {${preview(internal.value)}}`;
    case 'date':
      return Number.isNaN(internal.time) ? 'Invalid Date' : new Date(internal.time).toISOString();
    case 'regexp':
      return shorten(`/${internal.source}/${internal.flags}`, maxText);
    case 'collection':
      return `${constructorName(object)}(${internal.size})`;
    case 'generator':
      return `${functionName(internal.function)} {<${internal.state === -2 ? 'closed' : internal.state === -1 ? 'running' : 'suspended'}>}`;
    default:
      return previewProperties(object, depth);
  }
}

function previewFunction(object: JSObject, data: FunctionData): string {
  const name = functionName(object);
  const kind = data.shared?.kind;
  if (data.shared !== undefined && data.shared.classStart >= 0) return `class ${name}`.trim();
  return `${kind?.startsWith('async') ? 'async ' : ''}ƒ ${name}()`;
}

function previewArray(array: JSObject, depth: number): string {
  const length = array.length;
  if (depth <= 0) return length === 0 ? '[]' : `Array(${length})`;
  const items: string[] = [];
  const found = new PropertyLookup();
  for (let index = 0; index < Math.min(length, maxElements); index++) {
    items.push(
      !lookupOwn(found, array, index) ? 'empty' : found.isAccessor ? '(…)' : preview(found.value as Value, depth - 1),
    );
  }
  if (length > maxElements) items.push('…');
  return `${length > 1 ? `(${length}) ` : ''}[${shorten(items.join(', '), maxText)}]`;
}

/** Digits of radix 10 take the host long, so of what has thousands of them only the size is shown. */
function previewBigInt(value: bigint): string {
  const bytes = bigintBytes(value);
  return bytes === 0
    ? `${shorten(String(value), maxString)}n`
    : `a BigInt of up to ${bytes.toLocaleString('en-US')} bytes`;
}

function previewProperties(object: JSObject, depth: number): string {
  const name = constructorName(object);
  const prefix = name === 'Object' || name === '' ? '' : `${name} `;
  if (depth <= 0) return `${prefix}{…}`;
  const parts: string[] = [];
  const found = new PropertyLookup();
  let left = maxProperties;
  for (const key of ownKeys(object, maxProperties + 1)) {
    if (!lookupOwn(found, object, key) || !found.isEnumerable) continue;
    if (left-- === 0) {
      parts.push('…');
      break;
    }
    parts.push(`${keyToDisplay(key)}: ${found.isAccessor ? '(…)' : preview(found.value as Value, depth - 1)}`);
  }
  return `${prefix}{${shorten(parts.join(', '), maxText)}}`;
}

function errorSummary(error: JSObject): string {
  const name = lookupData(error, 'name');
  const message = lookupData(error, 'message');
  const shown = typeof name === 'string' ? name : 'Error';
  return typeof message === 'string' && message !== '' ? `${shown}: ${message}` : shown;
}

function quote(text: string, length = maxString): string {
  const short = shorten(text, length).replaceAll('\n', '\\n');
  return short.includes("'") && !short.includes('"') ? `"${short}"` : `'${short}'`;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
