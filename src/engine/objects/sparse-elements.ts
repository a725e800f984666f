/**
 * Elements of kind DICTIONARY_ELEMENTS. V8: NumberDictionary, and the growing and shrinking of HashTable in src/objects/objects.cc,
 * of which only the sizes are kept: the host's Map is the table.
 */
import type { DictionaryEntry } from './property-dictionary.ts';

/** Words of a table beside its entries, and of an entry. */
const headerLength = 4;
export const dictionaryEntrySize = 3;
/** Greater indices keep the elements slow. V8: NumberDictionary::kRequiresSlowElementsLimit. */
const requiresSlowLimit = 2 ** 29 - 1;
const minShrinkCapacity = 16;

export class SparseElements {
  private readonly entries = new Map<number, DictionaryEntry>();
  /** Ascending; rebuilt when asked for after a change of keys. */
  private sorted: number[] | undefined;
  /** Entries for which the table has room. */
  capacity: number;
  private deleted = 0;
  maxKey = 0;
  /** An element has attributes or a getter, or an index is very great: they stay in the dictionary. */
  requiresSlow = false;

  /** `expected`: how many elements it is made for. */
  constructor(expected = 0) {
    this.capacity = dictionaryCapacity(expected);
  }

  get size(): number {
    return this.entries.size;
  }

  /** Of V8's backing store, in words. */
  get storeLength(): number {
    return headerLength + this.capacity * dictionaryEntrySize;
  }

  /** V8: empty_slow_element_dictionary. */
  static empty(): SparseElements {
    const empty = new SparseElements();
    empty.capacity = 1;
    return empty;
  }

  /** As if it had been made for so many elements. */
  expect(count: number): void {
    this.capacity = dictionaryCapacity(Math.max(count, this.entries.size));
  }

  /** For copies of a literal's boilerplate: none of it is an object. */
  copy(): SparseElements {
    const copy = new SparseElements();
    for (const [index, { value, details }] of this.entries) copy.set(index, { value, details });
    copy.capacity = this.capacity;
    copy.requiresSlow = this.requiresSlow;
    return copy;
  }

  get(index: number): DictionaryEntry | undefined {
    return this.entries.get(index);
  }

  set(index: number, entry: DictionaryEntry): void {
    if (!this.entries.has(index)) {
      this.sorted = undefined;
      this.makeRoom();
      if (index > requiresSlowLimit) this.requiresSlow = true;
      else if (index > this.maxKey) this.maxKey = index;
    }
    this.entries.set(index, entry);
  }

  delete(index: number): void {
    if (!this.entries.delete(index)) return;
    this.sorted = undefined;
    this.deleted++;
    this.shrink();
  }

  /** Deletes an element and leaves the table as large as it is. */
  cut(index: number): void {
    this.entries.delete(index);
    this.sorted = undefined;
    this.deleted++;
  }

  /** Indices in ascending order. The result must not be changed. */
  indices(): readonly number[] {
    this.sorted ??= [...this.entries.keys()].sort((a, b) => a - b);
    return this.sorted;
  }

  values(): IterableIterator<DictionaryEntry> {
    return this.entries.values();
  }

  /** V8: HashTable::EnsureCapacity for one more. */
  private makeRoom(): void {
    const count = this.entries.size + 1;
    const free = this.capacity - count;
    if (free > 0 && this.deleted <= free / 2 && count + (count >> 1) <= this.capacity) return;
    this.capacity = dictionaryCapacity(count);
    this.deleted = 0;
  }

  /** V8: HashTable::Shrink. */
  private shrink(): void {
    const count = this.entries.size;
    if (count > this.capacity >> 2) return;
    const next = dictionaryCapacity(count);
    if (next < minShrinkCapacity || next === this.capacity) return;
    this.capacity = next;
    this.deleted = 0;
  }
}

/** V8: HashTable::ComputeCapacity. */
export function dictionaryCapacity(count: number): number {
  let capacity = 4;
  while (capacity < count + (count >> 1)) capacity *= 2;
  return capacity;
}
