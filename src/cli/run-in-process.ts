/** A whole run at once, as the command line and the tests need it. */
import type { FileView } from '../host/loading/files.ts';
import type { HostOutput } from '../host/host.ts';
import { excerpt } from '../host/throw-site.ts';
import type { EventType, Outcome } from '../protocol/events.ts';
import type { RunEnvironment } from '../protocol/run.ts';
import type { OutlineConsoleEntry, OutlineTurn } from '../recorder/log/outline.ts';
import { Simulation, type SimulationOptions } from '../recorder/simulation.ts';

/** What `run --json` prints. */
export interface RunReport {
  readonly outcome: Outcome;
  readonly error: string | null;
  readonly steps: number;
  readonly virtualMs: number;
  readonly console: readonly OutlineConsoleEntry[];
  readonly counts: Partial<Record<EventType, number>>;
  readonly turns: readonly OutlineTurn[];
}

export interface RunResult {
  readonly exitCode: number;
  readonly json: RunReport | undefined;
}

export function runInProcess(
  source: string,
  environment: RunEnvironment,
  withReport: boolean,
  output?: HostOutput,
  files?: FileView,
  tracer?: SimulationOptions['tracer'],
): RunResult {
  const simulation = new Simulation({
    source,
    environment,
    recording: withReport ? 'outline' : 'none',
    ...(output === undefined ? {} : { output }),
    ...(files === undefined ? {} : { files }),
    ...(tracer === undefined ? {} : { tracer }),
  });
  const { failure } = simulation;
  if (failure !== undefined) {
    const place = excerpt(simulation.scriptName, source, failure.offset, failure.end - failure.offset);
    const text = failure.kind === 'syntax' ? `${place}\n\n${failure.message}` : `${place}\n${failure.message}`;
    output?.write('stderr', `${text}\n`);
    const report: RunReport = {
      outcome: 'error',
      error: text,
      steps: 0,
      virtualMs: 0,
      console: [],
      counts: {},
      turns: [],
    };
    return { exitCode: 1, json: withReport ? report : undefined };
  }
  simulation.advance();
  const summary = simulation.summary();
  if (summary.message !== undefined) output?.write('stderr', `${summary.message}\n`);
  const recorder = simulation.outline;
  if (recorder === undefined) return { exitCode: summary.exitCode, json: undefined };
  return {
    exitCode: summary.exitCode,
    json: {
      outcome: summary.outcome,
      error: summary.error ?? null,
      steps: summary.steps,
      virtualMs: summary.virtualMs,
      console: recorder.consoleEntries,
      counts: recorder.counts,
      turns: recorder.turns,
    },
  };
}
