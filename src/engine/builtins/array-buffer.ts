/** ArrayBuffer and SharedArrayBuffer. ECMAScript 25.1, 25.2; V8: src/builtins/builtins-arraybuffer.cc. */
import { construct, isConstructor } from '../execution/calls.ts';
import { prototypeFromConstructor } from '../execution/construct.ts';
import { toIndex, toRelativeIndex } from '../execution/conversions.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwError, throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import type { ArrayBufferData } from '../objects/typed-array.ts';
import type { Value } from '../objects/value.ts';
import { constructor, getter, method, methods, type Native, toStringTag } from './install.ts';

type BufferName = 'ArrayBuffer' | 'SharedArrayBuffer';

/** What the host refuses as too large ends as a RangeError of the guest's; V8's own limit is higher. */
const maxByteLength = 2 ** 32;

export function installArrayBuffer(isolate: Isolate): void {
  installBuffer(isolate, 'ArrayBuffer');
  installBuffer(isolate, 'SharedArrayBuffer');
}

function installBuffer(isolate: Isolate, name: BufferName): void {
  const { realm, symbols } = isolate;
  const prototype = realm.plainPrototype();
  const object = constructor(isolate, name, 1, constructBuffer(name), prototype);
  if (name === 'ArrayBuffer') {
    method(isolate, object, 'isView', 1, (_isolate, _receiver, [value]) => isView(value));
  }
  getter(isolate, object, symbols.species, (_isolate, receiver) => receiver);
  getter(
    isolate,
    prototype,
    'byteLength',
    (current, receiver) => dataOf(current, receiver, name, 'get byteLength').buffer.byteLength,
  );
  methods(isolate, prototype, { slice: [2, slice(name)] });
  getter(isolate, prototype, 'maxByteLength', (current, receiver) =>
    maxByteLengthOf(dataOf(current, receiver, name, 'get maxByteLength').buffer),
  );
  if (name === 'ArrayBuffer') installArrayBufferOnly(isolate, prototype);
  else installSharedOnly(isolate, prototype);
  toStringTag(isolate, prototype, name);
}

function installArrayBufferOnly(isolate: Isolate, prototype: JSObject): void {
  getter(isolate, prototype, 'resizable', (current, receiver) => {
    const { buffer } = dataOf(current, receiver, 'ArrayBuffer', 'get resizable');
    return buffer instanceof ArrayBuffer && buffer.resizable;
  });
  methods(isolate, prototype, {
    resize: [1, resize],
    transfer: [0, transfer(true)],
    transferToFixedLength: [0, transfer(false)],
  });
  getter(
    isolate,
    prototype,
    'detached',
    (current, receiver) => dataOf(current, receiver, 'ArrayBuffer', 'get detached').isDetached,
  );
}

function installSharedOnly(isolate: Isolate, prototype: JSObject): void {
  getter(isolate, prototype, 'growable', (current, receiver) => {
    const { buffer } = dataOf(current, receiver, 'SharedArrayBuffer', 'get growable');
    return buffer instanceof SharedArrayBuffer && buffer.growable;
  });
  methods(isolate, prototype, {
    grow: [
      1,
      (current, receiver, [wanted]) => {
        const { buffer } = dataOf(current, receiver, 'SharedArrayBuffer', 'grow');
        if (!(buffer instanceof SharedArrayBuffer) || !buffer.growable)
          return incompatible(current, receiver, 'SharedArrayBuffer', 'grow');
        const length = toIndex(current, wanted);
        if (length > buffer.maxByteLength || length < buffer.byteLength) {
          throwRangeError(current, 'InvalidArrayBufferResizeLength', 'SharedArrayBuffer.prototype.grow');
        }
        buffer.grow(length);
        return undefined;
      },
    ],
  });
}

