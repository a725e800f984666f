/**
 * What the program has asked of the world outside and waits for: answers of a file system or a network, messages, frames.
 * When a request is due, its callback becomes a task. libuv: uv_req_t and handles; HTML: steps that run in parallel and then
 * queue a task.
 */
import type { ApiKind, TaskSource } from '../protocol/events.ts';

export interface Request {
  readonly id: number;
  readonly kind: ApiKind;
  readonly name: string;
  /** Where its task will come from. */
  readonly source: TaskSource;
  /** In virtual ms; Infinity: it waits for an input, or for ever. */
  due: number;
  /** Whether the run goes on only because of it. */
  isRefed: boolean;
  /** Runs in a task of its own, and may throw as guest code does. */
  readonly run: () => void;
  /** What it holds of the guest's objects, for the collector. */
  readonly holds: unknown;
}

/** A callback that waits for its turn. HTML: task. */
export interface HostTask {
  readonly id: number;
  readonly source: TaskSource;
  readonly name: string;
  /** When it joined the queue, in virtual ms. */
  readonly readyAt: number;
  readonly run: () => void;
  readonly holds: unknown;
}

/** Requests by the time when they are due; those of one time in the order in which they were made or delayed. */
export class RequestQueue {
  private readonly requests: Request[] = [];

  get size(): number {
    return this.requests.length;
  }

  insert(request: Request): void {
    let index = this.requests.length;
    while (index > 0 && this.requests[index - 1]!.due > request.due) index--;
    this.requests.splice(index, 0, request);
  }

  /** False: it no longer waits. */
  remove(request: Request): boolean {
    const index = this.requests.indexOf(request);
    if (index >= 0) this.requests.splice(index, 1);
    return index >= 0;
  }

  /** Infinity: none will ever be due by itself. */
  nextDue(): number {
    return this.requests[0]?.due ?? Infinity;
  }

  /** Whether one that keeps the loop alive will be due. */
  hasRefed(): boolean {
    return this.requests.some(({ isRefed, due }) => isRefed && due < Infinity);
  }

  /** All that wait. */
  all(): readonly Request[] {
    return this.requests;
  }
}
