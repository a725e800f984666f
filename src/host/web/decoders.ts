/** Encoding Standard: labels, and decoders that keep what is left of one chunk for the next. */
import { JSObject, type Value } from '../../engine/index.ts';

/** By the object of the program's that decodes: nobody else may go on with what it has read. */
export type Decoders = WeakMap<JSObject, TextDecoder>;

/** The name of an encoding; undefined: there is none with that label. */
export function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Undefined: not valid in that encoding, where that is an error. */
export function decodeChunk(
  decoders: Decoders,
  owner: Value,
  settings: { readonly encoding: string; readonly fatal: boolean; readonly ignoreBOM: boolean },
  bytes: Uint8Array,
  stream: boolean,
): string | undefined {
  if (!(owner instanceof JSObject)) return undefined;
  const { encoding, fatal, ignoreBOM } = settings;
  const decoder = decoders.get(owner) ?? new TextDecoder(encoding, { fatal, ignoreBOM });
  try {
    const text = decoder.decode(bytes.slice(), { stream });
    if (stream) decoders.set(owner, decoder);
    else decoders.delete(owner);
    return text;
  } catch {
    decoders.delete(owner);
    return undefined;
  }
}

/** Encoding Standard: encodeInto: how many code units were read, and bytes written. */
export function encodeInto(text: string, target: Uint8Array): [number, number] {
  const { read, written } = new TextEncoder().encodeInto(text, target);
  return [read, written];
}