function constructBuffer(name: BufferName): Native {
  return (isolate, _receiver, [wanted, options], newTarget) => {
    if (newTarget === undefined) return throwTypeError(isolate, 'ConstructorNotFunction', name);
    const tooLong = (): never => throwRangeError(isolate, 'InvalidArrayBufferLengthArgument');
    const length = toIndex(isolate, wanted, tooLong);
    let maximum: number | undefined;
    if (options instanceof JSObject) {
      const given = getProperty(isolate, options, 'maxByteLength');
      if (given !== undefined) {
        maximum = toIndex(isolate, given, () => throwRangeError(isolate, 'InvalidArrayBufferMaxLength'));
      }
    }
    if (maximum !== undefined && length > maximum) throwRangeError(isolate, 'InvalidArrayBufferMaxLength');
    const prototype = prototypeFromConstructor(isolate, newTarget, `${name}.prototype`);
    const object = new JSObject(isolate.realm.root('array buffer', prototype));
    object.internal = { kind: 'array buffer', buffer: allocate(isolate, name, length, maximum), isDetached: false };
    return object;
  };
}

function allocate(
  isolate: Isolate,
  name: BufferName,
  length: number,
  maximum: number | undefined,
): ArrayBuffer | SharedArrayBuffer {
  if (length > maxByteLength || (maximum ?? 0) > maxByteLength) throwRangeError(isolate, 'InvalidArrayBufferLength');
  isolate.meter.allocate(length);
  const options = maximum === undefined ? undefined : { maxByteLength: maximum };
  try {
    return name === 'ArrayBuffer' ? new ArrayBuffer(length, options) : new SharedArrayBuffer(length, options);
  } catch {
    return throwRangeError(isolate, 'InvalidArrayBufferLength');
  }
}

/** An ArrayBuffer over bytes that the host has, such as a memory of WebAssembly, which alone may detach it. */
export function newArrayBufferOver(isolate: Isolate, buffer: ArrayBuffer | SharedArrayBuffer): JSObject {
  const name = buffer instanceof ArrayBuffer ? 'ArrayBuffer' : 'SharedArrayBuffer';
  const object = new JSObject(isolate.realm.root('array buffer', isolate.realm.intrinsic(`${name}.prototype`)));
  object.internal = { kind: 'array buffer', buffer, isDetached: false, isDetachable: false };
  return object;
}

/** An ArrayBuffer of the realm's own prototype. ECMAScript: AllocateArrayBuffer(%ArrayBuffer%, length). */
export function newArrayBuffer(isolate: Isolate, length: number, maximum?: number): JSObject {
  const object = new JSObject(isolate.realm.root('array buffer', isolate.realm.intrinsic('ArrayBuffer.prototype')));
  const buffer = allocate(isolate, 'ArrayBuffer', length, maximum);
  object.internal = { kind: 'array buffer', buffer, isDetached: false };
  return object;
}

export function isArrayBuffer(value: Value): value is JSObject {
  return value instanceof JSObject && value.hiddenClass.instanceType === 'array buffer';
}

function isView(value: Value): boolean {
  if (!(value instanceof JSObject)) return false;
  const type = value.hiddenClass.instanceType;
  return type === 'typed array' || type === 'data view';
}

function dataOf(isolate: Isolate, receiver: Value, name: BufferName, methodName: string): ArrayBufferData {
  if (!isArrayBuffer(receiver)) return incompatible(isolate, receiver, name, methodName);
  const data = receiver.internal as ArrayBufferData;
  if (data.buffer instanceof SharedArrayBuffer !== (name === 'SharedArrayBuffer')) {
    return incompatible(isolate, receiver, name, methodName);
  }
  return data;
}

function incompatible(isolate: Isolate, receiver: Value, name: BufferName, methodName: string): never {
  const isGetter = methodName.startsWith('get ');
  const shown = isGetter ? `get ${name}.prototype.${methodName.slice(4)}` : `${name}.prototype.${methodName}`;
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', shown, describeUnquoted(receiver));
}

function maxByteLengthOf(buffer: ArrayBuffer | SharedArrayBuffer): number {
  return buffer.maxByteLength;
}

function requireAttached(isolate: Isolate, data: ArrayBufferData, methodName: string): void {
  if (data.isDetached) throwTypeError(isolate, 'DetachedOperation', methodName);
}

