/**
 * What sockets are ready for, in the order in which libuv learns of it. libuv: uv__io_start, uv__io_stop, uv__io_feed and
 * uv__io_poll in src/unix; Linux: the ready list of an epoll instance, whose events stay as long as they hold.
 */
import type { ApiKind } from '../../protocol/events.ts';
import type { Host } from '../host.ts';
import { type HostTask, type Request, taskPriorities } from '../requests.ts';
import type { Site } from '../waiting.ts';

/** What a watcher wants to know, or is told. */
export const pollEvents = { in: 1, out: 4, error: 8, hangUp: 16 } as const;

/** libuv: uv__io_t. */
export interface Watcher {
  readonly kind: ApiKind;
  /** What it waits for, as the panel shows it. */
  readonly name: string;
  readonly isRefed: boolean;
  readonly site: Site | undefined;
  /** Bits of pollEvents that hold now. */
  readonly readiness: number;
  /** What an event makes: a call of the program each, behind which ticks and microtasks run. */
  handle(events: number): Iterator<() => void>;
}

/** What the poller knows of a watcher. */
interface Entry {
  readonly watcher: Watcher;
  interest: number;
  /** What the system has been told of: the interest at the last poll. */
  registered: number;
  request: Request | undefined;
  task: HostTask | undefined;
  /** Of the request, and of the tasks that come of it. */
  id: number;
  /** The request began where something happened that makes it ready. */
  isCaused: boolean;
}

/** libuv: how often it looks, behind poll, for what was put off there. */
const pendingRounds = 8;

export class Poller {
  readonly #host: Host;
  private readonly entries = new Map<Watcher, Entry>();
  private ready: Entry[] = [];
  private changed: Entry[] = [];
  private pending: { readonly entry: Entry; readonly task: HostTask }[] = [];
  private left = 0;
  private rounds = 0;
  /** What the event that was handled last still has to do. */
  private active: { readonly calls: Iterator<() => void>; readonly id: number } | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  roots(): readonly unknown[] {
    return [...this.entries.keys(), this.pending, this.active];
  }

  start(watcher: Watcher, events: number): void {
    const entry = this.entry(watcher);
    entry.interest |= events;
    if (entry.interest !== entry.registered && !this.changed.includes(entry)) this.changed.push(entry);
    this.expect(entry);
  }

  stop(watcher: Watcher, events: number): void {
    const entry = this.entries.get(watcher);
    if (entry === undefined) return;
    entry.interest &= ~events;
    if (entry.interest !== 0) return;
    entry.registered = 0;
    this.changed = this.changed.filter((each) => each !== entry);
    this.unexpect(entry);
  }

  /** It is closed. */
  forget(watcher: Watcher): void {
    const entry = this.entries.get(watcher);
    if (entry === undefined) return;
    this.stop(watcher, ~0);
    this.ready = this.ready.filter((each) => each !== entry);
    for (const { task } of this.pending.filter((each) => each.entry === entry))
      this.#host.listener?.cancelTask(task.id);
    this.pending = this.pending.filter((each) => each.entry !== entry);
    this.entries.delete(watcher);
  }

  /** Something has changed about what it is ready for. */
  wake(watcher: Watcher): void {
    const entry = this.entries.get(watcher);
    if (entry === undefined) return;
    if (entry.request !== undefined && !entry.isCaused && holds(entry, entry.interest)) {
      this.unexpect(entry);
      this.expect(entry);
      entry.isCaused = true;
    }
    if (holds(entry, entry.registered) && !this.ready.includes(entry)) this.ready.push(entry);
  }

  /** Its event is handled soon, whatever the system says of it. */
  feed(watcher: Watcher): void {
    const entry = this.entry(watcher);
    if (this.pending.some((each) => each.entry === entry)) return;
    const { name } = watcher;
    const task: HostTask = {
      id: this.#host.nextId++,
      source: 'networking',
      name,
      readyAt: this.#host.now(),
      priority: taskPriorities.normal,
      run: () => this.run(entry, task.id, pollEvents.out),
      holds: watcher,
      isRefed: true,
      isCancelled: false,
    };
    this.pending.push({ entry, task });
    this.#host.listener?.enqueueTask(task.id, task.source, name);
  }

