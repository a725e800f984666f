/** Steps through a run, by their rules; that they are V8's is for the oracle to say (test/oracle/debugger-stops.test.ts). */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Granularity,
  type Moment,
  noConditions,
  type StepKind,
  type Stop,
} from '../../../src/protocol/questions.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

/** Walks over a run; a stop reads as the rest of its line. */
class Walk {
  readonly run: RecordedRun;
  readonly source: string;
  readonly answers: ReturnType<typeof answersOf>;
  stop: Stop = { moment: { event: 0 }, reason: 'start', ids: [] };

  constructor(source: string) {
    this.source = source;
    this.run = new RecordedRun(runProgram(source, {}, 'log').simulation);
    this.answers = answersOf(this.run);
    this.step('in');
  }

  get moment(): Moment {
    return this.stop.moment;
  }

  step(kind: StepKind, granularity: Granularity = 'statement', target?: number): this {
    const asked = { moment: this.moment, kind, granularity, conditions: noConditions };
    this.stop = this.answers.step(target === undefined ? asked : { ...asked, target }).stop;
    return this;
  }

  get text(): string {
    if (this.stop.reason === 'start' || this.stop.reason === 'end') return this.stop.reason;
    const position = this.run.at(this.moment).frames[0]!.position;
    return this.source.slice(position).split('\n')[0]!;
  }

  until(text: string, kind: StepKind): this {
    for (let left = 100; this.text !== text; left--) {
      assert.ok(left > 0, `there is no stop at ${text}`);
      this.step(kind);
    }
    return this;
  }

  texts(kind: StepKind, count: number, granularity: Granularity = 'statement'): string[] {
    return Array.from({ length: count }, () => this.step(kind, granularity).text);
  }
}

describe('stepping', () => {
  it('goes over, into and out of calls', () => {
    const source = 'function g(x) {\n  return x + 1;\n}\nlet a = g(1);\na = g(g(2));\na = 0;\n';
    const walk = new Walk(source);
    assert.equal(walk.text, 'g(1);');
    assert.equal(walk.step('over').text, 'a = g(g(2));');
    assert.equal(walk.step('in').text, 'return x + 1;');
    assert.equal(walk.step('out').text, 'g(g(2));');
    assert.equal(walk.step('over').text, 'a = 0;');
  });

  it('ends at the last moment, and begins at the first backwards', () => {
    const walk = new Walk('let a = 1;\na = 2;\n');
    walk.until('end', 'over');
    assert.equal(walk.moment.event, walk.run.log.type.length - 1);
    walk.until('start', 'back');
    assert.equal(walk.stop.reason, 'start');
  });

  it('stops at debugger statements on the way', () => {
    const walk = new Walk('function g() {\n  debugger;\n}\ng();\n0;\n');
    assert.equal(walk.step('over').stop.reason, 'debugger statement');
    assert.equal(walk.text, 'debugger;');
  });

  it('goes on after an await, while other code runs', () => {
    const source =
      'async function f() {\n  await 1;\n  x = 1;\n}\nlet x;\nf();\nx = 2;\nPromise.resolve().then(() => {\n  x = 3;\n});\n';
    const walk = new Walk(source);
    walk.until('await 1;', 'in');
    assert.equal(walk.step('over').text, 'x = 1;');
    assert.equal(walk.step('back').text, 'await 1;');
    assert.equal(walk.step('back').text, 'f();');
  });

  it('goes into the callback that a builtin is given', () => {
    const walk = new Walk('const double = (x) => {\n  return x * 2;\n};\n[1, 2].map(double);\n0;\n');
    walk.step('over');
    assert.deepEqual(walk.texts('in', 1), ['return x * 2;']);
    // As in V8, the same function is not stepped into again on the way out.
    assert.equal(walk.step('out').text, '0;');
  });

  it('has the calls of a statement as targets', () => {
    const source =
      'const one = (x) => {\n  return x;\n};\nconst two = (x) => {\n  return x + 1;\n};\ntwo(one(1), one(2));\n';
    const walk = new Walk(source);
    walk.until('two(one(1), one(2));', 'over');
    const { targets } = walk.answers.stepInTargets({ moment: walk.moment, frame: 0 });
    assert.deepEqual(
      targets.map(({ name, start, end }) => [name, source.slice(start, end)]),
      [
        ['one', 'one(1)'],
        ['one', 'one(2)'],
        ['two', 'two(one(1), one(2))'],
      ],
    );
    assert.equal(walk.step('in', 'statement', targets[2]!.id).text, 'return x + 1;');
  });

  it('restarts a frame', () => {
    const walk = new Walk('function f(n) {\n  let a = n;\n  a = 2;\n  console.log(a);\n}\nf(1);\n');
    walk.until('console.log(a);', 'in');
    const { stop } = walk.answers.restartFrame({ moment: walk.moment, frame: 0 });
    walk.stop = stop;
    assert.equal(walk.text, 'n;');
    walk.stop = walk.answers.restartFrame({ moment: walk.moment, frame: 1 }).stop;
    assert.equal(walk.text, 'f(1);');
  });

  it('restarts a generator where it went on last', () => {
    const walk = new Walk(
      'function* g() {\n  let a = 1;\n  yield a;\n  a = 2;\n  yield a;\n}\nconst it = g();\nit.next();\nit.next();\n',
    );
    for (const [text, expected] of [
      ['yield a;', '1;'],
      ['a = 2;', 'a = 2;'],
    ] as const) {
      walk.until(text, 'in');
      walk.stop = walk.answers.restartFrame({ moment: walk.moment, frame: 0 }).stop;
      assert.equal(walk.text, expected);
    }
  });

  it('by lines passes over what else stands on the line', () => {
    const walk = new Walk('let a = 1; a = 2; a = 3;\na = 4; a = 5;\na = 6;\n');
    assert.deepEqual(walk.texts('over', 2, 'line'), ['a = 4; a = 5;', 'a = 6;']);
    assert.deepEqual(walk.texts('back', 1, 'line'), ['a = 5;']);
  });

  it('by instructions goes to each bytecode', () => {
    const walk = new Walk('function f(a) {\n  return a + 1;\n}\nlet b = f(1);\nb = 2;\n');
    const { moment } = walk;
    for (let i = 1; i <= 2; i++) assert.equal(walk.step('over', 'instruction').moment.step, moment.step! + i);
    for (let i = 0; i < 2; i++) walk.step('back', 'instruction');
    assert.deepEqual(walk.moment, moment);
  });
});
