/** One test in an isolate of its own, or two where it runs in sloppy and in strict mode. Never throws. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  evaluateModule,
  getProperty,
  GuestException,
  installBuiltins,
  Isolate,
  JSObject,
  linkModule,
  lookupOwn,
  PropertyLookup,
  RunStopped,
  type Value,
} from '../../src/engine/index.ts';
import { callScript, compileScript } from '../../src/engine/execution/evaluate.ts';
import { exclusionOf } from './exclusions.ts';
import { type Frontmatter, readFrontmatter } from './frontmatter.ts';
import { installHostObject } from './host-object.ts';
import { ModuleHost, type ReadModule } from './module-host.ts';

export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'excluded'; readonly reason: string }
  /** `crash`: an exception of ours, not of the program. */
  | { readonly kind: 'fail' | 'crash' | 'hang'; readonly reason: string };

const maxSteps = 400_000_000;
const maxMilliseconds = 20_000;
const startTime = Date.UTC(2026, 0, 1, 12);

/** `file` is relative to `root`, a checkout of test262. */
export function runTest(root: string, file: string): Verdict {
  const source = readFileSync(path.join(root, file), 'utf8');
  return runTestSource(
    source,
    file,
    (name) => readFileSync(path.join(root, 'harness', name), 'utf8'),
    (name) => (name.endsWith('.js') || name.endsWith('.json') ? readIfThere(path.join(root, name)) : undefined),
  );
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function runTestSource(
  source: string,
  file: string,
  readHarness: (name: string) => string,
  readModule: ReadModule = () => undefined,
): Verdict {
  const frontmatter = readFrontmatter(source);
  const exclusion = exclusionOf(file, frontmatter);
  if (exclusion !== undefined) return { kind: 'excluded', reason: exclusion };
  for (const isStrict of modesOf(frontmatter)) {
    const verdict = runInMode({ source, file, frontmatter, readHarness, readModule }, isStrict);
    if (verdict.kind !== 'pass') return verdict;
  }
  return { kind: 'pass' };
}

function modesOf({ flags }: Frontmatter): readonly boolean[] {
  if (flags.has('raw') || flags.has('noStrict') || flags.has('module')) return [false];
  return flags.has('onlyStrict') ? [true] : [false, true];
}

interface Test {
  readonly source: string;
  readonly file: string;
  readonly frontmatter: Frontmatter;
  readonly readHarness: (name: string) => string;
  readonly readModule: ReadModule;
}

function runInMode(test: Test, isStrict: boolean): Verdict {
  const { source, frontmatter, readHarness } = test;
  const printed: string[] = [];
  try {
    const isolate = newIsolate((text) => printed.push(text));
    for (const name of harnessOf(frontmatter)) {
      const harness = compileScript(isolate, name, readHarness(name));
      if (!harness.ok) return { kind: 'fail', reason: `harness ${name}: ${harness.error.message}` };
      callScript(isolate, harness.closure);
    }
    const modules = new ModuleHost(isolate, test.readModule);
    const verdict = frontmatter.flags.has('module')
      ? runModule(isolate, modules, test)
      : runMain(isolate, test.file, isStrict ? `"use strict";\n${source}` : source, frontmatter);
    if (verdict.kind !== 'pass' || !frontmatter.flags.has('async')) return marked(verdict, isStrict);
    return marked(asyncVerdict(printed), isStrict);
  } catch (error) {
    return marked(thrownVerdict(error), isStrict);
  }
}

function marked(verdict: Verdict, isStrict: boolean): Verdict {
  return isStrict && verdict.kind !== 'pass' ? { ...verdict, reason: `(strict) ${verdict.reason}` } : verdict;
}

function newIsolate(print: (text: string) => void): Isolate {
  const isolate: Isolate = new Isolate(
    {
      seed: 1,
      now: () => startTime + Math.floor(isolate.steps / 1000),
      timeZone: 'UTC',
      locale: 'en-US',
      statements: false,
      maxSteps,
    },
    installBuiltins,
  );
  const deadline = performance.now() + maxMilliseconds;
  isolate.interpreter.onSlice = () => {
    if (performance.now() > deadline) throw new RunStopped('moment');
  };
  installHostObject(isolate, print);
  return isolate;
}

function harnessOf({ flags, includes }: Frontmatter): string[] {
  if (flags.has('raw')) return [];
  const standard = ['assert.js', 'sta.js'];
  if (flags.has('async')) standard.push('doneprintHandle.js');
  return [...new Set([...standard, ...includes])];
}

function runMain(isolate: Isolate, file: string, source: string, { negative }: Frontmatter): Verdict {
  const program = compileScript(isolate, file, source);
  if (!program.ok) {
    const { kind, message } = program.error;
    if (kind === 'unsupported') return { kind: 'fail', reason: message };
    if (negative?.phase === 'parse' && message.startsWith(negative.type)) return { kind: 'pass' };
    return { kind: 'fail', reason: message };
  }
  if (negative?.phase === 'parse') return { kind: 'fail', reason: `no early ${negative.type}` };
  try {
    callScript(isolate, program.closure);
  } catch (error) {
    if (!(error instanceof GuestException) || negative === undefined) throw error;
    const name = constructorName(isolate, error.value);
    if (name === negative.type) return { kind: 'pass' };
    return { kind: 'fail', reason: `throws ${describeThrown(error.value)} instead of a ${negative.type}` };
  }
  if (negative !== undefined) return { kind: 'fail', reason: `throws no ${negative.type}` };
  drainMicrotasks(isolate);
  return { kind: 'pass' };
}

function runModule(isolate: Isolate, modules: ModuleHost, { source, file, frontmatter }: Test): Verdict {
  const { negative } = frontmatter;
  const compiled = modules.compileMain(file, source);
  if (!compiled.ok) {
    const { message } = compiled.error;
    const isExpected = negative?.phase === 'parse' && message.startsWith(negative.type);
    return isExpected ? { kind: 'pass' } : { kind: 'fail', reason: message };
  }
  if (negative?.phase === 'parse') return { kind: 'fail', reason: `no early ${negative.type}` };
  let phase = 'resolution';
  try {
    modules.load(compiled.module);
    linkModule(isolate, compiled.module);
    phase = 'runtime';
    const promise = evaluateModule(isolate, compiled.module);
    drainMicrotasks(isolate);
    const data = promise.internal;
    if (data?.kind === 'promise' && data.state === 'rejected') throw new GuestException(data.result);
  } catch (error) {
    if (!(error instanceof GuestException) || negative === undefined) throw error;
    const name = constructorName(isolate, error.value);
    if (name === negative.type && phase === negative.phase) return { kind: 'pass' };
    return { kind: 'fail', reason: `throws ${describeThrown(error.value)} at ${phase} instead of a ${negative.type}` };
  }
  return negative === undefined ? { kind: 'pass' } : { kind: 'fail', reason: `throws no ${negative.type}` };
}

function drainMicrotasks(isolate: Isolate): void {
  for (let task = isolate.microtasks.shift(); task !== undefined; task = isolate.microtasks.shift()) {
    isolate.runMicrotask(task);
  }
}

function asyncVerdict(printed: readonly string[]): Verdict {
  const failure = printed.find((line) => line.startsWith('Test262:AsyncTestFailure'));
  if (failure !== undefined) return { kind: 'fail', reason: failure.replace('Test262:AsyncTestFailure:', '') };
  if (printed.includes('Test262:AsyncTestComplete')) return { kind: 'pass' };
  return { kind: 'fail', reason: 'never calls $DONE' };
}

function thrownVerdict(error: unknown): Verdict {
  if (error instanceof RunStopped) return { kind: 'hang', reason: `stopped: ${error.reason}` };
  if (error instanceof GuestException) return { kind: 'fail', reason: describeThrown(error.value) };
  const [first = '', ...frames] = error instanceof Error ? (error.stack ?? error.message).split('\n') : [String(error)];
  const place = frames[0]?.replace(/^\s*at /, '').replace(/\(.*\/src\//, '(src/') ?? '';
  return { kind: 'crash', reason: `${first} ${place}`.trim() };
}

/** The names of a thrown error without running the program's code where it is an ordinary one. */
function describeThrown(value: Value): string {
  if (!(value instanceof JSObject)) return String(value);
  const read = (key: string): string => {
    for (let object: JSObject | null = value; object !== null; object = object.hiddenClass.prototype) {
      const found = new PropertyLookup();
      if (lookupOwn(found, object, key)) return String(found.value);
    }
    return '';
  };
  return `${read('name') || 'Test262Error'}: ${read('message')}`;
}

function constructorName(isolate: Isolate, value: Value): string {
  if (!(value instanceof JSObject)) return typeof value;
  const maker = getProperty(isolate, value, 'constructor');
  return maker instanceof JSObject ? isolate.functionName(maker) : '';
}
