/** Drives the real thread through the real client, as the extension does, and watches the main thread meanwhile. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import {
  createWorkerClient,
  type Watchdog,
  type WorkerClient,
  type WorkerLoss,
} from '../../../src/extension/worker-client.ts';
import { Requests } from '../../../src/extension/requests.ts';
import { threadStarter } from '../../../src/extension/worker-thread.ts';
import type { LogChunk } from '../../../src/protocol/log.ts';
import type { MomentView } from '../../../src/protocol/moment.ts';
import type { FileEntry, RunEnvironment, RunSummary } from '../../../src/protocol/run.ts';
import type { HostToWorker, WorkerToHost } from '../../../src/protocol/worker-messages.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { testEnvironment } from '../run-program.ts';
import { variablesOf } from '../recorder/variables-of.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** The worker as it is shipped, but for minifying: another one is there soon when a bomb has taken one along. */
export async function bundleWorker(): Promise<string> {
  const outfile = path.join(await mkdtemp(path.join(tmpdir(), 'underhood-worker-')), 'worker.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/worker/worker.ts'],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
    alias: { acorn: path.join(root, 'node_modules', 'acorn', 'dist', 'acorn.mjs') },
  });
  return outfile;
}

/** As the settings have it: a million steps and two seconds. */
export const limits = { maxSteps: 1_000_000, maxEvents: 4_000_000, maxWallMs: 2_000 } as const;

/** What the user gets of a run. */
export interface Observed {
  /** How it ended, in one line: "completed", "error: …", "limit: …", "source: …" or "lost: …". */
  readonly end: string;
  readonly console: readonly string[];
  readonly summary: RunSummary | undefined;
  readonly milliseconds: number;
  /** Faults that the worker told of: bugs of ours. */
  readonly faults: readonly string[];
}

export class Extension {
  private readonly client: WorkerClient;
  private readonly requests: Requests;
  private readonly listeners = new Set<(event: WorkerToHost | WorkerLoss) => void>();
  readonly losses: WorkerLoss[] = [];
  private generation = 0;
  private lastEvent = -1;

  constructor(worker: string, watchdog?: Watchdog) {
    const events = {
      message: (message: WorkerToHost): void => this.receive(message),
      lost: (loss: WorkerLoss): void => {
        this.losses.push(loss);
        this.requests.dropAll();
        for (const listener of this.listeners) listener(loss);
      },
    };
    this.client = createWorkerClient(threadStarter(worker), events, watchdog);
    this.requests = new Requests((message) => this.post(message));
  }

  run(
    source: string,
    changes: Partial<RunEnvironment> = {},
    files: Readonly<Record<string, string>> = {},
    maxWallMs: number = limits.maxWallMs,
  ): Promise<Observed> {
    const generation = ++this.generation;
    const { maxSteps, maxEvents } = limits;
    const environment = { ...testEnvironment, maxSteps, maxEvents, ...changes };
    const startedAt = performance.now();
    const lines = new ConsoleLines();
    const faults: string[] = [];
    return new Promise((resolve) => {
      const end = (text: string, summary?: RunSummary): void => {
        this.listeners.delete(listen);
        this.lastEvent = (summary?.events ?? 0) - 1;
        const milliseconds = performance.now() - startedAt;
        resolve({ end: text, console: lines.lines, summary, milliseconds, faults });
      };
      const listen = (event: WorkerToHost | WorkerLoss): void => {
        if ('cause' in event) return end(`lost: ${event.cause}`);
        if (!('generation' in event) || event.generation !== generation) return;
        if (event.type === 'chunk') lines.add(event.chunk);
        else if (event.type === 'sourceError') end(`source: ${event.error.message}`);
        else if (event.type === 'needsFiles')
          this.post({ type: 'files', generation, files: given(event.paths, files) });
        else if (event.type === 'done') end(endOf(event.summary), event.summary);
        else if (event.type === 'fault') {
          faults.push(`${event.doing}: ${event.message}`);
          end(`fault: ${event.message}`);
        }
      };
      this.listeners.add(listen);
      this.post({ type: 'run', generation, source, environment, files: new Map(), inputs: [], maxWallMs });
    });
  }

  /** What the panel asks when the run is over: the last moment's stack, and what each of its variables holds. */
  async inspectEnd(): Promise<MomentView | undefined> {
    const { generation, lastEvent: event } = this;
    const moment = await this.requests.ask(generation, 'inspect', { event });
    for (const { path } of variablesOf(moment?.frames[0])) {
      const answer = await this.requests.ask(generation, 'children', { moment: { event }, path, count: 200 });
      if (answer === undefined) return undefined;
    }
    return moment;
  }

  post(message: HostToWorker): void {
    this.client.post(message);
  }

  dispose(): void {
    this.client.dispose();
  }

  private receive(message: WorkerToHost): void {
    if (message.type === 'answer') return this.requests.answer(message);
    for (const listener of this.listeners) listener(message);
  }
}

/** How long the main thread was busy at a stretch, by its own processor time: what other processes take does not count. */
export class Watch {
  private readonly timer: ReturnType<typeof setInterval>;
  private before = this.used();
  longestMs = 0;

  constructor() {
    this.timer = setInterval(() => this.look(), 5);
    this.timer.unref();
  }

  end(): number {
    this.look();
    clearInterval(this.timer);
    return this.longestMs;
  }

  private look(): void {
    const now = this.used();
    this.longestMs = Math.max(this.longestMs, now - this.before);
    this.before = now;
  }

  private used(): number {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  }
}

function given(paths: readonly string[], files: Readonly<Record<string, string>>): ReadonlyMap<string, FileEntry> {
  return new Map(
    paths.map((one): [string, FileEntry] => {
      const text = files[one];
      return [one, text === undefined ? { kind: 'missing' } : { kind: 'file', text }];
    }),
  );
}

function endOf({ outcome, message, error }: RunSummary): string {
  if (outcome === 'limit') return `limit: ${message}`;
  return outcome === 'error' ? `error: ${error}` : outcome;
}

/** What the run printed, as the log has it. It costs the main thread next to nothing, which is being measured. */
class ConsoleLines {
  readonly lines: string[] = [];
  private readonly texts: string[] = [];

  add({ type, a, texts }: LogChunk): void {
    for (const text of texts) this.texts.push(text);
    for (let row = type.indexOf(eventTypeIds.console); row >= 0; row = type.indexOf(eventTypeIds.console, row + 1)) {
      if (this.lines.length < 1_000) this.lines.push(this.texts[a[row]!] ?? '');
    }
  }
}
