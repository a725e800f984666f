import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FileReader, type FileView } from '../../../src/host/loading/files.ts';
import { formatOfFile, isModuleText } from '../../../src/host/loading/module-format.ts';
import { resolveCommonJs } from '../../../src/host/loading/resolve-commonjs.ts';
import { resolveEsm } from '../../../src/host/loading/resolve-esm.ts';
import { ResolutionError } from '../../../src/host/loading/resolution-error.ts';

const files: Readonly<Record<string, string>> = {
  '/app/main.js': '',
  '/app/lib.js': '',
  '/app/data.json': '{}',
  '/app/folder/index.js': '',
  '/app/folder.js': '',
  '/app/only/index.json': '{}',
  '/app/package.json': JSON.stringify({
    name: 'app',
    exports: { './self': './lib.js' },
    imports: { '#lib': './lib.js', '#dep': 'dual', '#platform': { browser: './nope.js', default: './lib.js' } },
  }),
  '/app/node_modules/plain/package.json': JSON.stringify({ main: './lib/main' }),
  '/app/node_modules/plain/lib/main.js': '',
  '/app/node_modules/plain/deep/file.js': '',
  '/app/node_modules/bare.js': '',
  '/app/node_modules/indexed/index.js': '',
  '/app/node_modules/dual/package.json': JSON.stringify({
    exports: {
      '.': { import: './esm.mjs', require: './cjs.cjs' },
      './sub/*': './src/*.js',
      './sub/private/*': null,
      './nested': { node: { import: './esm.mjs', default: './cjs.cjs' } },
      './list': [{ unknown: './x.js' }, './cjs.cjs'],
      './outside': '../escape.js',
    },
  }),
  '/app/node_modules/dual/esm.mjs': '',
  '/app/node_modules/dual/cjs.cjs': '',
  '/app/node_modules/dual/src/a.js': '',
  '/node_modules/@scope/thing/package.json': JSON.stringify({ type: 'module', main: 'm.js' }),
  '/node_modules/@scope/thing/m.js': '',
};

const directories = new Set(
  Object.keys(files).flatMap((file) =>
    file
      .split('/')
      .slice(1, -1)
      .map((_part, index, parts) => `/${parts.slice(0, index + 1).join('/')}`),
  ),
);

const disk: FileView = {
  lookup: (path) => {
    const text = files[path];
    if (text !== undefined) return { kind: 'file', text };
    return directories.has(path) ? { kind: 'directory' } : { kind: 'missing' };
  },
};

function required(request: string, parent = '/app/main.js'): string {
  try {
    const target = resolveCommonJs(new FileReader(disk), request, parent, []);
    return target.kind === 'file' ? target.path : `builtin ${target.name}`;
  } catch (error) {
    if (!(error instanceof ResolutionError)) throw error;
    return error.code;
  }
}

function imported(specifier: string, parent = '/app/main.js'): string {
  try {
    return resolveEsm(new FileReader(disk), specifier, `file://${parent}`).replace('file://', '');
  } catch (error) {
    if (!(error instanceof ResolutionError)) throw error;
    return error.code;
  }
}

