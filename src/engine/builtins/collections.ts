/**
 * The hash table of Map and Set, and cursors over it that survive any change. V8: src/objects/ordered-hash-table.h.
 *
 * Entries stand in order of insertion; deleted ones leave a gap until most are gaps. Then the entries move to a new array,
 * and the old one says where to (V8: transition to the next table), so that a cursor in the old array finds its place.
 */
import type { CollectionData, IteratorData } from '../objects/internal-slots.ts';
import type { Value } from '../objects/value.ts';

export interface CollectionEntry {
  readonly key: Value;
  value: Value;
}

type Entries = (CollectionEntry | undefined)[];

/** The only thing left in an array whose entries moved. */
class MovedEntries implements CollectionEntry {
  readonly key = undefined;
  readonly value = undefined;
  readonly next: Entries;
  /** Positions of the gaps that were left out, ascending; undefined if everything was cleared. */
  readonly gaps: readonly number[] | undefined;

  constructor(next: Entries, gaps: readonly number[] | undefined) {
    this.next = next;
    this.gaps = gaps;
  }
}

const smallestCompaction = 16;

export function newCollection(): CollectionData {
  return { kind: 'collection', index: new Map(), entries: [], size: 0, epoch: 0 };
}

export function collectionFind(data: CollectionData, key: Value): CollectionEntry | undefined {
  const position = data.index.get(key);
  return position === undefined ? undefined : data.entries[position];
}

export function collectionSet(data: CollectionData, key: Value, value: Value): void {
  const existing = collectionFind(data, key);
  if (existing !== undefined) {
    existing.value = value;
    return;
  }
  // -0 as a key is +0.
  const normalized = key === 0 ? 0 : key;
  data.index.set(normalized, data.entries.length);
  data.entries.push({ key: normalized, value });
  data.size++;
}

export function collectionDelete(data: CollectionData, key: Value): boolean {
  const position = data.index.get(key);
  if (position === undefined) return false;
  data.index.delete(key);
  data.entries[position] = undefined;
  data.size--;
  if (data.entries.length >= smallestCompaction && data.size * 2 < data.entries.length) compact(data);
  return true;
}

export function collectionClear(data: CollectionData): void {
  const next: Entries = [];
  moveEntries(data, next, undefined);
  data.index.clear();
  data.size = 0;
}

function compact(data: CollectionData): void {
  const next: Entries = [];
  const gaps: number[] = [];
  data.entries.forEach((entry, position) => {
    if (entry === undefined) {
      gaps.push(position);
      return;
    }
    data.index.set(entry.key, next.length);
    next.push(entry);
  });
  moveEntries(data, next, gaps);
}

function moveEntries(data: CollectionData, next: Entries, gaps: readonly number[] | undefined): void {
  const old = data.entries;
  old.length = 0;
  old.push(new MovedEntries(next, gaps));
  data.entries = next;
  data.epoch++;
}

/** The next entry of an iterator over a collection, which moves on; undefined at the end, for good. */
export function nextEntry(iterator: IteratorData): CollectionEntry | undefined {
  if (iterator.target === undefined) return undefined;
  follow(iterator);
  const entries = iterator.extra as Entries;
  while (iterator.index < entries.length) {
    const entry = entries[iterator.index++];
    if (entry !== undefined) return entry;
  }
  iterator.target = undefined;
  iterator.extra = undefined;
  return undefined;
}

/** What an iterator has before it, without moving it. */
export function remainingEntries(iterator: IteratorData): CollectionEntry[] {
  if (iterator.target === undefined) return [];
  follow(iterator);
  return (iterator.extra as Entries).slice(iterator.index).filter((entry) => entry !== undefined);
}

function follow(iterator: IteratorData): void {
  let entries = iterator.extra as Entries;
  while (entries[0] instanceof MovedEntries) {
    const { next, gaps } = entries[0];
    const { index } = iterator;
    iterator.index = gaps === undefined ? 0 : index - gaps.filter((gap) => gap < index).length;
    entries = next;
  }
  iterator.extra = entries;
}
