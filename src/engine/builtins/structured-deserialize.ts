/**
 * Makes values of the records of structured-serialize.ts, in any isolate. HTML: StructuredDeserialize,
 * StructuredDeserializeWithTransfer; V8: ValueDeserializer in src/objects/value-serializer.cc.
 */
import { initializeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { createDataPropertyOrThrow } from '../execution/property-access.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { collectionSet, newCollection } from './collections.ts';
import { regExpData } from './regexp-create.ts';
import {
  copyOfBytes,
  type SerializedBuffer,
  type SerializedError,
  type SerializedMessage,
  type SerializedObject,
  type SerializedValue,
  type SerializedView,
  type SerializeOptions,
  structuredSerialize,
} from './structured-serialize.ts';
import { makeView } from './typed-array-create.ts';

interface Deserializing {
  readonly isolate: Isolate;
  readonly objects: Map<SerializedObject, JSObject>;
  readonly isReadAgain: boolean;
}

export interface DeserializedMessage {
  readonly value: Value;
  readonly transferred: readonly JSObject[];
}

/** HTML: structuredClone, and messages within an agent. */
export function structuredClone(isolate: Isolate, value: Value, options: SerializeOptions): Value {
  return structuredDeserialize(isolate, structuredSerialize(isolate, value, options)).value;
}

/** `isReadAgain`: somebody else will read the record too, so that its bytes are copied. */
export function structuredDeserialize(
  isolate: Isolate,
  message: SerializedMessage,
  isReadAgain = false,
): DeserializedMessage {
  const deserializing: Deserializing = { isolate, objects: new Map(), isReadAgain };
  const transferred = message.transferred.map((record) => deserializeValue(deserializing, record) as JSObject);
  return { value: deserializeValue(deserializing, message.value), transferred };
}

function deserializeValue(deserializing: Deserializing, record: SerializedValue): Value {
  if (typeof record !== 'object' || record === null) return record;
  return deserializing.objects.get(record) ?? deserializeObject(deserializing, record);
}

function deserializeObject(deserializing: Deserializing, record: SerializedObject): JSObject {
  const { isolate, objects } = deserializing;
  const { realm } = isolate;
  const keep = (object: JSObject): JSObject => {
    objects.set(record, object);
    return object;
  };
  switch (record.type) {
    case 'object':
      return fill(deserializing, keep(realm.newObject()), record.properties);
    case 'array':
      return fill(deserializing, keep(newArray(isolate, record.length)), record.properties);
    case 'known':
      return record.object;
    case 'primitive': {
      const object = keep(new JSObject(realm.wrapperHiddenClass(record.value)));
      object.internal = { kind: 'primitive', value: record.value };
      return object;
    }
    case 'date': {
      const object = keep(new JSObject(realm.root('date', realm.intrinsic('Date.prototype'))));
      object.internal = { kind: 'date', time: record.time };
      return object;
    }
    case 'regexp': {
      const { source, flags } = record;
      const object = keep(isolate.runtimeFunction('NewRegExp')(isolate, [source, flags]) as JSObject);
      object.internal = regExpData(isolate, source, flags);
      return object;
    }
    case 'map':
    case 'set': {
      const prototype = realm.intrinsic(record.type === 'map' ? 'Map.prototype' : 'Set.prototype');
      const object = keep(new JSObject(realm.root(record.type, prototype)));
      const data = newCollection();
      object.internal = data;
      for (const { key, value } of record.entries) {
        const ownKey = deserializeValue(deserializing, key);
        collectionSet(data, ownKey, record.type === 'map' ? deserializeValue(deserializing, value) : ownKey);
      }
      return object;
    }
    case 'error':
      return deserializeError(deserializing, record, keep);
    case 'buffer':
      return keep(newBuffer(deserializing, record));
    case 'view':
      return keep(newView(deserializing, record));
    case 'platform': {
      const type = isolate.platformTypes.get(record.name);
      if (type === undefined) throw new Error(`no platform type ${record.name}`);
      return keep(type.deserialize(record.data));
    }
  }
}

/** V8: ValueDeserializer::ReadDenseJSArray, ReadSparseJSArray. */
function newArray(isolate: Isolate, length: number): JSObject {
  const array = isolate.realm.newArray([]);
  array.hiddenClass = array.hiddenClass.withElementsKind(ElementsKind.HOLEY_ELEMENTS);
  if (array.length !== length) isolate.runtimeFunction('SetNamedProperty')(isolate, [array, 'length', length]);
  if (array.sparse === undefined) array.capacity = length;
  return array;
}

function fill(
  deserializing: Deserializing,
  object: JSObject,
  properties: Extract<SerializedObject, { type: 'object' }>['properties'],
): JSObject {
  for (const [key, value] of properties)
    createDataPropertyOrThrow(deserializing.isolate, object, key, deserializeValue(deserializing, value));
  return object;
}

function deserializeError(
  deserializing: Deserializing,
  { name, stack, message, cause }: SerializedError,
  keep: (object: JSObject) => JSObject,
): JSObject {
  const { realm } = deserializing.isolate;
  const object = keep(new JSObject(realm.errorHiddenClass(name)));
  initializeError(object, [], message, { value: stack });
  if (message !== undefined) addOwn(object, 'message', message, builtinAttributes);
  if (cause !== undefined) addOwn(object, 'cause', deserializeValue(deserializing, cause.value), builtinAttributes);
  return object;
}

function newBuffer({ isolate, isReadAgain }: Deserializing, { bytes }: SerializedBuffer): JSObject {
  const name = bytes instanceof ArrayBuffer ? 'ArrayBuffer' : 'SharedArrayBuffer';
  const object = new JSObject(isolate.realm.root('array buffer', isolate.realm.intrinsic(`${name}.prototype`)));
  const buffer = bytes instanceof ArrayBuffer && isReadAgain ? copyOfBytes(bytes) : bytes;
  object.internal = { kind: 'array buffer', buffer, isDetached: false };
  return object;
}

function newView(deserializing: Deserializing, { name, buffer, byteOffset, fixedLength }: SerializedView): JSObject {
  const { isolate } = deserializing;
  const { realm } = isolate;
  const ownBuffer = deserializeValue(deserializing, buffer) as JSObject;
  if (name !== undefined)
    return makeView(isolate, name, realm.intrinsic(`${name}.prototype`), ownBuffer, byteOffset, fixedLength);
  const object = new JSObject(realm.root('data view', realm.intrinsic('DataView.prototype')));
  object.internal = { kind: 'data view', buffer: ownBuffer, byteOffset, fixedLength };
  return object;
}
