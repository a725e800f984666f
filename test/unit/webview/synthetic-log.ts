/** Logs for the page's tests, written by hand as the recorder would write them: a small writer, and two programs. */
import { eventTypeIds, microtaskKindNames } from '../../../src/protocol/events.ts';
import type { EventType, MicrotaskKind } from '../../../src/protocol/events.ts';
import type { FunctionInfo, LogChunk, ScriptInfo } from '../../../src/protocol/log.ts';
import type { RuntimeName } from '../../../src/protocol/run.ts';
import { createRun } from '../../../webview/run.ts';
import type { Run } from '../../../webview/run.ts';
import { extendTimeline } from '../../../webview/timeline.ts';

interface Columns {
  readonly at?: number;
  readonly a?: number;
  readonly b?: number;
  readonly c?: number;
}

/** Collects events; texts and functions get their index by being named. */
export function createWriter(source: string) {
  const rows: { type: number; step: number; position: number; a: number; b: number; c: number }[] = [];
  const texts: string[] = [];
  const functions: FunctionInfo[] = [];
  const scripts: ScriptInfo[] = [{ name: '/work/example.js', kind: 'main' }];
  let step = 0;
  const text = (value: string): number => {
    const known = texts.indexOf(value);
    return known >= 0 ? known : texts.push(value) - 1;
  };
  const declare = (name: string, kind: FunctionInfo['kind'], start = -1, end = -1, script = 0): number =>
    functions.push({ name, script, start, end, kind }) - 1;
  const addFile = (name: string, text: string): number => scripts.push({ name, kind: 'file', source: text }) - 1;
  const emit = (type: EventType, { at = -1, a = 0, b = 0, c = -1 }: Columns = {}): number => {
    step += 3;
    return rows.push({ type: eventTypeIds[type], step, position: at, a, b, c }) - 1;
  };
  /** The offset of the n-th occurrence of a piece of the source. */
  const where = (piece: string, nth = 0): number => {
    let index = source.indexOf(piece);
    for (; nth > 0; nth--) index = source.indexOf(piece, index + 1);
    if (index < 0) throw new Error(`not in the source: ${piece}`);
    return index;
  };
  const chunk = (from = 0, to = rows.length): LogChunk => {
    const part = rows.slice(from, to);
    return {
      start: from,
      type: Uint8Array.from(part, (row) => row.type),
      step: Uint32Array.from(part, (row) => row.step),
      position: Int32Array.from(part, (row) => row.position),
      a: Int32Array.from(part, (row) => row.a),
      b: Int32Array.from(part, (row) => row.b),
      c: Int32Array.from(part, (row) => row.c),
      texts: from === 0 ? texts : [],
      lists: new Int32Array(),
      scripts: from === 0 ? scripts : [],
      functions: from === 0 ? functions : [],
    };
  };
  const toRun = (runtime: RuntimeName = 'node', generation = 1): Run => {
    const run = createRun({ generation, fileName: '/work/example.js', source, runtime });
    extendTimeline(run.timeline, chunk());
    return run;
  };
  return { source, rows, text, declare, addFile, emit, where, chunk, toRun };
}

export type Writer = ReturnType<typeof createWriter>;

export const programSource = `// Timers, promises and await, in the order in which they run.
const user = { name: 'Ada', visits: 1 };

function inner(a, b) {
  console.log('inner adds', a, b);
  return a + b;
}

function outer(n) {
  const sum = inner(n, 2);
  return sum * 10;
}

async function load(id) {
  const reply = await ask(id);
  console.log('loaded', reply);
  return reply;
}

function ask(id) {
  return new Promise((resolve) => setTimeout(() => resolve('user ' + id), 1000));
}

console.log('start', outer(1));
setTimeout(function onTimeout() {
  console.log('timeout');
}, 0);
Promise.resolve('ready').then(function whenReady(value) {
  console.log(value);
});
process.nextTick(function onTick() {
  console.log('tick');
});
load(7);
console.warn('end of script');
`;

