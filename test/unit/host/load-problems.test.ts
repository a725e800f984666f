// What an editor is told of a file that cannot be loaded: which specifier of the main file leads there, and the place itself.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import type { FileEntry } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

type Files = Readonly<Record<string, string | FileEntry>>;

function problemOf(source: string, files: Files = {}) {
  const known = new Map(
    Object.entries(files).map(([path, entry]): [string, FileEntry] => [
      path,
      typeof entry === 'string' ? { kind: 'file', text: entry } : entry,
    ]),
  );
  const view = viewOfSnapshot(known);
  const simulation = new Simulation({
    source,
    environment: { ...testEnvironment, sourceKind: 'auto' },
    recording: 'outline',
    files: { lookup: (path) => view.lookup(path) ?? { kind: 'missing' } },
  });
  simulation.advance();
  const { problem } = simulation.summary();
  return problem && { ...problem, specifier: problem.start < 0 ? '' : source.slice(problem.start, problem.end) };
}

describe('a file that cannot be loaded', () => {
  it('is missing, and the specifier says which', () => {
    const problem = problemOf("const a = 1;\nconst { b } = require('./b.js');");
    assert.equal(problem?.message, "Cannot find module './b.js'");
    assert.equal(problem.specifier, "'./b.js'");
    assert.equal(problem.place, undefined);
  });

  it('is a package that is not installed', () => {
    const problem = problemOf("require('left-pad')('a', 3);");
    assert.equal(problem?.message, "Cannot find module 'left-pad'");
    assert.equal(problem.specifier, "'left-pad'");
  });

  it('is asked for by another file: both places are told', () => {
    const a = "// A file.\nrequire('./missing.js');";
    const problem = problemOf("require('./fine.js');\nrequire('./a.js');", {
      '/test/fine.js': "require('events');",
      '/test/a.js': a,
    });
    assert.equal(problem?.specifier, "'./a.js'");
    assert.deepEqual(problem.place, { path: '/test/a.js', offset: a.indexOf("'./missing.js'"), line: 2, column: 9 });
  });

  it('does not parse, two files away', () => {
    const c = 'exports.c = 1;\nlet c = ;';
    const problem = problemOf("require('./b');", { '/test/b.js': "require('./c.js');", '/test/c.js': c });
    assert.equal(problem?.message, "SyntaxError: Unexpected token ';'");
    assert.equal(problem.specifier, "'./b'");
    assert.deepEqual(problem.place, { path: '/test/c.js', offset: c.lastIndexOf(';'), line: 2, column: 9 });
  });

  it('is not read by the editor', () => {
    const reason = 'the file has 4.0 million characters';
    const problem = problemOf("require('./big.js');", { '/test/big.js': { kind: 'unreadable', reason } });
    assert.equal(problem?.message, `Underhood does not read /test/big.js: ${reason}`);
    assert.equal(problem.specifier, "'./big.js'");
  });

  it('is a module that does not offer what is imported, here or in another module', () => {
    const files = { '/test/code.mjs': 'export const a = 1;', '/test/between.mjs': "export { b } from './code.mjs';" };
    const problem = problemOf("import { b } from './code.mjs';", files);
    assert.match(problem?.message ?? '', /does not provide an export named 'b'/);
    assert.equal(problem?.specifier, 'b');
    const other = problemOf("import * as all from './between.mjs';\nexport { all };", files);
    assert.equal(other?.specifier, "'./between.mjs'");
    assert.equal(other.place?.path, '/test/between.mjs');
  });

  it('is a module that is missing or does not parse', () => {
    const missing = problemOf("const a = 1;\nimport b from './b.mjs';\nexport { a, b };");
    assert.equal(missing?.specifier, "'./b.mjs'");
    assert.match(missing.message, /^Cannot find module '\/test\/b\.mjs' imported from/);
    const broken = problemOf("import { a } from './a.mjs';\na;", { '/test/a.mjs': 'export const a = ;' });
    assert.equal(broken?.specifier, "'./a.mjs'");
    assert.deepEqual(broken.place, { path: '/test/a.mjs', offset: 17, line: 1, column: 18 });
  });

  it('is no problem when the program catches the error, or fails for another reason', () => {
    assert.equal(problemOf("try { require('./b.js'); } catch {}"), undefined);
    assert.equal(problemOf("try { require('./b.js'); } catch {}\nnull.x;"), undefined);
  });

  it('is found where the specifier is computed, as far as the text says it', () => {
    const problem = problemOf("require('./' + 'b.js');");
    assert.equal(problem?.message, "Cannot find module './b.js'");
    assert.equal(problem.specifier, '');
    const inOther = problemOf("require('./' + 'a.js');", { '/test/a.js': 'let let = 1;' });
    assert.equal(inOther?.specifier, '');
    assert.equal(inOther.place?.path, '/test/a.js');
  });
});
