import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  HeapSpaceView,
  HeapView,
  MarkedNodeView,
  MarkedWave,
  MarkingView,
} from '../../../src/protocol/engine-views.ts';
import { leftOut, rowsOf } from '../../../webview/engine/marking-rows.ts';
import { dotState, phaseName, phasesOf, phaseText, titleOf } from '../../../webview/engine/marking-words.ts';
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

const marked = (objects: number): MarkedWave => ({ objects, bytes: objects * 20 });
const node = (parent: number, wave: number, name: string, count: number): MarkedNodeView => ({
  parent,
  wave,
  name,
  via: parent < 0 ? '' : `property ${name}`,
  count,
  bytes: 20,
  samples: count === 0 ? [] : [{ serial: 100 + count, text: `the ${name}` }],
});
const marking: MarkingView = {
  kind: 'markCompact',
  reason: 'testing',
  waves: [marked(2), marked(30), marked(4)],
  unreachable: marked(1500),
  unreachableGroups: { items: [{ name: 'Row', count: 1500, bytes: 30000, samples: [] }], total: 3 },
  tree: {
    items: [
      node(-1, 0, 'the global object', 0),
      node(0, 0, 'a', 2),
      node(1, 1, 'b', 30),
      node(2, 2, 'c', 4),
      node(0, 1, 'd', 1),
    ],
    total: 5,
  },
  notLookedAt: 0,
  dots: { every: 1, waves: [0, 1, 2, -1], serials: [1, 2, 3, 4], old: 0 },
};

describe('marking in words', () => {
  const phases = phasesOf(marking);

  it('goes from nothing to the roots, wave by wave to what is left, and to what is freed', () => {
    assert.deepEqual(
      phases.map((phase) => phaseName(marking, phase)),
      ['Nothing is marked', 'Roots', 'Wave 1 of 2', 'Wave 2 of 2', 'What is left', 'Freed'],
    );
    const texts = phases.map((phase) => phaseText(marking, phase));
    assert.match(texts[0]!, /^1,536 objects \(30 KB\), and nobody knows yet/);
    assert.match(texts[1]!, /^2 objects \(40 B\) that frames, globals and the event loop refer to\.$/);
    assert.match(texts[4]!, /^Nothing leads to 1,500 objects \(29 KB\): grey/);
    assert.match(texts[5]!, /^1,500 objects \(29 KB\) are gone\. 36 objects stay/);
    assert.match(phaseText({ ...marking, kind: 'none' }, phases.at(-1)!), /would free 1,500 objects/);
    assert.match(phaseText({ ...marking, unreachable: marked(0) }, phases[4]!), /nothing to free/);
    assert.equal(titleOf(marking), 'Mark-compact (testing)');
  });

  it('grows a tree from the roots on, with the wave that is marked now in sight', () => {
    const rows = (phase: number) => rowsOf(marking, phases[phase]!, (_part, byItself) => byItself, undefined);
    const shown = (phase: number): string[] =>
      rows(phase).map(({ name, level, isFresh }) => `${level} ${name}${isFresh ? '!' : ''}`);
    assert.deepEqual(shown(0), []);
    assert.deepEqual(shown(1), ['1 the global object', '2 a!']);
    assert.deepEqual(shown(2), ['1 the global object', '2 a', '3 b!', '2 d!']);
    assert.deepEqual(shown(3), ['1 the global object', '2 a', '3 b', '4 c!', '2 d']);
    assert.deepEqual(shown(4), ['1 Row']);
    assert.equal(leftOut(marking, phases[4]!), 2);
    assert.deepEqual(shown(5), []);
    // What is closed hides what hangs on it; the objects of a node are shown where somebody asks.
    const closed = rowsOf(marking, phases[3]!, (part, byItself) => !part.endsWith('property a') && byItself, undefined);
    assert.deepEqual(
      closed.map(({ name }) => name),
      ['the global object', 'a', 'd'],
    );
    const all = rowsOf(marking, phases[3]!, () => true, 130);
    assert.deepEqual(
      all.map(({ name, serial }) => `${name} ${serial ?? ''}`),
      ['the global object ', 'a ', 'b ', 'the first 1 of them ', 'the b 130', 'c ', 'the c 104', 'd ', 'the d 101'],
    );
  });

  it('marks dots when their wave has come, greys what is left and takes it away', () => {
    const states = (wave: number): string[] => phases.map((phase) => dotState(phase, wave));
    assert.deepEqual(states(1), ['waiting', 'waiting', 'now', 'marked', 'marked', 'marked']);
    assert.deepEqual(states(-1), ['waiting', 'waiting', 'waiting', 'waiting', 'garbage', 'freed']);
    assert.ok(states(-2).every((state) => state === 'aside'));
  });
});

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
