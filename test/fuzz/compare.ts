/** Holds one program against real Node. */
import { runInProcess } from '../../src/cli/run-in-process.ts';
import { withoutInternals } from '../oracle/without-internals.ts';
import type { Judge } from './judge.ts';

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface Difference {
  /** What differs first, in one line: programs with the same kind of difference have the same reason, more or less. */
  readonly kind: string;
  readonly expected: string;
  readonly actual: string;
}

/** The engine's stack traces do not go through Promise.all and its kind. */
const combinatorFrame = /\n +at async Promise\.\w+ \(index \d+\)/g;

const maxSteps = 2_000_000;

/** Undefined when both print the same. A program that does not end in Node has no answer to be held against. */
export async function compare(judge: Judge, source: string, withWords = false): Promise<Difference | undefined> {
  const differenceOf = (expected: Printed, printed: Printed): Difference | undefined =>
    differenceOfTexts(asText(expected, withWords), asText(printed, withWords));
  const actual = runInUnderhood(source, judge.fileName);
  const expected = await judge.print(source);
  if (expected === undefined) return undefined;
  const difference = differenceOf(expected, actual);
  if (difference === undefined || !isTimed(source)) return difference;
  // A machine that stalls lets real timers slip into each other: only what happens each time counts.
  for (let attempt = 0; attempt < 6; attempt++) {
    const again = await (attempt % 2 === 0 ? judge.print(source) : judge.printAlone(source));
    if (again === undefined || differenceOf(again, actual) === undefined) return undefined;
  }
  return difference;
}

function isTimed(source: string): boolean {
  return source.includes('setTimeout');
}

function runInUnderhood(source: string, fileName: string): Printed {
  const printed = { stdout: '', stderr: '' };
  const environment = {
    runtime: 'node',
    sourceKind: 'commonjs',
    fileName,
    seed: 1,
    startTime: Date.UTC(2026, 0, 1, 12),
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps,
    maxEvents: Infinity,
    maxVirtualMs: 3_600_000,
  } as const;
  try {
    const { exitCode } = runInProcess(source, environment, false, {
      write: (stream, text) => {
        printed[stream] += text;
      },
    });
    return { ...printed, exitCode };
  } catch (error) {
    return {
      ...printed,
      stderr: `HOST EXCEPTION: ${error instanceof Error ? error.stack : String(error)}`,
      exitCode: -1,
    };
  }
}

function differenceOfTexts(wanted: string, got: string): Difference | undefined {
  if (wanted === got) return undefined;
  const wantedLines = wanted.split('\n');
  const gotLines = got.split('\n');
  const at = wantedLines.findIndex((line, index) => line !== gotLines[index]);
  return { kind: `${wantedLines[at]} <> ${gotLines[at]}`, expected: wanted, actual: got };
}

function asText({ stdout, stderr, exitCode }: Printed, withWords: boolean): string {
  const printed = withoutInternals(stdout);
  const complaint = withoutInternals(stderr);
  const end = `-- ${exitCode}\n`;
  return withWords
    ? `${printed}--\n${complaint}${end}`
    : `${withoutWords(printed)}--\n${withoutWordsAtEnd(complaint)}${end}`;
}

/** Without the words of TypeErrors, which quote the source in a way of V8's own. */
function withoutWords(text: string): string {
  return text.replaceAll(/TypeError: .*/g, 'TypeError').replaceAll(combinatorFrame, '');
}

/** An uncaught one may go over several lines, and the place that is shown is the one that the words are about. */
function withoutWordsAtEnd(text: string): string {
  const withoutPlace = text.replace(/^.*program\.js:\d+\n.*\n *\^+\n/m, '').replaceAll(/\n {4,}at .*/g, '');
  return withoutPlace.replace(/TypeError: .*/s, 'TypeError\n');
}
