// The heap at a moment: what is reachable in which space, what is not any more, and what keeps an object.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HeapGroupView, HeapView } from '../../../src/protocol/heap-views.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

const source = `class Row { constructor(n) { this.n = n; this.cells = [n, n + 1]; } }
const rows = [];
function grow(count) { for (let i = 0; i < count; i++) { const row = new Row(i); if (i % 20 === 0) rows.push(row); } }
grow(2000);
console.log('young');
grow(20000);
console.log('old');
const cache = new Map();
cache.set('first', { big: [1.5, 2.5] });
setInterval(() => rows.push(cache.size), 1000).unref();
setTimeout(() => console.log('waiting'), 5);
`;

const run = new RecordedRun(runProgram(source, {}, 'log').simulation);
const answers = answersOf(run);
const prints = [...run.log.type.keys()].filter((event) => run.log.type[event] === eventTypeIds.console);
const heapAt = (event: number): HeapView => {
  const { heap } = answers.heap({ event, step: -1 });
  assert.ok(heap);
  return heap;
};
const group = ({ groups }: HeapView, name: string): HeapGroupView => {
  const found = groups.items.find((each) => each.name.startsWith(name));
  assert.ok(found, name);
  return found;
};

describe('the heap at a moment', () => {
  const [young, old, waiting] = prints.map(heapAt) as [HeapView, HeapView, HeapView];

  it('counts what can be reached, by kind and in V8’s bytes', () => {
    const rows = group(young, 'Row {n, cells}');
    assert.deepEqual([rows.count, rows.bytes, rows.young], [100, 100 * 40, 100]);
    assert.equal(rows.samples.length, 40);
    assert.match(rows.samples[0]!.text, /^Row \{n: 0/);
  });

  it('says what cannot be reached and has not been collected', () => {
    assert.equal(young.scavenges, 0);
    assert.ok(young.unreachable >= 2 * 1900 && young.unreachable < 2 * 1900 + 100, `${young.unreachable}`);
    const space = young.spaces.find(({ name }) => name === 'new')!;
    assert.ok(space.used - space.surroundings - space.reachable > 1900 * 40);
  });

  it('moves what survives to old space', () => {
    assert.ok(old.scavenges >= 2);
    const rows = group(old, 'Row {n, cells}');
    assert.ok(rows.young < rows.count && rows.count === 1100);
    assert.ok(old.spaces.find(({ name }) => name === 'old')!.reachable > 0);
  });

  it('tells what keeps an object, from the root on', () => {
    const [sample] = group(waiting, '{big}').samples;
    const { path } = answers.retainingPath({ event: prints[2]!, step: -1, serial: sample!.serial, marking: 0 });
    assert.ok(path);
    assert.match(
      path.root,
      /event loop: a set(?:Interval|Timeout) started at line 1[01], its callback|the frame of \(anonymous\)/,
    );
    assert.deepEqual(path.steps.map(({ via }) => via).slice(-2), ['variable cache', 'value of entry "first"']);
    const end = heapAt(run.log.type.length - 1);
    const atEnd = answers.retainingPath({
      event: run.log.type.length - 1,
      step: -1,
      marking: 0,
      serial: group(end, 'Row').samples[0]!.serial,
    });
    assert.equal(atEnd.path?.root, 'the event loop: a setInterval started at line 10, its callback');
    assert.equal(atEnd.path?.steps[0]?.text, 'ƒ () of line 10');
    assert.deepEqual(
      atEnd.path?.steps.map(({ via }) => via),
      ['', 'what the closure can see', 'variable rows', 'element 0'],
    );
  });

  it('knows no path to what is gone', () => {
    const [sample] = group(young, 'Row {n, cells}').samples;
    assert.equal(
      answers.retainingPath({ event: prints[0]!, step: -1, serial: sample!.serial + 3, marking: 0 }).path,
      undefined,
    );
  });
});
