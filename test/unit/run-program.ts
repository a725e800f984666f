/** Runs a program for a test. */
import { Simulation, type RecordingKind } from '../../src/recorder/simulation.ts';
import type { RunEnvironment, RunSummary } from '../../src/protocol/run.ts';

export const testEnvironment: RunEnvironment = {
  runtime: 'node',
  sourceKind: 'commonjs',
  fileName: '/test/program.js',
  seed: 1,
  startTime: Date.UTC(2026, 0, 1, 12),
  timeZone: 'UTC',
  locale: 'en-US',
  maxSteps: 1_000_000,
  maxEvents: 1_000_000,
  maxVirtualMs: 3_600_000,
};

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly summary: RunSummary;
  readonly simulation: Simulation;
}

export function runProgram(
  source: string,
  changes: Partial<RunEnvironment> = {},
  recording: RecordingKind = 'none',
): ProgramRun {
  const printed = { stdout: '', stderr: '' };
  const write = (stream: 'stdout' | 'stderr', text: string): void => {
    printed[stream] += text;
  };
  const simulation = new Simulation({
    source,
    environment: { ...testEnvironment, ...changes },
    recording,
    output: { write },
  });
  if (simulation.failure !== undefined) throw new Error(simulation.failure.message);
  simulation.advance();
  const summary = simulation.summary();
  return { ...printed, exitCode: summary.exitCode, summary, simulation };
}
