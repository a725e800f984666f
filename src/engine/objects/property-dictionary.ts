/**
 * Named properties of an object in dictionary mode, in order of insertion. V8: src/objects/property-cell.h, dictionary.h
 * (NameDictionary).
 */
import type { AccessorPair } from './accessor-pair.ts';
import type { LazyValue } from './lazy-value.ts';
import type { PropertyCellType } from './property-cell.ts';
import type { JSSymbol, Value } from './value.ts';

export interface DictionaryEntry {
  value: Value | AccessorPair | LazyValue;
  /** See property-details.ts; the field index is unused. */
  details: number;
  /** Of global variables: see property-cell.ts. */
  cellType?: PropertyCellType;
}

export class PropertyDictionary extends Map<string | JSSymbol, DictionaryEntry> {
  /** Places of V8's hash table when it had `countedSize` entries. */
  capacity = smallestCapacity;
  countedSize = 0;

  /** Room for so many from the beginning. */
  reserve(entries: number): this {
    this.capacity = capacityFor(entries);
    return this;
  }
}

/** V8: HashTable::kMinCapacity. */
const smallestCapacity = 4;

/** V8: HashTable::ComputeCapacity. */
function capacityFor(entries: number): number {
  return Math.max(smallestCapacity, 2 ** Math.ceil(Math.log2(entries + (entries >> 1))));
}

/**
 * Places of the hash table that V8 would have: it grows when less than a third would be free. V8:
 * HashTable::HasSufficientCapacityToAdd. Simplified: deleted entries leave no trace, and it does not shrink.
 */
export function dictionaryCapacity(dictionary: PropertyDictionary): number {
  for (let size = dictionary.countedSize + 1; size <= dictionary.size; size++)
    if (size >= dictionary.capacity || size + (size >> 1) > dictionary.capacity)
      dictionary.capacity = capacityFor(size);
  dictionary.countedSize = Math.max(dictionary.countedSize, dictionary.size);
  return dictionary.capacity;
}
