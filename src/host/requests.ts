/**
 * What the program has asked of the world outside and waits for: answers of a file system or a network, messages, frames.
 * When a request is due, its callback becomes a task. libuv: uv_req_t and handles; HTML: steps that run in parallel and then
 * queue a task.
 */
import type { ApiKind, TaskSource } from '../protocol/events.ts';
import { type Due, DueHeap } from './timers/due-heap.ts';
import { FixedQueue } from './fixed-queue.ts';
import type { Site } from './waiting.ts';

export interface Request extends Due {
  readonly id: number;
  readonly kind: ApiKind;
  readonly name: string;
  /** Where its task will come from. */
  readonly source: TaskSource;
  /** In virtual ms; Infinity: it waits for an input, or for ever. */
  due: number;
  /** Whether the run goes on only because of it. */
  isRefed: boolean;
  readonly priority: TaskPriority;
  /** Runs in a task of its own, and may throw as guest code does. */
  readonly run: () => void;
  /** Runs in its place where an input lets it fail; undefined: it cannot. */
  readonly fail?: ((reason: string) => void) | undefined;
  /** Where in the program it began, if it waits for ever. */
  readonly site: Site | undefined;
  /** What it holds of the guest's objects, for the collector. */
  readonly holds: unknown;
}

/**
 * Tasks of a lower number come first, whatever has waited longer. Blink: TaskPriority in platform/scheduler; what continues
 * after `scheduler.yield` comes before new tasks of its priority.
 */
export const taskPriorities = {
  userBlockingContinuation: 0,
  userBlocking: 1,
  normalContinuation: 2,
  normal: 3,
  backgroundContinuation: 4,
  background: 5,
} as const;
export type TaskPriority = (typeof taskPriorities)[keyof typeof taskPriorities];

/** What is asked of Host.request. */
export interface RequestOptions extends Pick<Request, 'kind' | 'name' | 'source' | 'run' | 'fail'> {
  /** In ms; Infinity where only an input answers. */
  readonly delay: number;
  readonly isRefed?: boolean;
  readonly holds?: unknown;
  readonly priority?: TaskPriority;
  /** Where it began, if not where it is asked. */
  readonly site?: Site | undefined;
}

/** What is asked of Host.queueTask. */
export interface TaskOptions {
  /** What of the guest's objects it keeps alive. */
  readonly holds?: unknown;
  /** That of what it comes from, where that was told already. */
  readonly id?: number;
  readonly priority?: TaskPriority;
  readonly isRefed?: boolean;
}

/** A callback that waits for its turn. HTML: task. */
export interface HostTask {
  readonly id: number;
  readonly source: TaskSource;
  readonly name: string;
  /** When it joined the queue, in virtual ms. */
  readonly readyAt: number;
  readonly priority: TaskPriority;
  readonly run: () => void;
  readonly holds: unknown;
  /** Whether the loop goes on because of it; otherwise only while something else keeps the process. libuv: uv_unref. */
  readonly isRefed: boolean;
  /** It does not run, and is skipped where it stands. */
  isCancelled: boolean;
}

/** Requests by the time when they are due; those of one time in the order in which they were made or delayed. */
export class RequestQueue {
  private readonly heap = new DueHeap<Request>();
  private nextOrder = 0;
  private refed = 0;
  private endless = 0;

  get size(): number {
    return this.heap.size;
  }

  insert(request: Request): void {
    request.order = this.nextOrder++;
    this.heap.insert(request);
    this.count(request, 1);
  }

  /** False: it no longer waits. */
  remove(request: Request): boolean {
    const hasWaited = this.heap.remove(request);
    if (hasWaited) this.count(request, -1);
    return hasWaited;
  }

  /** Whether the run goes on because of it from now on. */
  setRefed(request: Request, isRefed: boolean): void {
    const waits = this.remove(request);
    request.isRefed = isRefed;
    if (!waits) return;
    this.heap.insert(request);
    this.count(request, 1);
  }

  get first(): Request | undefined {
    return this.heap.first;
  }

  /** Infinity: none will ever be due by itself. */
  nextDue(): number {
    return this.heap.first?.due ?? Infinity;
  }

  /** Whether one that keeps the loop alive will be due. */
  hasRefed(): boolean {
    return this.refed > 0;
  }

  /** Whether one that keeps a process alive waits for ever: only an input could answer it. */
  waitsForever(): boolean {
    return this.endless > 0;
  }

  private count({ isRefed, due }: Request, change: number): void {
    if (!isRefed) return;
    if (due < Infinity) this.refed += change;
    else this.endless += change;
  }

  /** All that wait, in the order in which they are due. */
  all(): readonly Request[] {
    return [...this.heap.all()].sort((first, second) => first.due - second.due || first.order - second.order);
  }
}

/** What waits for its turn: first come, first served within a priority. */
export class TaskQueues {
  private readonly queues = Object.values(taskPriorities).map(() => new FixedQueue<HostTask>());
  private readonly waiting = new Set<HostTask>();
  private refed = 0;

  get length(): number {
    return this.waiting.size;
  }

  hasRefed(): boolean {
    return this.refed > 0;
  }

  get first(): HostTask | undefined {
    return this.firstQueue()?.first;
  }

  push(task: HostTask): void {
    this.queues[task.priority]!.push(task);
    this.waiting.add(task);
    if (task.isRefed) this.refed++;
  }

  shift(): HostTask | undefined {
    const task = this.firstQueue()?.shift();
    if (task !== undefined) this.forget(task);
    return task;
  }

  /** False: it does not wait. */
  cancel(task: HostTask): boolean {
    task.isCancelled = true;
    return this.forget(task);
  }

  private forget(task: HostTask): boolean {
    const hasWaited = this.waiting.delete(task);
    if (hasWaited && task.isRefed) this.refed--;
    return hasWaited;
  }

  /** Of the highest priority that waits. */
  private firstQueue(): FixedQueue<HostTask> | undefined {
    for (const queue of this.queues) {
      while (queue.first?.isCancelled === true) queue.shift();
      if (queue.length > 0) return queue;
    }
    return undefined;
  }
}
