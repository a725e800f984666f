/** What is written beside the code: counts from the log, values from one replay. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { RunEnvironment } from '../../../src/protocol/run.ts';
import type { Answers } from '../../../src/protocol/questions.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

interface Asked {
  readonly source: string;
  readonly answers: Answers;
  readonly run: RecordedRun;
  readonly script: number;
}

function ask(lines: readonly string[], environment: Partial<RunEnvironment> = {}): Asked {
  const source = lines.join('\n');
  const { simulation } = runProgram(source, environment, 'log');
  const run = new RecordedRun(simulation);
  const script = simulation.log.scripts.findIndex(({ kind }) => kind === 'main');
  return { source, answers: answersOf(run), run, script };
}

const lineOf = (source: string, offset: number): number => source.slice(0, offset).split('\n').length;

function valuesByLine({ source, answers, script }: Asked, event = Infinity): Record<number, string> {
  const { lines } = answers.lineValues({ script, event });
  return Object.fromEntries(
    lines.map(({ offset, values }) => [
      lineOf(source, offset),
      values.map(({ name, value }) => `${name}=${value}`).join(' '),
    ]),
  );
}

describe('values at the ends of lines', () => {
  it('are those that a line left when it ran last', () => {
    const asked = ask([
      'let total = 0;',
      'for (const n of [1, 2, 3]) {',
      '  const twice = n * 2;',
      '  total += twice;',
      '}',
      'function half(x) {',
      '  const result = x / 2;',
      '  return result;',
      '}',
      'total = half(total);',
    ]);
    assert.deepEqual(valuesByLine(asked), {
      1: 'total=0',
      2: 'n=3',
      3: 'twice=6 n=3',
      4: 'total=12 twice=6',
      7: 'result=6 x=12',
      8: 'result=6',
      10: 'total=6',
    });
  });

  it('are those up to a moment in the middle', () => {
    const asked = ask(['let a = 1;', 'a = 2;', 'a = 3;', 'a = 4;']);
    const { log } = asked.run;
    const third = [...log.position].findIndex((position) => position === asked.source.indexOf('a = 3'));
    assert.deepEqual(valuesByLine(asked, third), { 1: 'a=1', 2: 'a=2', 3: 'a=2' });
  });

  it('are told of frames that are left by an exception or at an await', () => {
    const asked = ask([
      'async function f(x) {',
      '  const y = x + 1;',
      '  const z = await y;',
      '  const w = z + 1;',
      '  if (w > 3) throw new Error(String(w));',
      '}',
      'f(1).catch(() => {});',
      'f(2).catch(() => {});',
    ]);
    const values = valuesByLine(asked);
    assert.deepEqual([values[2], values[3], values[4], values[5]], ['y=3 x=2', 'z=3 y=3', 'w=4 z=3', 'w=4']);
  });

  it('leave out functions and what is global', () => {
    const asked = ask(['const f = () => 1;', 'console.log(f(), Math.PI);', 'const n = f();']);
    assert.deepEqual(valuesByLine(asked), { 3: 'n=1' });
  });

  it('know outer variables of closures and those of a module', () => {
    const asked = ask(
      ['export let count = 0;', 'const next = (by) => {', '  count += by;', '};', 'next(2);', 'next(3);'],
      { sourceKind: 'module' },
    );
    assert.equal(valuesByLine(asked)[3], 'count=5 by=3');
  });
});

describe('execution counts and function costs', () => {
  it('count statements of the whole run, and calls', () => {
    const asked = ask(['function f(n) {', '  return n;', '}', 'for (let i = 0; i < 5; i++)', '  f(i);']);
    const { statements, functions, steps } = asked.answers.annotations({ script: asked.script });
    const count = (text: string) => statements.find(({ offset }) => offset === asked.source.indexOf(text))?.count;
    assert.equal(count('return n'), 5);
    assert.equal(count('f(i);'), 5);
    assert.equal(count('i < 5'), 6);
    const f = functions.find(({ functionIndex }) => asked.run.log.functions[functionIndex]?.name === 'f');
    assert.equal(f?.calls, 5);
    // Ldar and Return.
    assert.equal(f.steps, 10);
    assert.ok(steps > 10);
  });

  it('do not count a generator that goes on as a call', () => {
    const asked = ask(['function* g() { yield 1; yield 2; }', '[...g()];']);
    const { functions } = asked.answers.annotations({ script: asked.script });
    const g = functions.find(({ functionIndex }) => asked.run.log.functions[functionIndex]?.name === 'g');
    assert.equal(g?.calls, 1);
  });
});
