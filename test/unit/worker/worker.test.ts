/** The worker's channel, in a real thread. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { after, before, describe, it } from 'mocha';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { LogChunk } from '../../../src/protocol/log.ts';
import type { FileEntry, FileSnapshot } from '../../../src/protocol/run.ts';
import type { HostToWorker, WorkerToHost } from '../../../src/protocol/worker-messages.ts';
import type { Answer as AnswerTo, Asked, QuestionName } from '../../../src/protocol/questions.ts';
import { testEnvironment } from '../run-program.ts';
import { valueOf, variablesOf } from '../recorder/variables-of.ts';

const entry = path.join(import.meta.dirname, '..', '..', '..', 'src', 'worker', 'worker.ts');

type Answer<Type extends WorkerToHost['type']> = Extract<WorkerToHost, { type: Type }>;

describe('the worker', function () {
  this.timeout(30_000);
  let worker: Worker;
  const received: WorkerToHost[] = [];
  const waiting: {
    readonly accepts: (message: WorkerToHost) => boolean;
    readonly resolve: (message: WorkerToHost) => void;
  }[] = [];

  const send = (message: HostToWorker): void => worker.postMessage(message);
  const next = <Type extends WorkerToHost['type']>(
    type: Type,
    accepts: (message: Answer<Type>) => boolean = () => true,
  ): Promise<Answer<Type>> =>
    new Promise((resolve) => {
      waiting.push({
        accepts: (message) => message.type === type && accepts(message as Answer<Type>),
        resolve: resolve as (message: WorkerToHost) => void,
      });
    });
  const run = (
    generation: number,
    source: string,
    changes: Partial<typeof testEnvironment> = {},
    maxWallMs = 20_000,
    files: FileSnapshot = new Map(),
  ): void =>
    send({
      type: 'run',
      generation,
      source,
      environment: { ...testEnvironment, ...changes },
      files,
      inputs: [],
      maxWallMs,
    });
  let requests = 0;
  const ask = async <Name extends QuestionName>(
    generation: number,
    question: Name,
    asked: Asked<Name>,
  ): Promise<AnswerTo<Name>> => {
    const request = ++requests;
    send({ type: 'ask', generation, request, question, asked });
    const { answer } = await next('answer', (message) => message.request === request);
    return answer as AnswerTo<Name>;
  };
  const chunksOf = (generation: number): LogChunk[] =>
    received.flatMap((message) =>
      message.type === 'chunk' && message.generation === generation ? [message.chunk] : [],
    );

  before(async () => {
    worker = new Worker(entry);
    worker.on('message', (message: WorkerToHost) => {
      received.push(message);
      const index = waiting.findIndex(({ accepts }) => accepts(message));
      if (index >= 0) waiting.splice(index, 1)[0]!.resolve(message);
    });
    await next('ready');
  });

  after(async () => {
    assert.deepEqual(
      received.filter(({ type }) => type === 'fault'),
      [],
    );
    await worker.terminate();
  });

  it('runs, streams the log, and says how it ended and what the hazards are', async () => {
    run(1, 'const o = { a: 1 };\ndelete o.a;\nconsole.log(o);\nsetTimeout(() => console.log("later"), 10);');
    const { report } = await next('hazards');
    const done = received.find((message) => message.type === 'done');
    assert.ok(done?.type === 'done');
    assert.equal(done.summary.outcome, 'completed');
    assert.equal(done.summary.exitCode, 0);
    const chunks = chunksOf(1);
    assert.equal(
      chunks.reduce((length, chunk) => (assert.equal(chunk.start, length), length + chunk.type.length), 0),
      done.summary.events,
    );
    assert.equal(chunks.at(-1)!.type.at(-1), eventTypeIds.runEnd);
    assert.deepEqual(
      report.findings.map(({ hazard, count }) => [hazard, count]),
      [['delete', 1]],
    );
  });

  it('answers about moments', async () => {
    const source = 'function f(list) {\n  const double = list.length * 2;\n  return double;\n}\nf([1, { a: 2 }]);';
    run(2, source);
    await next('done');
    const position = source.indexOf('return double');
    const { event } = await ask(2, 'find', { after: -1, script: 0, start: position, end: position + 6 });
    const moment = await ask(2, 'inspect', { event });
    assert.deepEqual(
      variablesOf(moment.frames[0]).map(({ name, value }) => `${name}=${value}`),
      ['this=globalThis', 'list=(2) [1, {…}]', 'double=4'],
    );
    const list = variablesOf(moment.frames[0])[1]!;
    const { children } = await ask(2, 'children', { moment: { event }, path: [...list.path, 1] });
    assert.equal(children[0]?.name, 'a');
    assert.equal(children[0]?.value, '2');
  });

  it('tells a syntax error', async () => {
    run(3, 'let x = ;');
    const { error } = await next('sourceError');
    assert.equal(error.message, "SyntaxError: Unexpected token ';'");
    assert.deepEqual([error.line, error.column, error.offset], [1, 9, 8]);
  });

  it('stops at the limit of steps and goes on from there', async () => {
    const source = 'let n = 0;\nfor (let i = 0; i < 20000; i++) n += i;\nconsole.log(n);';
    run(4, source, { maxSteps: 50_000 });
    const stopped = await next('done');
    assert.equal(stopped.summary.message, 'Stopped after 50,000 steps');
    send({ type: 'goOn', generation: 4, maxSteps: 10_000_000, maxWallMs: 20_000 });
    const done = await next('done');
    assert.equal(done.summary.outcome, 'completed');
    let length = 0;
    for (const chunk of chunksOf(4)) {
      assert.equal(chunk.start, length);
      length += chunk.type.length;
    }
    assert.equal(length, done.summary.events);
    assert.ok(chunksOf(4).some(({ texts }) => texts.includes('199990000')));
  });

  /** Stands in for the extension: answers what a run asks until it is done. */
  const giveFiles = async (generation: number, files: Readonly<Record<string, string>>): Promise<number> => {
    for (let rounds = 0; ; rounds++) {
      const message = await new Promise<Answer<'needsFiles' | 'done'>>((resolve) => {
        const accepts = (one: WorkerToHost): boolean =>
          (one.type === 'needsFiles' || one.type === 'done') && one.generation === generation;
        waiting.push({ accepts, resolve: resolve as (message: WorkerToHost) => void });
      });
      if (message.type === 'done') return rounds;
      send({ type: 'files', generation, files: new Map(message.paths.map((path) => [path, entryOf(files[path])])) });
    }
  };
  const inFolder = { fileName: '/work/main.js' };

  it('asks for the files of a run, waits for them without its time running out, and sends each event once', async () => {
    const files = {
      '/work/a.js': 'exports.a = require("./b.js").b + 1;',
      '/work/b.js': 'exports.b = 20;\nexports.late = () => {\n  throw new Error("late");\n};',
    };
    const source = 'console.log("first");\nconst { a } = require("./a.js");\nconsole.log(a);';
    run(20, source, inFolder, 1_500);
    const { paths } = await next('needsFiles');
    assert.ok(paths.includes('/work/a.js'), paths.join());
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    send({ type: 'ping', sequence: 20 });
    await next('pong', ({ sequence }) => sequence === 20);
    send({
      type: 'files',
      generation: 20,
      files: new Map(paths.map((path) => [path, entryOf(files[path as '/work/a.js'])])),
    });
    await giveFiles(20, files);
    const done = received.findLast((message) => message.type === 'done');
    assert.ok(done?.type === 'done');
    assert.equal(done.summary.outcome, 'completed');
    assert.ok(done.files.includes('/work/b.js'), done.files.join());
    const chunks = chunksOf(20);
    assert.ok(chunks.length > 1, 'what comes before the question is sent at once');
    let length = 0;
    for (const chunk of chunks) {
      assert.equal(chunk.start, length);
      length += chunk.type.length;
    }
    assert.equal(length, done.summary.events);
    const scripts = chunks.flatMap((chunk) => chunk.scripts);
    assert.deepEqual(
      scripts.filter(({ kind }) => kind === 'file').map(({ name, source: text }) => [name, text]),
      Object.entries(files),
    );
    const printed = chunks.flatMap(({ texts }) => texts).filter((text) => text === 'first' || text === '21');
    assert.deepEqual(printed, ['first', '21']);
  });

  it('begins with what it is given, replays with it, and finds lines of other files', async () => {
    const file = '// A file.\nexports.double = (value) => {\n  const result = value * 2;\n  return result;\n};';
    const source = 'console.log(require("./double.js").double(4));';
    run(21, source, inFolder, 20_000, new Map([['/work/double.js', { kind: 'file', text: file }]]));
    await giveFiles(21, {});
    const scripts = chunksOf(21).flatMap((chunk) => chunk.scripts);
    const script = scripts.findIndex(({ kind }) => kind === 'file');
    const start = file.indexOf('return');
    const { event } = await ask(21, 'find', { after: -1, script, start, end: start + 6 });
    assert.ok(event > 0);
    const moment = await ask(21, 'inspect', { event });
    assert.equal(valueOf(moment.frames[0], 'result'), '8');
  });

  it('does not count what happens in other files as evidence against the main one', async () => {
    const text = 'for (const key in { a: 1 }) console.log(key);';
    const other = `${text}\nfor (const key in [1, 2]) console.log(key);\ndelete exports.a;`;
    run(
      22,
      `${text}\nrequire("./other.js");`,
      inFolder,
      20_000,
      new Map([['/work/other.js', { kind: 'file', text: other }]]),
    );
    const [rounds, { report }] = await Promise.all([giveFiles(22, {}), next('hazards')]);
    assert.ok(rounds <= 1);
    assert.deepEqual(
      report.findings.map(({ hazard }) => hazard).filter((hazard) => hazard !== 'for-in'),
      [],
    );
    assert.deepEqual(
      [...report.findings, ...report.freeForms]
        .filter(({ hazard }) => hazard === 'for-in')
        .map(({ start, end }) => [start, end <= text.length]),
      [[0, true]],
    );
    assert.ok(report.findings.every(({ count }) => count <= 1));
  });

  it('says where the hazards of a module are', async () => {
    const source = "import { list } from './list.mjs';\nfor (const key in list) console.log(key);\nawait 0;";
    const files = new Map([['/work/list.mjs', entryOf('export const list = [1, 2];')]]);
    run(24, source, { fileName: '/work/main.mjs', sourceKind: 'auto' }, 20_000, files);
    const [, { report }] = await Promise.all([giveFiles(24, {}), next('hazards')]);
    assert.deepEqual(
      report.findings.map(({ hazard, count }) => [hazard, count]),
      [['for-in-array', 1]],
    );
  });

  it('stops while it waits', async () => {
    run(23, 'require("./never.js");', inFolder);
    await next('needsFiles');
    send({ type: 'stop', generation: 23 });
    assert.equal((await next('done')).summary.limit, 'wallClock');
  });

  it('answers pings while a program runs for ever, and a new run takes its place', async () => {
    run(5, '(function again() { setTimeout(again, 1); })();', {
      maxSteps: 1_000_000_000,
      maxEvents: 100_000_000,
      maxVirtualMs: Infinity,
    });
    await next('started', ({ generation }) => generation === 5);
    send({ type: 'ping', sequence: 9 });
    await next('pong', ({ sequence }) => sequence === 9);
    run(6, 'console.log("new")');
    const done = await next('done');
    assert.equal(done.generation, 6);
  });

  it('lets a new run take the place of one that is in the midst of an endless turn', async () => {
    const endless = { maxSteps: 1_000_000_000, maxEvents: 1_000_000_000 };
    run(30, 'for (;;);', endless);
    await next('started', ({ generation }) => generation === 30);
    // Long after it was started it says unasked that it is well, and answers when it is interrupted.
    await next('pong', ({ sequence }) => sequence === 0);
    const askedAt = performance.now();
    send({ type: 'ping', sequence: 31 });
    run(31, 'console.log("new")');
    await Promise.all([
      next('pong', ({ sequence }) => sequence === 31),
      next('done', ({ generation }) => generation === 31),
    ]);
    assert.ok(performance.now() - askedAt < 15_000, 'it waited for the time of the run before');
    assert.ok(!received.some((message) => message.type === 'done' && message.generation === 30));
  });

  it('stops in the midst of an endless turn', async () => {
    run(32, 'for (;;);', { maxSteps: 1_000_000_000, maxEvents: 1_000_000_000 });
    await next('pong', ({ sequence }) => sequence === 0);
    // Of another run, which is over: it does not concern this one.
    send({ type: 'stop', generation: 31 });
    await next('pong', ({ sequence }) => sequence === 0);
    assert.ok(!received.some((message) => message.type === 'done' && message.generation === 32));
    send({ type: 'stop', generation: 32 });
    const { summary, elapsedMs } = await next('done', ({ generation }) => generation === 32);
    assert.equal(summary.limit, 'wallClock');
    assert.ok(elapsedMs < 15_000, `${elapsedMs} ms`);
  });

  it('lets a new run take the place of a long way to a moment', async () => {
    run(33, 'for (let i = 0; i < 3e6; i++); console.log("end");', {
      maxSteps: 1_000_000_000,
      maxEvents: 1_000_000_000,
    });
    const { summary } = await next('done', ({ generation }) => generation === 33);
    send({ type: 'ask', generation: 33, request: 1, question: 'inspect', asked: { event: summary.events - 2 } });
    run(34, 'console.log("new")');
    const answers = await Promise.all([
      next('answer', ({ generation }) => generation === 33),
      next('done', ({ generation }) => generation === 34),
    ]);
    assert.equal(answers[0].answer, undefined);
  });

  it('ends an endless loop when the time is up, and on stop', async () => {
    run(7, 'while (true);', { maxSteps: 1_000_000_000, maxEvents: 1_000_000_000 }, 200);
    const done = await next('done');
    assert.equal(done.summary.limit, 'wallClock');
    run(8, 'setInterval(() => {}, 1)', { maxSteps: 1_000_000_000, maxEvents: 100_000_000, maxVirtualMs: Infinity });
    await next('started');
    send({ type: 'stop', generation: 8 });
    assert.equal((await next('done')).summary.limit, 'wallClock');
  });

  it('does not end a run because the thread was away for long in between', async () => {
    run(9, "console.log(/(a+)+b/.test('a'.repeat(26)));", {}, 1_100);
    assert.equal((await next('done')).summary.outcome, 'completed');
  });
});

function entryOf(text: string | undefined): FileEntry {
  return text === undefined ? { kind: 'missing' } : { kind: 'file', text };
}