/** What the program above does in Node. */
export function writeProgram(): Writer {
  const source = programSource;
  const w = createWriter(source);
  const { emit, text, where } = w;
  const main = w.declare('', 'script', 0, source.length);
  const inner = w.declare('inner', 'function', where('function inner'));
  const outer = w.declare('outer', 'function', where('function outer'));
  const load = w.declare('load', 'async', where('async function load'));
  const ask = w.declare('ask', 'function', where('function ask'));
  const executor = w.declare('', 'arrow', where('(resolve) =>'));
  const onTimeout = w.declare('onTimeout', 'function', where('function onTimeout'));
  const whenReady = w.declare('whenReady', 'function', where('function whenReady'));
  const onTick = w.declare('onTick', 'function', where('function onTick'));
  const resolveLater = w.declare('', 'arrow', where('() => resolve('));
  const log = w.declare('log', 'builtin');

  const say = (piece: string, line: string, level = 0): void => {
    emit('call', { at: where(piece), a: log, b: 16, c: text(`'${line}'`) });
    emit('console', { at: where(piece), a: text(line), b: level, c: 0 });
    emit('return', { a: log, c: text('undefined') });
  };
  const microtask = (id: number, kind: MicrotaskKind, name: string, piece: string): void => {
    emit('enqueueMicrotask', { at: where(piece), a: id, b: microtaskKindNames.indexOf(kind), c: text(name) });
  };

  emit('runStart');
  emit('turnStart', { a: 0, b: 0, c: text('script') });
  emit('call', { a: main });
  emit('statement', { at: where('const user') });
  emit('statement', { at: where("console.log('start'") });
  emit('call', { at: where('outer(1)'), a: outer, c: text('1') });
  emit('statement', { at: where('const sum') });
  emit('call', { at: where('inner(n, 2)'), a: inner, c: text('1, 2') });
  emit('statement', { at: where("console.log('inner") });
  say("console.log('inner", 'inner adds 1 2');
  emit('statement', { at: where('return a + b') });
  emit('return', { at: where('return a + b'), a: inner, c: text('3') });
  emit('statement', { at: where('return sum * 10') });
  emit('return', { at: where('return sum * 10'), a: outer, c: text('30') });
  say("console.log('start'", 'start 30');
  emit('statement', { at: where('setTimeout(function') });
  emit('apiStart', { at: where('setTimeout(function'), a: 1, b: 0, c: text('onTimeout') });
  emit('apiDue', { a: 1, b: 1, c: 1 });
  emit('statement', { at: where("Promise.resolve('ready')") });
  microtask(1, 'then', 'whenReady', "Promise.resolve('ready')");
  emit('statement', { at: where('process.nextTick') });
  microtask(2, 'nextTick', 'onTick', 'process.nextTick');
  emit('statement', { at: where('load(7)') });
  emit('call', { at: where('load(7)'), a: load, c: text('7') });
  emit('statement', { at: where('const reply') });
  emit('call', { at: where('ask(id)'), a: ask, c: text('7') });
  emit('statement', { at: where('return new Promise') });
  emit('call', { at: where('new Promise'), a: executor, c: text('ƒ resolve()') });
  emit('statement', { at: where('setTimeout(() =>') });
  emit('apiStart', { at: where('setTimeout(() =>'), a: 2, b: 0, c: text('') });
  emit('apiDue', { a: 2, b: 1000, c: 1000 });
  emit('return', { a: executor, c: text('Timeout {…}') });
  emit('return', { at: where('return new Promise'), a: ask, c: text('Promise {<pending>}') });
  const awaits = microtaskKindNames.indexOf('await');
  emit('promiseReaction', { at: where('await ask'), a: 5, b: awaits, c: text('load') });
  emit('suspend', { at: where('await ask'), a: load, b: 1, c: 1 });
  emit('statement', { at: where('console.warn') });
  say('console.warn', 'end of script', 3);
  emit('return', { a: main, c: -1 });
  emit('turnEnd', { a: 0, b: 0 });

  emit('turnStart', { a: 2, b: 2, c: text('onTick') });
  emit('call', { a: onTick });
  emit('statement', { at: where("console.log('tick')") });
  say("console.log('tick')", 'tick');
  emit('return', { a: onTick, c: text('undefined') });
  emit('turnEnd', { a: 2, b: 2 });
  emit('turnStart', { a: 2, b: 1, c: text('whenReady') });
  emit('call', { a: whenReady, c: text("'ready'") });
  emit('statement', { at: where('console.log(value)') });
  say('console.log(value)', 'ready');
  emit('return', { a: whenReady, c: text('undefined') });
  emit('turnEnd', { a: 2, b: 1 });

  emit('clock', { a: 1 });
  emit('phase', { a: text('timers') });
  emit('apiEnd', { a: 1, b: 0 });
  emit('enqueueTask', { a: 1, b: 0, c: text('onTimeout') });
  emit('turnStart', { a: 1, b: 1, c: text('onTimeout') });
  emit('call', { a: onTimeout });
  emit('statement', { at: where("console.log('timeout')") });
  say("console.log('timeout')", 'timeout');
  emit('return', { a: onTimeout, c: text('undefined') });
  emit('turnEnd', { a: 1, b: 1 });
  emit('phase', { a: text('poll') });
  emit('clock', { a: 1000 });
  emit('phase', { a: text('timers') });
  emit('apiEnd', { a: 2, b: 0 });
  emit('enqueueTask', { a: 2, b: 0, c: text('') });
  emit('turnStart', { a: 1, b: 2, c: text('') });
  emit('call', { a: resolveLater });
  emit('statement', { at: where("resolve('user '") });
  emit('promiseSettled', { at: where("resolve('user '"), a: 5, b: 0, c: text("'user 7'") });
  microtask(3, 'await', 'load', "resolve('user '");
  emit('return', { a: resolveLater, c: text('undefined') });
  emit('turnEnd', { a: 1, b: 2 });
  emit('turnStart', { a: 2, b: 3, c: text('load') });
  emit('call', { a: load, b: 8 | (1 << 8), c: text("'user 7'") });
  emit('statement', { at: where("console.log('loaded'") });
  say("console.log('loaded'", 'loaded user 7');
  emit('statement', { at: where('return reply') });
  emit('return', { at: where('return reply'), a: load, c: text('Promise {<fulfilled>}') });
  emit('turnEnd', { a: 2, b: 3 });
  emit('runEnd', { a: 0 });
  return w;
}

