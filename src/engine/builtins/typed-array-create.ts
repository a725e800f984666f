/** Making typed arrays: the constructors and the operations that methods make results by. ECMAScript 23.2.4 to 23.2.6. */
import { call, construct } from '../execution/calls.ts';
import { prototypeFromConstructor } from '../execution/construct.ts';
import { toIndex } from '../execution/conversions.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, lengthOfArrayLike, setProperty, setTypedElement } from '../execution/property-access.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { JSObject } from '../objects/js-object.ts';
import {
  type ArrayBufferData,
  hostTypedArray,
  isOutOfBounds,
  type TypedArrayData,
  typedArrayDataOf,
  type TypedArrayName,
  typedArrayTypes,
} from '../objects/typed-array.ts';
import type { Value } from '../objects/value.ts';
import { isArrayBuffer, newArrayBuffer, speciesConstructor } from './array-buffer.ts';
import { keyOf, newArrayOfKind } from './array-elements.ts';
import { iteratorMethod } from './array-runtime.ts';
import type { Native } from './install.ts';

/** Longer ones would not fit into the simulation's memory. */
const maxLength = 2 ** 32;

export function isTypedArray(value: Value): value is JSObject {
  return value instanceof JSObject && value.hiddenClass.instanceType === 'typed array';
}

/** Those whose receiver is checked by what is written in Torque: it tells the method. V8: ValidateTypedArrayAndGetLength. */
const namingMethods: ReadonlySet<string> = new Set(
  ['at', 'join', 'slice', 'sort', 'toLocaleString', 'toReversed', 'toSorted'].map(
    (name) => `%TypedArray%.prototype.${name}`,
  ),
);

/** ECMAScript: ValidateTypedArray. */
export function validTypedArray(isolate: Isolate, value: Value, methodName: string): TypedArrayData {
  if (!isTypedArray(value)) {
    if (!namingMethods.has(methodName)) return throwTypeError(isolate, 'NotTypedArray');
    return throwTypeError(isolate, 'IncompatibleMethodReceiver', methodName, describeUnquoted(value));
  }
  const data = typedArrayDataOf(value);
  if (isOutOfBounds(data)) throwTypeError(isolate, 'DetachedOperation', methodName);
  return data;
}

export function constructTypedArray(name: TypedArrayName): Native {
  return (isolate, _receiver, args, newTarget) => {
    if (newTarget === undefined) return throwTypeError(isolate, 'ConstructorNotFunction', name);
    const [source] = args;
    const fallback = `${name}.prototype`;
    if (!(source instanceof JSObject)) {
      const length = toIndex(isolate, source, () =>
        throwRangeError(isolate, 'InvalidTypedArrayLength', describeUnquoted(source)),
      );
      return allocate(isolate, name, prototypeFromConstructor(isolate, newTarget, fallback), length);
    }
    const prototype = prototypeFromConstructor(isolate, newTarget, fallback);
    if (isArrayBuffer(source)) return overBuffer(isolate, name, prototype, source, args[1], args[2]);
    if (isTypedArray(source)) return copyOf(isolate, name, prototype, source);
    return fromObject(isolate, name, prototype, source);
  };
}

function allocate(isolate: Isolate, name: TypedArrayName, prototype: JSObject, length: number): JSObject {
  if (length > maxLength) throwRangeError(isolate, 'InvalidTypedArrayLength', String(length));
  const buffer = newArrayBuffer(isolate, length * typedArrayTypes[name].bytes);
  (buffer.internal as ArrayBufferData).isInTypedArray = true;
  return makeView(isolate, name, prototype, buffer, 0, length);
}

/** `length` undefined: it follows the buffer's. */
export function makeView(
  isolate: Isolate,
  name: TypedArrayName,
  prototype: JSObject,
  buffer: JSObject,
  byteOffset: number,
  length: number | undefined,
): JSObject {
  const object = new JSObject(isolate.realm.root('typed array', prototype));
  const View = hostTypedArray(name)!;
  const store = (buffer.internal as ArrayBufferData).buffer;
  const view = length === undefined ? new View(store, byteOffset) : new View(store, byteOffset, length);
  object.internal = { kind: 'typed array', type: name, view, buffer, byteOffset, fixedLength: length };
  return object;
}

function overBuffer(
  isolate: Isolate,
  name: TypedArrayName,
  prototype: JSObject,
  buffer: JSObject,
  wantedOffset: Value,
  wantedLength: Value,
): JSObject {
  const { bytes } = typedArrayTypes[name];
  const data = buffer.internal as ArrayBufferData;
  const offset = toIndex(isolate, wantedOffset, () =>
    throwRangeError(isolate, 'InvalidOffset', describeUnquoted(wantedOffset)),
  );
  if (offset % bytes !== 0) throwRangeError(isolate, 'InvalidTypedArrayAlignment', 'start offset', name, String(bytes));
  const badLength = (length: Value): never =>
    throwRangeError(isolate, 'InvalidTypedArrayLength', describeUnquoted(length));
  const length = wantedLength === undefined ? undefined : toIndex(isolate, wantedLength, () => badLength(wantedLength));
  if (data.isDetached) throwTypeError(isolate, 'DetachedOperation', 'Construct');
  const store = data.buffer;
  const available = store.byteLength;
  const isResizable = store instanceof SharedArrayBuffer ? store.growable : store.resizable;
  if (length !== undefined) {
    if (offset + length * bytes > available) badLength(length);
    return makeView(isolate, name, prototype, buffer, offset, length);
  }
  if (isResizable) {
    if (offset > available) throwRangeError(isolate, 'InvalidOffset', String(offset));
    return makeView(isolate, name, prototype, buffer, offset, undefined);
  }
  if (available % bytes !== 0) {
    throwRangeError(isolate, 'InvalidTypedArrayAlignment', 'byte length', name, String(bytes));
  }
  if (offset > available) throwRangeError(isolate, 'InvalidOffset', String(offset));
  return makeView(isolate, name, prototype, buffer, offset, (available - offset) / bytes);
}

