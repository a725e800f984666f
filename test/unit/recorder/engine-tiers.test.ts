// Tiers at a moment: where functions stand by V8's budgets, when they were marked, what made them wait longer.
import assert from 'node:assert/strict';
import type { FunctionTierView, TiersView } from '../../../src/protocol/engine-views.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { TierBudgets } from '../../../src/protocol/run.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

const source = `function square(n) {
  return n * n;
}
function read(object) {
  return object.x;
}
for (let i = 0; i < 300; i++) square(i);
for (let i = 0; i < 30; i++) read({ x: i });
console.log('few');
for (let i = 0; i < 900; i++) square(i);
console.log('many');
`;

function tiersOf(tierBudgets: TierBudgets): { few: TiersView; many: TiersView; index: (name: string) => number } {
  const run = new RecordedRun(runProgram(source, { tierBudgets }, 'log').simulation);
  const answers = answersOf(run);
  const prints = [...run.log.type.keys()].filter((event) => run.log.type[event] === eventTypeIds.console);
  const [few, many] = prints.map((event) => answers.tiers({ event, step: -1 }).tiers);
  assert.ok(few && many);
  return { few, many, index: (name) => run.log.functions.findIndex((info) => info.name === name) };
}

describe('tiers at a moment', () => {
  const { few, many, index } = tiersOf('real');
  const of = (view: TiersView, name: string): FunctionTierView => {
    const found = view.functions.items.find(({ functionIndex }) => functionIndex === index(name));
    assert.ok(found, name);
    return found;
  };

  it('come by calls: first feedback, later a mark for Maglev', () => {
    const early = of(few, 'square');
    assert.equal(early.calls, 300);
    assert.ok(early.steps.items.every(({ kind }) => kind !== 'marked'));
    assert.equal(early.steps.items[0]?.kind, 'feedback');
    assert.match(early.budget.purpose, /Maglev/);
    assert.ok(early.budget.left > 0 && early.budget.left < early.budget.of);
    const late = of(many, 'square');
    assert.equal(late.calls, 1200);
    const mark = late.steps.items.find(({ kind }) => kind === 'marked');
    assert.equal(mark?.tier, 'maglev');
    assert.ok(mark.calls >= 400 && mark.calls < 430, `after ${mark.calls} calls`);
    assert.equal(late.tier, 'maglev');
    assert.equal(many.functions.items[0]?.functionIndex, index('square'), 'the highest comes first');
  });

  it('wait longer where a cache learned something, and say which', () => {
    const reset = of(few, 'read').steps.items.find(({ kind }) => kind === 'reset');
    assert.ok(reset);
    assert.equal(reset.reason, '.x became MONOMORPHIC');
    assert.equal(source[reset.position], 'x');
  });

  it('tell why optimised code was left, and where', () => {
    const text = `function read(object) {
  return object.x;
}
for (let i = 0; i < 60; i++) read({ x: i });
read({ y: 0, x: 1 });
console.log('done');
`;
    const run = new RecordedRun(runProgram(text, { tierBudgets: 'fuzzing' }, 'log').simulation);
    const { tiers } = answersOf(run).tiers({ event: run.log.type.length - 1, step: -1 });
    const read = tiers?.functions.items.find(({ functionIndex }) => run.log.functions[functionIndex]?.name === 'read');
    const deopt = read?.steps.items.find(({ kind }) => kind === 'deoptimized');
    assert.ok(deopt);
    assert.match(deopt.reason, /^wrong map \(eager/);
    assert.equal(text.slice(deopt.position, deopt.position + 1), 'x');
    assert.equal(deopt.calls, 61);
    assert.equal(read?.deopts, 1);
  });

  it('say whose numbers they are', () => {
    assert.deepEqual([few.scale, few.maglevCalls, few.turbofanCalls], ['real', 400, 10_000]);
    const small = tiersOf('fuzzing');
    assert.deepEqual([small.few.scale, small.few.maglevCalls, small.few.turbofanCalls], ['fuzzing', 10, 20]);
    assert.equal(of(small.few, 'square').tier, 'turbofan');
  });
});
