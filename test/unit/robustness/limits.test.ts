/** Programs that would use up time or memory end at a limit that says so, or with the error that V8 throws; never in the host. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseProgram } from '../../../src/engine/parsing/parser.ts';
import { runProgram } from '../run-program.ts';

const mebibyte = 2 ** 20;

/** Limits small enough for a test; the same code that stops a real run. */
const limits = { maxSteps: 200_000, maxHeapBytes: 24 * mebibyte };

const memoryBombs: Readonly<Record<string, string>> = {
  'arrays that are doubled': 'let a = new Array(1e5).fill(1); for (;;) a = a.concat(a);',
  'copies of an array': 'const kept = [], a = new Array(1e5).fill(1); for (;;) kept.push(a.slice());',
  'a long array that is filled': 'new Array(2 ** 24).fill(0);',
  buffers: 'const kept = []; for (;;) kept.push(new ArrayBuffer(2 ** 22));',
  'typed arrays': 'const kept = []; for (;;) kept.push(new Float64Array(2 ** 18).fill(1));',
  'parts of a string': "const kept = [], s = 'a'.repeat(1e6); for (;;) kept.push(s.split(''));",
  matches: "const kept = [], s = 'a'.repeat(2e5); for (;;) kept.push(s.match(/a/g));",
  'closures over arrays':
    'const kept = []; for (let i = 0; ; i++) { const big = new Array(1e4).fill(i); kept.push(() => big); }',
  'promises that hold arrays': 'const kept = []; for (;;) kept.push(Promise.resolve(new Array(1e4).fill(1)));',
  'timers that hold arrays': 'for (;;) { const big = new Array(1e4).fill(1); setTimeout(() => big, 1e6); }',
  'generators that hold arrays':
    'const kept = []; function* g() { const big = new Array(1e4).fill(1); yield; big.x; } for (;;) { const it = g(); it.next(); kept.push(it); }',
  'functions made of text': "const kept = []; for (let i = 0; ; i++) kept.push(new Function('return ' + i));",
  'functions made of the text of functions':
    'const wrap = (f) => wrap(new Function(f)); wrap("f => " + "f(".repeat(200) + ")".repeat(200));',
  'an array too large to be split into': "'x'.repeat(2 ** 28).split('');",
};

describe('robustness: memory', () => {
  for (const [name, source] of Object.entries(memoryBombs)) {
    it(`${name}: stopped`, () => {
      const { summary } = runProgram(source, { ...limits, maxSteps: 5_000_000 });
      assert.equal(summary.limit, 'memory');
      assert.match(summary.message ?? '', /^Stopped after [\d,]+ steps: the program holds too much memory$/);
      assert.equal(summary.exitCode, 3);
    });
  }

  it('garbage is no reason', () => {
    const source = 'let n = 0; for (let i = 0; i < 4_000; i++) n += new Array(1e4).fill(i).length; console.log(n);';
    const { stdout, summary } = runProgram(source, { maxHeapBytes: 24 * mebibyte });
    assert.equal(summary.limit, undefined);
    assert.equal(stdout, '40000000\n');
  });

  it('nor is code that nobody can call', () => {
    const source = "let n = 0; for (let i = 0; i < 6_000; i++) n += eval('1 + ' + i); console.log(n);";
    const { stdout, summary } = runProgram(source, { maxHeapBytes: 24 * mebibyte });
    assert.equal(summary.limit, undefined);
    assert.equal(stdout, '18003000\n');
  });

  it('the same program stops at the same step', () => {
    const steps = () => runProgram(memoryBombs['copies of an array']!, limits).summary.steps;
    assert.equal(steps(), steps());
  });
});

