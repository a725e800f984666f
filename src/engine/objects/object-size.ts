/**
 * How many bytes V8's heap has for an object and for what belongs to it alone. V8: the layouts of src/objects/*.tq on 64 bits
 * without pointer compression, as Node is built.
 *
 * Simplified: what V8 shares (boilerplates, the stores of copy-on-write arrays, empty stores) counts nowhere, and where a text's
 * halves are kept apart (cons strings) is the caller's to know.
 */
import { capacityOf, isCopyOnWrite } from './elements-capacity.ts';
import { describeElements } from './elements-description.ts';
import type { HiddenClass } from './hidden-class.ts';
import { arrayBufferBytes, wordBytes as word } from './instance-size.ts';
import type { FunctionData } from './internal-slots.ts';
import type { JSObject } from './js-object.ts';
import { dictionaryCapacity } from './property-dictionary.ts';
import { detailsFieldIndex, detailsKind, detailsRepresentation, PropertyKind } from './property-details.ts';
import { Representation } from './representation.ts';
import { isSmi } from './value.ts';

/** Map and length: what every list of words begins with. */
const listHeader = 2 * word;

/** V8: Map::instance_size. */
export function instanceSize(map: HiddenClass): number {
  const own = map.instanceBytes;
  if (map.instanceType !== 'function') return own;
  // Functions that construct or generate have one more word for prototype or initial map; bound ones have none of it.
  return map.lookup('prototype') >= 0 ? own + word : own;
}

export interface ObjectSize {
  /** The object with its slots. */
  readonly instance: number;
  /** The array of properties that have no slot, or the dictionary of all. */
  readonly properties: number;
  /** Boxes of numbers in fields that are no small integers. */
  readonly numbers: number;
  readonly elements: number;
  /** A table of a Map or Set, the buffer of a typed array. */
  readonly inside: number;
}

export function objectSize(object: JSObject): ObjectSize {
  const map = object.hiddenClass;
  const isBound = (object.internal as FunctionData | undefined)?.kind === 'function' && isBoundFunction(object);
  return {
    instance: isBound ? 6 * word : instanceSize(map),
    properties: map.isDictionary ? nameDictionarySize(object) : propertyArraySize(map),
    numbers: map.isDictionary ? 0 : boxedNumbers(object),
    elements: elementsSize(object),
    inside: insideSize(object),
  };
}

export function totalSize(object: JSObject): number {
  const { instance, properties, numbers, elements, inside } = objectSize(object);
  return instance + properties + numbers + elements + inside;
}

function isBoundFunction(object: JSObject): boolean {
  return (object.internal as FunctionData).boundTarget !== undefined;
}

/** V8: PropertyArray. */
function propertyArraySize({ fieldCount, inObjectProperties, unusedPropertyFields }: HiddenClass): number {
  const outside = fieldCount - inObjectProperties;
  return outside > 0 ? listHeader + word * (outside + unusedPropertyFields) : 0;
}

/** V8: NameDictionary: six words of counts, and three for each place. */
function nameDictionarySize({ dictionary }: JSObject): number {
  return dictionary === undefined ? 0 : listHeader + word * (6 + 3 * dictionaryCapacity(dictionary));
}

/** Double fields have a box of their own; in other fields numbers may have one. */
function boxedNumbers({ hiddenClass, properties }: JSObject): number {
  let count = 0;
  for (let row = 0; row < hiddenClass.propertyCount; row++) {
    const details = hiddenClass.detailsAt(row);
    if (detailsKind(details) !== PropertyKind.data) continue;
    const value = properties[detailsFieldIndex(details)];
    const isBoxed =
      detailsRepresentation(details) === Representation.double || (typeof value === 'number' && !isSmi(value));
    if (isBoxed) count++;
  }
  return count * heapNumberSize;
}

export const heapNumberSize = 2 * word;

function elementsSize(object: JSObject): number {
  const { backing, capacity } = describeElements(object);
  if (capacity === 0 || isCopyOnWrite(object)) return 0;
  switch (backing) {
    case 'ByteArray':
      return aligned(listHeader + capacity);
    case 'NumberDictionary':
      return listHeader + word * capacity;
    case 'SloppyArgumentsElements':
      // Map, length, context and the list itself, then a number for each argument that is a variable.
      return listHeader + 2 * word + listHeader + word * capacityOf(object) * 2;
    case 'FixedArray':
    case 'FixedDoubleArray':
      return listHeader + word * capacity;
  }
}

function insideSize({ internal, hiddenClass }: JSObject): number {
  switch (internal?.kind) {
    case 'collection':
      return orderedTableSize(internal.entries.length, hiddenClass.instanceType === 'map' ? 3 : 2);
    case 'typed array':
      return arrayBufferBytes;
    default:
      return 0;
  }
}

/** V8: OrderedHashMap and OrderedHashSet: three counts, a bucket for two places, each place with the next one's number. */
function orderedTableSize(size: number, wordsPerPlace: number): number {
  let capacity = 4;
  while (capacity < size) capacity *= 2;
  return listHeader + word * (3 + capacity / 2 + capacity * wordsPerPlace);
}

/** A context with that many variables. V8: Context::SizeFor: scope info and the context around it come first. */
export function contextSize(slots: number): number {
  return listHeader + word * (2 + slots);
}

/** A text in one piece. V8: SeqOneByteString, SeqTwoByteString. */
export function stringSize(text: string): number {
  let bytesPerUnit = 1;
  for (let i = 0; i < text.length && bytesPerUnit === 1; i++) if (text.charCodeAt(i) > 0xff) bytesPerUnit = 2;
  return aligned(listHeader + text.length * bytesPerUnit);
}

/** Two texts that were put together, without a copy. V8: ConsString; shorter than 13 characters they are copied. */
export const consStringSize = 4 * word;
/** V8: Symbol: hash and flags, description. */
export const symbolSize = 3 * word;

/** V8: BigInt: a word of length and sign, then digits. */
export function bigintSize(value: bigint): number {
  const digits = value === 0n ? 0 : Math.ceil((value < 0n ? -value : value).toString(16).length / 16);
  return listHeader + word * digits;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / word) * word;
}