function copyOf(isolate: Isolate, name: TypedArrayName, prototype: JSObject, source: JSObject): JSObject {
  const from = validTypedArray(isolate, source, 'Construct');
  const { length } = from.view;
  if (typedArrayTypes[name].isBigInt !== typedArrayTypes[from.type].isBigInt) {
    throwTypeError(isolate, 'BigIntMixedTypes');
  }
  const result = allocate(isolate, name, prototype, length);
  copyElements(typedArrayDataOf(result), from, 0, 0, length);
  return result;
}

/** Between arrays of the same content type, each value converted; ranges of one buffer may overlap. */
export function copyElements(
  target: TypedArrayData,
  source: TypedArrayData,
  at: number,
  from: number,
  count: number,
): void {
  if (target.type === source.type) {
    // The host copies bytes, so that NaNs keep their bits.
    const bytes = target.view.BYTES_PER_ELEMENT;
    bytesOf(target).set(bytesOf(source).slice(from * bytes, (from + count) * bytes), at * bytes);
    return;
  }
  const values: (number | bigint)[] = [];
  for (let i = 0; i < count; i++) values.push(source.view[from + i]!);
  values.forEach((value, index) => {
    if (at + index < target.view.length) target.view[at + index] = value;
  });
}

export function bytesOf(data: TypedArrayData): Uint8Array {
  return new Uint8Array((data.buffer.internal as ArrayBufferData).buffer, data.byteOffset, data.view.byteLength);
}

function fromObject(isolate: Isolate, name: TypedArrayName, prototype: JSObject, source: JSObject): JSObject {
  const values = iterableValues(isolate, source);
  const length = values?.length ?? lengthOfArrayLike(isolate, source);
  const result = allocate(isolate, name, prototype, length);
  for (let i = 0; i < length; i++) {
    const value = values === undefined ? getProperty(isolate, source, keyOf(i)) : values[i];
    setTypedElement(isolate, result, keyOf(i), value);
  }
  return result;
}

/** What the object's iterator gives; undefined if it has none. Simplified: the iterator's methods nest. */
export function iterableValues(isolate: Isolate, source: Value): Value[] | undefined {
  const method = iteratorMethod(isolate, source, "TypedArray's constructor");
  if (method === undefined) return undefined;
  const iterator = call(isolate, method, source, []);
  if (!(iterator instanceof JSObject)) return throwTypeError(isolate, 'SymbolIteratorInvalid');
  const next = getProperty(isolate, iterator, 'next');
  const values: Value[] = [];
  for (;;) {
    const step = call(isolate, next, iterator, []);
    if (!(step instanceof JSObject))
      return throwTypeError(isolate, 'IteratorResultNotAnObject', describeUnquoted(step));
    const done = getProperty(isolate, step, 'done');
    if (done instanceof JSObject || Boolean(done)) return values;
    values.push(getProperty(isolate, step, 'value'));
  }
}

/** ECMAScript: TypedArrayCreateFromCtor with a length. */
export function typedArrayCreate(isolate: Isolate, constructor: JSObject, args: readonly Value[]): JSObject {
  const result = construct(isolate, constructor, args);
  const data = validTypedArray(isolate, result, 'TypedArrayCreate');
  const [length] = args;
  if (args.length === 1 && typeof length === 'number' && data.view.length < length) {
    throwTypeError(isolate, 'TypedArrayTooShort');
  }
  return result;
}

/** ECMAScript: TypedArraySpeciesCreate. */
export function typedArraySpeciesCreate(isolate: Isolate, exemplar: JSObject, args: readonly Value[]): JSObject {
  const { type } = typedArrayDataOf(exemplar);
  const maker = speciesConstructor(isolate, exemplar, isolate.realm.intrinsic(type));
  const result = typedArrayCreate(isolate, maker, args);
  if (typedArrayTypes[typedArrayDataOf(result).type].isBigInt !== typedArrayTypes[type].isBigInt) {
    throwTypeError(isolate, 'BigIntMixedTypes');
  }
  return result;
}

/** ECMAScript: TypedArrayCreateSameType. */
export function typedArrayCreateSame(isolate: Isolate, exemplar: JSObject, length: number): JSObject {
  const { type } = typedArrayDataOf(exemplar);
  return allocate(isolate, type, isolate.realm.intrinsic(`${type}.prototype`), length);
}

export function valuesArray(isolate: Isolate, values: Value[]): JSObject {
  return newArrayOfKind(isolate, values, ElementsKind.PACKED_ELEMENTS);
}

/** TypedArray.prototype.set of an array-like. */
export function setFromArrayLike(isolate: Isolate, target: JSObject, source: JSObject, offset: number): void {
  const targetLength = typedArrayDataOf(target).view.length;
  const length = lengthOfArrayLike(isolate, source);
  if (offset === Infinity || length + offset > targetLength) throwRangeError(isolate, 'TypedArrayOffset');
  for (let i = 0; i < length; i++)
    setProperty(isolate, target, keyOf(offset + i), getProperty(isolate, source, keyOf(i)));
}