const endless: Readonly<Record<string, string>> = {
  microtasks: 'const f = () => queueMicrotask(f); f();',
  'more and more microtasks': 'const f = () => { queueMicrotask(f); queueMicrotask(f); }; f();',
  ticks: 'const f = () => process.nextTick(f); f();',
  immediates: 'const f = () => setImmediate(f); f();',
  timers: 'const f = () => setTimeout(f, 0); f();',
  awaits: 'async function f() { await null; return f(); } f();',
  'a generator that is spread': 'function* g() { for (;;) yield 1; } [...g()];',
  'an iterator without an end':
    'Array.from({ [Symbol.iterator]() { return { next() { return { done: false }; } }; } });',
  'indexOf of something very long': 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);',
  'includes of something very long': 'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);',
  'reverse of something very long': 'Array.prototype.reverse.call({ length: 2 ** 53 - 1 });',
  'join of something very long': "Array.prototype.join.call({ length: 2 ** 53 - 1 }, '');",
  'slice of something very long': 'Array.prototype.slice.call({ length: 2 ** 32 - 1 });',
  'some of something very long': 'Array.prototype.some.call({ length: 2 ** 53 - 1 }, (x) => x);',
  'concat of something very long': '[].concat({ length: 2 ** 40, [Symbol.isConcatSpreadable]: true });',
  'sort of something very long': 'const a = []; a[2 ** 32 - 2] = 1; a.sort();',
  'String.raw of something very long': 'String.raw({ raw: { length: 2 ** 40 } });',
  'an array in itself many times, flattened': 'let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity);',
  'an array in itself many times, joined': 'let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; String(a);',
  'an array in itself many times, as JSON': 'let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; JSON.stringify(a);',
  'an array in itself many times, printed':
    'let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; console.dir(a, { depth: null });',
};

describe('robustness: endless work', function () {
  this.timeout(20_000);
  for (const [name, source] of Object.entries(endless)) {
    it(`${name}: stopped`, () => {
      const { summary, stderr } = runProgram(source, { maxSteps: 50_000, maxVirtualMs: 20_000 });
      assert.equal(summary.outcome, 'limit', stderr);
      assert.match(summary.message ?? '', /^Stopped after /);
    });
  }
});

describe('robustness: deep source', () => {
  const deep: Readonly<Record<string, string>> = {
    parentheses: '('.repeat(10_000) + '1' + ')'.repeat(10_000),
    arrays: '['.repeat(10_000) + ']'.repeat(10_000),
    blocks: '{'.repeat(10_000) + '}'.repeat(10_000),
    ternaries: '0 ? 1 : '.repeat(10_000) + '2',
    templates: '`${'.repeat(10_000) + '1' + '}`'.repeat(10_000),
    members: 'this' + '?.a'.repeat(10_000),
    additions: Array(10_000).fill('1').join('+'),
    'additions of strings': Array(10_000).fill('"a"').join('+'),
    calls: 'void (() => {})' + '?.()'.repeat(10_000),
    arrows: '() => '.repeat(10_000) + '1',
    functions: 'function f() { '.repeat(10_000) + '}'.repeat(10_000),
    classes: '(class { m() { '.repeat(5_000) + '} })'.repeat(5_000),
    not: '!'.repeat(10_000) + '1',
    ifs: 'if (1) '.repeat(10_000) + '1',
    objects: '({ a: '.repeat(10_000) + '1' + '})'.repeat(10_000),
    patterns: 'var ' + '['.repeat(5_000) + 'a' + ']'.repeat(5_000) + ' = []',
    commas: Array(10_000).fill('1').join(','),
  };
  for (const [name, source] of Object.entries(deep)) {
    it(`${name}: runs, or is a RangeError`, () => {
      let message = '';
      try {
        const { stderr, exitCode } = runProgram(source);
        if (exitCode !== 0) message = stderr;
      } catch (error) {
        message = String(error);
      }
      assert.match(message, /^$|RangeError: Maximum call stack size exceeded|TypeError: /);
      assert.ok(!message.includes('src/engine'), message);
    });
  }
});

describe('robustness: wide source', () => {
  it('a scope with eight times the names takes about eight times as long to parse', () => {
    const source = (count: number): string => Array.from({ length: count }, (_, index) => `let a${index};`).join('');
    const milliseconds = (text: string): number => {
      const before = process.threadCpuUsage();
      assert.equal(parseProgram(text).ok, true);
      return process.threadCpuUsage(before).user;
    };
    const [few, many] = [source(8_000), source(64_000)];
    milliseconds(few);
    assert.ok(milliseconds(many) < 32 * milliseconds(few));
  });
});
