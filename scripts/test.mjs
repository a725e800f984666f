// Runs everything that CI runs, or the suites that are named: node scripts/test.mjs [check|unit|oracle|fuzz|workbench|ui|desktop]...
// Parts of suites run side by side, one for each processor; what a part wrote is shown when it has ended. The last line is
// `N passed, N failed`. A part that gives no result, or does not end, counts as failed. A part in a workbench that fails
// beside others, when the machine may have been too busy for it, runs once more alone, and that counts. What this machine
// lacks is named in one line as skipped; under CI only the desktop may be.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { installDependencies } from './install.mjs';
import { goOnInNode24, root, runNode } from './process.mjs';
import { suites } from './test-suites.mjs';

const continuousIntegration = Boolean(process.env.CI) && process.env.CI !== 'false';
const wanted = process.argv.slice(2);
const started = performance.now();
/** The longest part takes six minutes beside another one, on two processors. */
const partLimitMs = 15 * 60_000;
/** @type {string[]} */
const skipped = [];
/** By suite, in the order in which they began. @type {Map<string, { passed: number, failed: number, parts: number, seconds: number }>} */
const totals = new Map();

/** Parts that failed beside others. @type {import('./test-suites.mjs').Part[]} */
const again = [];

/** Where the packaged extension is installed. @type {string | undefined} */
let extensions;

/** What a suite needs before it. */
const needs = {
  unit: ['build'],
  oracle: ['build'],
  workbench: ['build'],
  ui: ['build', 'package'],
  desktop: ['build'],
};

const names = [...Object.keys(suites), 'desktop'];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

installDependencies();
goOnInNode24();
const reports = mkdtempSync(path.join(tmpdir(), 'underhood-reports-'));
const chosen = wanted.length > 0 ? wanted : names;
const before = new Set(chosen.flatMap((name) => needs[name] ?? []));
const parts = Object.entries(suites)
  .filter(([suite]) => chosen.includes(suite))
  .flatMap(([suite, list]) => list().map((part) => ({ ...part, suite })));
const slots = Math.min(availableParallelism(), 4, parts.length);

const testbed = parts.some(({ place }) => place !== undefined) ? installTestbed() : undefined;
if (before.has('build'))
  await run({ suite: 'build', name: 'bundles', args: ['esbuild.mjs', '--production', '--tests'] });
if (before.has('package')) await run({ suite: 'build', name: 'package', args: ['scripts/package.mjs', '--no-build'] });
const workbench = testbed?.then(async (lack) => lack ?? (await installExtension()));
await inSlots();
if (extensions !== undefined) rmSync(path.dirname(extensions), { recursive: true, force: true, maxRetries: 3 });
if (chosen.includes('desktop')) await desktop();