  /** Whoever is ready gets a task, and stays in the list until a poll finds that it no longer is. */
  poll(): void {
    // Behind it come rounds of what is put off meanwhile.
    this.left = 0;
    this.rounds = pendingRounds;
    for (const entry of this.changed) {
      entry.registered = entry.interest;
      if (holds(entry, entry.registered) && !this.ready.includes(entry)) this.ready.push(entry);
    }
    this.changed = [];
    this.ready = this.ready.filter((entry) => holds(entry, entry.registered));
    for (const entry of this.ready) {
      const { request } = entry;
      if (request === undefined) continue;
      entry.request = undefined;
      entry.task = this.#host.settleRequest(request);
    }
  }

  /** Whether something is to be done that the process goes on for. */
  isReady(): boolean {
    if (this.pending.length > 0 || this.active !== undefined) return true;
    const isHeld = this.#host.requests.waitsForever();
    const isDue = (entry: Entry): boolean => (isHeld || entry.watcher.isRefed) && holds(entry, entry.interest);
    return this.ready.some(isDue) || this.changed.some(isDue);
  }

  /** The phase of its own begins, for what waits now. */
  beginRound(): void {
    this.left = this.pending.length;
    this.rounds = 0;
  }

  takePending(): HostTask | undefined {
    if (this.left === 0 && this.rounds > 0) {
      this.rounds--;
      this.left = this.pending.length;
    }
    if (this.left === 0) return undefined;
    this.left--;
    return this.pending.shift()?.task;
  }

  /** The next call of the event that was handled last comes before all other tasks. */
  resume(): void {
    const { active } = this;
    if (active === undefined) return;
    const { value: call, done } = active.calls.next();
    const priority = taskPriorities.normalContinuation;
    if (done === true) this.active = undefined;
    else this.#host.queueTask('networking', 'socket', call, { id: active.id, priority });
  }

  /** It counts, or does not, for whether the process goes on. */
  updateRef(watcher: Watcher): void {
    const request = this.entries.get(watcher)?.request;
    if (request !== undefined) this.#host.requests.setRefed(request, watcher.isRefed);
  }

  private entry(watcher: Watcher): Entry {
    let entry = this.entries.get(watcher);
    if (entry === undefined) {
      entry = { watcher, interest: 0, registered: 0, request: undefined, task: undefined, id: 0, isCaused: false };
      this.entries.set(watcher, entry);
    }
    return entry;
  }

  private expect(entry: Entry): void {
    if (entry.request !== undefined || entry.task !== undefined) return;
    const { kind, name, isRefed, site } = entry.watcher;
    const run = (): void => {
      entry.task = undefined;
      this.run(entry, entry.id, (entry.interest | pollEvents.error | pollEvents.hangUp) & entry.watcher.readiness);
    };
    const holder = entry.watcher;
    const source = 'networking';
    entry.request = this.#host.request({ kind, name, source, delay: Infinity, isRefed, run, site, holds: holder });
    entry.id = entry.request.id;
    entry.isCaused = false;
  }

  private unexpect(entry: Entry): void {
    if (entry.request !== undefined) this.#host.cancelRequest(entry.request);
    if (entry.task !== undefined) this.#host.cancelTask(entry.task);
    entry.request = entry.task = undefined;
  }

  private run(entry: Entry, id: number, events: number): void {
    const calls = entry.watcher.handle(events);
    const { value: call, done } = calls.next();
    if (entry.interest !== 0) this.expect(entry);
    if (done === true) return;
    this.active = { calls, id };
    call();
  }
}

function holds({ watcher, interest }: Entry, registered: number): boolean {
  return (
    (watcher.readiness & ((interest & registered) | pollEvents.error | pollEvents.hangUp)) !== 0 && registered !== 0
  );
}
