// Builds everything that is shipped, and with --tests the suite that runs inside the extension host.
//   node esbuild.mjs [--production] [--tests]
// Development builds have source maps; production builds are minified and held to the size budgets below.
import esbuild from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const at = (...parts) => path.join(root, ...parts);
const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');

/**
 * The modules that are JavaScript as builtin code (`*-source.ts`) without their indentation and the comments that are lines of their own,
 * which esbuild leaves alone because they stand in texts: none of them has a text or template of several lines where they would count.
 */
const withoutLayout = {
  name: 'without layout',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].*-source\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8')
        .replaceAll(/^[ \t]+/gm, '')
        .replaceAll(/^(?:\/\/.*|\/\*\*(?:(?!\*\/).)*\*\/)$/gm, ''),
      loader: 'ts',
    })),
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  // What others wrote is named in dist/ThirdPartyNotices.txt.
  legalComments: 'none',
  metafile: true,
  plugins: production ? [withoutLayout] : [],
  logLevel: 'warning',
  // acorn's plugins `require` it while we `import` it; without this it would be in the bundle twice.
  alias: { acorn: at('node_modules', 'acorn', 'dist', 'acorn.mjs') },
};

/** What is built: `budget` is the largest minified size in bytes. */
const bundles = [
  {
    entry: 'src/extension/main.node.ts',
    output: 'dist/node/extension.js',
    budget: 250_000,
    // VS Code 1.101 runs Node 22.
    options: { platform: 'node', format: 'cjs', target: 'node22', external: ['vscode'] },
  },
  {
    entry: 'src/extension/main.web.ts',
    output: 'dist/web/extension.js',
    budget: 250_000,
    // The web worker host can load one CommonJS file and knows no module but vscode.
    options: { platform: 'browser', format: 'cjs', target: 'es2022', external: ['vscode'] },
  },
  {
    entry: 'src/worker/worker.ts',
    output: 'dist/worker.js',
    // The parsers of TypeScript and JSX are a tenth of it, maps, caches and tiers another; the sources of Node's and the browser's
    // modules are a quarter.
    budget: 3_100_000,
    // One file for worker_threads and for Web Workers: node:worker_threads is required only where there is a `require`.
    options: { platform: 'browser', format: 'iife', target: 'es2022', external: ['node:worker_threads'] },
  },
  {
    entry: 'webview/main.tsx',
    output: 'dist/webview/main.js',
    budget: 200_000,
    options: { platform: 'browser', format: 'esm', target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' },
  },
  {
    entry: 'webview/main.css',
    output: 'dist/webview/main.css',
    budget: 50_000,
    options: { external: ['*.woff', '*.ttf'] },
  },
  {
    entry: 'webview/hazard/main.tsx',
    output: 'dist/webview/hazard.js',
    // Most of it renders Markdown.
    budget: 200_000,
    options: { platform: 'browser', format: 'esm', target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' },
  },
  {
    entry: 'webview/hazard/main.css',
    output: 'dist/webview/hazard.css',
    budget: 10_000,
    options: {},
  },
  {
    entry: 'src/cli/main.ts',
    output: 'dist/cli.js',
    // What the worker has, and the traces as V8 prints them.
    budget: 3_200_000,
    options: { platform: 'node', format: 'cjs', target: 'node20', banner: { js: '#!/usr/bin/env node' } },
  },
];

/**
 * The workbench suite, once for each kind of extension host; the test files are found by their name, or are those that begin with
 * one of the words in UNDERHOOD_TESTS.
 */
function testBundles() {
  const folder = at('test', 'workbench');
  const only = (process.env.UNDERHOOD_TESTS ?? '').split(',');
  const imports = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') && only.some((word) => name.startsWith(word)))
    .map((name) => `await import('./${name}');`);
  const stdin = (host) => ({
    contents: `import { runSuite } from './${host}';\nexport const run = () => runSuite(async () => { ${imports.join(' ')} });`,
    resolveDir: folder,
    loader: 'ts',
  });
  const options = { ...shared, minify: false, sourcemap: 'inline' };
  return [
    {
      ...options,
      stdin: stdin('suite.node.ts'),
      outfile: at('dist/test/workbench.node.js'),
      platform: 'node',
      format: 'cjs',
      target: 'node22',
      external: ['vscode', 'mocha'],
    },
    {
      ...options,
      stdin: stdin('suite.web.ts'),
      outfile: at('dist/test/workbench.web.js'),
      platform: 'browser',
      target: 'es2022',
      external: ['vscode'],
      alias: {
        ...shared.alias,
        mocha: at('node_modules/mocha/mocha.js'),
        'node:assert/strict': at('test/workbench/assert.web.ts'),
      },
      // mocha's browser build assigns module.exports itself, so the suite is kept in a name of its own.
      format: 'iife',
      globalName: 'underhoodSuite',
      footer: { js: 'module.exports = underhoodSuite;' },
    },
  ];
}

/** Name, version and licence of each package in the bundles, with the licence's text. */
function notices() {
  const entries = [...packages].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
    const file = readdirSync(at(folder)).find((each) => /^(licen[cs]e|copying)/i.test(each));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(at(folder, file), 'utf8').trim();
    return { title: `${name} ${version} (${license})`, text };
  });
  entries.sort((one, other) => (one.title < other.title ? -1 : 1));
  return [
    'Underhood contains code of these packages.',
    ...entries.map(
      ({ title, text }) => `${'='.repeat(title.length)}\n${title}\n${'='.repeat(title.length)}\n\n${text}`,
    ),
  ].join('\n\n');
}

mkdirSync(at('dist'), { recursive: true });

const problems = [];
/** Folders of the packages that are in what is shipped. */
const packages = new Set();
for (const { entry, output, budget, options } of bundles) {
  try {
    const { metafile } = await esbuild.build({ ...shared, ...options, entryPoints: [at(entry)], outfile: at(output) });
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined) packages.add(folder);
      // Code of the simulated program: made of a package beforehand (scripts/guest-libraries.mjs).
      if (input.endsWith('/readable-stream.json')) packages.add('node_modules/readable-stream');
    }
  } catch {
    problems.push(`${output}: could not be built`);
    continue;
  }
  const { size } = statSync(at(output));
  console.log(`${output}: ${(size / 1000).toFixed(1)} kB`);
  if (production && size > budget) problems.push(`${output}: ${size} bytes, the budget is ${budget}`);
}
writeFileSync(at('dist', 'ThirdPartyNotices.txt'), notices());

if (tests) await Promise.all(testBundles().map((options) => esbuild.build(options)));

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
