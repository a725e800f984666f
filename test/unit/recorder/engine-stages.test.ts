// The stages of a function and the state of a frame, as the engine's half of the page is told them.
import assert from 'node:assert/strict';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { Answers } from '../../../src/protocol/questions.ts';
import { runProgram } from '../run-program.ts';

const source = `function add(user, extra) {
  const sum = user.age + extra;
  return sum;
}
function never() {}
const make = () => function inner() { return 1; };
console.log(add({ age: 36 }, 1));
console.log(add({ age: 40 }, 2));
make();
`;

describe('the stages of a function', () => {
  const run = new RecordedRun(runProgram(source, {}, 'log').simulation);
  const answers: Answers = answersOf(run);
  const indexOf = (name: string): number => run.log.functions.findIndex((info) => info.name === name);
  const add = indexOf('add');
  const last = run.log.type.length - 1;

  it('are counted: tokens and nodes of its text, bytecode, and the calls up to a moment', () => {
    const calls = [...run.log.type.keys()].filter(
      (event) => run.log.type[event] === eventTypeIds.call && run.log.a[event] === add,
    );
    const { pipeline } = answers.pipeline({ functionIndex: add, event: calls[0]! });
    assert.ok(pipeline);
    const { tokens, nodes, bytes, parameters, registers, feedbackSlots, start, end } = pipeline;
    assert.equal(source.slice(start, end).split('\n').length, 4);
    // function add ( user , extra ) { const sum = user . age + extra ; return sum ; }
    assert.equal(tokens, 21);
    // The function, its name and two parameters; block; declaration, declarator, name, +, member, two names, name; return, name.
    assert.equal(nodes, 15);
    assert.deepEqual(
      { bytes, parameters, registers, feedbackSlots },
      { bytes: 12, parameters: 3, registers: 2, feedbackSlots: 2 },
    );
    assert.deepEqual([pipeline.calls, pipeline.allCalls], [1, 2]);
    assert.equal(answers.pipeline({ functionIndex: add, event: last }).pipeline?.calls, 2);
  });

  it('leave functions inside out of the tree, not out of the tokens', () => {
    const make = indexOf('make');
    const nodes = answers.syntaxTree({ functionIndex: make }).items;
    assert.deepEqual(
      nodes.map(({ type, isFunction }) => [type, isFunction]),
      [
        ['ArrowFunctionExpression', false],
        ['FunctionExpression', true],
      ],
    );
    const texts = answers.tokens({ functionIndex: make }).items.map(({ start, end }) => source.slice(start, end));
    assert.deepEqual(texts, ['(', ')', '=>', 'function', 'inner', '(', ')', '{', 'return', '1', ';', '}']);
  });

  it('say of each instruction what it is about', () => {
    const { bytecode } = answers.bytecode({ functionIndex: add });
    assert.ok(bytecode);
    const load = bytecode.instructions.items[0]!;
    assert.deepEqual(
      { ...load, position: source.slice(load.position, load.position + 3) },
      {
        offset: 0,
        name: 'GetNamedProperty',
        text: 'GetNamedProperty a0, [0], [1]',
        position: 'age',
        registers: ['a0'],
        constants: [0],
        slots: [1],
      },
    );
    assert.match(bytecode.opcodes['GetNamedProperty']!.doc, /LoadIC/);
    assert.deepEqual(bytecode.registers, [
      { name: '<this>', variable: '' },
      { name: 'a0', variable: 'user' },
      { name: 'a1', variable: 'extra' },
      { name: 'r0', variable: 'sum' },
      { name: 'r1', variable: '' },
    ]);
    assert.deepEqual(bytecode.constants.items, ['#age']);
    assert.deepEqual(bytecode.slots, ['BinaryOp', 'LoadProperty', '']);
  });

  it('tell feedback slots from the feedback cells of closures', () => {
    const program = run.log.functions.findIndex(({ kind }) => kind === 'script');
    const { bytecode } = answers.bytecode({ functionIndex: program });
    const makers = bytecode?.instructions.items.filter(({ name }) => name === 'CreateClosure');
    assert.equal(makers?.length, 2);
    assert.deepEqual(
      makers.flatMap(({ slots }) => slots),
      [],
    );
  });

  it('have nothing to tell of a function that the run never came to', () => {
    assert.equal(indexOf('never'), -1);
    assert.equal(answers.pipeline({ functionIndex: 999, event: last }).pipeline, undefined);
    assert.equal(answers.bytecode({ functionIndex: 999 }).bytecode, undefined);
    assert.deepEqual(answers.tokens({ functionIndex: 999 }), { items: [], total: 0 });
  });

  describe('and a frame of it', () => {
    const returns = [...run.log.type.keys()].find(
      (event) =>
        run.log.type[event] === eventTypeIds.statement && source.startsWith('return sum', run.log.position[event]),
    )!;

    it('holds its values in registers and the accumulator', () => {
      const { frame } = answers.frameState({ functionIndex: add, nth: 0, event: returns, step: -1 });
      assert.ok(frame);
      const values = Object.fromEntries(frame.registers.map(({ name, value }) => [name, value]));
      assert.equal(values['a1'], '1');
      assert.equal(values['r0'], '37');
      assert.match(values['a0']!, /age: 36/);
      assert.equal(frame.registers.find(({ name }) => name === 'a0')?.type, 'Object');
      assert.equal(frame.registers.find(({ name }) => name === 'a0')?.shape?.text, '{age}');
      assert.equal(frame.accumulator?.value, '37');
      const { bytecode } = answers.bytecode({ functionIndex: add });
      assert.equal(bytecode?.instructions.items.find(({ offset }) => offset === frame.offset)?.name, 'Return');
    });

    it('stands at any bytecode', () => {
      const step = run.log.step[returns]!;
      const frames = [-1, -2].map(
        (back) => answers.frameState({ functionIndex: add, nth: 0, event: returns, step: step + back }).frame,
      );
      assert.deepEqual(
        frames.map((frame) => frame?.offset),
        [10, 7],
      );
      assert.equal(frames[1]?.accumulator?.value, '1');
    });

    it('goes on and back by one bytecode', () => {
      const step = run.log.step[returns]!;
      const back = answers.stepBytecode({ event: returns, step: -1, direction: -1 });
      assert.equal(back.step, step - 1);
      assert.equal(answers.stepBytecode({ ...back, direction: 1 }).step, step);
      const { frame } = answers.frameState({ functionIndex: add, nth: 0, ...back });
      assert.equal(frame?.offset, 10);
    });

    it('is the nth from the outermost, or none', () => {
      const { frame } = answers.frameState({ functionIndex: add, nth: 1, event: returns, step: -1 });
      assert.equal(frame, undefined);
    });
  });
});
