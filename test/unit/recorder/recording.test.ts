/** The log: deterministic, balanced, the same in pieces as at once; and moments of it by replay. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'mocha';
import { eventTypeNames, type EventType } from '../../../src/protocol/events.ts';
import type { LogChunk } from '../../../src/protocol/log.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { findEvent } from '../../../src/recorder/log/find.ts';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { Replayer } from '../../../src/recorder/replay.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { appendChunk, createLog, textAt } from '../../../webview/log.ts';
import { runProgram, testEnvironment } from '../run-program.ts';
import { valueOf, variablesOf } from './variables-of.ts';

const program = `
class Point { constructor(x, y) { this.x = x; this.y = y; } get length() { return Math.hypot(this.x, this.y); } }
function area(points) {
  let sum = 0;
  for (const point of points) { const part = point.x * point.y; sum += part; }
  return sum;
}
const points = [new Point(1, 2), new Point(3, 4)];
console.log(area(points), points[0].length, Math.random());
async function later() { const value = await Promise.resolve('waited'); console.log(value); throw new Error('caught below'); }
later().catch((error) => console.error(error.message));
function* count() { yield 1; yield 2; }
for (const value of count()) setTimeout(() => console.log('timer', value), value * 10);
const interval = setInterval(() => clearInterval(interval), 5);
setImmediate(() => process.nextTick(() => console.log('tick')));
delete points[0].x;
try { null.x } catch {}
`;

describe('the recorder', () => {
  it('two runs of the same program give the same log', () => {
    const first = runProgram(program, {}, 'log');
    const second = runProgram(program, {}, 'log');
    assert.equal(hash(first.simulation.log.all()), hash(second.simulation.log.all()));
    assert.equal(first.stdout, second.stdout);
    assert.notEqual(
      hash(runProgram(`${program}\n1;`, {}, 'log').simulation.log.all()),
      hash(first.simulation.log.all()),
    );
  });

  it('prints the same with and without a recorder', () => {
    const plain = runProgram(program);
    const recorded = runProgram(program, {}, 'log');
    assert.equal(recorded.stdout, plain.stdout);
    assert.equal(recorded.stderr, plain.stderr);
  });

  it('pushes and pops frames in pairs, and leaves an empty stack after each turn', () => {
    const log = runProgram(program, {}, 'log').simulation.log.all();
    let depth = 0;
    for (const type of typesOf(log)) {
      if (type === 'call') depth++;
      if (type === 'return' || type === 'unwind' || type === 'suspend') depth--;
      assert.ok(depth >= 0);
      if (type === 'turnEnd') assert.equal(depth, 0);
    }
  });

  it('what is queued leaves the queue: every microtask, task and timer has its turn or is cleared', () => {
    const log = runProgram(program, {}, 'log').simulation.log.all();
    const open = new Map<string, number>();
    typesOf(log).forEach((type, event) => {
      const id = log.a[event]!;
      if (type === 'enqueueMicrotask') open.set(`microtask ${id}`, event);
      if (type === 'apiStart') open.set(`api ${id}`, event);
      if (type === 'apiEnd') assert.ok(open.delete(`api ${id}`), `api ${id} ends once`);
      if (type === 'turnStart' && log.a[event] === 2)
        assert.ok(open.delete(`microtask ${log.b[event]}`), `microtask ${log.b[event]} was queued`);
    });
    assert.deepEqual([...open.keys()], []);
  });

  it('chunks joined are the log', () => {
    const simulation = new Simulation({ source: program, environment: testEnvironment, recording: 'log' });
    const chunks: LogChunk[] = [];
    let state: string;
    do {
      state = simulation.advance({ shouldPause: () => true, isTimeUp: () => false });
      const chunk = simulation.takeChunk();
      if (chunk !== undefined) chunks.push(chunk);
    } while (state !== 'done');
    assert.ok(chunks.length > 5);
    const whole = simulation.log.all();
    assert.deepEqual(
      chunks.flatMap((chunk) => [...chunk.type]),
      [...whole.type],
    );
    assert.deepEqual(
      chunks.flatMap((chunk) => [...chunk.texts]),
      whole.texts,
    );
    chunks.reduce((next, chunk) => (assert.equal(chunk.start, next), next + chunk.type.length), 0);
  });

  it('a run that a limit stopped goes on as if nothing had been', () => {
    const whole = runProgram(program, {}, 'log').simulation.log.all();
    const steps = Math.floor(whole.step.at(-1)! / 2);
    const stopped = runProgram(program, { maxSteps: steps }, 'log');
    assert.equal(stopped.summary.limit, 'steps');
    const part = stopped.simulation.log.all();
    assert.deepEqual([...part.type], [...whole.type].slice(0, part.type.length));
    assert.deepEqual([...part.position], [...whole.position].slice(0, part.type.length));
  });

  it('replays to a moment: frames with their variables, and what is in them', () => {
    const { simulation } = runProgram(program, {}, 'log');
    const log = simulation.log.all();
    const at = program.indexOf('sum += part');
    const event = findEvent(log, 0, 0, at, at + 1);
    assert.ok(event > 0);
    const replayer = new Replayer(simulation);
    const moment = replayer.momentAt(event)!;
    const view = momentView(moment);
    const top = view.frames[0]!;
    assert.equal(top.functionName, 'area');
    assert.equal(log.functions[top.functionIndex]?.name, 'area');
    assert.equal(top.position, at);
    assert.deepEqual(
      ['sum', 'point', 'part'].map((name) => valueOf(top, name)),
      ['0', 'Point {x: 1, y: 2}', '2'],
    );
    const points = variablesOf(top).find(({ isParameter }) => isParameter);
    assert.equal(points?.name, 'points');
    assert.equal(points.elementsKind, 'PACKED_ELEMENTS');
    assert.equal(view.frames.length, 2);
    const main = view.frames[1]!;
    assert.equal(valueOf(main, 'interval'), '<value unavailable>');
    const answers = answersOf(new RecordedRun(simulation));
    const { children, total } = answers.children({ moment: { event }, path: [...points.path, 1], count: 2 });
    assert.ok(total > children.length);
    assert.deepEqual(
      children.map(({ name, value }) => [name, value]),
      [
        ['x', '3'],
        ['y', '4'],
      ],
    );
    const again = findEvent(log, event, 0, at, at + 1);
    assert.ok(again > event);
    assert.equal(findEvent(log, again, 0, at, at + 1), event, 'searches round');
    const second = momentView(replayer.momentAt(again)!).frames[0]!;
    assert.equal(valueOf(second, 'sum'), '2');
  });

  it('shows integers, and lists of arguments, without a text for each', () => {
    const source = `
      function add(a, b) { return b; }
      const values = [0, -1, 2 ** 29 - 1, 2 ** 29, -(2 ** 29), -(2 ** 29) - 1, -0, 0.5, 'text', undefined, [1]];
      for (const value of values) add(value, values.length);
      for (let i = 0; i < 500; i++) add({ i }, i);
      add(...'abcdefghijklmnopq');
    `;
    const run = runProgram(source, {}, 'log').simulation.log.all();
    const log = createLog();
    assert.ok(appendChunk(log, run));
    const calls = typesOf(run).flatMap((type, event) =>
      type === 'call' && run.functions[run.a[event]!]?.name === 'add' ? [textAt(log, run.c[event]!)] : [],
    );
    assert.deepEqual(
      calls.slice(0, 11),
      "0 -1 536870911 536870912 -536870912 -536870913 -0 0.5 'text' undefined [1]"
        .split(' ')
        .map((shown) => `${shown}, 11`),
    );
    assert.equal(calls[11], '{i: 0}, 0');
    assert.equal(calls.at(-2), '{…}, 499');
    assert.equal(
      calls.at(-1),
      `${'abcdefghijkl'
        .split('')
        .map((letter) => `'${letter}'`)
        .join(', ')},…`,
      'cut at 60 characters',
    );
    assert.ok(run.texts.length < 200, `${run.texts.length} texts`);
  });

  it('keeps a bounded part of what a program prints', () => {
    const source = `for (let i = 0; i < 1700; i++) console.log(i + 'x'.repeat(30000));`;
    const { simulation, stdout } = runProgram(source, {}, 'log');
    assert.ok(stdout.length > 50_000_000);
    const { texts } = simulation.log;
    assert.match(
      texts.find((text) => text.startsWith('1x'))!,
      /^1x{19999}… 10001 more characters$/,
    );
    assert.match(
      texts.findLast((text) => text.includes('x'))!,
      /^1699x{196}… 29804 more characters$/,
    );
    assert.ok(texts.reduce((sum, text) => sum + text.length, 0) < 21_000_000);
  });

  it('ends at the limit of events', () => {
    const { summary } = runProgram('for (let i = 0; i < 1000; i++) i;', { maxEvents: 100 }, 'log');
    assert.equal(summary.limit, 'events');
    assert.equal(summary.message, 'Stopped after 100 events');
  });
});

function typesOf(log: LogChunk): EventType[] {
  return [...log.type].map((id) => eventTypeNames[id]!);
}

function hash(log: LogChunk): string {
  const digest = createHash('sha256');
  for (const column of [log.type, log.step, log.position, log.a, log.b, log.c, log.lists]) digest.update(column);
  return digest.update(JSON.stringify([log.texts, log.scripts, log.functions])).digest('hex');
}
