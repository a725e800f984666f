/**
 * The host's end of the channel to the engine's thread. It starts the worker when it is first needed, starts another one
 * after a crash, and watches it: host code that never returns (a regular expression that explodes) cannot be interrupted
 * from within, so the whole worker goes. It knows no vscode and no kind of worker; the entry points bring that along.
 */
import type { HostToWorker, WorkerToHost } from '../protocol/worker-messages.ts';

/** A running worker of either kind, as its entry point wraps it. */
export interface WorkerPort {
  post(message: HostToWorker): void;
  terminate(): void;
}

export interface WorkerPortEvents {
  readonly message: (message: WorkerToHost) => void;
  /** The thread died, or threw where nothing catches. `memory`: it used up the heap that it may have. */
  readonly crashed: (detail: string, cause: 'error' | 'memory') => void;
}

export type StartWorker = (events: WorkerPortEvents) => Promise<WorkerPort>;

/** Why a worker is gone that nobody asked to go. */
export interface WorkerLoss {
  readonly cause: 'hung' | 'error' | 'memory';
  readonly detail: string;
}

export interface WorkerClientEvents {
  readonly message: (message: WorkerToHost) => void;
  readonly lost: (loss: WorkerLoss) => void;
}

export interface WorkerClient {
  post(message: HostToWorker): void;
  dispose(): void;
}

/** The watchdog counts its own ticks, not wall time: a laptop that slept or a busy host is no reason to end a run. */
export interface Watchdog {
  readonly tickMs: number;
  readonly silentTicks: number;
  /** Until a new worker has said 'ready' it has this many: loading the bundle on a slow machine takes its time. */
  readonly silentTicksAtStart: number;
}

export const watchdogSeconds = 3;
const defaultWatchdog: Watchdog = {
  tickMs: 250,
  silentTicks: (watchdogSeconds * 1_000) / 250,
  silentTicksAtStart: 120,
};

export function createWorkerClient(
  start: StartWorker,
  events: WorkerClientEvents,
  watchdog: Watchdog = defaultWatchdog,
): WorkerClient {
  let connection: Connection | undefined;
  let disposed = false;

  const drop = (dropped: Connection): boolean => {
    if (connection !== dropped) return false;
    connection = undefined;
    dropped.close();
    return true;
  };

  const connect = (): Connection => {
    const opened = new Connection(watchdog, {
      message: (message) => {
        if (connection === opened) events.message(message);
      },
      lost: (loss) => {
        if (drop(opened)) events.lost(loss);
      },
    });
    opened.open(start);
    return opened;
  };

  return {
    post(message) {
      if (disposed) return;
      connection ??= connect();
      connection.post(message);
    },
    dispose() {
      disposed = true;
      if (connection) drop(connection);
    },
  };
}

/** One worker from its start to its end. A worker that is lost is never used again: the client opens another. */
class Connection {
  private readonly watchdog: Watchdog;
  private readonly events: WorkerClientEvents;
  private port: WorkerPort | undefined;
  private waiting: HostToWorker[] = [];
  private closed = false;
  private ready = false;
  /** The run that is going, if one is. */
  private running: number | undefined;
  private sequence = 0;
  private unanswered = false;
  private isPostedSincePing = false;
  private silent = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(watchdog: Watchdog, events: WorkerClientEvents) {
    this.watchdog = watchdog;
    this.events = events;
  }

  open(start: StartWorker): void {
    start({
      message: (message) => this.receive(message),
      crashed: (detail, cause) => this.events.lost({ cause, detail }),
    }).then(
      (port) => {
        if (this.closed) return port.terminate();
        this.port = port;
        for (const message of this.waiting.splice(0)) port.post(message);
      },
      (error: unknown) => this.events.lost({ cause: 'error', detail: `the worker did not start: ${String(error)}` }),
    );
  }

  post(message: HostToWorker): void {
    if (message.type === 'run' || message.type === 'goOn') this.running = message.generation;
    if (message.type === 'stop') this.running = undefined;
    this.send(message);
    // Whatever was asked may hang, an inspection that replays as well as a run: so each request is watched.
    // A ping that is under way says nothing about what was posted behind it.
    if (this.unanswered) this.isPostedSincePing = true;
    else this.ping();
    this.timer ??= setInterval(() => this.tick(), this.watchdog.tickMs);
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    this.timer = undefined;
    this.port?.terminate();
    this.waiting = [];
  }

  private send(message: HostToWorker): void {
    if (this.port) this.port.post(message);
    else this.waiting.push(message);
  }

  private ping(): void {
    this.unanswered = true;
    this.isPostedSincePing = false;
    this.silent = 0;
    this.sequence++;
    this.send({ type: 'ping', sequence: this.sequence });
  }

  private receive(message: WorkerToHost): void {
    if (this.closed) return;
    this.silent = 0;
    if (message.type === 'pong') {
      // In the midst of something long the worker is well: then the ping is answered later.
      if (message.sequence !== this.sequence) return;
      this.unanswered = false;
      if (this.isPostedSincePing) this.ping();
      return;
    }
    if (message.type === 'ready') this.ready = true;
    const over = message.type === 'done' || message.type === 'sourceError';
    if (over && message.generation === this.running) this.running = undefined;
    this.events.message(message);
  }

  private tick(): void {
    if (this.unanswered) {
      this.silent++;
      const allowed = this.ready ? this.watchdog.silentTicks : this.watchdog.silentTicksAtStart;
      if (this.silent >= allowed) this.events.lost({ cause: 'hung', detail: 'the worker did not answer' });
      return;
    }
    if (this.running !== undefined) return this.ping();
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
