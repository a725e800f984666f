// The engine's half of the page without a page: rows of the syntax tree, words of instructions, whose function is shown, questions.
import assert from 'node:assert/strict';
import { signal } from '@preact/signals';
import {
  type BytecodeView,
  type CacheSiteView,
  type SiteMood,
  type SyntaxNodeView,
  type TierName,
  tierNames,
} from '../../../src/protocol/engine-views.ts';
import type { PageToHost } from '../../../src/protocol/page-messages.ts';
import { createAsking } from '../../../webview/engine/asking.ts';
import { stateText, summary } from '../../../webview/engine/cache-words.ts';
import { operandWords, shortHint } from '../../../webview/engine/instruction-words.ts';
import { budgetWords, scaleWords, stepWords, stripOf } from '../../../webview/engine/tier-words.ts';
import { nodeAround, nodeBeginningAt, treeRows } from '../../../webview/engine/tree-rows.ts';

const node = (type: string, depth: number, start: number, end: number, isFunction = false): SyntaxNodeView => ({
  type,
  role: '',
  text: '',
  depth,
  start,
  end,
  isFunction,
});

/** `f(a) { return a + g(); }` as far as it matters. */
const nodes = [
  node('FunctionDeclaration', 0, 0, 30),
  node('Identifier', 1, 2, 3),
  node('BlockStatement', 1, 5, 30),
  node('ReturnStatement', 2, 7, 25),
  node('BinaryExpression', 3, 14, 24),
  node('Identifier', 4, 14, 15),
  node('CallExpression', 4, 18, 24),
  node('Identifier', 5, 18, 19),
  node('FunctionExpression', 5, 20, 23, true),
];

describe('the syntax tree as rows', () => {
  it('leaves out what is in closed nodes, at any depth', () => {
    const names = (closed: number[]): string[] => treeRows(nodes, new Set(closed)).map((row) => row.node.type);
    assert.equal(names([]).length, nodes.length);
    assert.deepEqual(names([2]), ['FunctionDeclaration', 'Identifier', 'BlockStatement']);
    assert.deepEqual(names([4, 6]), names([4]));
    const [root, leaf] = treeRows(nodes, new Set([0]));
    assert.deepEqual([root?.hasChildren, root?.isOpen, leaf], [true, false, undefined]);
  });

  it('finds the node of a text, and the statement that begins at an offset', () => {
    assert.equal(nodeAround(nodes, 14, 24), 4);
    assert.equal(nodeAround(nodes, 18, 19), 7);
    assert.equal(nodeAround(nodes, 16, 17), 4);
    assert.equal(nodeAround(nodes, 18, 18), 7);
    assert.equal(nodeAround(nodes, 40, 41), -1);
    assert.equal(nodeBeginningAt(nodes, 7), 3);
    assert.equal(nodeBeginningAt(nodes, 20), -1);
    assert.equal(nodeBeginningAt(nodes, 0), -1);
  });
});

describe('an instruction in words', () => {
  const view: BytecodeView = {
    functionIndex: 1,
    instructions: { items: [], total: 0 },
    opcodes: {},
    bytes: 12,
    frameBytes: 16,
    registers: [
      { name: '<this>', variable: '' },
      { name: 'a0', variable: 'user' },
      { name: 'r0', variable: 'sum' },
      { name: 'r1', variable: '' },
    ],
    constants: { items: ['#age', '<FixedArray[4]>'], total: 2 },
    slots: ['BinaryOp', 'LoadProperty', ''],
    handlers: [],
  };
  const load = {
    offset: 0,
    name: 'GetNamedProperty',
    text: 'GetNamedProperty a0, [0], [1]',
    position: 10,
    registers: ['a0'],
    constants: [0],
    slots: [1],
  };

  it('names variables, constants and slots, with the values of the moment', () => {
    const frame = {
      functionIndex: 1,
      offset: 0,
      registers: [{ name: 'a0', value: '{age: 36}', type: 'Object' }],
      context: '',
    };
    assert.deepEqual(operandWords(view, load, frame), [
      { operand: 'a0', meaning: 'user', value: '{age: 36}' },
      { operand: '[0]', meaning: '"age"' },
      { operand: 'slot 1', meaning: 'LoadProperty' },
    ]);
  });

  it('is hinted at in a row only where that says more', () => {
    assert.equal(shortHint(view, load), 'user "age"');
    assert.equal(shortHint(view, { ...load, name: 'Star', registers: ['r1'], constants: [] }), '');
    assert.equal(shortHint(view, { ...load, name: 'Star', registers: ['r0'], constants: [] }), 'sum');
    assert.equal(shortHint(view, { ...load, registers: ['<this>', '<this>'], constants: [1] }), 'this <FixedArray[4]>');
  });
});

