// What the suites of scripts/test.mjs consist of: parts, each a process of its own that shares nothing with the others.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bin, root } from './process.mjs';

/**
 * `place`: a part of the workbench needs a browser and a VS Code server; one that measures how long something takes is alone.
 * `isCounted`: it writes how many of its tests passed and failed; any other passes or fails as a whole.
 *
 * @typedef {{ name: string, args: string[], place?: 'workbench' | 'alone', isCounted?: boolean }} Part
 */

/** @type {Record<string, () => Part[]>} */
export const suites = {
  check: () => [
    { name: 'format', args: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
    { name: 'lint', args: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
    ...['tsconfig.json', 'src/engine/tsconfig.json', 'webview/tsconfig.json'].map((project) => ({
      name: `types of ${project}`,
      args: [bin('typescript', 'tsc'), '--project', project],
    })),
  ],
  unit: () => mochaParts(testFiles().filter(isUnit), unitParts),
  oracle: () => mochaParts(testFiles('oracle'), oracleParts, ['--timeout', '120000']),
  fuzz: () => mochaParts(testFiles('fuzz'), {}),
  workbench: () => [
    { name: 'Node extension host', args: ['test/workbench/run.mjs', 'node'], place: 'workbench', isCounted: true },
    { name: 'web worker extension host', args: ['test/workbench/run.mjs', 'web'], place: 'workbench', isCounted: true },
  ],
  ui: () =>
    testFiles('ui').map((file) => {
      const name = path.basename(file, '.test.ts');
      return { ...mochaPart(name, [file], ['--timeout', '240000']), place: name === 'latency' ? 'alone' : 'workbench' };
    }),
};

/** The longest first, so that none is left over at the end. What is in no part makes up the last one. */
const unitParts = {
  'the worker’s robustness': /^unit\/robustness\/worker/,
  'recorder and debugger': /^unit\/(?:recorder|debug)\//,
  'command line and worker': /^unit\/(?:cli|worker|extension|robustness)\//,
};

const oracleParts = {
  'stepping and breakpoints': /debugger-stops|breakpoints/,
  'what V8 prints': /^oracle\/v8-/,
};

/** Folders of tests that are suites of their own. */
const isUnit = (file) => !/^(?:oracle|fuzz|workbench|ui|testbed)\//.test(file);

/** By their names within the folder of tests. */
function testFiles(folder = '') {
  const tests = path.join(root, 'test');
  return readdirSync(path.join(tests, folder), { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => name.endsWith('.test.ts') && !parentPath.includes('node_modules'))
    .map(({ name, parentPath }) => path.relative(tests, path.join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
}

function mochaParts(files, patterns, options = []) {
  const parts = Map.groupBy(files, (file) => Object.keys(patterns).find((name) => patterns[name].test(file)));
  return [...Object.keys(patterns), undefined]
    .filter((name) => parts.has(name))
    .map((name) => mochaPart(name ?? (parts.size === 1 ? 'all' : 'the rest'), parts.get(name), options));
}

function mochaPart(name, files, options) {
  const reporter = path.join(root, 'scripts', 'mocha-reporter.cjs');
  const isCi = Boolean(process.env.CI) && process.env.CI !== 'false';
  const specs = files.flatMap((file) => ['--spec', `test/${file}`]);
  const args = [bin('mocha'), '--reporter', reporter, ...options, ...(isCi ? ['--forbid-only'] : []), ...specs];
  return { name, args, isCounted: true };
}
