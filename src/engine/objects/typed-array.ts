/**
 * Buffers and what looks into them, over the host's own, so that lengths of resizable and detached buffers follow the
 * standard by themselves. V8: src/objects/js-array-buffer.h, src/objects/elements.cc (TypedElementsAccessor).
 */
import type { JSObject } from './js-object.ts';
import type { PropertyKey, Value } from './value.ts';

export interface ArrayBufferData {
  readonly kind: 'array buffer';
  buffer: ArrayBuffer | SharedArrayBuffer;
  isDetached: boolean;
  /** False: WebAssembly works on these bytes, Buffer pools them, or a program has said so. V8: JSArrayBuffer::is_detachable. */
  isDetachable?: boolean;
  /** V8 keeps the bytes of a small typed array in the array itself until somebody asks for its buffer. */
  isInTypedArray?: boolean;
  /** Of a detached one. */
  wasResizable?: boolean;
}

/** The host's arrays, seen as one type: what is stored has been converted before. */
export interface HostTypedArray {
  readonly length: number;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number | bigint;
  fill(value: number | bigint, start?: number, end?: number): unknown;
  copyWithin(target: number, start: number, end?: number): unknown;
  reverse(): unknown;
  sort(): unknown;
  indexOf(value: unknown, from?: number): number;
  lastIndexOf(value: unknown, from?: number): number;
  includes(value: unknown, from?: number): boolean;
}

export interface TypedArrayData {
  readonly kind: 'typed array';
  readonly type: TypedArrayName;
  readonly view: HostTypedArray;
  readonly buffer: JSObject;
  readonly byteOffset: number;
  /** Undefined where the length follows that of a resizable buffer. */
  readonly fixedLength: number | undefined;
}

export interface DataViewData {
  readonly kind: 'data view';
  readonly buffer: JSObject;
  readonly byteOffset: number;
  readonly fixedLength: number | undefined;
}

type HostTypedArrayConstructor = new (
  buffer: ArrayBuffer | SharedArrayBuffer,
  byteOffset?: number,
  length?: number,
) => HostTypedArray;

/** By name, in V8's order of installation. Float16Array only where the host has it. */
export const typedArrayTypes = {
  Uint8Array: { bytes: 1, isBigInt: false },
  Int8Array: { bytes: 1, isBigInt: false },
  Uint16Array: { bytes: 2, isBigInt: false },
  Int16Array: { bytes: 2, isBigInt: false },
  Uint32Array: { bytes: 4, isBigInt: false },
  Int32Array: { bytes: 4, isBigInt: false },
  BigUint64Array: { bytes: 8, isBigInt: true },
  BigInt64Array: { bytes: 8, isBigInt: true },
  Uint8ClampedArray: { bytes: 1, isBigInt: false },
  Float32Array: { bytes: 4, isBigInt: false },
  Float64Array: { bytes: 8, isBigInt: false },
  Float16Array: { bytes: 2, isBigInt: false },
} as const;

export type TypedArrayName = keyof typeof typedArrayTypes;

export function hostTypedArray(name: TypedArrayName): HostTypedArrayConstructor | undefined {
  return (globalThis as unknown as Partial<Record<string, HostTypedArrayConstructor>>)[name];
}

export function typedArrayDataOf(object: JSObject): TypedArrayData {
  return object.internal as TypedArrayData;
}

/** ECMAScript: IsArrayBufferViewOutOfBounds, detached buffers included. `bytes` per element. */
export function isOutOfBounds(data: TypedArrayData | DataViewData): boolean {
  const { buffer, isDetached } = data.buffer.internal as ArrayBufferData;
  if (isDetached) return true;
  const bytes = data.kind === 'typed array' ? data.view.BYTES_PER_ELEMENT : 1;
  const end = data.byteOffset + (data.fixedLength ?? 0) * bytes;
  return end > buffer.byteLength || data.byteOffset > buffer.byteLength;
}

/** Whether a typed array treats the key as an index, valid or not. ECMAScript: CanonicalNumericIndexString. */
export function isNumericKey(key: PropertyKey): boolean {
  if (typeof key === 'number') return true;
  if (typeof key !== 'string') return false;
  const first = key.charCodeAt(0);
  // Digits, minus, Infinity and NaN.
  if (!((first >= 48 && first <= 57) || first === 45 || first === 73 || first === 78)) return false;
  return key === '-0' || String(Number(key)) === key;
}

/** Whether a property of the typed array is there at the key; the key is numeric. */
export function isValidIndex(object: JSObject, key: PropertyKey): key is number {
  return typeof key === 'number' && key < typedArrayDataOf(object).view.length;
}

/** Stores a value that was converted for the array's type. A store outside the bounds does nothing. */
export function storeElement(object: JSObject, key: PropertyKey, value: Value): void {
  if (isValidIndex(object, key)) typedArrayDataOf(object).view[key] = value as number | bigint;
}
