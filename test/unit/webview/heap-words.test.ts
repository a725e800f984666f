import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HeapSpaceView, HeapView } from '../../../src/protocol/engine-views.ts';
import { bytesText, collectionsText, spaceParts, spaceText } from '../../../webview/engine/heap-words.ts';

const space: HeapSpaceView = {
  name: 'new',
  used: 768 * 1024,
  surroundings: 256 * 1024,
  reachable: 128 * 1024,
  room: 1024 * 1024,
};
const view: HeapView = {
  spaces: [space],
  objects: 10,
  unreachable: 2000,
  scavenges: 1,
  markCompacts: 0,
  groups: { items: [], total: 0 },
};

describe('the heap in words', () => {
  it('divides a space into what is the runtime’s, can be reached, cannot, and is free', () => {
    assert.deepEqual(spaceParts(space), [
      { kind: 'surroundings', share: 0.25 },
      { kind: 'reachable', share: 0.125 },
      { kind: 'unreachable', share: 0.375 },
      { kind: 'free', share: 0.25 },
    ]);
    assert.equal(spaceText(space), '768 KB of 1,024 KB');
    assert.deepEqual(spaceParts({ ...space, name: 'large', used: 0, surroundings: 0, reachable: 0, room: 0 }), [
      { kind: 'free', share: 1 },
    ]);
  });

  it('says what was collected and what waits', () => {
    assert.equal(
      collectionsText(view),
      '1 scavenge and 0 mark-compacts so far; 2,000 objects (384 KB) cannot be reached any more. Node’s own objects count as far as they fill the spaces.',
    );
    assert.match(collectionsText({ ...view, scavenges: 0, unreachable: 0 }), /^Nothing has been collected yet\. /);
  });

  it('counts bytes in units that fit', () => {
    assert.deepEqual([40, 9_999, 20_480, 50 * 2 ** 20].map(bytesText), ['40 B', '9,999 B', '20 KB', '50 MB']);
  });
});
