// Runs everything that CI runs, or the suites that are named: node scripts/test.mjs [check|unit|oracle|fuzz|workbench|ui|desktop]...
// The last line is `N passed, N failed`. A suite that gives no result counts as failed. What this machine lacks is named in one
// line as skipped; under CI only the desktop may be.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { installDependencies } from './install.mjs';
import { root, runNode } from './process.mjs';

const continuousIntegration = Boolean(process.env.CI) && process.env.CI !== 'false';
const wanted = process.argv.slice(2);
const reports = mkdtempSync(path.join(tmpdir(), 'underhood-reports-'));
/** @type {{ passed: number, failed: number, skipped: string[] }} */
const total = { passed: 0, failed: 0, skipped: [] };

const suites = {
  check: async () => {
    for (const project of ['tsconfig.json', 'src/engine/tsconfig.json', 'webview/tsconfig.json']) {
      await step(`types: ${project}`, [bin('typescript', 'tsc'), '--project', project]);
    }
    await step('lint', [bin('oxlint', 'oxlint'), '--type-aware', '--deny-warnings']);
    await step('format', [bin('prettier', 'prettier'), '--check', '--log-level', 'warn', '.']);
  },
  build: () => step('build', ['esbuild.mjs', '--production', '--tests']),
  unit: () => mocha('unit', unitFolders(), filesAtOnce()),
  oracle: () => mocha('oracle', ['oracle'], ['--timeout', '60000', ...filesAtOnce()]),
  fuzz: () => mocha('fuzz', ['fuzz']),
  package: () => step('package', ['scripts/package.mjs', '--no-build']),
  workbench: async () => {
    if (!(await workbenchIsThere('workbench'))) return;
    await counted('workbench, Node extension host', ['test/workbench/run.mjs', 'node']);
    await counted('workbench, web worker extension host', ['test/workbench/run.mjs', 'web']);
  },
  ui: async () => {
    if (await workbenchIsThere('ui')) await mocha('ui', ['ui'], ['--timeout', '120000']);
  },
  desktop: async () => {
    const { findDesktop } = await import('./desktop.mjs');
    const found = await findDesktop({ download: wanted.includes('desktop') });
    if (found === undefined) total.skipped.push('desktop: no desktop VS Code (or no display) on this machine');
    else await counted('desktop', ['test/workbench/run-desktop.mjs']);
  },
};

/** What a suite needs before it. */
const needs = {
  unit: ['build'],
  oracle: ['build'],
  workbench: ['build'],
  ui: ['build', 'package'],
  desktop: ['build'],
};

const unknown = wanted.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

installDependencies();
const chosen =
  wanted.length > 0 ? new Set(wanted.flatMap((name) => [...(needs[name] ?? []), name])) : new Set(Object.keys(suites));
for (const [name, run] of Object.entries(suites)) {
  if (!chosen.has(name)) continue;
  try {
    await run();
  } catch (error) {
    count(name, { passed: 0, failed: 1 });
    console.error(error);
  }
}
rmSync(reports, { recursive: true, force: true });
for (const line of total.skipped) console.log(`skipped: ${line}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** One command that passes or fails as a whole. */
async function step(name, args) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const { code } = await runNode(args);
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, started);
}

/** A command that writes how many of its tests passed and failed. */
async function counted(name, args, nodeOptions = []) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const report = path.join(reports, `${name}.json`);
  const { code } = await runNode(args, { env: { UNDERHOOD_REPORT: report }, nodeOptions });
  if (!existsSync(report)) {
    console.log(`${name}: ended with code ${code} and without a result`);
    return count(name, { passed: 0, failed: 1 }, started);
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  if (counts.passed + counts.failed === 0) {
    console.log(`${name}: no test ran`);
    counts.failed = 1;
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.skipped > 0) {
    if (continuousIntegration) counts.failed += counts.skipped;
    total.skipped.push(`${counts.skipped} tests of ${name}`);
  }
  return count(name, counts, started);
}

function mocha(name, folders, options = []) {
  const specs = folders.flatMap((folder) => ['--spec', `test/${folder}/**/*.test.ts`]);
  const ci = continuousIntegration ? ['--forbid-only'] : [];
  const reporter = ['--reporter', path.join(root, 'scripts', 'mocha-reporter.cjs')];
  return counted(name, [bin('mocha', 'mocha'), ...reporter, ...options, ...ci, ...specs]);
}

/** Files of these tests share nothing, and wait for other processes and threads as much as they compute. */
function filesAtOnce() {
  const jobs = Math.min(availableParallelism(), 4);
  return jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : [];
}

/** Every folder of tests that needs neither a workbench nor a real Node to compare with. */
function unitFolders() {
  const others = new Set(['oracle', 'fuzz', 'workbench', 'ui', 'testbed']);
  const folders = readdirSync(path.join(root, 'test'), { withFileTypes: true });
  return folders.filter((entry) => entry.isDirectory() && !others.has(entry.name)).map(({ name }) => name);
}

/** Whether there are a browser and a VS Code server; what is missing fails under CI and is skipped elsewhere. */
async function workbenchIsThere(suite) {
  const { findChromium } = await import('./chromium.mjs');
  let lack = findChromium() === undefined ? 'no Chromium or Chrome (name one in the variable CHROMIUM)' : undefined;
  if (lack === undefined) {
    try {
      const { installTestbed } = await import('../test/testbed/install.mjs');
      installTestbed();
    } catch (error) {
      lack = `the VS Code server could not be installed (${String(error)})`;
    }
  }
  if (lack === undefined) return true;
  if (continuousIntegration) {
    console.log(`${suite}: ${lack}`);
    count(suite, { passed: 0, failed: 1 });
  } else {
    total.skipped.push(`${suite}: ${lack}`);
  }
  return false;
}

function count(name, { passed, failed }, started) {
  total.passed += passed;
  total.failed += failed;
  const time = started === undefined ? '' : ` (${((performance.now() - started) / 1000).toFixed(1)} s)`;
  console.log(`-- ${name}: ${passed} passed, ${failed} failed${time}`);
}

function bin(packageName, command) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin: names } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof names === 'string' ? names : names[command]);
}
