import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  HeapNodeView,
  HeapSpaceView,
  HeapView,
  MarkedWave,
  MarkingView,
} from '../../../src/protocol/heap-views.ts';
import { ancestorsOf, type GraphRow, graphRows, type IsOpen } from '../../../webview/engine/graph-rows.ts';
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
const node = (parent: number, wave: number, name: string, count: number): HeapNodeView => ({
  parent,
  wave,
  lastWave: wave,
  name,
  ...(parent < 0 ? { root: wave < 0 ? 'left' : 'global' } : {}),
  via: parent < 0 ? '' : `.${name}`,
  how: parent < 0 ? '' : 'property',
  count,
  bytes: 20,
  again: 0,
  samples: count === 0 ? [] : [{ serial: 100 + count, text: `the ${name}` }],
  references: { items: [], total: 0 },
});
const marking: MarkingView = {
  kind: 'markCompact',
  reason: 'testing',
  waves: [marked(2), marked(30), marked(4)],
  unreachable: marked(1500),
  graph: {
    items: [
      node(-1, 0, 'the global object', 0),
      node(0, 0, 'a', 2),
      node(1, 1, 'b', 30),
      {
        ...node(2, 2, 'c', 4),
        references: { items: [{ to: 1, via: '.a', how: 'property', count: 4 }], total: 2 },
      },
      node(0, 1, 'd', 1),
      node(-1, -1, 'Nothing leads to these', 0),
      node(5, -1, 'Row', 1500),
    ],
    total: 7,
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
    assert.match(texts[4]!, /^Nothing leads to 1,500 objects \(29 KB\): they have stayed white/);
    assert.match(texts[5]!, /^1,500 objects \(29 KB\) are gone\. 36 objects stay/);
    assert.match(phaseText({ ...marking, kind: 'none' }, phases.at(-1)!), /would free 1,500 objects/);
    assert.match(phaseText({ ...marking, unreachable: marked(0) }, phases[4]!), /nothing to free/);
    assert.equal(titleOf(marking), 'Mark-compact (testing)');
  });

  const shown = (rows: readonly GraphRow[]): string[] =>
    rows.map((row) => {
      const { level, kind, colour } = row;
      if (kind === 'node') return `${level} ${row.node.name}${colour === undefined ? '' : ` ${colour}`}`;
      if (kind === 'reference') return `${level} ${row.isCycle ? 'back' : ''} to ${row.target.name}`;
      return `${level} ${kind}${kind === 'object' ? ` ${row.serial}` : ''}`;
    });
  const byItself: IsOpen = (_part, open) => open;

  it('grows from the roots on: white, grey where it was met in this wave, black where it is done', () => {
    const rows = (phase: number): string[] => shown(graphRows(marking.graph, phases[phase]!, byItself));
    const left = ['1 Nothing leads to these', '2 Row white'];
    assert.deepEqual(rows(0), ['1 the global object', left[0]]);
    assert.deepEqual(rows(1), ['1 the global object', '2 a grey', '2 d white', left[0]]);
    assert.deepEqual(rows(2), ['1 the global object', '2 a black', '3 b grey', '3 objects', '2 d grey', left[0]]);
    assert.deepEqual(rows(3), [
      '1 the global object',
      '2 a black',
      '3 b black',
      '4 c grey',
      '4 objects',
      '3 objects',
      '2 d black',
      left[0],
    ]);
    // What is left comes first where it is spoken of, and is gone when it is freed.
    assert.deepEqual(rows(4), [...left, '1 the global object', '2 a black', '2 d black']);
    assert.deepEqual(rows(5), ['1 the global object', '2 a black', '3 b black', '3 objects', '2 d black']);
    // A list of equal ones is met over several waves.
    const chain: HeapNodeView = { ...node(0, 0, 'next', 3), lastWave: 2 };
    const graph = { items: [marking.graph.items[0]!, chain], total: 2 };
    const colours = [1, 2, 3, 4].map((phase) => graphRows(graph, phases[phase]!, byItself)[1]?.colour);
    assert.deepEqual(colours, ['grey', 'grey', 'grey', 'black']);
  });

  it('shows outside of a marking who holds what, with references to what stands elsewhere', () => {
    const rows = graphRows(marking.graph, undefined, () => true);
    assert.deepEqual(shown(rows), [
      '1 the global object',
      '2 a',
      '3 b',
      '4 c',
      '5 back to a',
      '5 more',
      '5 objects',
      '6 object 104',
      '4 objects',
      '5 object 130',
      '3 objects',
      '4 object 102',
      '2 d',
      '1 Nothing leads to these',
      '2 Row',
      '3 objects',
      '4 object 1600',
    ]);
    // Each row knows the one that it hangs on, from which a line is drawn to it.
    assert.deepEqual(rows.map(({ above }) => above).slice(0, 6), [-1, 0, 1, 2, 3, 3]);
    assert.deepEqual(ancestorsOf(marking.graph, 3), [0, 1, 2]);
    const closed = graphRows(marking.graph, undefined, (part, open) => !part.endsWith('/a property .a') && open);
    assert.deepEqual(shown(closed), ['1 the global object', '2 a', '2 d', '1 Nothing leads to these', '2 Row']);
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