/** A long run: calls to various depths, console lines, microtasks and timers, about `events` events. */
export function writeLongRun(events: number): Writer {
  const source =
    'function step(n) {\n  return n > 0 ? step(n - 1) : 0;\n}\nfor (let i = 0; ; i++) step(i % 40);\n'.repeat(60);
  const w = createWriter(source);
  const { emit, text } = w;
  const main = w.declare('', 'script', 0, source.length);
  const step = w.declare('step', 'function', 0, 50);
  const done = text('0');
  const name = text('step');
  const printed = Array.from({ length: 50 }, (_, index) => text(`line ${index}`));
  emit('runStart');
  emit('turnStart', { a: 0, b: 0, c: text('script') });
  emit('call', { a: main });
  let id = 0;
  let round = 0;
  while (w.rows.length < events) {
    round++;
    const depth = (round * 7) % 40;
    for (let level = 0; level < depth; level++) {
      emit('call', { at: 60 + level, a: step, c: done });
      emit('statement', { at: 21 + level });
    }
    if (round % 3 === 0) emit('console', { at: 70, a: printed[round % 50]!, b: round % 11 === 0 ? 4 : 0, c: 0 });
    if (round % 2 === 0) emit('enqueueMicrotask', { at: 75, a: ++id, b: 0, c: name });
    if (round % 5 === 0) {
      emit('apiStart', { at: 80, a: 1_000_000 + round, b: 0, c: name });
      emit('apiDue', { a: 1_000_000 + round, b: round, c: 10 });
    }
    for (let level = 0; level < depth; level++) emit('return', { at: 21, a: step, c: done });
    emit('statement', { at: 60 + (round % 500) });
    if (round % 400 !== 0) continue;
    emit('return', { a: main });
    emit('turnEnd', { a: 0, b: 0 });
    for (; id > 0; id--) {
      emit('turnStart', { a: 2, b: id, c: name });
      emit('call', { a: step, c: done });
      emit('return', { a: step, c: done });
      emit('turnEnd', { a: 2, b: id });
    }
    emit('clock', { a: round });
    emit('turnStart', { a: 1, b: 2_000_000 + round, c: name });
    emit('call', { a: main });
  }
  emit('runEnd', { a: 0 });
  return w;
}
