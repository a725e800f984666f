/** Bytes between the host and the program: its buffers and views are the host's own behind. */
import { bytesOfTypedArray, type Isolate, JSObject, makeView, newArrayBuffer, type Value } from '../../engine/index.ts';

/** A Uint8Array of the program's with these bytes. */
export function newBytes(isolate: Isolate, bytes: Uint8Array): JSObject {
  const buffer = newArrayBuffer(isolate, bytes.length);
  const array = makeView(
    isolate,
    'Uint8Array',
    isolate.realm.intrinsic('Uint8Array.prototype'),
    buffer,
    0,
    bytes.length,
  );
  bytesIn(array)!.set(bytes);
  return array;
}

/** What a buffer or a view of the program's holds, not copied; undefined for anything else. */
export function bytesIn(value: Value): Uint8Array | undefined {
  if (!(value instanceof JSObject)) return undefined;
  const { internal } = value;
  if (internal?.kind === 'array buffer')
    return new Uint8Array(internal.isDetached ? new ArrayBuffer(0) : internal.buffer);
  if (internal?.kind === 'typed array') return bytesOfTypedArray(internal);
  if (internal?.kind !== 'data view') return undefined;
  const store = internal.buffer.internal;
  if (store?.kind !== 'array buffer' || store.isDetached) return new Uint8Array(0);
  const length = internal.fixedLength ?? store.buffer.byteLength - internal.byteOffset;
  return new Uint8Array(store.buffer, internal.byteOffset, length);
}
