import assert from 'node:assert/strict';
import {
  collectionClear,
  collectionDelete,
  collectionSet,
  newCollection,
  nextEntry,
  remainingEntries,
} from '../../../src/engine/builtins/collections.ts';
import type { CollectionData, IteratorData } from '../../../src/engine/objects/internal-slots.ts';

function filled(count: number): CollectionData {
  const data = newCollection();
  for (let i = 0; i < count; i++) collectionSet(data, i, i);
  return data;
}

function iterate(data: CollectionData): IteratorData {
  return { kind: 'iterator', target: 'collection', index: 0, mode: 'keys', extra: data.entries };
}

describe('iterators over collections', () => {
  it('keep their place when the entries are compacted around them', () => {
    const data = filled(100);
    const iterator = iterate(data);
    for (let i = 0; i < 40; i++) nextEntry(iterator);
    for (let i = 0; i < 100; i++) if (i % 10 !== 0) collectionDelete(data, i);
    assert.ok(data.entries.length < 50, 'gaps are gone');
    assert.deepEqual(
      remainingEntries(iterator).map((entry) => entry.key),
      [40, 50, 60, 70, 80, 90],
    );
    assert.equal(nextEntry(iterator)?.key, 40);
  });

  it('see what was added after everything was cleared', () => {
    const data = filled(5);
    const iterator = iterate(data);
    nextEntry(iterator);
    nextEntry(iterator);
    collectionClear(data);
    collectionSet(data, 'new', 1);
    assert.equal(nextEntry(iterator)?.key, 'new');
    assert.equal(nextEntry(iterator), undefined);
  });

  it('end for good', () => {
    const data = filled(1);
    const iterator = iterate(data);
    nextEntry(iterator);
    assert.equal(nextEntry(iterator), undefined);
    collectionSet(data, 'late', 1);
    assert.equal(nextEntry(iterator), undefined);
  });

  it('do not grow with the number of changes', () => {
    const data = newCollection();
    for (let i = 0; i < 10000; i++) {
      collectionSet(data, i, i);
      if (i >= 10) collectionDelete(data, i - 10);
    }
    assert.equal(data.size, 10);
    assert.ok(data.entries.length < 50);
  });
});
