import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { FileEntry, RunEnvironment } from '../../../src/protocol/run.ts';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { Replayer } from '../../../src/recorder/replay.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';
import { variablesOf } from '../recorder/variables-of.ts';

type Files = Readonly<Record<string, string>>;

/** Gives a run the files that it asks for, and runs it again, until it ends. */
function run(fileName: string, files: Files, changes: Partial<RunEnvironment> = {}) {
  const known = new Map<string, FileEntry>();
  for (let rounds = 1; ; rounds++) {
    const printed = { stdout: '', stderr: '' };
    const simulation = new Simulation({
      source: files[fileName]!,
      environment: { ...testEnvironment, fileName, sourceKind: 'auto', ...changes },
      recording: 'log',
      files: viewOfSnapshot(known),
      output: { write: (stream, text) => (printed[stream] += text) },
    });
    const { failure } = simulation;
    if (failure !== undefined) return { ...printed, simulation, rounds, failure: failure.message };
    if (simulation.advance() !== 'needsFiles') return { ...printed, simulation, rounds, failure: '' };
    for (const path of simulation.neededFiles) {
      const text = files[path];
      known.set(path, text === undefined ? { kind: 'missing' } : { kind: 'file', text });
    }
  }
}

describe('runs of modules', () => {
  const graph: Files = {
    '/app/main.mjs': `import { a } from './a.mjs'; import './b.mjs'; console.log(a, typeof require);`,
    '/app/a.mjs': `export { c as a } from './c.mjs';`,
    '/app/b.mjs': `import './c.mjs'; await 0; console.log('b');`,
    '/app/c.mjs': `export const c = 'c';`,
  };

  it('a graph takes as many rounds as it is deep', () => {
    const { stdout, rounds, simulation } = run('/app/main.mjs', graph);
    assert.equal(stdout, 'b\nc undefined\n');
    assert.ok(rounds <= 4, `${rounds} rounds`);
    assert.equal(simulation.sourceKind, 'module');
    const scripts = simulation.log.scripts.map(({ name, kind }) => `${kind} ${name}`);
    assert.deepEqual(scripts.slice().sort(), [
      'file /app/a.mjs',
      'file /app/b.mjs',
      'file /app/c.mjs',
      'main /app/main.mjs',
    ]);
  });

  it('decides by package.json and by syntax', () => {
    const kinds = (files: Files, name = '/app/x.js'): string => run(name, files).simulation.sourceKind;
    assert.equal(kinds({ '/app/x.js': 'this' }), 'commonjs');
    assert.equal(kinds({ '/app/x.js': 'this', '/app/package.json': '{"type":"module"}' }), 'module');
    assert.equal(kinds({ '/app/x.js': 'export {}' }), 'module');
    assert.equal(kinds({ '/app/x.js': 'await 0' }), 'module');
    assert.equal(kinds({ '/app/x.cjs': 'this' }, '/app/x.cjs'), 'commonjs');
    const wrong = run('/app/x.cjs', { '/app/x.cjs': 'import "x"' });
    assert.equal(wrong.failure, 'SyntaxError: Cannot use import statement outside a module');
  });

  it('a page runs modules, without packages', () => {
    const browser = { runtime: 'browser' } as const;
    const files = { ...graph, '/app/main.js': `import './b.mjs'; console.log(this, import.meta.url);` };
    const page = run('/app/main.js', files, browser);
    assert.equal(page.stdout, 'b\nundefined file:///app/main.js\n');
    const script = run(
      '/app/x.js',
      {
        '/app/x.js': `console.log(this === window); import('./m.mjs').then((m) => console.log(m.x))`,
        '/app/m.mjs': 'export const x = 1',
      },
      browser,
    );
    assert.equal(script.stdout, 'true\n1\n');
    assert.equal(script.simulation.sourceKind, 'script');
    const bare = run('/app/y.mjs', { '/app/y.mjs': `import 'lodash'` }, browser);
    assert.match(bare.stderr, /^Uncaught TypeError: Failed to resolve module specifier "lodash"\. Relative references/);
  });

  it('says which import asks for what Underhood cannot run', () => {
    const { stderr } = run('/app/m.mjs', { '/app/m.mjs': `import x from './x.node';`, '/app/x.node': '' });
    assert.match(
      stderr,
      /^file:\/\/\/app\/m\.mjs:1\nimport x from '\.\/x\.node';\n {14}\^+\n\nError \[ERR_DLOPEN_FAILED\]: Underhood cannot load/,
    );
  });

  it('shows imports and exports among the variables of a moment, and values in log and replay alike', () => {
    const files = {
      '/app/v.mjs': `import { x } from './w.mjs';\nexport let y = x + 1;\nconst z = () => y;\nconsole.log(z());\ny = 5;`,
      '/app/w.mjs': `export const x = 1;`,
    };
    const { simulation } = run('/app/v.mjs', files);
    const log = simulation.log;
    const event = log.all().type.findIndex((type) => type === eventTypeIds.console);
    const moment = momentView(new Replayer(simulation).momentAt(event)!);
    const variables = variablesOf(moment.frames.at(-1)).map(({ name, value }) => `${name} ${value}`);
    assert.deepEqual(variables.sort(), ['this undefined', 'x 1', 'y 2', 'z ƒ z()']);
  });
});
