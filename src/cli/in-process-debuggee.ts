/** A program that is debugged in this very process, with the files of the disk. */
import path from 'node:path';
import type { Debuggee, Launcher, Recorded } from '../debug/debuggee.ts';
import { variablesWith } from '../debug/launch-attributes.ts';
import { isFlagOfRuns } from '../engine/index.ts';
import type { FileView } from '../host/loading/files.ts';
import { defaultEngine, engineNames, type RunEnvironment, type RunInput } from '../protocol/run.ts';
import type { Answers } from '../protocol/questions.ts';
import { answersOf } from '../recorder/answers.ts';
import { RecordedRun } from '../recorder/recorded-run.ts';
import { Simulation, sourceErrorOf } from '../recorder/simulation.ts';
import { defaultMaxSteps } from './arguments.ts';
import { diskFiles } from './disk-files.ts';
import { readSourceFile } from './source-file.ts';

/** Between slices the client is listened to. */
const sliceMs = 20;
/** A log of so many events takes some hundred MB. */
const maxEvents = 10_000_000;

export const launchInProcess: Launcher = async (attributes) => {
  const {
    runtime = 'node',
    engine: wanted = defaultEngine,
    v8Flags = [],
    args = [],
    env = {},
    inputs = [],
  } = attributes;
  if (runtime !== 'node' && runtime !== 'browser')
    throw new Error(`runtime is node or browser, not ${String(runtime)}`);
  const engine = engineNames.find((each) => each === wanted);
  if (engine === undefined) throw new Error(`engine is ${engineNames.join(', ')}, not ${wanted}`);
  const unknown = v8Flags.find((word) => !isFlagOfRuns(word));
  if (unknown !== undefined) throw new Error(`there is no flag ${unknown} that changes a run`);
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  const environment: RunEnvironment = {
    runtime,
    engine,
    v8Flags,
    sourceKind: 'auto',
    fileName: path.resolve(attributes.program),
    seed: 1,
    startTime: Date.now(),
    timeZone,
    locale,
    arguments: [...args],
    variables: variablesWith({}, env),
    maxSteps: defaultMaxSteps,
    maxEvents,
    maxVirtualMs: 2 ** 31,
  };
  const debuggee = new InProcessDebuggee(environment);
  debuggee.read();
  debuggee.record(inputs);
  return debuggee;
};

class InProcessDebuggee implements Debuggee {
  readonly program: string;
  inputs: readonly RunInput[] = [];
  private readonly environment: RunEnvironment;
  private source = '';
  private files: FileView = diskFiles();
  private simulation: Simulation | undefined;
  private answers: Answers | undefined;
  private recording: Promise<Recorded> = Promise.resolve({ kind: 'problem', message: 'Nothing was run' });

  constructor(environment: RunEnvironment) {
    this.environment = environment;
    this.program = environment.fileName;
  }

  recorded(): Promise<Recorded> {
    return this.recording;
  }

  get scripts() {
    return this.simulation?.recorder?.log.scripts ?? [];
  }

  get functions() {
    return this.simulation?.recorder?.log.functions ?? [];
  }

  sourceOf(script: number): string | undefined {
    const info = this.scripts[script];
    if (info?.kind === 'main') return this.source;
    if (info?.kind !== 'file' || info.source !== undefined) return info?.source;
    // A long file is not in the log.
    const entry = this.files.lookup(info.name);
    return entry?.kind === 'file' ? entry.text : undefined;
  }

  async ask<Name extends keyof Answers>(question: Name, asked: Parameters<Answers[Name]>[0]) {
    await this.recording;
    const answer = this.answers?.[question] as ((asked: unknown) => ReturnType<Answers[Name]>) | undefined;
    return answer?.(asked);
  }

  change(inputs: readonly RunInput[]): Promise<void> {
    this.record(inputs);
    return Promise.resolve();
  }

  restart(): Promise<void> {
    this.files = diskFiles();
    this.read();
    this.record([]);
    return Promise.resolve();
  }

  release(): void {
    this.simulation = undefined;
    this.answers = undefined;
  }

  /** The text as it stands on the disk. */
  read(): void {
    const read = readSourceFile(this.program);
    if ('problem' in read) throw new Error(read.problem);
    this.source = read.source;
  }

  record(inputs: readonly RunInput[]): void {
    this.inputs = inputs;
    this.answers = undefined;
    const { source, environment, files } = this;
    const simulation = new Simulation({ source, environment, recording: 'log', files, inputs });
    this.simulation = simulation;
    this.recording = this.finish(simulation);
  }

  private async finish(simulation: Simulation): Promise<Recorded> {
    const { failure } = simulation;
    if (failure !== undefined) return { kind: 'sourceError', error: sourceErrorOf(failure) };
    for (;;) {
      const sliceEnd = Date.now() + sliceMs;
      const shouldPause = (): boolean => Date.now() >= sliceEnd;
      if (simulation.advance({ shouldPause, isTimeUp: () => false }) !== 'paused') break;
      await new Promise((resolve) => setImmediate(resolve));
      if (this.simulation !== simulation) return { kind: 'problem', message: 'The run was given up' };
    }
    this.answers = answersOf(new RecordedRun(simulation));
    return { kind: 'done', summary: simulation.summary() };
  }
}
