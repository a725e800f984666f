/** A browser's dedicated workers: where their scripts come from, what they print, errors, limits, and that runs repeat. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { FileEntry, RunEnvironment } from '../../../src/protocol/run.ts';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { Replayer } from '../../../src/recorder/replay.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
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
): WorkerRun {
  const printed = { stdout: '', stderr: '' };
  const lookup = (path: string): FileEntry =>
    files[path] === undefined ? { kind: 'missing' } : { kind: 'file', text: files[path] };
  const simulation = new Simulation({
    source,
    environment: {
      ...testEnvironment,
      runtime: 'browser',
      sourceKind: 'script',
      fileName: '/test/main.js',
      ...changes,
    },
    recording: 'log',
    output: { write: (stream, text) => void (printed[stream] += text) },
    files: { lookup },
  });
  assert.equal(simulation.failure, undefined);
  assert.equal(simulation.advance(), 'done');
  return { simulation, ...printed };
}

function consoleLines({ simulation }: WorkerRun): (string | undefined)[] {
  const chunk = simulation.log.takeChunk()!;
  const events = [...chunk.type.keys()].filter((event) => chunk.type[event] === eventTypeIds.console);
  return events.map((event) => chunk.texts[chunk.a[event]!]);
}

const doubling = { '/test/double.js': 'console.log("begins"); onmessage = (event) => postMessage(2 * event.data);' };
const conversation = `
  const worker = new Worker('double.js', { name: 'doubler' });
  worker.onmessage = function onMessage({ data }) {
    console.log(data);
    if (data < 20) worker.postMessage(data);
  };
  worker.postMessage(1);
`;

describe('workers of a browser', () => {
  it('run files beside the page, and their lines on the console say whose they are', () => {
    const result = run(conversation, doubling);
    assert.equal(result.stdout, 'begins\n2\n4\n8\n16\n32\n');
    assert.equal(result.simulation.summary().outcome, 'completed');
    assert.equal(consoleLines(result)[0], '[doubler] begins');
  });

  it('are found by the URL of the page, by that of the file, and in data: URLs', () => {
    const source = `
      for (const url of ['double.js', './double.js', new URL('double.js', location.href), 'file:///test/double.js'])
        Object.assign(new Worker(url), { onmessage: (event) => console.log(event.data) }).postMessage(4);
      new Worker('data:text/javascript,postMessage("from data")').onmessage = (event) => console.log(event.data);
    `;
    const lines = run(source, doubling).stdout.split('\n');
    assert.deepEqual([lines.filter((line) => line === '8').length, lines.includes('from data')], [4, true]);
  });

  it('import scripts and modules from their own folder', () => {
    const source = `
      for (const options of [{}, { type: 'module' }])
        new Worker(options.type ? 'deep/module.js' : 'deep/classic.js', options).onmessage = (event) => console.log(event.data);
    `;
    const files = {
      '/test/deep/classic.js': `importScripts('one.js', '../two.js'); postMessage([one, two, location.pathname].join());`,
      '/test/deep/one.js': 'var one = 1;',
      '/test/two.js': 'let two = 2;',
      '/test/deep/module.js': `import { three } from './three.js'; postMessage(three);`,
      '/test/deep/three.js': 'export const three = 3;',
    };
    const lines = run(source, files).stdout.trim().split('\n');
    assert.deepEqual(lines.toSorted(), ['1,2,/deep/classic.js', '3']);
  });

  it('whose files are not there tell the page and the console so', () => {
    const source = `
      const worker = new Worker('nowhere.js');
      worker.onerror = (event) => console.log(event.constructor.name, event.type);
      worker.postMessage(1);
    `;
    const result = run(source);
    assert.equal(result.stdout, 'Event error\n');
    assert.match(result.stderr, /nowhere\.js: there is no file \/test\/nowhere\.js/);
  });

  it('hand exceptions to the page, and to the console unless those are dealt with', () => {
    const files = { '/test/bad.js': '\nthrow new TypeError("bad");', '/test/syntax.js': 'let let = 1;' };
    const told = (file: string, returns: string): WorkerRun =>
      run(
        `new Worker('${file}').onerror = ({ message, filename, lineno }) => { console.log(message, filename, lineno); ${returns} };`,
        files,
      );
    const open = told('bad.js', '');
    assert.equal(open.stdout, 'Uncaught TypeError: bad /test/bad.js 2\n');
    assert.match(open.stderr, /^Uncaught TypeError: bad/);
    assert.match(consoleLines(open)[1]!, /^\[bad\.js\] Uncaught TypeError: bad/);
    assert.equal(open.simulation.summary().outcome, 'error');
    const prevented = told('bad.js', 'return false');
    assert.deepEqual([prevented.stderr, prevented.simulation.summary().outcome], ['', 'completed']);
    assert.match(
      told('syntax.js', '').stdout,
      /^Uncaught SyntaxError: let is disallowed as a lexically bound name \/test\/syntax\.js 1\n/,
    );
  });

  it('stop at once when they are terminated, and after their turn when they close', () => {
    const source = `
      const spinning = new Worker('spin.js');
      spinning.onmessage = () => console.log('spinning');
      setTimeout(() => { spinning.terminate(); console.log('terminated'); }, 21);
      new Worker('close.js').onmessage = (event) => console.log(event.data);
    `;
    const files = {
      '/test/spin.js': 'for (let n = 0; ; n++) if (n % 1e4 === 0 && n > 0) postMessage(n);',
      '/test/close.js': `setTimeout(() => postMessage('late')); close(); postMessage('after close'); Promise.resolve().then(() => postMessage('microtask'));`,
    };
    const { stdout, simulation } = run(source, files);
    assert.equal(simulation.summary().outcome, 'completed');
    assert.deepEqual(stdout.replaceAll('spinning\n', '').trim().split('\n'), [
      'after close',
      'microtask',
      'terminated',
    ]);
    assert.ok(stdout.endsWith('terminated\n'));
  });

  it('have the limits of the run', () => {
    const { simulation } = run(`new Worker('spin.js')`, { '/test/spin.js': 'for (;;);' }, { maxSteps: 300_000 });
    assert.deepEqual(
      [simulation.summary().limit, simulation.summary().message],
      ['steps', 'Stopped after 300,000 steps, the last of them in the worker spin.js'],
    );
  });

  it('ask for files that nobody has told about', () => {
    const needs = (known: Readonly<Record<string, string>>): readonly string[] => {
      const simulation = new Simulation({
        source: `new Worker('one.js')`,
        environment: {
          ...testEnvironment,
          runtime: 'browser',
          sourceKind: 'script',
          fileName: '/test/main.js',
          html: '',
        },
        recording: 'none',
        files: { lookup: (path) => (known[path] === undefined ? undefined : { kind: 'file', text: known[path] }) },
      });
      assert.equal(simulation.advance(), 'needsFiles');
      return simulation.neededFiles;
    };
    assert.deepEqual(needs({}), ['/test/one.js']);
    assert.deepEqual(needs({ '/test/one.js': `importScripts('two.js')` }), ['/test/two.js']);
  });

  it('make the same log each time, and a replay meets the same moments', function () {
    this.timeout(60_000);
    const first = run(conversation, doubling);
    const replayer = new Replayer(first.simulation);
    for (let event = 3; event < first.simulation.log.length; event += 67)
      assert.deepEqual(
        momentView(replayer.momentAt(event)!),
        momentView(replayer.momentAt(event, 0)!),
        `event ${event}`,
      );
    const [chunk, again] = [first, run(conversation, doubling)].map((each) => each.simulation.log.takeChunk()!);
    assert.deepEqual([chunk!.type, chunk!.step, chunk!.a], [again!.type, again!.step, again!.a]);
  });
});