const resize: Native = (isolate, receiver, [wanted]) => {
  const data = dataOf(isolate, receiver, 'ArrayBuffer', 'resize');
  const { buffer } = data;
  if (!(buffer instanceof ArrayBuffer) || buffer.maxByteLength === undefined) return undefined;
  // A detached host buffer is not resizable any more; whether ours was stands in its data.
  if (!buffer.resizable && !(data.isDetached && data.wasResizable === true)) {
    return incompatible(isolate, receiver, 'ArrayBuffer', 'resize');
  }
  const length = toIndex(isolate, wanted, () =>
    throwRangeError(isolate, 'InvalidArrayBufferResizeLength', 'ArrayBuffer.prototype.resize'),
  );
  requireAttached(isolate, data, 'ArrayBuffer.prototype.resize');
  if (length > buffer.maxByteLength) {
    throwRangeError(isolate, 'InvalidArrayBufferResizeLength', 'ArrayBuffer.prototype.resize');
  }
  buffer.resize(length);
  return undefined;
};

function transfer(keepsMaximum: boolean): Native {
  const name = keepsMaximum ? 'transfer' : 'transferToFixedLength';
  return (isolate, receiver, [wanted]) => {
    const data = dataOf(isolate, receiver, 'ArrayBuffer', name);
    const length = wanted === undefined ? data.buffer.byteLength : toIndex(isolate, wanted);
    requireAttached(isolate, data, `ArrayBuffer.prototype.${name}`);
    if (data.isDetachable === false)
      throwError(isolate, 'TypeError', 'ArrayBuffer is not detachable and could not be cloned.');
    const from = data.buffer as ArrayBuffer;
    const maximum = keepsMaximum && from.resizable ? from.maxByteLength : undefined;
    if (maximum !== undefined && length > maximum) {
      throwRangeError(isolate, 'InvalidArrayBufferResizeLength', `ArrayBuffer.prototype.${name}`);
    }
    const result = newArrayBuffer(isolate, length, maximum);
    const target = new Uint8Array((result.internal as ArrayBufferData).buffer);
    target.set(new Uint8Array(from, 0, Math.min(length, from.byteLength)));
    detach(data);
    return result;
  };
}

/** ECMAScript: DetachArrayBuffer. */
function detach(data: ArrayBufferData): void {
  const { buffer } = data;
  if (!(buffer instanceof ArrayBuffer)) return;
  data.wasResizable = buffer.resizable;
  // The host's own buffer is detached, so that the views over it are empty.
  buffer.transfer();
  data.isDetached = true;
}

function slice(name: BufferName): Native {
  return (isolate, receiver, [start, end]) => {
    const data = dataOf(isolate, receiver, name, 'slice');
    requireAttached(isolate, data, 'ArrayBuffer.prototype.slice');
    const length = data.buffer.byteLength;
    const from = toRelativeIndex(isolate, start, length, 0);
    const to = toRelativeIndex(isolate, end, length, length);
    const count = Math.max(to - from, 0);
    const result = construct(isolate, speciesOf(isolate, receiver as JSObject, name), [count]);
    const target = dataOf(isolate, result, name, 'slice');
    requireAttached(isolate, target, 'ArrayBuffer.prototype.slice');
    if (target.buffer === data.buffer || target.buffer.byteLength < count) {
      return incompatible(isolate, result, name, 'slice');
    }
    requireAttached(isolate, data, 'ArrayBuffer.prototype.slice');
    const available = data.buffer.byteLength;
    if (from < available) {
      const copied = Math.min(count, available - from);
      new Uint8Array(target.buffer).set(new Uint8Array(data.buffer, from, copied));
    }
    return result;
  };
}

/** ECMAScript: SpeciesConstructor. */
function speciesOf(isolate: Isolate, object: JSObject, fallback: string): JSObject {
  return speciesConstructor(isolate, object, isolate.realm.intrinsic(fallback));
}

export function speciesConstructor(isolate: Isolate, object: JSObject, fallback: JSObject): JSObject {
  const given = getProperty(isolate, object, 'constructor');
  if (given === undefined) return fallback;
  if (!(given instanceof JSObject)) return throwTypeError(isolate, 'ConstructorNotReceiver');
  const species = getProperty(isolate, given, isolate.symbols.species);
  if (species === undefined || species === null) return fallback;
  if (!isConstructor(species)) return throwTypeError(isolate, 'SpeciesNotConstructor');
  return species;
}
