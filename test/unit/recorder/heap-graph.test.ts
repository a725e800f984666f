// The heap drawn: from which roots objects hang, by what names, what is one node, and which references there are besides.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { HeapGraphView, HeapNodeView } from '../../../src/protocol/heap-views.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { graphView, GraphNode } from '../../../src/recorder/engine/graph-nodes.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

const source = `class Row {
  constructor(n, owner) { this.n = n; this.owner = owner; this.cells = [n, n + 1]; }
}
const table = { rows: [] };
const names = new Map();
const byId = {};
function fill(count) {
  for (let i = 0; i < count; i++) {
    const row = new Row(i, table);
    table.rows.push(row);
    if (i % 100 === 0) names.set('row ' + i, { row });
    if (i < 50) byId['id' + i] = { i };
  }
  const mine = { secret: 1 };
  console.log('filled', mine);
}
fill(5000);
setInterval(function poll() { names.clear(); }, 1000).unref();
const one = {};
const other = { one };
one.other = other;
globalThis.ring = one;
Promise.resolve().then(function soon() { console.log('soon', other, byId); });
console.log('end');
`;

const run = new RecordedRun(runProgram(source, { maxSteps: 5_000_000, maxEvents: 5_000_000 }, 'log').simulation);
const answers = answersOf(run);
const events = [...run.log.type.keys()].filter((event) => run.log.type[event] === eventTypeIds.console);
const graphAt = (event: number): HeapGraphView => {
  const { graph } = answers.references({ event, step: -1 });
  assert.ok(graph);
  return graph;
};

/** `root > via name > …` of each node. */
function pathsOf({ items }: HeapGraphView): ReadonlyMap<string, HeapNodeView> {
  const texts: string[] = [];
  const paths = new Map<string, HeapNodeView>();
  for (const node of items) {
    const { parent, name, via, how } = node;
    const own = parent < 0 ? name : `${via === '' ? how : via} ${name}`;
    const text = parent < 0 ? own : `${texts[parent]} > ${own}`;
    texts.push(text);
    paths.set(text, node);
  }
  return paths;
}

const outer = 'the script > variables that closures use context of a function';
const rows = `${outer} > table {rows} > .rows Array PACKED > [0 … 4998] Row {n, owner, cells}`;

describe('the heap drawn', () => {
  it('hangs objects on frames and globals by the names of variables', () => {
    const paths = pathsOf(graphAt(events[0]!));
    assert.deepEqual(
      [...paths.values()].filter(({ parent }) => parent < 0).map(({ name, root }) => `${root} ${name}`),
      ['frame the script', 'frame fill'],
    );
    assert.equal(paths.get('fill > mine {secret}')?.count, 1);
    // The last row is met from the frame first, and another from an object in a temporary register.
    assert.equal(
      paths.get('fill > row Row {n, owner, cells}')?.samples[0]?.text,
      'Row {n: 4999, owner: {…}, cells: Array(2)}',
    );
    assert.ok(paths.has('the script > fill closure fill'));
  });

  it('takes objects of one kind that hang in the same way for one node', () => {
    const paths = pathsOf(graphAt(events[0]!));
    assert.equal(paths.get(rows)?.count, 4998);
    assert.equal(paths.get(`${rows} > .cells Array PACKED_SMI`)?.count, 4998);
    assert.equal(paths.get(`${outer} > names Map {} > ["row 0", …] {row}`)?.count, 49);
    // An object that is used as a map has many names.
    const [byId] = [...paths].filter(([path]) => path.startsWith(`${outer} > byId `) && path.endsWith('{i}'));
    assert.deepEqual([byId?.[1].via, byId?.[1].count], ['.id0, …', 50]);
    const shape = paths.get(rows)?.shape;
    assert.equal(shape?.text, 'Row {n, owner, cells}');
    assert.ok(shape.number > 0);
  });

  it('tells what is shared and what leads back, once for many', () => {
    const graph = graphAt(events[0]!);
    const paths = pathsOf(graph);
    const told = (node: HeapNodeView | undefined): string[] =>
      node!.references.items.map(({ to, via, how, count }) => `${count} ${via || how} ${graph.items[to]!.name}`);
    assert.deepEqual(told(paths.get(rows)), ['4998 .owner {rows}', '4998 its prototype Row.prototype']);
    assert.deepEqual(told(paths.get(`${outer} > names Map {} > ["row 0", …] {row}`)), [
      '49 .row Row {n, owner, cells}',
    ]);
    assert.deepEqual(told(paths.get('fill')), [
      '1 its function closure fill',
      '1 variables that closures use context of a function',
    ]);
    assert.ok(
      told(paths.get('the script > fill closure fill')).includes('1 what the closure can see context of a function'),
    );
  });

  it('names functions and classes by the lines at which they begin', () => {
    const texts = [...pathsOf(graphAt(events[0]!)).values()].flatMap(({ samples }) => samples.map(({ text }) => text));
    assert.deepEqual(
      texts.filter((text) => text.includes(' of line ')),
      ['class Row of line 1', 'ƒ fill() of line 7'],
    );
  });

  it('shows rings, timers that wait and jobs', () => {
    const graph = graphAt(events[1]!);
    const paths = pathsOf(graph);
    const ring = [...paths.values()].find(({ samples }) => samples[0]?.text.startsWith('{one: {'));
    assert.deepEqual(
      ring?.references.items.map(({ to, via }) => [via, graph.items[to]!.name]),
      [['.one', '{other}']],
    );
    assert.equal(paths.get('setInterval of line 18 > its callback closure poll')?.count, 1);
    const after = pathsOf(graphAt(events[2]!));
    assert.equal(after.get('soon > its function closure soon')?.count, 1);
    assert.equal(after.get('the global object > .ring {other}')?.count, 1);
    // A frame's this leads to the global object first, and what it refers to hangs on it none the less.
    assert.equal(after.get('the global object')?.root, 'global');
  });

  it('leaves out the smallest of very many, and nothing that something listed hangs on', () => {
    const large = new GraphNode(undefined, 'the global object', 'inside', 'global', 0);
    for (const name of ['one', 'other']) large.child(name, 'property', name, 0).bytes = 1000;
    const timers = Array.from({ length: 400 }, (_, line) => {
      const timer = new GraphNode(undefined, `setTimeout of line ${line}`, 'inside', 'waits', 0);
      timer.child('closure', 'inside', 'its callback', 0).bytes = 64;
      return timer;
    });
    const { items, total } = graphView([large, ...timers]);
    assert.deepEqual([items.length, total], [600, 803]);
    // A timer weighs as much as its callback, and the cut runs between such two.
    assert.equal(items.filter(({ root }) => root === 'waits').length, 299);
    items.forEach(({ parent, root }, place) => {
      assert.ok(root === undefined ? parent >= 0 && parent < place : parent === -1);
    });
  });

  it('tells of an object all that refers to it', () => {
    const event = events[0]!;
    const table = pathsOf(graphAt(event)).get(`${outer} > table {rows}`)!.samples[0]!;
    const { object, path } = answers.retainingPath({ serial: table.serial, marking: 0, event, step: -1 });
    // Of each row, and of the variable.
    assert.equal(object?.holders.total, 5001);
    assert.deepEqual(
      object.references.items.map(({ via }) => via),
      ['property rows', 'its prototype'],
    );
    assert.equal(path?.root, 'the frame of the script');
    assert.equal(path.steps[0]?.via, 'variables that closures use');
  });
});
