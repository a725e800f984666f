/** Elements of kind DICTIONARY_ELEMENTS. V8: NumberDictionary. */
import type { DictionaryEntry } from './property-dictionary.ts';

export class SparseElements {
  private readonly entries = new Map<number, DictionaryEntry>();
  /** Ascending; rebuilt when asked for after a change of keys. */
  private sorted: number[] | undefined;

  get size(): number {
    return this.entries.size;
  }

  get(index: number): DictionaryEntry | undefined {
    return this.entries.get(index);
  }

  set(index: number, entry: DictionaryEntry): void {
    if (!this.entries.has(index)) this.sorted = undefined;
    this.entries.set(index, entry);
  }

  delete(index: number): void {
    if (this.entries.delete(index)) this.sorted = undefined;
  }

  /** Indices in ascending order. The result must not be changed. */
  indices(): readonly number[] {
    this.sorted ??= [...this.entries.keys()].sort((a, b) => a - b);
    return this.sorted;
  }
}
