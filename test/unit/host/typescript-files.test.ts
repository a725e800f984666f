// Programs of several TypeScript files: which file a specifier means.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import type { FileEntry } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

/** What /test/main.ts prints, with these files beside it. */
function printed(source: string, files: Readonly<Record<string, string>>, main = '/test/main.ts'): string {
  const known = new Map(
    Object.entries(files).map(([path, text]): [string, FileEntry] => [path, { kind: 'file', text }]),
  );
  const view = viewOfSnapshot(known);
  let text = '';
  const simulation = new Simulation({
    source,
    environment: { ...testEnvironment, fileName: main, sourceKind: 'auto' },
    recording: 'none',
    files: { lookup: (path) => view.lookup(path) ?? { kind: 'missing' } },
    output: { write: (_stream, more) => (text += more) },
  });
  simulation.advance();
  return text;
}

const show = (specifier: string) => `import x = require('${specifier}');\nconsole.log(x.name);`;
const named = (name: string) => `enum E { A }\nexport = { name: '${name}' as string, E };`;

describe('TypeScript files of a program', () => {
  const cases: readonly (readonly [specifier: string, file: string])[] = [
    ['./a', '/test/a.ts'],
    ['./a', '/test/a.tsx'],
    ['./a.js', '/test/a.ts'],
    ['./a.js', '/test/a.tsx'],
    ['./a.jsx', '/test/a.tsx'],
    ['./a.cjs', '/test/a.cts'],
    ['./a.ts', '/test/a.ts'],
    ['./a', '/test/a/index.ts'],
    ['./a/', '/test/a/index.tsx'],
    ['..', '/index.ts'],
    ['./a.b', '/test/a.b.ts'],
  ];
  for (const [specifier, file] of cases) {
    it(`'${specifier}' is ${file}`, () => assert.equal(printed(show(specifier), { [file]: named(file) }), `${file}\n`));
  }

  it('TypeScript wins over what it was compiled to', () => {
    const files = { '/test/a.ts': named('source'), '/test/a.js': "module.exports = { name: 'output' };" };
    assert.equal(printed(show('./a'), files), 'source\n');
    assert.equal(printed(show('./a.js'), files), 'source\n');
  });

  it('JavaScript finds JavaScript', () => {
    const program = "try { require('./a'); } catch (error) { console.log(error.code); }";
    assert.equal(printed(program, { '/test/a.ts': named('a') }, '/test/main.js'), 'MODULE_NOT_FOUND\n');
  });

  it('types are passed on by name', () => {
    const files = {
      '/test/types.mts':
        'export interface A {}\nexport type B = 1;\nexport const value = 5;\nexport default interface D {}',
      '/test/barrel.mts':
        "import { A, value as v } from './types.mjs';\nimport { B } from './types';\nexport { A, v };\nexport { B };\nexport { A as C, value } from './types';",
    };
    const program =
      "import * as all from './barrel';\nimport { A, v } from './barrel';\nlet a: A = v;\nconsole.log(Object.keys(all), a);";
    assert.equal(printed(program, files, '/test/main.mts'), "[ 'v', 'value' ] 5\n");
    const wrong = "import { nothing } from './types.mjs';\nconsole.log(nothing);";
    assert.match(printed(wrong, files, '/test/main.mts'), /does not provide an export named 'nothing'/);
  });

  it('what is only a type is not loaded', () => {
    const program =
      "import type { A } from './missing';\nimport B = require('./missing');\nlet a: A | B.C;\nconsole.log(a);";
    assert.equal(printed(program, {}), 'undefined\n');
  });
});
