/** What JSX calls: by the environment, by the nearest tsconfig.json, by the file's own comments. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import type { FileEntry, RunEnvironment } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

const helpers = `const h = (type, props, ...children) => type + '(' + children.join() + ')';
const other = { make: (type) => 'other ' + type, Group: 'group' };
const Fragment = 'fragment';
const React = { createElement: (type) => 'react ' + type, Fragment: 'React.Fragment' };
`;
const program = `${helpers}console.log(<a>1</a>);\nconsole.log(<>2</>);`;

/** What is printed; files that are not listed are missing. `asked`: what the run asked for before. */
function print(
  source: string,
  files: Readonly<Record<string, string>>,
  environment: Partial<RunEnvironment> = {},
): string {
  let stdout = '';
  let known = new Map<string, FileEntry>();
  for (;;) {
    stdout = '';
    const simulation = new Simulation({
      source,
      environment: { ...testEnvironment, fileName: '/work/src/main.jsx', sourceKind: 'auto', ...environment },
      recording: 'none',
      output: { write: (_stream, text) => (stdout += text) },
      files: viewOfSnapshot(known),
    });
    assert.equal(simulation.failure, undefined);
    if (simulation.advance() !== 'needsFiles') return stdout;
    const entries = simulation.neededFiles.map((path): [string, FileEntry] => {
      const text = files[path];
      if (text !== undefined) return [path, { kind: 'file', text }];
      const isDirectory = Object.keys(files).some((file) => file.startsWith(`${path}/`));
      return [path, { kind: isDirectory ? 'directory' : 'missing' }];
    });
    known = new Map([...known, ...entries]);
  }
}

const config = (options: object, more: object = {}): string => JSON.stringify({ ...more, compilerOptions: options });

describe('what JSX calls', () => {
  it('is React where nothing says otherwise', () => {
    assert.equal(print(program, {}), 'react a\nreact React.Fragment\n');
  });

  it('is what the environment says, whatever the project says', () => {
    const files = { '/work/tsconfig.json': config({ jsx: 'react-jsx' }) };
    const jsx = { factory: 'h', fragmentFactory: 'Fragment' };
    assert.equal(print(program, files, { jsx }), 'a(1)\nfragment(2)\n');
    assert.equal(print(program, {}, { jsx: { factory: 'other.make' } }), 'other a\nother React.Fragment\n');
  });

  it('is what the nearest tsconfig.json says', () => {
    const files = {
      '/tsconfig.json': config({ jsxFactory: 'React.createElement' }),
      '/work/tsconfig.json':
        '\uFEFF{ // comment\n "compilerOptions": { /* "x" */ "jsxFactory": "h", "jsxFragmentFactory": "Fragment", }, }',
    };
    assert.equal(print(program, files), 'a(1)\nfragment(2)\n');
  });

  it('is what a tsconfig.json extends, and its own words win', () => {
    const files = {
      '/work/tsconfig.json': config({ jsxFragmentFactory: 'other.Group' }, { extends: ['./base', '../strict.json'] }),
      '/work/base.json': config({ jsxFactory: 'other.make', jsxFragmentFactory: 'Fragment' }),
      '/strict.json': config({ strict: true, jsxFactory: 'h' }, { extends: './strict.json' }),
    };
    assert.equal(print(program, files), 'a(1)\ngroup(2)\n');
  });

  it('is the automatic runtime of the project', () => {
    const files = {
      '/work/tsconfig.json': config({ jsx: 'react-jsx', jsxImportSource: 'tiny' }),
      '/work/node_modules/tiny/package.json': '{"exports": {"./jsx-runtime": "./jsx-runtime.js"}}',
      '/work/node_modules/tiny/jsx-runtime.js':
        'exports.jsx = exports.jsxs = (type, { children }) => "tiny " + type + children; exports.Fragment = "none";',
    };
    assert.equal(print(program, files), 'tiny a1\ntiny none2\n');
    const asModule = program.replaceAll('console', 'globalThis.console') + '\nexport {};';
    assert.equal(print(asModule, files), 'tiny a1\ntiny none2\n');
  });

  it('is what the file says, before all', () => {
    const files = { '/work/tsconfig.json': config({ jsx: 'react-jsx' }) };
    const jsx = { factory: 'React.createElement' };
    assert.equal(print(`/** @jsx h @jsxFrag Fragment */\n${program}`, files, { jsx }), 'a(1)\nfragment(2)\n');
    assert.equal(print(`/** @jsx h @jsxFrag Fragment */\n${program}`, files), 'a(1)\nfragment(2)\n');
  });

  it('holds for other files of the program, but not for those of packages', () => {
    const files = {
      '/work/tsconfig.json': config({ jsxFactory: 'h' }),
      '/work/src/part.jsx': `${helpers}exports.part = <b>3</b>;`,
      '/work/node_modules/lib/index.jsx': `${helpers}exports.lib = <c>4</c>;`,
      '/work/node_modules/lib/package.json': '{"main": "index.jsx"}',
    };
    const source = 'console.log(require("./part.jsx").part, require("lib").lib);';
    assert.equal(print(source, files), 'b(3) react c\n');
  });

  it('stays as it is where a tsconfig.json is no JSON or names no name', () => {
    assert.equal(print(program, { '/work/tsconfig.json': '{ "compilerOptions": ' }), 'react a\nreact React.Fragment\n');
    const files = { '/work/tsconfig.json': config({ jsxFactory: 'evil();', jsxFragmentFactory: 3 }) };
    assert.equal(print(program, files), 'react a\nreact React.Fragment\n');
  });

  it('asks for no tsconfig.json where there can be no JSX', () => {
    assert.equal(
      print('console.log(1);', { '/work/tsconfig.json': 'unread' }, { fileName: '/work/src/main.ts' }),
      '1\n',
    );
  });
});
