/** At every debugger statement of these programs: the stack, the scopes and the values that Node's own inspector shows. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { ChildView, Moment } from '../../../src/protocol/questions.ts';
import { runProgram } from '../run-program.ts';
import { type Pause, pausesOfNode } from './paused-node.ts';

interface Program {
  readonly source: string;
  readonly isModule?: true;
  readonly expressions?: readonly string[];
}

/** They only read, or fail: Node evaluates them in the run itself. */
const everywhere = ['typeof this', 'typeof arguments', 'typeof nobody', 'nobody', '1 +', 'let w = 2; w', 'throw 5'];

const programs: Readonly<Record<string, Program>> = {
  'blocks, classes and private names': {
    source: `
const top = 1; let list = [];
class Point {
  #x = 5;
  static #s = 3;
  #m() { return 2; }
  get #g() { return 4; }
  constructor(a) { this.a = a; debugger; }
  get double() { return this.a * 2; }
  move(p1, p2, unused) {
    let local = p1 + 1; var map = new Map([['a', { z: 1 }]]);
    for (let i = 0; i < 2; i++) {
      const inner = i * local;
      if (i === 1) { debugger; list.push(map, inner, this.#x, p2, this.#m(), this.#g, Point.#s); }
    }
    let later = 3;
    return later;
  }
}
new Point(7).move(1, 'two', 3);
debugger;`,
    expressions: ['p1 + local', 'this.a', 'inner', 'arguments.length', 'list.length', 'top'],
  },
  'closures, and what they did not keep': {
    source: `
var name = 'outermost'; let shadow = 'outer'; const kept = 0;
globalThis.hidden = 'global';
function outer(a) {
  let hidden = 1, shadow = 'inner';
  {
    let inBlock = 2;
    return function inner(x) { debugger; return (y) => { const z = x; debugger; return kept; }; };
  }
}
outer(5)(6)(7);
const factorial = function fact(n) { if (n > 0) return fact(n - 1); debugger; };
factorial(1);
function named({ p, q = 3 }, z = p) { var v = 1; { let block = z; debugger; list(block, q); } return v; }
function list() {}
named({ p: 4 });`,
    expressions: [
      'hidden',
      'typeof hidden',
      'shadow',
      'a',
      'inBlock',
      'x',
      'y',
      'kept',
      'name',
      'kept = 1',
      'p',
      'fact',
    ],
  },
  'sloppy code: eval, with, arguments and functions in blocks': {
    source: `
function sloppy(a, b) { var v; debugger; v = arguments.length; eval('var added = 1;'); debugger; return a; }
sloppy(1, 2, 3);
with ({ w: 1, over: 2 }) { let inWith = 3; (function f() { debugger; return w + inWith; })(); debugger; }
for (const k of [1]) { let z = k; debugger; (() => z)(); }
for (let i = 0; i < 1; i++) { (() => i)(); debugger; }
switch (1) { case 1: let inSwitch = 1; debugger; }
var over = 1; if (over) { function hoisted() {} debugger; }
try { throw new RangeError('x'); } catch (error) { let inCatch = 1; debugger; inCatch = error; }
try { throw { message: 1 }; } catch ({ message }) { debugger; over = message; }
label: { let l = 1n; const s = Symbol('s'); debugger; break label; }
new (function Ctor(x) { debugger; this.x = x; })(1);`,
    expressions: ['a', 'added', 'w', 'over', 'inWith', 'z', 'k', 'i', 'hoisted', 'error.message', 'l', 's', 'x', 'v'],
  },
  'what led to it': {
    source: `
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function leaf(n) { const before = 1; await wait(n); debugger; await null; debugger; return before; }
async function middle() { await leaf(1); debugger; }
async function outermost() { try { await middle(); } finally { debugger; } }
outermost().then(function done() { debugger; });
async function* pages() { await 1; debugger; yield 1; }
(async function loop() { for await (const page of pages()) { debugger; } })();
setTimeout(function tick() { process.nextTick(function ticked() { setImmediate(function check() { debugger; }); }); }, 40);
Promise.reject(1).finally(function last() { debugger; }).catch(function failed() { debugger; });
new Promise(function executor(resolve) { resolve(); }).then(function then() {
  queueMicrotask(function micro() { debugger; });
});
function* count(a) { let g = 1; debugger; const r = yield g; debugger; return r; }
const counter = count(1); counter.next(); counter.next(5);
[1].map(function each() { debugger; });`,
    expressions: ['before', 'n', 'g', 'r', 'page'],
  },
  'a module': {
    source: `
export let exported = 1; const local = 2; let unused = 3;
export default function main(p) { debugger; return local + exported + p; }
main(1);
debugger;
const captured = 5; (() => captured)();
await 1;
debugger;
export { captured };`,
    isModule: true,
    expressions: ['exported', 'local', 'unused', 'p', 'local + exported'],
  },
};

