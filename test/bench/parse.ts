/**
 * How long a megabyte of JavaScript takes from text to running, against acorn's own parse of the same text:
 * `npm run bench:parse [-- ROUNDS]`. Two texts from npm packages that this repository installs anyway: a bundle cut to size
 * between two of its statements, and three libraries one after the other. Rounds are interleaved; times are medians of
 * this thread's processor time.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as acorn from 'acorn';
import {
  compileForExecution,
  innerFunctions,
  installBuiltins,
  Isolate,
  parseWrappedUnit,
} from '../../src/engine/index.ts';
import { type Script, type SharedFunctionInfo, sharedFunctionInfoOf } from '../../src/engine/index.ts';
import { parseProgram } from '../../src/engine/parsing/parser.ts';

const size = 1_000_000;
const goal = 3;
const rounds = Number(process.argv[2] ?? 15);
const require = createRequire(import.meta.url);

const texts = {
  'bundle of playwright-core': cutToSize(read('playwright-core', 'lib/coreBundle.js')),
  'acorn, mocha and esbuild': [
    read('acorn', 'dist/acorn.js'),
    read('mocha', 'mocha.js'),
    read('esbuild', 'lib/main.js'),
  ].join('\n;\n'),
};

/** One for all: making it is no part of what is measured. */
const isolate = new Isolate(
  { seed: 1, now: () => 0, timeZone: 'UTC', locale: 'en-US', statements: true, maxSteps: 1 },
  installBuiltins,
);

const stages = ['acorn.parse', 'our parser', 'and scopes', 'and code to start', 'and code of all functions'] as const;

for (const [name, text] of Object.entries(texts)) {
  const times = stages.map((): number[] => []);
  let functions = 0;
  for (let round = 0; round < rounds; round++) {
    times[0]!.push(time(() => acorn.parse(text, { ecmaVersion: 'latest', sourceType: 'commonjs' })));
    times[1]!.push(time(() => parseProgram(text, { goal: 'function' })));
    times[2]!.push(time(() => unitOf(text)));
    times[3]!.push(time(() => compileForExecution(isolate, unitOf(text))));
    times[4]!.push(time(() => (functions = compileAll(unitOf(text)))));
  }
  const medians = times.map((list) => list.toSorted((x, y) => x - y)[Math.floor(list.length / 2)]!);
  console.log(`\n${name}: ${text.length.toLocaleString('en')} characters, ${functions.toLocaleString('en')} functions`);
  for (const [index, stage] of stages.entries()) {
    const ratio = (medians[index]! / medians[0]!).toFixed(2);
    console.log(`${stage.padEnd(28)}${medians[index]!.toFixed(0).padStart(6)} ms ${ratio.padStart(7)}x`);
  }
  console.log(`ready to run: ${(medians[3]! / medians[0]!).toFixed(2)}x of acorn's parse (goal ${goal})`);
}

function unitOf(source: string): SharedFunctionInfo {
  const script: Script = { id: 0, name: 'bundle.js', kind: 'main', source, lineOffset: 0 };
  const unit = parseWrappedUnit(script, ['exports', 'require', 'module', '__filename', '__dirname']);
  if (!unit.ok) throw new Error(`${unit.error.message} at ${unit.error.line}:${unit.error.column}`);
  return sharedFunctionInfoOf(unit.literal, script);
}

/** What a run does function by function, at their first calls, at once. Answers how many there are. */
function compileAll(shared: SharedFunctionInfo): number {
  return innerFunctions(compileForExecution(isolate, shared)).reduce((count, inner) => count + compileAll(inner), 1);
}

function read(name: string, file: string): string {
  return readFileSync(path.join(path.dirname(require.resolve(`${name}/package.json`)), file), 'utf8').replace(
    /^#!.*/,
    '',
  );
}

/** Whole statements from the start, until there are enough. */
function cutToSize(text: string): string {
  const { body } = acorn.parse(text, { ecmaVersion: 'latest', sourceType: 'commonjs' });
  return text.slice(0, body.find(({ end }) => end >= size)?.end);
}

function time(action: () => unknown): number {
  const before = process.threadCpuUsage();
  action();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
