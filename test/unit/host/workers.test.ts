/** Workers beside the first thread: limits, determinism, replays, what the log tells of them. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import { eventTypeIds, eventTypeNames, workerStateNames } from '../../../src/protocol/events.ts';
import type { FileEntry, RunEnvironment } from '../../../src/protocol/run.ts';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { Replayer } from '../../../src/recorder/replay.ts';
import { type RecordingKind, Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

interface WorkerRun {
  readonly simulation: Simulation;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  source: string,
  files: Readonly<Record<string, string>> = {},
  changes: Partial<RunEnvironment> = {},
  recording: RecordingKind = 'log',
): WorkerRun {
  const entries = Object.entries(files).map(([path, text]): [string, FileEntry] => [path, { kind: 'file', text }]);
  const snapshot = new Map(entries);
  const view = viewOfSnapshot(snapshot);
  const printed = { stdout: '', stderr: '' };
  const simulation = new Simulation({
    source,
    environment: { ...testEnvironment, ...changes },
    recording,
    output: { write: (stream, text) => void (printed[stream] += text) },
    files: { lookup: (path) => view.lookup(path) ?? { kind: 'missing' } },
  });
  assert.equal(simulation.failure, undefined);
  assert.equal(simulation.advance(), 'done');
  return { simulation, ...printed };
}

/** The log as lines: what a replay and another run have to meet again. */
function logLines({ simulation: { log } }: WorkerRun): string[] {
  const chunk = log.takeChunk()!;
  return Array.from({ length: chunk.type.length }, (_, event) =>
    [
      eventTypeNames[chunk.type[event]!],
      chunk.step[event],
      chunk.position[event],
      chunk.a[event],
      chunk.b[event],
      chunk.c[event],
    ].join(' '),
  );
}

const echo = `
  const { parentPort, workerData } = require('worker_threads');
  console.log('echo is there', workerData);
  parentPort.on('message', (n) => {
    let sum = 0;
    for (let i = 0; i < n * 100; i++) sum += i;
    if (n === 3) console.error('three');
    parentPort.postMessage({ n, sum });
    if (n === 5) setTimeout(() => process.exit(2), 1);
  });
`;
const conversation = `
  const { Worker } = require('worker_threads');
  const workers = ['a', 'b'].map((name) => new Worker('/test/echo.js', { name, workerData: name }));
  for (const worker of workers) {
    worker.on('message', function onMessage({ n, sum }) {
      console.log(worker.threadName, n, sum);
      worker.postMessage(n + 1);
    });
    worker.on('exit', function onExit(code) { console.log('exit', code); });
    worker.postMessage(1);
  }
  setTimeout(function tick() { console.log('tick'); }, 21);
`;
const files = { '/test/echo.js': echo };