describe('a moment at a debugger statement', function () {
  this.timeout(60_000);

  for (const [name, { source, isModule, expressions = [] }] of Object.entries(programs)) {
    it(`is as Node’s inspector shows it: ${name}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'underhood-pauses-'));
      try {
        const file = join(folder, isModule === true ? 'program.mjs' : 'program.js');
        writeFileSync(file, source);
        const asked = [...everywhere, ...expressions];
        const theirs = await pausesOfNode(file, asked);
        assert.ok(theirs.length > 0);
        const ours = pausesOf(file, source, isModule === true, asked);
        assert.deepEqual(
          ours.map(({ stack }) => stack),
          theirs.map(({ stack }) => stack),
        );
        ours.forEach((pause, index) => assert.deepEqual(pause, theirs[index], `pause ${index}`));
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});

function pausesOf(file: string, source: string, isModule: boolean, expressions: readonly string[]): Pause[] {
  const changes = { fileName: file, sourceKind: isModule ? 'module' : 'commonjs' } as const;
  const run = new RecordedRun(runProgram(source, changes, 'log').simulation);
  const { log } = run;
  const places = [...source.matchAll(/\bdebugger;/g)].map(({ index }) => index);
  return [...log.type.keys()]
    .filter((event) => log.type[event] === eventTypeIds.statement && places.includes(log.position[event]!))
    .map((event) => pauseAt(run, source, { event, step: log.step[event]! }, expressions));
}

function pauseAt(run: RecordedRun, source: string, moment: Moment, expressions: readonly string[]): Pause {
  const answers = answersOf(run);
  const { frames } = answers.stack({ moment });
  const stack = frames.flatMap(({ kind, name, place }) => {
    if (kind === 'builtin') return [];
    if (kind === 'async') return [`-- ${name} --`];
    const before = source.slice(0, place!.offset).split('\n');
    return [`${name}@${before.length}:${before.at(-1)!.length + 1}`];
  });
  const scopes = answers
    .scopes({ moment, frame: 0 })
    .scopes.filter(({ kind }) => kind !== 'global' && kind !== 'registers')
    .map(({ name, path }) => {
      const { children } = answers.children({ moment, path });
      const variables = children.filter((child) => child.name !== 'this' && !child.isInternal);
      return {
        kind: name.replace(/ .*/, '').toLowerCase(),
        name: /\((.*)\)/.exec(name)?.[1] ?? '',
        variables: variables.map((child) => `${child.name} = ${shown(child)}`),
      };
    });
  const values = expressions.map((expression) => {
    const answer = answers.evaluate({ moment, frame: 0, expression });
    if ('problem' in answer) return [expression, answer.problem];
    const { isError, value } = answer.evaluation;
    return [expression, isError ? `throws ${value.value}` : shown(value)];
  });
  return { stack, scopes, values: Object.fromEntries(values) as Pause['values'] };
}

function shown({ type, value }: ChildView): string {
  if (type === 'string') return JSON.stringify(value.slice(1, -1));
  if (type === 'object') return 'Object';
  return type === 'function' || /^[A-Z]/.test(type) ? type : value;
}
