/**
 * Values as messages between agents: a record of the value that belongs to no isolate. HTML: StructuredSerializeInternal,
 * StructuredSerializeWithTransfer; V8: ValueSerializer in src/objects/value-serializer.cc, whose words say what cannot be cloned.
 * The way back is structured-deserialize.ts.
 */
import { toStringValue } from '../execution/conversions.ts';
import { describeUnquoted, lookupData } from '../execution/describe.ts';
import { type ErrorName, throwRangeError } from '../execution/errors.ts';
import { formattedStack } from '../execution/error-stack.ts';
import type { Isolate } from '../execution/isolate.ts';
import { platformTypeOf } from '../execution/platform-types.ts';
import { getOwnProperty, getProperty, hasProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { listKeys } from '../objects/own-properties.ts';
import type { ArrayBufferData, TypedArrayName } from '../objects/typed-array.ts';
import { JSSymbol, type PropertyKey, type Value } from '../objects/value.ts';
import { escapedSource } from './regexp-source.ts';

export type SerializedValue = undefined | null | boolean | number | string | bigint | SerializedObject;

type Properties = (readonly [key: PropertyKey, value: SerializedValue])[];

/** `known` ones stay in their isolate. Records refer to each other, in circles too: their lists are filled after they are made. */
export type SerializedObject =
  | { readonly type: 'object'; readonly properties: Properties }
  | { readonly type: 'array'; readonly length: number; readonly elementsKind: number; readonly properties: Properties }
  | { readonly type: 'primitive'; readonly value: Exclude<SerializedValue, SerializedObject> }
  | { readonly type: 'known'; readonly object: JSObject }
  | { readonly type: 'date'; readonly time: number }
  | { readonly type: 'regexp'; readonly source: string; readonly flags: string }
  | { readonly type: 'map' | 'set'; readonly entries: { readonly key: SerializedValue; value: SerializedValue }[] }
  | SerializedError
  | SerializedBuffer
  | SerializedView
  | SerializedPlatformObject;

export interface SerializedError {
  readonly type: 'error';
  readonly name: ErrorName;
  readonly stack: string | undefined;
  message?: string;
  cause?: { readonly value: SerializedValue };
}

export interface SerializedBuffer {
  readonly type: 'buffer';
  /** Nobody else writes into them, unless the memory is shared. */
  bytes: ArrayBuffer | SharedArrayBuffer;
}

export interface SerializedView {
  readonly type: 'view';
  /** Of the typed array; undefined: a DataView. */
  readonly name: TypedArrayName | undefined;
  readonly buffer: SerializedValue;
  readonly byteOffset: number;
  readonly fixedLength: number | undefined;
}

/** An object of the host's: what is in `data` is the business of its type. */
export interface SerializedPlatformObject {
  readonly type: 'platform';
  readonly name: string;
  data: unknown;
}

export interface SerializedMessage {
  readonly value: SerializedValue;
  /** In the order of the list of what was to be transferred. */
  readonly transferred: readonly (SerializedBuffer | SerializedPlatformObject)[];
  /** Of the SharedArrayBuffers that it holds. */
  readonly sharedMemory: readonly SharedArrayBuffer[];
}

export interface SerializeOptions {
  readonly transfer?: readonly JSObject[];
  /** What is transferred within the isolate, and what takes its place. */
  readonly known?: ReadonlyMap<JSObject, JSObject>;
  /** Filled: which record is that of which view. */
  readonly views?: Map<SerializedView, JSObject>;
  /** Throws a DataCloneError. */
  readonly fail: (message: string) => never;
}

interface Serializing {
  readonly isolate: Isolate;
  readonly fail: (message: string) => never;
  readonly views: Map<SerializedView, JSObject> | undefined;
  /** What was recorded already, and what is transferred. */
  readonly records: Map<JSObject, SerializedObject>;
  depth: number;
}

/** About where V8's own stack ends. */
const deepestClone = 1500;

const errorNames: readonly string[] = [
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
];

export function structuredSerialize(
  isolate: Isolate,
  value: Value,
  { transfer = [], known = new Map(), views, fail }: SerializeOptions,
): SerializedMessage {
  const serializing: Serializing = { isolate, fail, views, records: new Map(), depth: 0 };
  for (const [object, replacement] of known) serializing.records.set(object, { type: 'known', object: replacement });
  const transfers = transfer.map((object) => transferOf(serializing, object));
  for (const { object, record } of transfers) serializing.records.set(object, record);
  const result = serializeValue(serializing, value);
  // Nothing is taken away before all could be recorded.
  for (const { finish } of transfers) finish();
  const records = [...serializing.records.values()];
  const sharedMemory = records.flatMap((each) =>
    each.type === 'buffer' && each.bytes instanceof SharedArrayBuffer ? [each.bytes] : [],
  );
  return { value: result, transferred: transfers.map(({ record }) => record), sharedMemory };
}

interface Transfer {
  readonly object: JSObject;
  readonly record: SerializedBuffer | SerializedPlatformObject;
  readonly finish: () => void;
}

function transferOf(serializing: Serializing, object: JSObject): Transfer {
  const { internal } = object;
  if (internal?.kind === 'array buffer') {
    // So it reads in Node.
    if (internal.isDetached || internal.isDetachable === false)
      return serializing.fail('Cannot transfer object of unsupported type.');
    const record: SerializedBuffer = { type: 'buffer', bytes: internal.buffer };
    return { object, record, finish: () => detach(internal, record) };
  }
  const [name, type] = platformTypeOf(serializing.isolate, object) ?? ['', undefined];
  const record: SerializedPlatformObject = { type: 'platform', name, data: undefined };
  return { object, record, finish: () => void (record.data = type?.transfer?.(object)) };
}

function detach(from: ArrayBufferData, record: SerializedBuffer): void {
  if (!(from.buffer instanceof ArrayBuffer)) return;
  record.bytes = from.buffer.transfer();
  from.isDetached = true;
}

export function copyOfBytes(buffer: ArrayBuffer): ArrayBuffer {
  if (!buffer.resizable) return buffer.slice(0);
  const copy = new ArrayBuffer(buffer.byteLength, { maxByteLength: buffer.maxByteLength });
  new Uint8Array(copy).set(new Uint8Array(buffer));
  return copy;
}

function serializeValue(serializing: Serializing, value: Value): SerializedValue {
  if (value instanceof JSSymbol) return serializing.fail(`${describeUnquoted(value)} could not be cloned.`);
  if (!(value instanceof JSObject)) return value;
  const known = serializing.records.get(value);
  if (known !== undefined) return known;
  if (++serializing.depth > deepestClone) throwRangeError(serializing.isolate, 'StackOverflow');
  const record = serializeObject(serializing, value);
  serializing.depth--;
  return record;
}

function serializeObject(serializing: Serializing, object: JSObject): SerializedObject {
  const { isolate, records } = serializing;
  const { internal } = object;
  const type = object.hiddenClass.instanceType;
  const keep = <Kept extends SerializedObject>(record: Kept): Kept => {
    records.set(object, record);
    return record;
  };
  if (object.hiddenClass.isCallable) return refuse(serializing, object);
  if (type === 'array') {
    const { elementsKind } = object.hiddenClass;
    const record = keep({ type: 'array', length: object.length, elementsKind, properties: [] as Properties });
    serializeProperties(serializing, object, record.properties);
    return record;
  }
  const isPlain = internal === undefined && object.hiddenClass.prototype === isolate.realm.objectPrototype;
  const platform = isPlain ? undefined : platformTypeOf(isolate, object);
  if (platform !== undefined) {
    const [name, { serialize, refusal }] = platform;
    if (serialize === undefined) {
      if (refusal === undefined) return refuse(serializing, object);
      return serializing.fail(typeof refusal === 'string' ? refusal : refusal(object));
    }
    return keep({ type: 'platform', name, data: serialize(object) });
  }
  switch (internal?.kind) {
    case undefined: {
      if (type !== 'object') return refuse(serializing, object);
      const record = keep({ type: 'object', properties: [] as Properties });
      serializeProperties(serializing, object, record.properties);
      return record;
    }
    case 'primitive': {
      const { value } = internal;
      return value instanceof JSSymbol || value instanceof JSObject
        ? refuse(serializing, object)
        : keep({ type: 'primitive', value });
    }
    case 'date':
      return keep({ type: 'date', time: internal.time });
    case 'regexp':
      return keep({ type: 'regexp', source: escapedSource(internal), flags: internal.flags });
    case 'collection': {
      const isMap = type === 'map';
      const record = keep({
        type: isMap ? 'map' : 'set',
        entries: [] as { key: SerializedValue; value: SerializedValue }[],
      });
      for (const { key, value } of internal.entries.filter((entry) => entry !== undefined)) {
        const ownKey = serializeValue(serializing, key);
        record.entries.push({ key: ownKey, value: isMap ? serializeValue(serializing, value) : ownKey });
      }
      return record;
    }
    case 'error':
      return serializeError(serializing, object, keep);
    case 'array buffer': {
      if (internal.isDetached) return serializing.fail('An ArrayBuffer is detached and could not be cloned.');
      const { buffer } = internal;
      // Memory that is shared stays shared.
      return keep({ type: 'buffer', bytes: buffer instanceof ArrayBuffer ? copyOfBytes(buffer) : buffer });
    }
    case 'typed array':
    case 'data view': {
      const { byteOffset, fixedLength } = internal;
      const buffer = serializeValue(serializing, internal.buffer);
      const name = internal.kind === 'typed array' ? internal.type : undefined;
      const record = keep({ type: 'view', name, buffer, byteOffset, fixedLength });
      serializing.views?.set(record, object);
      return record;
    }
    default:
      return refuse(serializing, object);
  }
}

function refuse(serializing: Serializing, object: JSObject): never {
  const { isolate } = serializing;
  const tag = lookupData(object, isolate.symbols.toStringTag);
  const constructor = lookupData(object, 'constructor');
  // Without a constructor that could be named, the tag says what it is.
  const isTagged = typeof tag === 'string' && !(constructor instanceof JSObject && constructor.hiddenClass.isCallable);
  return serializing.fail(`${isTagged ? `[object ${tag}]` : describeUnquoted(object)} could not be cloned.`);
}

/** Own enumerable properties with string keys, read in the ordinary way: getters run. */
function serializeProperties(serializing: Serializing, from: JSObject, to: Properties): void {
  const { isolate } = serializing;
  for (const key of listKeys(from)) {
    if (key instanceof JSSymbol || getOwnProperty(isolate, from, key)?.enumerable !== true) continue;
    to.push([key, serializeValue(serializing, getProperty(isolate, from, key))]);
  }
}

/** The name decides on the class; message, cause and stack are kept, and nothing else. */
function serializeError(
  serializing: Serializing,
  error: JSObject,
  keep: (record: SerializedError) => SerializedError,
): SerializedError {
  const { isolate } = serializing;
  const given = toStringValue(isolate, getProperty(isolate, error, 'name'));
  const stack = formattedStack(isolate, error);
  const record = keep({
    type: 'error',
    name: (errorNames.includes(given) ? given : 'Error') as ErrorName,
    stack: typeof stack === 'string' ? stack : undefined,
  });
  const message = getOwnProperty(isolate, error, 'message');
  if (message !== undefined && 'value' in message) record.message = toStringValue(isolate, message.value);
  if (hasProperty(isolate, error, 'cause'))
    record.cause = { value: serializeValue(serializing, getProperty(isolate, error, 'cause')) };
  return record;
}
