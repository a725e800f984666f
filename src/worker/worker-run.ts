/** One run in the worker: its slices, its chunks, and the questions about it. */
import { sourceLanguageOf } from '../engine/index.ts';
import { EvidenceCollector } from '../hazards/evidence.ts';
import { analyzeHazards } from '../hazards/registry.ts';
import type { FileView } from '../host/loading/files.ts';
import type { LogChunk } from '../protocol/log.ts';
import type { FileEntry, FileSnapshot, RunEnvironment, RunInput } from '../protocol/run.ts';
import { engineQuestions } from '../protocol/engine-questions.ts';
import type { Answers, QuestionName } from '../protocol/questions.ts';
import { answersOf } from '../recorder/answers.ts';
import { RecordedRun } from '../recorder/recorded-run.ts';
import { ReplayInterrupted } from '../recorder/replay.ts';
import { Simulation, sourceErrorOf } from '../recorder/simulation.ts';
import type { Port } from './port.ts';

/** Between slices the worker can answer. */
const sliceMs = 10;
/** Chunks follow each other no faster than frames on a screen. */
const chunkMs = 16;

/**
 * So much of the heap may be in use. The rest is for what a turn allocates until somebody looks again: a single piece for
 * which there is no room ends the whole process, extension host included, and not only the thread.
 */
const fullHeap = 0.75;
/** Replays are made ready beforehand only while there is so much room: each holds all that the program holds. */
const roomyHeap = 0.2;

/** A turn looks no oftener for messages and at the heap. */
const lookMs = 1;

/**
 * What passes between two looks at the clock counts up to this: beyond it the thread had no processor, or is in a builtin,
 * which the host's watchdog ends when it takes too long.
 */
const mostCountedMs = 1_000;

/** In a long turn the worker says so often that it is well: much oftener than the host's watchdog asks. */
const sayAliveMs = 500;

/** So long after an answer nobody asks for anything. */
const idleMs = 50;

/** Of a run that goes on, its moments so far can be looked at. */
const answeredWhileRunning: ReadonlySet<string> = new Set<string>([
  ...(['inspect', 'children', 'find', 'console'] satisfies QuestionName[]),
  ...engineQuestions,
]);

type Guarded = (generation: number, what: string, action: () => void) => void;

/** What is asked for: the main file's text, and everything else that determines the run. */
export interface RunRequest {
  readonly generation: number;
  readonly source: string;
  readonly environment: RunEnvironment;
  readonly files: FileSnapshot;
  readonly inputs: readonly RunInput[];
}

export class WorkerRun {
  readonly generation: number;
  private readonly source: string;
  private environment: RunEnvironment;
  private readonly inputs: readonly RunInput[];
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
  private recorded: RecordedRun | undefined;
  private answers: Answers | undefined;
  /** Questions that only a run which is over can answer. */
  private waiting: (() => void)[] = [];
  private preparation: ReturnType<typeof setTimeout> | undefined;
  /** What the chunks that were sent say about the hazards. */
  private readonly evidence = new EvidenceCollector();
  private startedAt = 0;
  /** What the run itself took of the time, without what the machine gave to others. */
  private spentMs = 0;
  private maxWallMs = 0;
  private lastChunkAt = 0;
  private lastSignAt = 0;
  private lastLookAt = 0;
  private isAbandoned = false;
  private isStopped = false;
  private isDone = false;
  private isWaiting = false;