describe('the tiers in words', () => {
  it('show what was passed, what is marked, and what was left out', () => {
    const strip = (
      tier: TierName,
      request?: TierName,
      hasBaselineCode = true,
      tiers: readonly TierName[] = tierNames,
    ): string =>
      stripOf({ tier, hasBaselineCode, ...(request === undefined ? {} : { request }) }, tiers)
        .map(({ is }) => is)
        .join(' ');
    assert.equal(strip('ignition'), 'now ahead ahead ahead');
    assert.equal(strip('sparkplug', 'maglev'), 'passed now marked ahead');
    assert.equal(strip('maglev', 'turbofan', false), 'passed ahead now marked');
    assert.equal(strip('turbofan'), 'passed passed passed now');
    const withoutMaglev: readonly TierName[] = ['ignition', 'sparkplug', 'turbofan'];
    assert.equal(strip('turbofan', undefined, true, withoutMaglev), 'passed passed now');
  });

  it('say how soon, for the tiers that the engine has', () => {
    const scale = (numbers: object): string => scaleWords({ scale: 'real', tiers: tierNames, ...numbers });
    assert.equal(scale({ maglevCalls: 400, turbofanCalls: 10_000 }), 'Maglev about 400 calls, TurboFan 10,000');
    assert.equal(scale({ turbofanCalls: 3000 }), 'TurboFan about 3,000 calls');
    assert.equal(scale({ tickBytes: 67_584 }), 'TurboFan after a few times 67,584 bytes of bytecode');
    assert.equal(scale({}), 'nothing is optimised');
  });

  it('say what is known: after how many calls a function was marked, not when code was ready', () => {
    const step = { event: 1, calls: 1234, reason: '', script: -1, position: -1 };
    assert.equal(stepWords({ ...step, kind: 'marked', tier: 'maglev' }), 'marked for Maglev after 1,234 calls');
    assert.equal(stepWords({ ...step, kind: 'feedback', calls: 1 }), 'got its feedback vector after 1 call');
    const budget = { left: 100, of: 400, purpose: 'Maglev' };
    assert.equal(budgetWords({ budget, bytes: 30 }), 'until Maglev: 100 of 400 bytes left, about 4 calls');
  });
});

describe('inline caches in words', () => {
  it('are counted by how they stand', () => {
    const site = (mood: SiteMood): CacheSiteView => ({
      functionIndex: 0,
      slot: 0,
      kind: 'LoadProperty',
      state: 'MONOMORPHIC',
      mood,
      offset: 0,
      position: 0,
      key: 'x',
      shapes: [],
      transitions: { items: [], total: 0 },
    });
    assert.equal(summary([site('mono'), site('mega'), site('mono'), site('none')]), '1 mega · 2 mono');
    assert.equal(summary([site('none')]), '1');
    assert.equal(stateText({ ...site('operator'), state: 'BinaryOp:SignedSmall' }), 'SignedSmall');
    assert.equal(stateText({ ...site('mono'), state: 'MONOMORPHIC with name x' }), 'MONOMORPHIC');
  });
});

describe('questions of the engine’s views', () => {
  const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const askedOf = (posted: readonly PageToHost[]): number[] =>
    posted.map((message) => (message.type === 'ask' ? message.asked['functionIndex']! : -1));

  it('are put once the cursor rests, one at a time, the last one that is wanted', async () => {
    const posted: PageToHost[] = [];
    const asking = createAsking((message) => posted.push(message));
    const wanted = signal<number | undefined>(1);
    const told = asking.ask('tokens', () =>
      wanted.value === undefined ? undefined : { generation: 1, asked: { functionIndex: wanted.value } },
    );
    for (const functionIndex of [2, 3, 4]) wanted.value = functionIndex;
    await rest(200);
    assert.deepEqual(askedOf(posted), [4]);
    wanted.value = 5;
    await rest(200);
    wanted.value = 6;
    await rest(200);
    assert.deepEqual(askedOf(posted), [4], 'one is under way');
    const answer = { items: [], total: 0 };
    asking.receive({ v: 1, type: 'answered', generation: 1, request: 1, answer });
    assert.deepEqual(told.value, { generation: 1, asked: { functionIndex: 4 }, answer });
    assert.deepEqual(askedOf(posted), [4, 6]);
    asking.receive({ v: 1, type: 'answered', generation: 1, request: 2 });
    await rest(200);
    assert.deepEqual(askedOf(posted), [4, 6], 'what nobody knows is not asked for ever');
    assert.equal(told.value?.asked.functionIndex, 4);
    wanted.value = 4;
    await rest(200);
    assert.deepEqual(askedOf(posted), [4, 6], 'what is known is not asked again');
  });
});
