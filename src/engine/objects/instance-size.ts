/**
 * How many bytes V8's heap has for an object without what lies outside of it. V8: the layouts of src/objects/*.tq on 64 bits without
 * pointer compression, as Node is built.
 */
import type { InstanceTypeName } from './instance-type.ts';

export const wordBytes = 8;
export const arrayBufferBytes = 96;

/** The object itself without its slots for properties. Primitives have hidden classes too, but no objects. */
const headerBytes: Readonly<Partial<Record<InstanceTypeName, number>>> = {
  object: 24,
  'global object': 32,
  array: 32,
  function: 56,
  error: 24,
  'boolean wrapper': 32,
  'number wrapper': 32,
  'string wrapper': 32,
  'symbol wrapper': 32,
  'bigint wrapper': 32,
  date: 96,
  regexp: 48,
  map: 32,
  set: 32,
  'weak map': 32,
  'weak set': 32,
  'weak ref': 32,
  'map iterator': 40,
  'set iterator': 40,
  'array iterator': 48,
  'string iterator': 40,
  'regexp string iterator': 48,
  'wrapped iterator': 56,
  promise: 48,
  generator: 80,
  'async generator': 96,
  'sloppy arguments': 24,
  arguments: 24,
  proxy: 32,
  'array buffer': arrayBufferBytes,
  'typed array': 104,
  'data view': 88,
  'module namespace': 32,
  host: 24,
};

/** V8: Map::instance_size. */
export function instanceBytes(type: InstanceTypeName, inObjectProperties: number): number {
  return (headerBytes[type] ?? 0) + wordBytes * inObjectProperties;
}
