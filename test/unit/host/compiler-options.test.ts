/** How TypeScript is compiled: by the nearest tsconfig.json, where it changes what a program does. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import type { FileEntry } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

interface Ran {
  readonly stdout: string;
  readonly failure: string | undefined;
  readonly asked: readonly string[];
}

/** Files that are not listed are missing. */
function run(source: string, files: Readonly<Record<string, string>>, fileName = '/work/src/main.ts'): Ran {
  let known = new Map<string, FileEntry>();
  for (;;) {
    let stdout = '';
    const simulation = new Simulation({
      source,
      environment: { ...testEnvironment, fileName, sourceKind: 'auto' },
      recording: 'none',
      output: { write: (_stream, text) => (stdout += text) },
      files: viewOfSnapshot(known),
    });
    const outcome = simulation.failure ? 'failed' : simulation.advance();
    if (outcome !== 'needsFiles') return { stdout, failure: simulation.failure?.message, asked: [...known.keys()] };
    const entries = simulation.neededFiles.map((path): [string, FileEntry] => {
      const text = files[path];
      return [path, text === undefined ? { kind: 'missing' } : { kind: 'file', text }];
    });
    known = new Map([...known, ...entries]);
  }
}

const config = (options: object, more: object = {}): string => JSON.stringify({ ...more, compilerOptions: options });
const fields = 'class A { x; }\nconsole.log("x" in new A());';
const decorated = `const dec = (...args) => console.log(args.length, args[1]);
class A { @((...args) => dec(...args)) m() {} }`;
const legacy = { experimentalDecorators: true };

describe('fields of classes', () => {
  const isDefined = (options: object): string => run(fields, { '/work/tsconfig.json': config(options) }).stdout.trim();

  it('are defined where nothing says otherwise', () => {
    assert.equal(run(fields, {}).stdout, 'true\n');
    assert.equal(isDefined({}), 'true');
    assert.equal(isDefined({ target: 5 }), 'true');
    assert.equal(run(fields, { '/work/tsconfig.json': '{' }).stdout, 'true\n');
  });

  it('are assigned where the target is older than they are', () => {
    for (const target of ['ES5', 'es6', 'es2015', 'ES2021']) assert.equal(isDefined({ target }), 'false', target);
    for (const target of ['ES2022', 'es2025', 'ESNext']) assert.equal(isDefined({ target }), 'true', target);
  });

  it('are what the option says, whatever the target', () => {
    assert.equal(isDefined({ target: 'es2017', useDefineForClassFields: true }), 'true');
    assert.equal(isDefined({ target: 'es2022', useDefineForClassFields: false }), 'false');
  });

  it('have keys that may wait, for which TypeScript makes no valid program', () => {
    const source =
      'const f = async () => class { [await "k"] = 1; [await "gone"]; };\nf().then((C) => console.log(new C()));';
    assert.equal(run(source, { '/work/tsconfig.json': config({ target: 'es2020' }) }).stdout, '{ k: 1 }\n');
  });

  it('are ECMAScript’s in JavaScript and in packages', () => {
    const files = {
      '/work/tsconfig.json': config({ useDefineForClassFields: false }),
      '/work/src/plain.js': fields,
      '/work/src/part.ts': fields,
      '/work/node_modules/lib/index.ts': fields,
      '/work/node_modules/lib/package.json': '{"main": "index.ts"}',
    };
    assert.equal(
      run('require("./plain.js"); require("./part.ts"); require("lib");', files).stdout,
      'true\nfalse\ntrue\n',
    );
  });
});

describe('decorators', () => {
  it('are ECMAScript’s, or those of the option', () => {
    assert.match(run(decorated, {}).stdout, /^2 \{/);
    assert.equal(run(decorated, { '/work/tsconfig.json': config(legacy) }).stdout, '3 m\n');
  });

  it('of parameters name the option that they need', () => {
    const source = 'class A { m(@dec() x) {} }';
    assert.match(run(source, {}).failure ?? '', /"experimentalDecorators": true in tsconfig\.json/);
  });

  it('do not hide that a file is a module', () => {
    const source = `${decorated.replace('m() {}', 'm(@dec x) {}')}\nexport {};\nconsole.log(typeof require);`;
    assert.equal(run(source, { '/work/tsconfig.json': config(legacy) }).stdout, '3 m\n3 m\nundefined\n');
  });

  it('of other files of the program are the same', () => {
    const files = { '/work/tsconfig.json': config(legacy), '/work/src/part.mts': decorated };
    assert.equal(run('await import("./part.mts");', files, '/work/src/main.mts').stdout, '3 m\n');
  });
});

describe('what a tsconfig.json extends', () => {
  const withBase = (base: string, path: string, more: Readonly<Record<string, string>> = {}): string =>
    run(decorated, { '/work/tsconfig.json': config({}, { extends: base }), [path]: config(legacy), ...more }).stdout;

  it('is a path, with its ending or without', () => {
    for (const base of ['./base', './base.json']) assert.equal(withBase(base, '/work/base.json'), '3 m\n');
    assert.equal(withBase('../shared/base', '/shared/base.json'), '3 m\n');
    assert.equal(withBase('/shared/base.json', '/shared/base.json'), '3 m\n');
  });

  it('is a package, or a file of one', () => {
    assert.equal(withBase('@tsconfig/node20', '/work/node_modules/@tsconfig/node20/tsconfig.json'), '3 m\n');
    assert.equal(withBase('@tsconfig/node20/tsconfig.json', '/node_modules/@tsconfig/node20/tsconfig.json'), '3 m\n');
    assert.equal(withBase('shared/strict', '/work/node_modules/shared/strict.json'), '3 m\n');
    assert.match(withBase('missing', '/work/other.json'), /^2 \{/);
  });

  it('goes on, and the nearer word wins', () => {
    const middle = config({ experimentalDecorators: false }, { extends: './far.json' });
    assert.match(withBase('./middle', '/work/far.json', { '/work/middle.json': middle }), /^2 \{/);
    const silent = config({}, { extends: './far.json' });
    assert.equal(withBase('./middle', '/work/far.json', { '/work/middle.json': silent }), '3 m\n');
  });
});

describe('a tsconfig.json', () => {
  it('is asked for only where something turns on it', () => {
    assert.deepEqual(
      run('console.log(1);', {}).asked.filter((path) => path.includes('tsconfig')),
      [],
    );
    assert.deepEqual(
      run('class A {}', {}).asked.filter((path) => path.includes('tsconfig')),
      ['/work/src/tsconfig.json', '/work/tsconfig.json', '/tsconfig.json'],
    );
  });
});
