// Inline caches at a moment: states in V8's words, hidden classes by their numbers, how a site came to its state.
import assert from 'node:assert/strict';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { CacheSiteView, CachesView } from '../../../src/protocol/engine-views.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

const source = `function read(object) {
  return object.x + 1;
}
const objects = [{ x: 1 }, { x: 2 }, { a: 0, x: 3 }];
for (let i = 0; i < 12; i++) read(objects[0]);
console.log('one');
for (let i = 0; i < 12; i++) read(objects[i % 3]);
console.log('two');
for (const name of ['b', 'c', 'd', 'e']) read({ [name]: 0, x: 1.5 });
console.log('many');
`;

describe('inline caches at a moment', () => {
  const run = new RecordedRun(runProgram(source, {}, 'log').simulation);
  const answers = answersOf(run);
  const read = run.log.functions.findIndex(({ name }) => name === 'read');
  const prints = [...run.log.type.keys()].filter((event) => run.log.type[event] === eventTypeIds.console);
  const cachesAt = (event: number, functionIndex = read): CachesView => {
    const { caches } = answers.caches({ functionIndex, nth: -1, event, step: -1 });
    assert.ok(caches);
    return caches;
  };
  const site = (view: CachesView, kind: string): CacheSiteView => {
    const found = view.sites.items.find((each) => each.kind === kind && each.functionIndex === read);
    assert.ok(found, `a site of kind ${kind}`);
    return found;
  };

  it('are there once V8 gives the function feedback', () => {
    const first = [...run.log.type.keys()].find(
      (event) => run.log.a[event] === read && run.log.type[event] === eventTypeIds.call,
    )!;
    const early = cachesAt(first + 1);
    assert.deepEqual([early.hasVector, early.sites.items], [false, []]);
    assert.equal(cachesAt(prints[0]!).hasVector, true);
  });

  it('go from one hidden class over some to too many', () => {
    const states = prints.map((event) => {
      const { state, mood, key, shapes } = site(cachesAt(event), 'LoadProperty');
      return [state, mood, key, shapes.map(({ shape }) => shape.text)];
    });
    assert.deepEqual(states, [
      ['MONOMORPHIC', 'mono', 'x', ['{x}']],
      ['POLYMORPHIC', 'poly', 'x', ['{x}', '{a, x}']],
      ['MEGAMORPHIC', 'mega', 'x', []],
    ]);
    assert.match(site(cachesAt(prints[2]!), 'BinaryOp').state, /^BinaryOp:/);
  });

  it('tell each change with its moment, and what the site is in the source and in the code', () => {
    const { transitions, position, offset, shapes } = site(cachesAt(prints[1]!), 'LoadProperty');
    assert.deepEqual(
      transitions.items.map(({ from, to, shape, key }) => [from, to, shape?.text, key]),
      [
        ['UNINITIALIZED', 'MONOMORPHIC', '{x}', 'x'],
        ['MONOMORPHIC', 'POLYMORPHIC', '{a, x}', 'x'],
      ],
    );
    for (const { event } of transitions.items) assert.ok(event > 0 && event < prints[1]!, `event ${event}`);
    assert.equal(source.slice(position, position + 1), 'x');
    const { bytecode } = answers.bytecode({ functionIndex: read });
    assert.equal(bytecode?.instructions.items.find((each) => each.offset === offset)?.name, 'GetNamedProperty');
    // The same number wherever the hidden class is named.
    const { frame } = answers.frameState({ functionIndex: read, nth: 0, event: transitions.items[1]!.event, step: -1 });
    assert.deepEqual(frame?.registers.find(({ name }) => name === 'a0')?.shape, shapes[1]?.shape);
    assert.ok(shapes.every(({ shape }) => shape.number > 0));
  });

  it('of all functions come with the worst first', () => {
    const all = cachesAt(prints[2]!, -1).sites.items;
    assert.equal(all[0]?.mood, 'mega');
    assert.ok(all.every(({ mood }) => mood !== 'none'));
  });
});
