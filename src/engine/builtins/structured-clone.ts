/**
 * Copies of values as messages between agents are copied. HTML: StructuredSerializeInternal and StructuredDeserialize, here
 * in one pass; V8: src/objects/value-serializer.cc, whose words say what cannot be cloned.
 * Simplified: only array buffers can be transferred, and nothing of the host's can be cloned.
 */
import { ElementsKind } from '../objects/elements-kind.ts';
import { toStringValue } from '../execution/conversions.ts';
import { describeUnquoted, lookupData } from '../execution/describe.ts';
import { type ErrorName, throwRangeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { formattedStack } from '../execution/error-stack.ts';
import { createDataPropertyOrThrow, getOwnProperty, getProperty, hasProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn, listKeys } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import type { ArrayBufferData, DataViewData, TypedArrayData } from '../objects/typed-array.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { newArrayBuffer } from './array-buffer.ts';
import { collectionSet, newCollection } from './collections.ts';
import { regExpData } from './regexp-create.ts';
import { makeView } from './typed-array-create.ts';

interface Cloning {
  readonly isolate: Isolate;
  /** Throws a DataCloneError. */
  readonly fail: (message: string) => never;
  /** What was copied already, and the buffers that were transferred. */
  readonly copies: Map<JSObject, JSObject>;
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

/** `known`: what of the host's is transferred, and what takes its place. */
export function structuredClone(
  isolate: Isolate,
  value: Value,
  transfer: readonly JSObject[],
  fail: (message: string) => never,
  known: ReadonlyMap<JSObject, JSObject> = new Map(),
): Value {
  const cloning: Cloning = { isolate, fail, copies: new Map(known), depth: 0 };
  const buffers = transfer.map((buffer) => buffer.internal as ArrayBufferData);
  for (const buffer of transfer) cloning.copies.set(buffer, newArrayBuffer(isolate, 0));
  const result = cloneValue(cloning, value);
  transfer.forEach((buffer, i) => {
    const from = buffers[i]!;
    const to = cloning.copies.get(buffer)!.internal as ArrayBufferData;
    if (!(from.buffer instanceof ArrayBuffer)) return;
    to.buffer = from.buffer.transfer();
    from.isDetached = true;
  });
  return result;
}

function cloneValue(cloning: Cloning, value: Value): Value {
  if (value instanceof JSSymbol) return cloning.fail(`${describeUnquoted(value)} could not be cloned.`);
  if (!(value instanceof JSObject)) return value;
  const known = cloning.copies.get(value);
  if (known !== undefined) return known;
  if (++cloning.depth > deepestClone) throwRangeError(cloning.isolate, 'StackOverflow');
  const copy = cloneObject(cloning, value);
  cloning.depth--;
  return copy;
}

function cloneObject(cloning: Cloning, object: JSObject): JSObject {
  const { isolate, copies } = cloning;
  const { realm } = isolate;
  const { internal } = object;
  const type = object.hiddenClass.instanceType;
  const kept = (copy: JSObject): JSObject => {
    copies.set(object, copy);
    return copy;
  };
  if (object.hiddenClass.isCallable) return refuse(cloning, object);
  if (type === 'array') {
    const copy = kept(realm.newArray([]));
    // V8: ValueDeserializer::ReadDenseJSArray, ReadSparseJSArray.
    copy.hiddenClass = copy.hiddenClass.withElementsKind(ElementsKind.HOLEY_ELEMENTS);
    setLength(isolate, copy, object.length);
    if (copy.sparse === undefined) copy.capacity = object.length;
    copyProperties(cloning, object, copy);
    return copy;
  }
  switch (internal?.kind) {
    case undefined:
      if (type !== 'object') return refuse(cloning, object);
      return copyProperties(cloning, object, kept(realm.newObject()));
    case 'primitive': {
      if (internal.value instanceof JSSymbol) return refuse(cloning, object);
      const copy = kept(new JSObject(realm.wrapperHiddenClass(internal.value)));
      copy.internal = { kind: 'primitive', value: internal.value };
      return copy;
    }
    case 'date': {
      const copy = kept(new JSObject(realm.root('date', realm.intrinsic('Date.prototype'))));
      copy.internal = { kind: 'date', time: internal.time };
      return copy;
    }
    case 'regexp': {
      const copy = kept(isolate.runtimeFunction('NewRegExp')(isolate, [internal.source, internal.flags]) as JSObject);
      copy.internal = regExpData(isolate, internal.source, internal.flags);
      return copy;
    }
    case 'collection':
      return cloneCollection(cloning, object, type === 'map');
    case 'error':
      return cloneError(cloning, object);
    case 'array buffer':
      return kept(cloneBuffer(cloning, internal));
    case 'typed array':
      return kept(cloneTypedArray(cloning, internal));
    case 'data view':
      return kept(cloneDataView(cloning, internal));
    default:
      return refuse(cloning, object);
  }
}

function refuse(cloning: Cloning, object: JSObject): never {
  const { isolate } = cloning;
  const tag = lookupData(object, isolate.symbols.toStringTag);
  const constructor = lookupData(object, 'constructor');
  // Without a constructor that could be named, the tag says what it is.
  const isTagged = typeof tag === 'string' && !(constructor instanceof JSObject && constructor.hiddenClass.isCallable);
  return cloning.fail(`${isTagged ? `[object ${tag}]` : describeUnquoted(object)} could not be cloned.`);
}

function setLength(isolate: Isolate, array: JSObject, length: number): void {
  if (array.length === length) return;
  isolate.runtimeFunction('SetNamedProperty')(isolate, [array, 'length', length]);
}

/** Own enumerable properties with string keys, read in the ordinary way: getters run. */
function copyProperties(cloning: Cloning, from: JSObject, to: JSObject): JSObject {
  const { isolate } = cloning;
  for (const key of listKeys(from)) {
    if (key instanceof JSSymbol || getOwnProperty(isolate, from, key)?.enumerable !== true) continue;
    createDataPropertyOrThrow(isolate, to, key, cloneValue(cloning, getProperty(isolate, from, key)));
  }
  return to;
}

function cloneCollection(cloning: Cloning, object: JSObject, isMap: boolean): JSObject {
  const { realm } = cloning.isolate;
  const name = isMap ? 'Map' : 'Set';
  const copy = new JSObject(realm.root(isMap ? 'map' : 'set', realm.intrinsic(`${name}.prototype`)));
  const data = newCollection();
  copy.internal = data;
  cloning.copies.set(object, copy);
  const { internal } = object;
  const entries = internal?.kind === 'collection' ? internal.entries.filter((entry) => entry !== undefined) : [];
  for (const { key, value } of entries) {
    const keyCopy = cloneValue(cloning, key);
    collectionSet(data, keyCopy, isMap ? cloneValue(cloning, value) : keyCopy);
  }
  return copy;
}

/** The name decides on the class; message, cause and stack are kept, and nothing else. */
function cloneError(cloning: Cloning, error: JSObject): JSObject {
  const { isolate } = cloning;
  const given = toStringValue(isolate, getProperty(isolate, error, 'name'));
  const name = (errorNames.includes(given) ? given : 'Error') as ErrorName;
  const copy = new JSObject(isolate.realm.errorHiddenClass(name));
  copy.internal = {
    kind: 'error',
    frames: [],
    header: undefined,
    formatted: { value: formattedStack(isolate, error) },
  };
  addOwn(copy, 'stack', isolate.realm.errorStackAccessor, builtinAttributes, true);
  cloning.copies.set(error, copy);
  const message = getOwnProperty(isolate, error, 'message');
  if (message !== undefined && 'value' in message)
    addOwn(copy, 'message', toStringValue(isolate, message.value), builtinAttributes);
  if (hasProperty(isolate, error, 'cause'))
    addOwn(copy, 'cause', cloneValue(cloning, getProperty(isolate, error, 'cause')), builtinAttributes);
  return copy;
}

function cloneBuffer(cloning: Cloning, data: ArrayBufferData): JSObject {
  if (data.isDetached) return cloning.fail('An ArrayBuffer is detached and could not be cloned.');
  const copy = newArrayBuffer(cloning.isolate, 0);
  const { buffer } = data;
  // Memory that is shared stays shared.
  (copy.internal as ArrayBufferData).buffer = buffer instanceof ArrayBuffer ? buffer.slice(0) : buffer;
  return copy;
}

function cloneTypedArray(cloning: Cloning, data: TypedArrayData): JSObject {
  const { isolate } = cloning;
  const buffer = cloneValue(cloning, data.buffer) as JSObject;
  const prototype = isolate.realm.intrinsic(`${data.type}.prototype`);
  return makeView(isolate, data.type, prototype, buffer, data.byteOffset, data.fixedLength);
}

function cloneDataView(cloning: Cloning, data: DataViewData): JSObject {
  const { realm } = cloning.isolate;
  const copy = new JSObject(realm.root('data view', realm.intrinsic('DataView.prototype')));
  copy.internal = { ...data, buffer: cloneValue(cloning, data.buffer) as JSObject };
  return copy;
}