  constructor({ generation, source, environment, files, inputs }: RunRequest, port: Port, guarded: Guarded) {
    this.generation = generation;
    this.source = source;
    this.environment = environment;
    this.known = new Map(files);
    this.inputs = inputs;
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
    this.maxWallMs = maxWallMs + this.spentMs;
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

  /** What the sidebar asks is answered at once; what needs the whole log, when there is one. */
  ask(request: number, question: string, asked: unknown): void {
    if (!this.isDone && !answeredWhileRunning.has(question)) {
      this.waiting.push(() => this.ask(request, question, asked));
      return;
    }
    const { generation } = this;
    this.guarded(generation, `answering '${question}'`, () => {
      const name = question as QuestionName;
      const { recorded, answers } = this.questioned();
      // What was prepared, or kept, may take the room that the next replay needs.
      if (this.port.heapUse() > roomyHeap) recorded.forget();
      try {
        const answer: unknown = answers[name](asked as never);
        this.port.post({ type: 'answer', generation, request, answer });
      } catch (error) {
        this.port.post({ type: 'answer', generation, request });
        if (!(error instanceof ReplayInterrupted)) throw error;
      } finally {
        this.prepareReplay(recorded);
      }
    });
  }

  /** The run from its start; what was sent before is not sent again. Each attempt has the whole time that a run may take. */
  private attempt(): void {
    const { generation, source, environment, files, inputs } = this;
    this.startedAt = now();
    this.spentMs = 0;
    const simulation = new Simulation({ source, environment, recording: 'log', files, inputs });
    if (simulation.failure !== undefined) {
      this.port.post({ type: 'sourceError', generation, error: sourceErrorOf(simulation.failure) });
      return;
    }
    if (this.simulation === undefined) this.port.post({ type: 'started', generation });
    else simulation.log.skipTo(this.simulation.log.takenSoFar);
    this.simulation = simulation;
    this.slice();
  }

  /** Where the run has gone on since, its longer log is what is asked about. */
  private questioned(): { readonly recorded: RecordedRun; readonly answers: Answers } {
    const { simulation } = this;
    if (simulation === undefined) throw new Error('nothing has run yet');
    if (this.recorded?.simulation !== simulation || this.answers === undefined) {
      this.recorded = new RecordedRun(simulation);
      // A replay takes as long as the run did: it goes on until something else is wanted.
      this.recorded.replayer.isTimeUp = () => this.interruption() !== undefined;
      this.answers = answersOf(this.recorded);
    }
    return { recorded: this.recorded, answers: this.answers };
  }

  /** The next question about a moment will come: what can be done for it beforehand is done while nobody waits. */
  private prepareReplay({ replayer }: RecordedRun, afterMs = idleMs): void {
    clearTimeout(this.preparation);
    if (!this.isDone || this.port.heapUse() > roomyHeap) return;
    this.preparation = setTimeout(() => {
      this.guarded(this.generation, 'preparing a replay', () => {
        const pauseAt = now() + sliceMs;
        if (!replayer.prepare(() => now() >= pauseAt) && this.recorded?.replayer === replayer)
          this.prepareReplay(this.recorded, 0);
      });
    }, afterMs);
  }

  /** In the midst of a turn: another run is to take this one's place, or this one is to stop; or the heap is full. */
  private interruption(): 'message' | 'heap' | undefined {
    const time = now();
    if (time - this.lastLookAt < lookMs) return undefined;
    this.lastLookAt = time;
    if (time - this.lastSignAt >= sayAliveMs) {
      this.lastSignAt = time;
      this.port.post({ type: 'pong', sequence: 0 });
    }
    if (this.port.heapUse() > fullHeap) return 'heap';
    const isWanted = this.port.peek().some((message) => {
      if (message.type === 'run') return true;
      return message.type === 'stop' && message.generation === this.generation;
    });
    return isWanted ? 'message' : undefined;
  }

  private slice(): void {
    this.guarded(this.generation, 'running', () => {
      if (this.isAbandoned || this.simulation === undefined) return;
      const { simulation } = this;
      let last = now();
      const pauseAt = last + sliceMs;
      const state = simulation.advance({
        shouldPause: () => now() >= pauseAt,
        isTimeUp: () => {
          const time = now();
          this.spentMs += Math.min(time - last, mostCountedMs);
          last = time;
          this.sendChunkInTime();
          const interruption = this.interruption();
          if (interruption === 'heap') simulation.stop('memory');
          return interruption !== undefined || this.isStopped || this.spentMs >= this.maxWallMs;
        },
      });
      // Nobody waits for the end of a run that is being replaced.
      if (this.port.peek().some(({ type }) => type === 'run')) return this.abandon();
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
    this.isDone = true;
    this.sendChunk();
    const summary = simulation.summary();
    this.port.post({ type: 'done', generation, summary, elapsedMs: now() - this.startedAt, files: [...this.used] });
    for (const answer of this.waiting.splice(0)) answer();
    this.guarded(generation, 'looking for hazards', () => {
      const { sourceKind } = simulation;
      const { fileName, languageId } = this.environment;
      const language = sourceLanguageOf(fileName, languageId);
      this.port.post({
        type: 'hazards',
        generation,
        report: analyzeHazards(this.source, this.evidence.evidence(simulation.engineEvidence()), {
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