describe('workers', () => {
  it('run on threads of their own, and their lines on the console say whose they are', () => {
    const { stdout, stderr, simulation } = run(conversation, files);
    assert.equal(stdout.match(/echo is there [ab]\n/g)?.length, 2);
    assert.equal(stderr, 'three\nthree\n');
    assert.deepEqual(stdout.match(/exit \d/g), ['exit 2', 'exit 2']);
    const chunk = simulation.log.takeChunk()!;
    const lines = Array.from(chunk.type)
      .map((type, event) => (type === eventTypeIds.console ? event : -1))
      .filter((event) => event >= 0);
    const texts = Array.from(lines, (event) => chunk.texts[chunk.a[event]!]);
    assert.ok(texts.includes('[a] echo is there a'));
    assert.deepEqual(
      texts.filter((text) => text?.includes('three')),
      ['[a] three', '[b] three'],
    );
  });

  it('are told of in the log: what each does and how many messages wait for it', () => {
    const { simulation } = run(conversation, files);
    const chunk = simulation.log.takeChunk()!;
    const id = chunk.a[chunk.type.indexOf(eventTypeIds.apiStart)]!;
    const states: string[] = [];
    chunk.type.forEach((type, event) => {
      if (type === eventTypeIds.workerState && chunk.a[event] === id)
        states.push(`${workerStateNames[chunk.b[event]!]} ${chunk.c[event]}`);
    });
    assert.deepEqual(states.slice(0, 5), ['starting 1', 'running 1', 'running 0', 'idle 0', 'idle 1']);
    assert.match(states.at(-1)!, /^running/);
    const ends = [...chunk.type.keys()].filter(
      (event) => chunk.type[event] === eventTypeIds.apiEnd && chunk.a[event] === id,
    );
    assert.equal(ends.length, 1);
  });

  it('make the same log each time', () => {
    assert.deepEqual(logLines(run(conversation, files)), logLines(run(conversation, files)));
  });

  it('and a replay meets the same moments, whether somebody has listened before or not', function () {
    this.timeout(60_000);
    const { simulation } = run(conversation, files);
    const replayer = new Replayer(simulation);
    let seed = 7;
    for (let round = 0; round < 5; round++) {
      seed = (seed * 48271) % 2147483647;
      const event = seed % simulation.log.length;
      const fast = replayer.momentAt(event);
      assert.ok(fast !== undefined);
      assert.deepEqual(momentView(fast), momentView(replayer.momentAt(event, 0)!), `event ${event}`);
    }
  });

  it('that never end come to the limit of the run, which says so', () => {
    const source = `const { Worker } = require('worker_threads'); new Worker('/test/spin.js'); setTimeout(() => console.log('late'), 1000);`;
    const { simulation, stdout } = run(source, { '/test/spin.js': 'for (;;);' }, { maxSteps: 300_000 });
    const { outcome, limit, message } = simulation.summary();
    assert.deepEqual([outcome, limit, stdout], ['limit', 'steps', '']);
    assert.equal(message, 'Stopped after 300,000 steps, the last of them in the worker spin.js');
  });

  it('can be stopped before that, and then nothing that came later has happened', () => {
    const source = `
      const { Worker } = require('worker_threads');
      const worker = new Worker('/test/spin.js');
      worker.on('message', (n) => console.log('message', n));
      worker.on('exit', (code) => console.log('exit', code));
      setTimeout(() => worker.terminate(), 21);
    `;
    const spin = `const { parentPort } = require('worker_threads'); for (let n = 0; ; n++) if (n % 10_000 === 0) { parentPort.postMessage(n); console.log('at', n); }`;
    const { stdout, simulation } = run(source, { '/test/spin.js': spin });
    assert.equal(simulation.summary().outcome, 'completed');
    const numbers = [...stdout.matchAll(/message (\d+)/g)].map(([, n]) => Number(n));
    assert.ok(numbers.length >= 1 && numbers.length < 5, stdout);
    assert.ok(stdout.endsWith('exit 1\n'));
  });

  it('count for the steps, the time and the memory of a run', () => {
    const many = `const { Worker } = require('worker_threads'); const w = new Worker('/test/ticks.js'); w.on('message', () => {});`;
    const ticks = `setInterval(() => { for (let i = 0; i < 1000; i++); }, 1);`;
    const steps = run(many, { '/test/ticks.js': ticks }, { maxSteps: 200_000 }).simulation.summary();
    assert.deepEqual([steps.limit, steps.steps < 2_000], ['steps', true]);
    const time = run(
      many,
      { '/test/ticks.js': 'setInterval(() => {}, 100);' },
      { maxVirtualMs: 5_000 },
    ).simulation.summary();
    assert.match(
      time.message!,
      /^Stopped after \d s of virtual time: something repeats for ever in the worker ticks\.js$/,
    );
    const hoard = `const rows = []; for (;;) rows.push(new Array(10_000).fill(1));`;
    const memory = run(
      many,
      { '/test/ticks.js': hoard },
      { maxHeapBytes: 2 ** 26, maxSteps: 20_000_000 },
    ).simulation.summary();
    assert.equal(memory.limit, 'memory');
    assert.match(memory.message!, /the worker ticks\.js holds too much memory$/);
  });

  it('ask for files that nobody has told about, like the main file', () => {
    const source = `const { Worker } = require('worker_threads'); new Worker('/test/other.js');`;
    const simulation = new Simulation({
      source,
      environment: testEnvironment,
      recording: 'none',
      files: { lookup: () => undefined },
    });
    assert.equal(simulation.advance(), 'needsFiles');
    assert.deepEqual(simulation.neededFiles, ['/test/other.js']);
  });

  it('and so do the files that they require', () => {
    const source = `const { Worker } = require('worker_threads'); new Worker('/test/other.js');`;
    const simulation = new Simulation({
      source,
      environment: testEnvironment,
      recording: 'none',
      files: {
        lookup: (path) => (path === '/test/other.js' ? { kind: 'file', text: `require('./third.js')` } : undefined),
      },
    });
    assert.equal(simulation.advance(), 'needsFiles');
    assert.ok(simulation.neededFiles.includes('/test/third.js'));
  });

  it('share memory, but do not wait for what others do with it, and say so', () => {
    const source = `
      const { Worker } = require('worker_threads');
      const memory = new SharedArrayBuffer(8);
      const cells = new Int32Array(memory);
      const code = "const { workerData } = require('worker_threads'); for (let i = 0; i < 10; i++) Atomics.add(new Int32Array(workerData), 0, 1)";
      const workers = [1, 2, 3].map(() => new Worker(code, { eval: true, workerData: memory }));
      let left = workers.length;
      for (const worker of workers) worker.on('exit', () => { if (--left === 0) console.log(cells[0]); });
      try { Atomics.wait(cells, 0, cells[0], 100); } catch (error) { console.log(error.message); }
      try { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); } catch (error) { console.log(error.message); }
    `;
    const { stdout } = run(source, files);
    assert.match(stdout, /^Underhood does not simulate Atomics.wait for memory.*\nUnderhood.*never end\n30\n$/);
  });

  it('that wait for each other for ever do not hold up the run', () => {
    const { simulation, stdout } = run(
      `const { Worker } = require('worker_threads'); new Worker('/test/echo.js');`,
      files,
    );
    assert.equal(simulation.summary().outcome, 'completed');
    assert.equal(stdout, 'echo is there undefined\n');
  });

  it('start workers themselves, which end with them', () => {
    const outer = `
      const { Worker, parentPort } = require('worker_threads');
      const inner = new Worker('/test/inner.js');
      inner.on('message', (m) => { parentPort.postMessage('from inner: ' + m); process.exit(); });
    `;
    const inner = `const { parentPort } = require('worker_threads'); parentPort.postMessage('hello'); setInterval(() => console.log('never'), 50);`;
    const source = `const { Worker } = require('worker_threads'); const w = new Worker('/test/outer.js'); w.on('message', (m) => console.log(m)); w.on('exit', (c) => console.log('exit', c));`;
    assert.equal(
      run(source, { '/test/outer.js': outer, '/test/inner.js': inner }).stdout,
      'from inner: hello\nexit 0\n',
    );
  });
});
