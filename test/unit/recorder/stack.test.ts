/** The call stack of a moment, what led to it, what is thrown there, and what was printed. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { runProgram } from '../run-program.ts';
import { pausedAt } from './paused-program.ts';

/** `name@line`, separators of asynchronous parts as `-- name --`. */
function stackOf(source: string): string[] {
  const { answers, moment } = pausedAt(source);
  return answers.stack({ moment }).frames.map(({ kind, name, place }) => {
    if (kind === 'async') return `-- ${name} --`;
    const line = place === undefined ? '' : `@${source.slice(0, place.offset).split('\n').length}`;
    return `${kind === 'builtin' ? 'builtin ' : ''}${name || '(anonymous)'}${line}`;
  });
}

describe('the call stack', () => {
  it('has the innermost frame first, and frames of builtins as one', () => {
    const source = 'function f() {\n  [1].map(function each() {\n    debugger;\n  });\n}\nf();';
    assert.deepEqual(stackOf(source), ['each@3', 'builtin map', 'f@2', '(anonymous)@6']);
  });

  it('goes on with what set a timer', () => {
    const source = `
function later() {
  debugger;
}
function start() {
  setTimeout(later, 5);
}
start();`;
    assert.deepEqual(stackOf(source), ['later@3', '-- setTimeout --', 'start@6', '(anonymous)@8']);
  });

  it('goes on with the callers of a function that waited, and where reactions were registered', () => {
    const source = `
async function load() {
  await 1;
  await 2;
  debugger;
}
async function main() {
  await load();
}
function begin() {
  main();
}
Promise.resolve().then(begin);`;
    assert.deepEqual(stackOf(source), [
      'load@5',
      '-- await --',
      'main@8',
      'begin@11',
      '-- Promise.then --',
      '(anonymous)@13',
    ]);
  });

  it('names ticks, microtasks and immediates', () => {
    const source = `
setImmediate(function a() {
  process.nextTick(function b() {
    queueMicrotask(function c() {
      Promise.reject(1).catch(function d() {
        debugger;
      });
    });
  });
});`;
    assert.deepEqual(stackOf(source), [
      'd@6',
      '-- Promise.catch --',
      'c@5',
      '-- queueMicrotask --',
      'b@4',
      '-- process.nextTick --',
      'a@3',
      '-- setImmediate --',
      '(anonymous)@2',
    ]);
  });

  it('is whole after errors about what functions returned', () => {
    const source = `
class Base {}
class Derived extends Base { constructor() { return 1; } }
function attempt(run) {
  try { run(); } catch {}
}
function main() {
  attempt(() => new Derived());
  attempt(() => [...{ [Symbol.iterator]() { return 5; } }]);
  attempt(() => new (new Proxy(function () {}, { construct() { return 5; } }))());
  attempt(() => { for (const x of { [Symbol.iterator]: () => 5 }); });
  debugger;
}
main();`;
    assert.deepEqual(stackOf(source), ['main@12', '(anonymous)@14']);
    const { type } = runProgram(source, {}, 'log').simulation.log.all();
    const count = (of: number): number => [...type].filter((each) => each === of).length;
    const { call, return: returned, unwind } = eventTypeIds;
    assert.equal(count(call), count(returned) + count(unwind));
  });

  it('has the right names whatever builtin code was compiled beside the run', () => {
    const source = `
const http = require('http');
const server = http.createServer(function onRequest(request, response) {
  debugger;
  response.end();
  answered();
});
function answered() {
  server.close();
}
server.listen(3000, () => http.get('http://localhost:3000'));`;
    assert.equal(stackOf(source)[0], 'onRequest@4');
    const { type, a, functions } = runProgram(source, {}, 'log').simulation.log.all();
    const called = [...type.keys()]
      .filter((event) => type[event] === eventTypeIds.call)
      .map((event) => functions[a[event]!]!.name);
    assert.deepEqual(
      called.filter((name) => name === 'onRequest' || name === 'answered'),
      ['onRequest', 'answered'],
    );
  });

  it('has the right names after an expression has compiled more at an earlier moment', () => {
    const source = `
function first() {
  debugger;
}
function second() {
  return third();
}
function third() {
  debugger;
}
first();
second();`;
    const { answers, evaluate, moment, run } = pausedAt(source);
    evaluate(
      'Object.groupBy([1, 2], String) && new Set([1]).union(new Set([2])) && Array.from([1].values().map(String))',
    );
    const { event } = pausedAt(source, {}, 1).moment;
    const names = answers.stack({ moment: { event, step: run.log.step[event]! } }).frames.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 2), ['third', 'second']);
    assert.equal(answers.stack({ moment }).frames[0]?.name, 'first');
  });
});

describe('what is thrown', () => {
  const source = `
class Late extends Error { get name() { return 'Late'; } }
try { throw new TypeError('first'); } catch {}
Promise.reject(new Late('second'));
(async () => { throw 'text'; })().catch(() => {});
setTimeout(() => { null.x; });`;

  it('is told with its name, its message, its stack and what became of it', () => {
    const run = new RecordedRun(runProgram(source, { runtime: 'browser', sourceKind: 'script' }, 'log').simulation);
    const answers = answersOf(run);
    const thrown = [...run.log.type.keys()].filter((event) => run.log.type[event] === eventTypeIds.throw);
    const told = thrown.map((event) => answers.exception({ moment: { event } }).exception!);
    assert.deepEqual(
      told.map(({ name, message, breakMode }) => `${name}: ${message} (${breakMode})`),
      [
        'TypeError: first (caught)',
        'string: text (caught)',
        "TypeError: Cannot read properties of null (reading 'x') (uncaught)",
      ],
    );
    assert.match(told[0]!.stack, /^TypeError: first\n {4}at /);
    assert.equal(answers.exception({ moment: { event: thrown[0]! - 1 } }).exception, undefined);
  });
});

describe('the console and the bytecode', () => {
  it('are told with their places', () => {
    const source =
      'console.group("one");\nconsole.log("two\\nthree");\nfunction f() {\n  console.error(4);\n}\n[1].map(f);';
    const run = new RecordedRun(runProgram(source, {}, 'log').simulation);
    const answers = answersOf(run);
    const { lines } = answers.console({ after: -1, upTo: run.log.type.length });
    assert.deepEqual(
      lines.map(({ text, isError, place }) => [text, isError, source.slice(place!.offset).split('(')[0]]),
      [
        ['one', false, 'group'],
        ['  two\n  three', false, 'log'],
        ['  4', true, 'error'],
      ],
    );
    const functionIndex = run.log.functions.findIndex(({ name }) => name === 'f');
    const { instructions } = answers.disassemble({ functionIndex });
    assert.deepEqual(
      instructions.map(({ byteOffset, text }) => `${byteOffset} ${text}`),
      [
        '0 LdaGlobal [0], [0]',
        '3 Star1',
        '4 GetNamedProperty r1, [1], [2]',
        '8 Star0',
        '9 LdaSmi [4]',
        '11 Star2',
        '12 CallProperty1 r0, r1, r2, [4]',
        '17 LdaUndefined',
        '18 Return',
      ],
    );
  });
});
