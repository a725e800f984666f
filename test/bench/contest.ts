/**
 * One program in all engines: a process for each engine, one run in each in turn, round after round, so that what else
 * the machine does strikes all alike. What counts is the CPU time of the main thread; the figures are medians.
 */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { contenders, type ContenderName, reference } from './contenders.ts';
import { median } from './median.ts';
import { bundle, type Program } from './programs.ts';

export interface Measurement {
  readonly milliseconds: number;
  /** Bytecodes that Underhood ran. */
  readonly steps: number | undefined;
  /** Of `node --jitless` with the same input. */
  readonly referenceMilliseconds: number;
}

/** A measurement, or why there is none. */
export type Outcome = Measurement | { readonly failure: string };

export interface ContestOptions {
  readonly rounds: number;
  /** Seconds that one run may take. */
  readonly timeCut: number;
  /** The checkout of the contender `against`. */
  readonly otherTree: string | undefined;
}

interface Answer {
  readonly ready?: true;
  readonly error?: string;
  readonly printed?: string;
  readonly milliseconds?: number;
  readonly steps?: number;
}

interface Runner {
  readonly name: ContenderName;
  readonly input: 'size' | 'small';
  readonly child: ChildProcess;
  readonly times: number[];
  steps: number | undefined;
  failure: string | undefined;
}

export async function contest(
  program: Program,
  names: readonly ContenderName[],
  options: ContestOptions,
): Promise<Map<ContenderName, Outcome>> {
  const inputs = new Set<'size' | 'small'>(['size', ...names.map((name) => contenders[name].input)]);
  const sources = new Map<string, string>();
  const references = new Map<string, Runner>();
  for (const input of inputs) {
    sources.set(input, await bundle(program, program[input]));
    references.set(input, start(reference, input, options));
  }
  const others = names.filter((name) => name !== reference).map((name) => start(name, contenders[name].input, options));
  const runners = [...references.values(), ...others];
  try {
    const expected = new Map<string, string>();
    // The host's optimising compiler runs beside the program and needs a while for the dispatch loop.
    const warmUps = program.isLong ? 0 : 5;
    const rounds = program.isLong ? 1 : options.rounds;
    for (let round = 0; round < warmUps + rounds; round++) {
      for (const runner of runners) {
        // One run in a slow engine is seconds long: it warms up within it.
        const isSlow = contenders[runner.name].rounds <= 2;
        const first = isSlow ? 0 : warmUps;
        const isDone = round >= first + contenders[runner.name].rounds;
        if (runner.failure !== undefined || isDone) continue;
        const answer = await ask(runner, sources.get(runner.input)!, options.timeCut);
        if (answer.error !== undefined) runner.failure = answer.error;
        else {
          if (runner.name === reference) expected.set(runner.input, answer.printed!);
          if (answer.printed !== expected.get(runner.input)) runner.failure = 'another result';
          runner.steps = answer.steps;
          if (round >= first) runner.times.push(answer.milliseconds!);
        }
      }
    }
  } finally {
    for (const { child } of runners) child.kill('SIGKILL');
  }
  return new Map([references.get('size')!, ...others].map((runner) => [runner.name, outcome(runner, references)]));
}

function outcome(runner: Runner, references: ReadonlyMap<string, Runner>): Outcome {
  if (runner.failure !== undefined) return { failure: runner.failure };
  const referenceMilliseconds = median(references.get(runner.input)!.times);
  return { milliseconds: median(runner.times), steps: runner.steps, referenceMilliseconds };
}

function start(name: ContenderName, input: 'size' | 'small', { otherTree }: ContestOptions): Runner {
  const { file, flags } = contenders[name];
  const folder = name === 'against' ? path.join(otherTree!, 'test', 'bench') : import.meta.dirname;
  const script = path.join(folder, 'child.mjs');
  const child = fork(script, [`./engines/${file}.mjs`], { execArgv: ['--stack-size=4000', ...flags], stdio: 'ignore' });
  return { name, input, child, times: [], steps: undefined, failure: undefined };
}

/** Runs a script in an engine. The first message of a process says that it is ready. */
async function ask(runner: Runner, source: string, timeCut: number): Promise<Answer> {
  const { child } = runner;
  if (child.exitCode !== null) return { error: 'it ended' };
  const answered = new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ error: `over ${timeCut} s` });
    }, timeCut * 1000);
    const settle = (answer: Answer): void => {
      if (answer.ready) return;
      clearTimeout(timer);
      child.off('message', settle);
      resolve(answer);
    };
    child.on('message', settle);
    child.once('exit', () => settle({ error: 'it ended' }));
  });
  child.send({ source });
  return answered;
}
