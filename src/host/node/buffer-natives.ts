/** Bytes of buffers: texts in them, searching, filling, comparing, numbers. Node: src/node_buffer.cc, src/string_bytes.cc. */
import { isOutOfBounds, JSObject, typedArrayDataOf, type Value } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { byteLengthOf, type Encoding, isUtf8, readText, writeText } from './encodings.ts';

export function installBufferNatives({ isolate }: Host): void {
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  define('ByteLength', ([text, encoding]) => byteLengthOf(text as string, encoding as Encoding));
  define('ReadString', ([buffer, start, end, encoding]) => {
    const bytes = bytesOf(buffer).subarray(start as number, end as number);
    isolate.meter.text(bytes.length * (encoding === 'hex' ? 2 : 1));
    return readText(bytes, encoding as Encoding);
  });
  define('WriteString', ([buffer, text, offset, length, encoding]) => {
    const from = offset as number;
    return writeText(bytesOf(buffer).subarray(from, from + (length as number)), text as string, encoding as Encoding);
  });
  define('IsUtf8', ([buffer]) => isUtf8(bytesOf(buffer)));
  define('MarkUndetachable', ([buffer]) => {
    if (buffer instanceof JSObject && buffer.internal?.kind === 'array buffer') buffer.internal.isDetachable = false;
  });
  define('IsUndetachable', ([buffer]) => {
    return (
      buffer instanceof JSObject && buffer.internal?.kind === 'array buffer' && buffer.internal.isDetachable === false
    );
  });
  define('CompareBytes', ([a, b]) => compareBytes(bytesOf(a), bytesOf(b)));
  define('FillBytes', ([buffer, start, end, value]) => {
    const bytes = bytesOf(buffer).subarray(start as number, end as number);
    if (typeof value === 'number') bytes.fill(value);
    else repeat(bytes, bytesOf(value));
    return undefined;
  });
  define('IndexOfBytes', ([buffer, needle, offset, end, isForward, step]) =>
    indexOf(bytesOf(buffer), bytesOf(needle), offset as number, end as number, isForward === true, step as number),
  );
  define('ReadNumber', ([buffer, offset, type, isLittle]) =>
    viewOf(buffer)[`get${type as NumberType}`](offset as number, isLittle === true),
  );
  define('WriteNumber', ([buffer, offset, type, isLittle, value]) => {
    const view = viewOf(buffer);
    if (type === 'BigInt64') view.setBigInt64(offset as number, value as bigint, isLittle === true);
    else if (type === 'BigUint64') view.setBigUint64(offset as number, value as bigint, isLittle === true);
    else view[`set${type as PlainNumberType}`](offset as number, value as number, isLittle === true);
    return undefined;
  });
}

type PlainNumberType = 'Int8' | 'Uint8' | 'Int16' | 'Uint16' | 'Int32' | 'Uint32' | 'Float32' | 'Float64';
type NumberType = PlainNumberType | 'BigInt64' | 'BigUint64';

/** What a view of the guest sees, as the host's bytes. */
export function bytesOf(value: Value): Uint8Array {
  if (!(value instanceof JSObject) || value.internal?.kind !== 'typed array') return new Uint8Array();
  const data = typedArrayDataOf(value);
  if (isOutOfBounds(data)) return new Uint8Array();
  const { buffer } = data.buffer.internal as { buffer: ArrayBuffer };
  return new Uint8Array(buffer, data.byteOffset, data.view.byteLength);
}

function viewOf(value: Value): DataView {
  const { buffer, byteOffset, byteLength } = bytesOf(value);
  return new DataView(buffer, byteOffset, byteLength);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return Math.sign(a.length - b.length);
}

function repeat(target: Uint8Array, pattern: Uint8Array): void {
  for (let at = 0; at < target.length; at += pattern.length)
    target.set(pattern.subarray(0, Math.min(pattern.length, target.length - at)), at);
}

/** Two-byte texts are found at even places only. */
function indexOf(
  bytes: Uint8Array,
  needle: Uint8Array,
  byteOffset: number,
  end: number,
  isForward: boolean,
  step: number,
): number {
  const length = Math.max(0, Math.min(Math.trunc(end) || 0, bytes.length));
  let start = Math.trunc(byteOffset);
  if (start < 0) start += bytes.length;
  if (start < 0) {
    if (!isForward) return -1;
    start = 0;
  }
  if (needle.length === 0) return Math.min(start, length);
  if (!isForward) start = Math.min(start, length - needle.length);
  else if (start + needle.length > length) return -1;
  const direction = isForward ? step : -step;
  if (step === 2 && start % 2 === 1) start += isForward ? 1 : -1;
  for (let at = start; at >= 0 && at + needle.length <= length; at += direction) {
    let matched = 0;
    while (matched < needle.length && bytes[at + matched] === needle[matched]) matched++;
    if (matched === needle.length) return at;
  }
  return -1;
}
