/**
 * A run as a whole: engine, host and recorder tied together. The one entry of worker and command line.
 * Everything that happens follows from source, environment and the limits; only where time ends a run comes from outside.
 */
import { type AnyNode, type EngineListener, type Isolate, type ParseFailure, RunStopped } from '../engine/index.ts';
import type { FileView } from '../host/loading/files.ts';
import type { Host, HostOutput } from '../host/host.ts';
import type { HostListener } from '../host/host-listener.ts';
import { loadProblemOf } from '../host/loading/load-problems.ts';
import type { EventLoop } from '../host/loop.ts';
import { startRun } from '../host/start.ts';
import type { LogChunk } from '../protocol/log.ts';
import type {
  DecidedSourceKind,
  LimitKind,
  RunEnvironment,
  RunInput,
  RunSummary,
  SourceError,
  Waiting,
} from '../protocol/run.ts';
import { watchEngine } from './engine/engine-watch.ts';
import type { EngineEvidence } from './evidence/engine-evidence.ts';
import { EvidenceWatch } from './evidence/evidence-watch.ts';
import { gatherEvidence } from './evidence/gather-evidence.ts';
import { awaitInputs } from './inputs.ts';
import type { LogBuilder } from './log/log-builder.ts';
import { OutlineRecorder } from './log/outline.ts';
import { Recorder } from './log/recording.ts';

/** none: as fast as possible; outline: counts, console and turns; log: every event; replay: see replay.ts. */
export type RecordingKind = 'none' | 'outline' | 'log' | 'replay';

export interface SimulationOptions {
  readonly source: string;
  readonly environment: RunEnvironment;
  readonly recording: RecordingKind;
  readonly output?: HostOutput;
  /** The files that the program may read; without it there are none. */
  readonly files?: FileView;
  /** Listens where nothing is recorded. */
  readonly tracer?: (isolate: Isolate) => EngineListener | undefined;
  /** In the order of their steps. */
  readonly inputs?: readonly RunInput[];
}

/** Asked from time to time while the run goes on. */
export interface Pacing {
  /** Between turns: let somebody else do something. */
  readonly shouldPause: () => boolean;
  /** Also within a turn: the run's time is up. */
  readonly isTimeUp: () => boolean;
}

const noOutput: HostOutput = { write: () => undefined };

export class Simulation {
  /** The source could not be run: it is no JavaScript, or not what Underhood simulates. */
  readonly failure: ParseFailure | undefined;
  readonly options: SimulationOptions;
  /** What the main file turned out to be; for 'auto' that is decided here. */
  readonly sourceKind: DecidedSourceKind;
  /** The main file as stack traces name it. */
  readonly scriptName: string;
  readonly recorder: Recorder | undefined;
  readonly outline: OutlineRecorder | undefined;
  private readonly evidenceWatch: EvidenceWatch | undefined;
  private running: { readonly host: Host; readonly loop: EventLoop } | undefined;
  private hasEnded = false;

  constructor(options: SimulationOptions) {
    const { source, environment, recording } = options;
    this.options = options;
    const started = startRun({
      source,
      environment,
      output: options.output ?? noOutput,
      ...(options.files === undefined ? {} : { files: options.files }),
      statements: recording !== 'none',
      breakLocations: recording === 'replay',
    });
    this.failure = started.ok ? undefined : started.error;
    this.sourceKind = started.kind;
    this.scriptName = started.scriptName;
    if (!started.ok) return;
    this.running = { host: started.host, loop: started.loop };
    const { isolate } = started.host;
    if (recording === 'log') {
      this.recorder = new Recorder(isolate, environment.maxEvents);
      const evidenceWatch = new EvidenceWatch(isolate, this.recorder.log);
      this.evidenceWatch = evidenceWatch;
      this.recorder.onTurnOver = () => evidenceWatch.memory.turnOver();
    }
    if (recording === 'outline') this.outline = new OutlineRecorder(isolate);
    if (recording === 'replay') watchEngine(isolate);
    this.listenToHost(this.recorder ?? this.outline);
    this.listenToEngine(this.recorder ?? this.outline ?? options.tracer?.(isolate));
    awaitInputs(started.host, options.inputs ?? []);
  }

  listenToHost(listener: HostListener | undefined): void {
    this.host.listener = listener;
  }

  listenToEngine(listener: EngineListener | undefined): void {
    this.host.isolate.listener = listener;
  }

  get host(): Host {
    if (this.running === undefined) throw new Error('a run that could not start has no host');
    return this.running.host;
  }

  /** The syntax tree of the main file, analysed. */
  get program(): AnyNode | undefined {
    const { fileName } = this.options.environment;
    return this.host.sources.find(({ path }) => path === fileName)?.program;
  }

