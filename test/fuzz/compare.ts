/** Holds one program against real Node. */
import { diskFiles } from '../../src/cli/disk-files.ts';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import type { RunEnvironment } from '../../src/protocol/run.ts';
import { withoutInternals } from '../oracle/without-internals.ts';
import type { Judge } from './judge.ts';
import { isRace } from './races.ts';

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** `difference`: other text or exit code; `hang`: it ends in Node and not here; `host exception`: a bug of the engine. */
export type FailureKind = 'difference' | 'hang' | 'host exception';

export interface Failure {
  readonly kind: FailureKind;
  /** What differs first, in one line: programs with the same first difference have the same reason, more or less. */
  readonly summary: string;
  readonly expected: string;
  readonly actual: string;
}

/** Why a program says nothing about the engine: Node itself gives no answer, or none that two runs of it would give alike. */
export const undecidedReasons = [
  'endless or too long in Node',
  'of the machine or of the text of Node itself',
  'out of memory or virtual time',
  'a race that Node decides either way',
  'Node itself crashes',
  'breaks code of Node that runs in its realm',
  'Node loses what is printed while the stack overflows',
  'shows globals that are not simulated yet',
] as const;
export type UndecidedReason = (typeof undecidedReasons)[number];

export type Verdict = 'same' | UndecidedReason | Failure;

const maxSteps = 1_000_000;
/** Node runs a program that much faster, so that one which needs more steps than that and ends there is endless here. */
const patientMaxSteps = 30_000_000;
const hostException = 'HOST EXCEPTION: ';

