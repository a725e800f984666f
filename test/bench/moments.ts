/** What seek.ts and step.ts share: the programs of the folder beside it, runs of them, and how they are measured. */
import { readdirSync, readFileSync } from 'node:fs';
import type { RunEnvironment } from '../../src/protocol/run.ts';
import { type RecordingKind, Simulation } from '../../src/recorder/simulation.ts';

const environment: RunEnvironment = {
  runtime: 'node',
  sourceKind: 'commonjs',
  fileName: '/bench/program.js',
  seed: 1,
  startTime: Date.UTC(2026, 0, 1),
  timeZone: 'UTC',
  locale: 'en-US',
  maxSteps: 100_000_000,
  maxEvents: 4_000_000,
  maxVirtualMs: 3_600_000_000,
};

const folder = new URL('moments/', import.meta.url);

/** All of them, or those that the command line names. */
export function programNames(): string[] {
  const wanted = process.argv.slice(2);
  return readdirSync(folder)
    .map((file) => file.replace(/\.js$/, ''))
    .filter((name) => wanted.length === 0 || wanted.includes(name));
}

/** The program with as many rounds as give so many bytecodes. */
export function sourceOf(name: string, steps: number): string {
  const text = readFileSync(new URL(`${name}.js`, folder), 'utf8');
  const withRounds = (rounds: number): string => text.replace(/const rounds = \d+;/, `const rounds = ${rounds};`);
  const stepsOf = (rounds: number): number => simulate(withRounds(rounds), 'none').summary().steps;
  const few = stepsOf(10);
  return withRounds(Math.round(10 + ((steps - few) / (stepsOf(30) - few)) * 20));
}

export function simulate(source: string, recording: RecordingKind): Simulation {
  const simulation = new Simulation({ source, environment, recording });
  simulation.advance();
  return simulation;
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}

/** Of this thread's processor. */
export function milliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