  get log(): LogBuilder {
    if (this.recorder === undefined) throw new Error('nothing is recorded');
    return this.recorder.log;
  }

  /** For 'needsFiles': the paths that have to be known; a run that is given them begins like this one. */
  get neededFiles(): readonly string[] {
    return this.running?.host.neededFiles ?? [];
  }

  /**
   * Runs turns until the run is over ('done'), somebody wants a pause ('paused'), or the run asks for files that its
   * FileView does not know ('needsFiles'): then it is at its end, and has to be run again with more files.
   */
  advance(pacing?: Pacing): 'paused' | 'done' | 'needsFiles' {
    if (this.running === undefined || this.hasEnded) return 'done';
    const { host, loop } = this.running;
    const { interpreter } = host.isolate;
    interpreter.onSlice = pacing === undefined ? undefined : () => this.stopIfTimeIsUp(pacing);
    try {
      while (loop.advance()) {
        if (pacing === undefined) continue;
        if (pacing.isTimeUp()) {
          this.stop('wallClock');
          break;
        }
        if (pacing.shouldPause()) return 'paused';
      }
    } finally {
      interpreter.onSlice = undefined;
    }
    if (this.neededFiles.length > 0) return 'needsFiles';
    this.hasEnded = true;
    const outcome = host.end?.outcome ?? 'completed';
    // A run that a limit stopped is not over: it can go on, and then other events follow.
    if (outcome !== 'limit') host.listener?.runEnd(outcome);
    return 'done';
  }

  /** Ends the run from outside. */
  stop(limit: LimitKind): void {
    this.host.finish({ outcome: 'limit', limit, exitCode: 3 });
  }

  /** What the engine has learned by now; undefined where nothing is recorded. */
  engineEvidence(): EngineEvidence | undefined {
    return this.evidenceWatch === undefined ? undefined : gatherEvidence(this.evidenceWatch);
  }

  takeChunk(): LogChunk | undefined {
    return this.recorder?.log.takeChunk();
  }

  summary(): RunSummary {
    const { host } = this;
    const end = host.end;
    const steps = host.isolate.steps;
    const virtualMs = Math.floor(host.clock.milliseconds);
    const problem = end?.outcome === 'error' ? loadProblemOf(host) : undefined;
    return {
      outcome: end?.outcome ?? 'limit',
      ...(end?.limit === undefined
        ? {}
        : { limit: end.limit, message: this.limitMessage(end.limit, steps, virtualMs, end.worker) }),
      ...(end?.waitsFor === undefined ? {} : { waitsFor: end.waitsFor, message: waitingMessage(end.waitsFor) }),
      ...(host.files.changed.size === 0 ? {} : { changedFiles: host.files.changed.size }),
      ...(end?.error === undefined ? {} : { error: end.error }),
      ...(problem === undefined ? {} : { problem }),
      exitCode: end?.exitCode ?? 0,
      steps,
      events: this.recorder?.log.length ?? 0,
      virtualMs,
    };
  }

  private stopIfTimeIsUp(pacing: Pacing): void {
    if (!pacing.isTimeUp()) return;
    this.stop('wallClock');
    throw new RunStopped('steps');
  }

  /** `worker`: the one that came to the limit. */
  private limitMessage(limit: LimitKind, steps: number, virtualMs: number, worker?: string): string {
    const count = (value: number): string => value.toLocaleString('en-US');
    switch (limit) {
      case 'steps':
        return `Stopped after ${count(this.options.environment.maxSteps)} steps${worker === undefined ? '' : `, the last of them in the worker ${worker}`}`;
      case 'events':
        return `Stopped after ${count(this.options.environment.maxEvents)} events`;
      case 'virtualTime':
        return `Stopped after ${count(Math.floor(virtualMs / 1000))} s of virtual time: something repeats for ever${worker === undefined ? '' : ` in the worker ${worker}`}`;
      case 'wallClock':
        return `Stopped after ${count(steps)} steps: the run took too long`;
      case 'memory':
        return `Stopped after ${count(steps)} steps: the ${worker === undefined ? 'program' : `worker ${worker}`} holds too much memory`;
    }
  }
}

export function sourceErrorOf(failure: ParseFailure): SourceError {
  const { message, offset, line, column } = failure;
  return { message, offset, line, column };
}

function waitingMessage(waitsFor: readonly Waiting[]): string {
  const shown = waitsFor.slice(0, shownAtMost).map(({ words }) => words);
  const more = waitsFor.length - shown.length;
  return `Nothing is left to run, but the process does not end: it waits for ${shown.join(', for ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** Of what a process waits for. */
const shownAtMost = 3;