rmSync(reports, { recursive: true, force: true });
console.log('');
for (const [suite, { passed, failed, parts: count, seconds }] of totals) {
  const work = count === 1 ? `${seconds.toFixed(1)} s` : `${seconds.toFixed(1)} s in ${count} parts`;
  console.log(`-- ${suite}: ${passed} passed, ${failed} failed (${work})`);
}
console.log(`-- all: ${((performance.now() - started) / 1000).toFixed(1)} s, ${slots} parts at once`);
for (const line of skipped) console.log(`skipped: ${line}`);
const sum = (key) => [...totals.values()].reduce((total, counts) => total + counts[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);

/**
 * A workbench waits about as much as it computes: one slot has them first and the others last, so that they run beside
 * something else for as long as there is anything. What measures time comes at the end, alone.
 */
async function inSlots() {
  const queue = (place) => parts.filter((part) => part.place === place);
  const [anywhere, inWorkbench, alone] = [queue(undefined), queue('workbench'), queue('alone')];
  let isReady = workbench === undefined;
  const ready = Promise.resolve(workbench).then((lack) => {
    isReady = true;
    if (lack === undefined) return;
    for (const suite of new Set([...inWorkbench, ...alone].map((part) => part.suite))) withoutWorkbench(suite, lack);
    inWorkbench.length = alone.length = 0;
  });
  const slot = async (prefersWorkbench) => {
    for (;;) {
      const canUseWorkbench = isReady && inWorkbench.length > 0;
      const queued = (prefersWorkbench && canUseWorkbench) || anywhere.length === 0 ? inWorkbench : anywhere;
      if (queued === inWorkbench && !isReady) await ready;
      const part = queued.shift();
      if (part === undefined) return;
      await run(part);
    }
  };
  await Promise.all(Array.from({ length: slots }, (_, index) => slot(index === 0)));
  await ready;
  for (const part of alone) await run(part);
  for (const part of again.splice(0)) await run({ ...part, place: 'alone' });
}

async function run(part) {
  const { suite, name, args, place, isCounted = false } = part;
  const start = performance.now();
  const report = path.join(reports, `${suite}-${name}.json`);
  const isSilent = slots > 1;
  const { code, output } = await runNode(args, {
    env: { UNDERHOOD_REPORT: report, UNDERHOOD_EXTENSIONS: extensions },
    quiet: isSilent,
    limitMs: partLimitMs,
  });
  const title = `${suite}: ${name}`;
  console.log(`\n== ${title}${isSilent ? `\n${output.trimEnd()}` : ''}`);
  const whole = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = isCounted ? countsOf(report, title, code) : whole;
  if (place === 'workbench' && counts.failed > 0 && slots > 1) {
    console.log(`-- ${title}: ${counts.passed} passed, ${counts.failed} failed; runs once more, alone`);
    rmSync(report, { force: true });
    again.push(part);
  } else count(suite, title, counts, start);
}

function countsOf(report, title, code) {
  if (!existsSync(report)) {
    console.log(`${title}: ended with code ${code} and without a result`);
    return { passed: 0, failed: 1 };
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  if (counts.passed + counts.failed === 0) {
    console.log(`${title}: no test ran`);
    counts.failed = 1;
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.skipped > 0) {
    if (continuousIntegration) counts.failed += counts.skipped;
    skipped.push(`${counts.skipped} tests of ${title}`);
  }
  return counts;
}

/** Resolves to what is missing, or to undefined when there are a browser and a VS Code server. */
async function installTestbed() {
  const { findChromium } = await import('./chromium.mjs');
  if (findChromium() === undefined) return 'no Chromium or Chrome (name one in the variable CHROMIUM)';
  const start = performance.now();
  const { code, output } = await runNode(['test/testbed/install.mjs'], { quiet: true, limitMs: partLimitMs });
  if (code !== 0) return `the VS Code server could not be installed (${output.trim()})`;
  console.log(`\nThe VS Code server is there (${((performance.now() - start) / 1000).toFixed(1)} s).`);
  return undefined;
}

/** Once for all files of the UI suite: each workbench has a copy. */
async function installExtension() {
  if (!before.has('package')) return undefined;
  const { installVsix } = await import('./server.mjs');
  try {
    extensions = installVsix(path.join(root, 'dist', 'underhood.vsix'));
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** What is missing fails under CI and is skipped elsewhere. */
function withoutWorkbench(suite, lack) {
  if (!continuousIntegration) return void skipped.push(`${suite}: ${lack}`);
  console.log(`${suite}: ${lack}`);
  count(suite, suite, { passed: 0, failed: 1 }, performance.now());
}

async function desktop() {
  const { findDesktop } = await import('./desktop.mjs');
  const found = await findDesktop({ download: wanted.includes('desktop') });
  const args = ['test/workbench/run-desktop.mjs'];
  if (found === undefined) skipped.push('desktop: no desktop VS Code (or no display) on this machine');
  else await run({ suite: 'desktop', name: 'Node extension host', args, isCounted: true });
}

function count(suite, title, { passed, failed }, start) {
  const seconds = (performance.now() - start) / 1000;
  const total = totals.get(suite) ?? { passed: 0, failed: 0, parts: 0, seconds: 0 };
  totals.set(suite, {
    passed: total.passed + passed,
    failed: total.failed + failed,
    parts: total.parts + 1,
    seconds: total.seconds + seconds,
  });
  console.log(`-- ${title}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
}
