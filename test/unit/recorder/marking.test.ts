// A collection step by step: what the waves meet is what the collector says has survived, and what is left is what it freed.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HeapNodeView, MarkedWave, MarkingView } from '../../../src/protocol/heap-views.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

const source = `class Row { constructor(n) { this.n = n; this.cells = [n, n + 1]; } }
const rows = [];
const notes = new WeakMap();
let chain = null;
function grow(count) {
  for (let i = 0; i < count; i++) {
    const row = new Row(i);
    if (i % 20 === 0) rows.push(row);
    if (i % 100 === 0) chain = { chain };
    if (i % 50 === 0) notes.set(row, { note: i });
  }
}
grow(12000);
rows.length = 10;
grow(12000);
setTimeout(function later() {
  gc();
  const weak = new WeakRef({ gone: true });
  grow(12000);
  rows.length = 5;
  gc();
  console.log('end', weak.deref());
}, 5);
`;

const run = new RecordedRun(
  runProgram(source, { v8Flags: ['--expose-gc'], maxSteps: 5_000_000, maxEvents: 5_000_000 }, 'log').simulation,
);
const answers = answersOf(run);
const { log } = run;
const eventsOf = (type: 'scavenge' | 'markCompact' | 'console'): number[] =>
  [...log.type.keys()].filter((event) => log.type[event] === eventTypeIds[type]);
const markingAt = (event: number): MarkingView => {
  const { marking } = answers.marking({ event, step: -1 });
  assert.ok(marking);
  return marking;
};
const objectsOf = (waves: readonly MarkedWave[]): number => waves.reduce((sum, { objects }) => sum + objects, 0);

describe('marking, step by step', function () {
  this.timeout(60_000);

  it('meets what survives, and what is left is what is freed', () => {
    const scavenges = eventsOf('scavenge');
    assert.ok(scavenges.length >= 3, String(scavenges.length));
    assert.equal(eventsOf('markCompact').length, 2);
    for (const event of [...scavenges, ...eventsOf('markCompact')]) {
      const { kind, waves, unreachable, reason } = markingAt(event);
      assert.equal(eventTypeIds[kind as 'scavenge'], log.type[event]);
      assert.equal(reason, kind === 'scavenge' ? 'allocation failure' : 'testing');
      assert.deepEqual([objectsOf(waves), unreachable.objects], [log.b[event], log.c[event]], `${kind} ${event}`);
    }
  });

  it('begins at the roots and goes from one object to the next', () => {
    const { graph } = markingAt(eventsOf('markCompact')[1]!);
    const nodes = graph.items;
    assert.equal(graph.total, nodes.length);
    const find = (name: string, via: string) => nodes.filter((each) => each.name === name && each.via === via);
    const parentOf = ({ parent }: HeapNodeView): HeapNodeView => nodes[parent]!;
    const later = find('closure later', '').find(({ how }) => how === 'its function');
    assert.deepEqual([parentOf(later!).root, parentOf(later!).name], ['frame', 'later']);
    const [row] = find('Row {n, cells}', '[0 … 4]');
    const [cells] = find('Array PACKED_SMI', '.cells');
    assert.equal(parentOf(row!).via, 'rows');
    assert.equal(parentOf(cells!), row);
    assert.deepEqual([row!.count, cells!.count], [5, 5]);
    assert.deepEqual([row!.wave - parentOf(row!).wave, cells!.wave - row!.wave], [1, 1]);
    // One of the five is a key of the weak map.
    const [note] = nodes.filter(({ how }) => how === 'value of a weak entry');
    assert.deepEqual([note!.name, note!.count, parentOf(note!)], ['{note}', 1, row]);
    // A linked list is one node, and is met over many waves.
    const [chain] = find('{chain}', '.chain');
    assert.equal(chain!.count, 359);
    assert.ok(chain!.lastWave > chain!.wave);
    assert.ok(nodes.every(({ parent, wave }, index) => parent < index && (parent < 0 || wave >= nodes[parent]!.wave)));
    assert.ok(nodes.some(({ name, wave }) => name === 'Row {n, cells}' && wave === -1));
  });

  it('draws every so-many-th object in the order in which they were made, the old ones first', () => {
    const { dots, waves, unreachable, notLookedAt } = markingAt(eventsOf('scavenge').at(-1)!);
    const all = objectsOf(waves) + unreachable.objects + notLookedAt;
    assert.equal(dots.every, Math.ceil(all / 1200));
    assert.equal(dots.waves.length, Math.ceil(all / dots.every));
    assert.deepEqual(
      dots.serials,
      dots.serials.toSorted((one, other) => one - other),
    );
    assert.ok(dots.waves.slice(0, dots.old).every((wave) => wave === -2));
    assert.ok(dots.waves.slice(dots.old).every((wave) => wave >= -1));
    assert.ok(notLookedAt > 0 && dots.old > 0);
  });

  it('tells of one object what it is, also where nothing leads to it', () => {
    const [event] = eventsOf('scavenge').slice(-1);
    const rows = markingAt(event!).graph.items.filter(({ name }) => name === 'Row {n, cells}');
    const gone = rows.find(({ wave }) => wave < 0)!.samples[0]!;
    const asked = { event: event!, step: -1, marking: 1 };
    const { object, path } = answers.retainingPath({ ...asked, serial: gone.serial });
    assert.deepEqual([object?.isReachable, object?.isYoung, object?.bytes, path], [false, true, 40, undefined]);
    assert.equal(object?.shape?.text, 'Row {n, cells}');
    const kept = rows.find(({ wave }) => wave >= 0)!.samples[0]!;
    const answer = answers.retainingPath({ ...asked, serial: kept.serial });
    assert.equal(answer.object?.isReachable, true);
    assert.equal(answer.path?.steps.at(-1)?.serial, kept.serial);
  });

  it('shows at any other moment what a mark-compact would do then', () => {
    const [event] = eventsOf('console');
    const { kind, waves, unreachable } = markingAt(event!);
    const { heap } = answers.heap({ event: event!, step: -1 });
    assert.equal(kind, 'none');
    assert.equal(objectsOf(waves), heap!.objects);
    assert.equal(unreachable.objects, heap!.unreachable);
  });

  it('merges the waves of a long chain', () => {
    const long = new RecordedRun(
      runProgram(
        'let list = null;\nfor (let i = 0; i < 5000; i++) list = { list };\nglobalThis.list = list;',
        {},
        'log',
      ).simulation,
    );
    const event = long.log.type.length - 1;
    const { marking } = answersOf(long).marking({ event, step: -1 });
    assert.equal(marking?.waves.length, 60);
    assert.ok(marking.waves.at(-1)!.objects > 4900);
  });
});
