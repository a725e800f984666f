/** One run in the worker: its slices, its chunks, and the questions about it. */
import { sourceLanguageOf } from '../engine/index.ts';
import { EvidenceCollector } from '../hazards/evidence.ts';
import { analyzeHazards } from '../hazards/registry.ts';
import type { FileView } from '../host/files.ts';
import type { FileEntry, FileSnapshot, LogChunk, RunEnvironment } from '../protocol.ts';
import { findEvent } from '../recorder/find.ts';
import { type CapturedMoment, expandPath, momentView } from '../recorder/inspection.ts';
import { Replayer } from '../recorder/replay.ts';
import { Simulation, sourceErrorOf } from '../recorder/simulation.ts';
import type { Port } from './port.ts';

/** Between slices the worker can answer. */
const sliceMs = 10;
/** Chunks follow each other no faster than frames on a screen. */
const chunkMs = 16;

/** So long after an answer nobody asks for anything. */
const idleMs = 50;

type Guarded = (generation: number, what: string, action: () => void) => void;

/** What is asked for: the main file's text, and everything else that determines the run. */
export interface RunRequest {
  readonly generation: number;
  readonly source: string;
  readonly environment: RunEnvironment;
  readonly files: FileSnapshot;
}

export class WorkerRun {
  readonly generation: number;
  private readonly source: string;
  private environment: RunEnvironment;
  /** Grows only while the run waits: each attempt, and each replay, sees what the one before saw. */
  private readonly known: Map<string, FileEntry>;
  /** Paths that the attempts looked at. */
  private readonly used = new Set<string>();
  private readonly files: FileView = {
    lookup: (path) => {
      this.used.add(path);
      return this.known.get(path);
    },
  };
  private readonly port: Port;
  private readonly guarded: Guarded;
  private simulation: Simulation | undefined;
  private replayer: Replayer | undefined;
  private moment: CapturedMoment | undefined;
  private preparation: ReturnType<typeof setTimeout> | undefined;
  /** What the chunks that were sent say about the hazards. */
  private readonly evidence = new EvidenceCollector();
  private startedAt = 0;
  private elapsedMs = 0;
  private maxWallMs = 0;
  private lastChunkAt = 0;
  private isAbandoned = false;
  private isStopped = false;
  private isDone = false;
  private isWaiting = false;

  constructor({ generation, source, environment, files }: RunRequest, port: Port, guarded: Guarded) {
    this.generation = generation;
    this.source = source;
    this.environment = environment;
    this.known = new Map(files);
    this.port = port;
    this.guarded = guarded;
  }

  start(maxWallMs: number): void {
    this.maxWallMs = maxWallMs;
    this.attempt();
  }

  /** What the run waits for: it begins again, and is the same up to the place where it asked. */
  continueWith(files: FileSnapshot): void {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    for (const [path, entry] of files) this.known.set(path, entry);
    this.attempt();
  }

  /** A limit ended the run: the same run again with a higher limit, sending what is new. */
  goOn(maxSteps: number, maxWallMs: number): void {
    const stopped = this.simulation;
    if (stopped === undefined || !this.isDone || stopped.summary().outcome !== 'limit') return;
    const { maxEvents, maxVirtualMs } = this.environment;
    const { limit } = stopped.summary();
    this.environment = {
      ...this.environment,
      maxSteps,
      maxEvents: limit === 'events' ? maxEvents * 2 : maxEvents,
      maxVirtualMs: limit === 'virtualTime' ? maxVirtualMs * 2 : maxVirtualMs,
    };
    this.isDone = false;
    this.isStopped = false;
    // The part that has been seen needs its time once more.
    this.maxWallMs = maxWallMs + this.elapsedMs;
    this.attempt();
  }

  stop(): void {
    this.isStopped = true;
    if (!this.isWaiting) return;
    // Nobody answers any more: the attempt ends where it waits.
    this.isWaiting = false;
    this.simulation?.stop('wallClock');
    if (this.simulation) this.finish(this.simulation);
  }

  /** Another run takes its place: nothing is sent any more. */
  abandon(): void {
    this.isAbandoned = true;
    clearTimeout(this.preparation);
  }

  inspect(request: number, event: number): void {
    this.port.post({
      type: 'inspected',
      generation: this.generation,
      request,
      moment: momentView(this.momentAt(event)),
    });
  }