describe('resolution of modules', () => {
  it('finds what require() finds', () => {
    const cases: Readonly<Record<string, string>> = {
      './lib': '/app/lib.js',
      './lib.js': '/app/lib.js',
      './data': '/app/data.json',
      './folder': '/app/folder.js',
      './folder/': '/app/folder/index.js',
      './only': '/app/only/index.json',
      '..': 'MODULE_NOT_FOUND',
      fs: 'builtin fs',
      'node:fs': 'builtin fs',
      'node:nothing': 'ERR_UNKNOWN_BUILTIN_MODULE',
      plain: '/app/node_modules/plain/lib/main.js',
      'plain/deep/file': '/app/node_modules/plain/deep/file.js',
      bare: '/app/node_modules/bare.js',
      indexed: '/app/node_modules/indexed/index.js',
      dual: '/app/node_modules/dual/cjs.cjs',
      'dual/sub/a': '/app/node_modules/dual/src/a.js',
      'dual/sub/private/a': 'ERR_PACKAGE_PATH_NOT_EXPORTED',
      'dual/nested': '/app/node_modules/dual/cjs.cjs',
      'dual/list': '/app/node_modules/dual/cjs.cjs',
      'dual/outside': 'ERR_INVALID_PACKAGE_TARGET',
      'dual/cjs.cjs': 'ERR_PACKAGE_PATH_NOT_EXPORTED',
      '@scope/thing': '/node_modules/@scope/thing/m.js',
      'app/self': '/app/lib.js',
      'app/other': 'ERR_PACKAGE_PATH_NOT_EXPORTED',
      '#lib': '/app/lib.js',
      '#dep': '/app/node_modules/dual/cjs.cjs',
      '#platform': '/app/lib.js',
      '#none': 'ERR_PACKAGE_IMPORT_NOT_DEFINED',
      missing: 'MODULE_NOT_FOUND',
    };
    for (const [request, path] of Object.entries(cases)) assert.equal(required(request), path, request);
  });

  it('finds what import finds', () => {
    const cases: Readonly<Record<string, string>> = {
      './lib.js': '/app/lib.js',
      './lib.js?x=1#y': '/app/lib.js?x=1#y',
      './lib': 'ERR_MODULE_NOT_FOUND',
      './folder': 'ERR_UNSUPPORTED_DIR_IMPORT',
      '/app/lib.js': '/app/lib.js',
      'file:///app/lib.js': '/app/lib.js',
      fs: 'node:fs',
      plain: '/app/node_modules/plain/lib/main.js',
      'plain/deep/file': 'ERR_MODULE_NOT_FOUND',
      'plain/deep/file.js': '/app/node_modules/plain/deep/file.js',
      bare: 'ERR_MODULE_NOT_FOUND',
      indexed: '/app/node_modules/indexed/index.js',
      dual: '/app/node_modules/dual/esm.mjs',
      'dual/nested': '/app/node_modules/dual/esm.mjs',
      'dual/sub/a': '/app/node_modules/dual/src/a.js',
      '@scope/thing': '/node_modules/@scope/thing/m.js',
      '@scope': 'ERR_INVALID_MODULE_SPECIFIER',
      'app/self': '/app/lib.js',
      '#lib': '/app/lib.js',
      '#dep': '/app/node_modules/dual/esm.mjs',
      'https://example.com/x.js': 'https://example.com/x.js',
    };
    for (const [specifier, url] of Object.entries(cases)) assert.equal(imported(specifier), url, specifier);
  });

  it('asks for all candidates at once where nothing is known', () => {
    const nothing = new FileReader({ lookup: () => undefined });
    assert.throws(() => resolveCommonJs(nothing, 'pkg', '/a/b/main.js', []), ResolutionError);
    for (const path of ['/a/b/node_modules/pkg/package.json', '/a/node_modules/pkg/index.js', '/node_modules/pkg.js'])
      assert.ok(nothing.unknown.has(path), path);
  });

  it('tells modules from CommonJS by name, package and text', () => {
    const formats: Readonly<Record<string, string>> = {
      '/app/a.mjs': 'module',
      '/app/a.cjs': 'commonjs',
      '/app/a.json': 'json',
      '/app/a.node': 'addon',
      '/app/a.js': 'ambiguous',
      '/node_modules/@scope/thing/m.js': 'module',
      '/app/a.css': 'unknown',
    };
    for (const [path, format] of Object.entries(formats))
      assert.equal(formatOfFile(new FileReader(disk), path), format, path);
    for (const text of ['import "x"', 'export {}', 'import.meta.url', 'await 0', 'const require = 1; await 0'])
      assert.ok(isModuleText(text, 'javascript'), text);
    for (const text of [
      'const a = require("x")',
      'import("x")',
      'let x = ;',
      'return await_',
      'function f() { await 0 }',
    ])
      assert.ok(!isModuleText(text, 'javascript'), text);
  });
});