/** The whole `process` is printed: it tells of the machine and of Node's own modules. */
const showsProcess = /\bmoduleLoadList: \[/;

/**
 * The text of a function of Node's own modules, which is Node's: here such functions are native, as they are in browsers.
 */
const showsNodeSource =
  /\bfunction (?:set(?:Timeout|Interval|Immediate)|clear\w+|nextTick|queueMicrotask|structuredClone|require|emit\w*|on\w*|off|once|addListener|\w*Listeners?)\([^)]*\) \{\n/;
/**
 * Node's console and loaders are JavaScript in the same realm: an accessor with an index on Object.prototype or
 * Array.prototype makes them throw.
 */
const breaksNode = /^node:internal\/[^]*\nTypeError: Cannot set property \d+ of [^\n]* which has only a getter\n/;

/**
 * No variable is named by a number: V8 13.6 reads what is no name where `for (await using x = …; …)` has a closure over x and the
 * initializer throws, or crashes (judge.ts).
 */
const isCorrupt = /Cannot access '\d+' before initialization/;

/** What is asked for sizes of memory, which are the process's own. */
const asksForMemory = /\b(?:getHeap(?:Space)?Statistics|memoryUsage)\b/;

const showsNativeSource = /\bfunction \w+\(\) \{ \[native code\] \}/;

export async function compare(judge: Judge, source: string): Promise<Verdict> {
  let actual = runInUnderhood(source, judge.fileName, maxSteps);
  const wasStopped = isStopped(actual);
  judge.patience = wasStopped ? 700 : 5_000;
  const expected = await judge.print(source);
  if (actual.stderr.includes(hostException))
    return failureOf('host exception', isPrinted(expected) ? expected : undefined, actual);
  if (expected === 'crashed') return 'Node itself crashes';
  if (expected === undefined) return 'endless or too long in Node';
  if (isCorrupt.test(expected.stdout)) return 'Node itself crashes';
  if (showsMissingGlobals(expected, source)) return 'shows globals that are not simulated yet';
  if (showsProcess.test(expected.stdout)) return 'of the machine or of the text of Node itself';
  if (wasStopped) actual = runInUnderhood(source, judge.fileName, patientMaxSteps);
  if (isStopped(actual)) {
    const isBounded = /memory\n$|virtual time/.test(actual.stderr);
    return isBounded ? 'out of memory or virtual time' : failureOf('hang', expected, actual);
  }
  if (asText(expected) === asText(actual)) return 'same';
  if (showsNodeSource.test(expected.stdout) && showsNativeSource.test(actual.stdout)) {
    return 'of the machine or of the text of Node itself';
  }
  if (asksForMemory.test(source) && withoutSizes(expected) === withoutSizes(actual))
    return 'of the machine or of the text of Node itself';
  if (breaksNode.test(expected.stderr)) return 'breaks code of Node that runs in its realm';
  if (asDepthless(expected) === asDepthless(actual)) {
    const inSmallStack = runInUnderhood(source, judge.fileName, maxSteps, { v8Flags: ['--stack-size=600'] });
    if (asText(inSmallStack) !== asText(actual)) return 'same';
  }
  if (overflows(actual) && losesLines(expected, actual)) return 'Node loses what is printed while the stack overflows';
  // A machine that stalls lets real timers slip into each other: only what happens each time counts.
  const theirs = [asText(expected)];
  for (let attempt = 0; attempt < (isTimed(source) ? 6 : 2); attempt++) {
    const again = await (attempt % 2 === 0 ? judge.printAlone(source) : judge.print(source));
    if (!isPrinted(again) || asText(again) === asText(actual)) return 'a race that Node decides either way';
    theirs.push(asText(again));
  }
  if (!isTimed(source) && new Set(theirs.slice(1)).size > 1) return 'a race that Node decides either way';
  // How often an interval fires while something else is waited for depends on how late the machine wakes up.
  if (source.includes('setInterval') && asDepthless(expected) === asDepthless(actual))
    return 'a race that Node decides either way';
  if (isTimed(source) && isRace(theirs, [asText(actual), ...slowRuns(source, judge.fileName)]))
    return 'a race that Node decides either way';
  return failureOf('difference', expected, actual);
}

function withoutSizes(printed: Printed): string {
  return asText(printed).replaceAll(/\b\d{5,}\b/g, 'N');
}

/** Timers that are due at nearly the same time race with the program: a slower machine lets others win, and here it does too. */
function slowRuns(source: string, fileName: string): string[] {
  return slowSteps.map((stepNanoseconds) => asText(runInUnderhood(source, fileName, maxSteps, { stepNanoseconds })));
}

/** Machines that need 10 µs to 1 ms for a bytecode. */
const slowSteps = [10_000, 20_000, 50_000, 100_000, 200_000, 1_000_000];

function isTimed(source: string): boolean {
  return /setTimeout|setInterval|setImmediate/.test(source);
}

/** A list of all global names: the ones that src/host/globals/unsimulated-globals.ts lists are told by name where they are used. */
function showsMissingGlobals({ stdout }: Printed, source: string): boolean {
  return ['URLSearchParams', 'TextDecoder'].every((name) => stdout.includes(name) && !source.includes(name));
}

function isPrinted(answer: Printed | 'crashed' | undefined): answer is Printed {
  return typeof answer === 'object';
}

function overflows({ stdout, stderr }: Printed): boolean {
  return `${stdout}${stderr}`.includes('Maximum call stack size exceeded');
}

/** Lines that are printed once per call count as one: how many calls a stack takes depends on the size of their frames. */
function asDepthless(printed: Printed): string {
  return asText(printed).replaceAll(/((?:[^\n]*\n){1,3}?)\1+/g, '$1');
}

/** A stack that overflows inside of a write leaves Node's stream as it was then: later writes may not come out. */
function losesLines(expected: Printed, actual: Printed): boolean {
  const lines = asDepthless(expected).split('\n');
  let found = 0;
  for (const line of asDepthless(actual).split('\n')) if (line === lines[found]) found++;
  return found === lines.length;
}

function isStopped({ stderr, exitCode }: Printed): boolean {
  return exitCode === 3 && /(^|\n)Stopped after [^\n]*\n$/.test(stderr);
}

function runInUnderhood(
  source: string,
  fileName: string,
  steps: number,
  machine: Pick<RunEnvironment, 'stepNanoseconds' | 'v8Flags'> = {},
): Printed {
  const printed = { stdout: '', stderr: '' };
  const environment = {
    runtime: 'node',
    sourceKind: 'commonjs',
    fileName,
    seed: 1,
    startTime: Date.now(),
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps: steps,
    maxEvents: Infinity,
    maxVirtualMs: 3_600_000,
    ...machine,
  } as const;
  try {
    const write = (stream: 'stdout' | 'stderr', text: string): void => {
      if (printed[stream].length < 1_000_000) printed[stream] += text;
    };
    const { exitCode } = runInProcess(source, environment, false, { write }, diskFiles());
    return { ...printed, exitCode };
  } catch (error) {
    const stack = error instanceof Error ? error.stack : String(error);
    return { ...printed, stderr: `${hostException}${stack}`, exitCode: -1 };
  }
}

function failureOf(kind: FailureKind, expected: Printed | undefined, actual: Printed): Failure {
  const wanted = expected === undefined ? '(it does not end)\n' : asText(expected);
  const got = asText(actual);
  const wantedLines = wanted.split('\n');
  const gotLines = got.split('\n');
  const at = wantedLines.findIndex((line, index) => line !== gotLines[index]);
  const summary =
    kind === 'host exception'
      ? actual.stderr.split('\n').slice(0, 3).join(' ')
      : kind === 'hang'
        ? 'hang'
        : `${wantedLines[at]} <> ${gotLines[at]}`;
  return { kind, summary, expected: wanted, actual: got };
}

function asText({ stdout, stderr, exitCode }: Printed): string {
  const shown = withoutWords(withoutMoments(withoutInternals(stdout))).toWellFormed();
  return `${shown}--\n${withoutWordsAtEnd(withoutInternals(stderr))}-- ${exitCode}\n`;
}

/** Without what the clock gives: times of this very day, as dates show themselves, and when a timer was started. */
function withoutMoments(text: string): string {
  const [, weekday, day, month, year] = /(\w+), (\d+) (\w+) (\d+)/.exec(new Date().toUTCString())!;
  const date = new Date().toISOString().slice(0, 10);
  return text
    .replaceAll(new RegExp(`${date}T[\\d:.]+Z`, 'g'), 'now')
    .replaceAll(new RegExp(`${weekday} ${month} ${day} ${year} [\\d:]+`, 'g'), 'now')
    .replaceAll(/\b(_idleStart|expiry): \d+/g, '$1');
}

/** Also compares the words of TypeErrors, all of stderr and every position: `npm run fuzz -- --words`. */
const wordsCount = process.argv.includes('--words');

/** Without the words of TypeErrors and the columns of frames, which follow V8's own way of quoting the source. */
function withoutWords(text: string): string {
  if (wordsCount) return text;
  return text
    .replaceAll(/TypeError: (?!Class constructor).*/g, 'TypeError')
    .replaceAll(
      // What a program appends to a stack stands behind another last frame here: Node's own go on.
      /\n +at [^\n]*?(<anonymous>(?! \()|program\.js:\d+:\d+|\(index \d+\)|native)\)?(, <anonymous>:\d+:\d+\)?)*((?<=\))[\w[][^\n]*?(?=( [[{])?(\n|$)))?/g,
      '',
    )
    .replaceAll(/program\.js:\d+:\d+/g, '');
}

/** An uncaught one may go over several lines, and the place that is shown is the one that the words are about. */
function withoutWordsAtEnd(text: string): string {
  return wordsCount ? text : '';
}