  expand(request: number, event: number, path: readonly (string | number)[]): void {
    this.port.post({
      type: 'expanded',
      generation: this.generation,
      request,
      children: expandPath(this.momentAt(event), path),
    });
  }

  find(request: number, after: number, script: number, start: number, end: number): void {
    const log = this.simulation?.log.all();
    this.port.post({
      type: 'found',
      generation: this.generation,
      request,
      event: log === undefined ? -1 : findEvent(log, after, script, start, end),
    });
  }

  /** The run from its start; what was sent before is not sent again. Each attempt has the whole time that a run may take. */
  private attempt(): void {
    const { generation, source, environment, files } = this;
    this.startedAt = now();
    const simulation = new Simulation({ source, environment, recording: 'log', files });
    if (simulation.failure !== undefined) {
      this.port.post({ type: 'sourceError', generation, error: sourceErrorOf(simulation.failure) });
      return;
    }
    if (this.simulation === undefined) this.port.post({ type: 'started', generation });
    else simulation.log.skipTo(this.simulation.log.takenSoFar);
    this.simulation = simulation;
    this.replayer ??= new Replayer(simulation);
    this.slice();
  }

  private momentAt(event: number): CapturedMoment {
    if (this.moment?.event === event) return this.moment;
    this.moment = this.replayer?.momentAt(event);
    if (this.moment === undefined && this.simulation !== undefined) {
      // The run has gone on since: the event is in its longer log.
      this.replayer = new Replayer(this.simulation);
      this.moment = this.replayer.momentAt(event);
    }
    this.prepareReplay();
    return this.moment ?? { event, frames: [] };
  }

  /** The next question about a moment will come: what can be done for it beforehand is done while nobody waits. */
  private prepareReplay(afterMs = idleMs): void {
    clearTimeout(this.preparation);
    if (!this.isDone) return;
    this.preparation = setTimeout(() => {
      this.guarded(this.generation, 'preparing a replay', () => {
        const pauseAt = now() + sliceMs;
        if (this.replayer?.prepare(() => now() >= pauseAt) === false) this.prepareReplay(0);
      });
    }, afterMs);
  }

  private slice(): void {
    this.guarded(this.generation, 'running', () => {
      if (this.isAbandoned || this.simulation === undefined) return;
      const { simulation } = this;
      const pauseAt = now() + sliceMs;
      const state = simulation.advance({
        shouldPause: () => now() >= pauseAt,
        isTimeUp: () => {
          this.sendChunkInTime();
          return this.isStopped || now() - this.startedAt >= this.maxWallMs;
        },
      });
      if (state === 'done') return this.finish(simulation);
      if (state === 'needsFiles') return this.waitForFiles(simulation.neededFiles);
      this.sendChunkInTime();
      setTimeout(() => this.slice(), 0);
    });
  }

  private waitForFiles(paths: readonly string[]): void {
    if (this.isStopped) return this.stop();
    this.sendChunk();
    this.isWaiting = true;
    this.port.post({ type: 'needsFiles', generation: this.generation, paths });
  }

  private finish(simulation: Simulation): void {
    const { generation } = this;
    this.elapsedMs = now() - this.startedAt;
    this.isDone = true;
    this.sendChunk();
    const summary = simulation.summary();
    this.port.post({ type: 'done', generation, summary, elapsedMs: this.elapsedMs, files: [...this.used] });
    this.guarded(generation, 'looking for hazards', () => {
      const { sourceKind } = simulation;
      const { fileName, languageId } = this.environment;
      const language = sourceLanguageOf(fileName, languageId);
      this.port.post({
        type: 'hazards',
        generation,
        report: analyzeHazards(this.source, this.evidence.evidence, {
          sourceKind,
          language,
          program: simulation.program,
        }),
      });
    });
  }

  private sendChunkInTime(): void {
    if (now() - this.lastChunkAt >= chunkMs) this.sendChunk();
  }

  private sendChunk(): void {
    if (this.isAbandoned) return;
    this.lastChunkAt = now();
    const chunk = this.simulation?.takeChunk();
    if (chunk === undefined) return;
    this.evidence.add(chunk);
    this.port.post({ type: 'chunk', generation: this.generation, chunk }, buffersOf(chunk));
  }
}

function buffersOf(chunk: LogChunk): ArrayBuffer[] {
  return [chunk.type, chunk.step, chunk.position, chunk.a, chunk.b, chunk.c, chunk.lists].map(
    (column) => column.buffer as ArrayBuffer,
  );
}

function now(): number {
  return performance.now();
}
