/**
 * What caused a turn: the stack that set the timer, queued the microtask or began to wait, and what caused that in turn.
 * V8: V8Debugger's async tasks and AsyncStackTrace::capture (src/inspector/v8-debugger.cc, v8-stack-trace-impl.cc).
 * Simplified: the job that resolves a promise with a thenable has no cause, nor has what a module's import waits for.
 */
import {
  apiKindNames,
  apiKinds,
  eventTypeIds,
  microtaskKindNames,
  taskCallers,
  taskSourceNames,
  turnKinds,
} from '../../protocol/events.ts';
import type { MicrotaskKind } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import { type LogFrame, stackAt, turnAt } from '../log/log-stack.ts';

export interface AsyncPart {
  /** `setTimeout`, `Promise.then`, `await`: how these frames led to those before. */
  readonly name: string;
  readonly frames: readonly LogFrame[];
}

const maxParts = 32;
const maxFrames = 200;

const reactionNames: Readonly<Partial<Record<MicrotaskKind, string>>> = {
  await: 'await',
  then: 'Promise.then',
  catch: 'Promise.catch',
  finally: 'Promise.finally',
};

export class AsyncStacks {
  private readonly log: LogChunk;
  /** Events by the ids that they tell of. Of a microtask that waited for a promise: where that began. */
  private readonly apiStarts: number[] = [];
  private readonly tasks: number[] = [];
  private readonly registered: number[] = [];

  constructor(log: LogChunk) {
    this.log = log;
    const waiting = new Map<number, number[]>();
    let settled: number[] = [];
    for (let event = 0; event < log.type.length; event++) {
      const type = log.type[event];
      const id = log.a[event]!;
      if (type === eventTypeIds.apiStart) this.apiStarts[id] = event;
      else if (type === eventTypeIds.enqueueTask) this.tasks[id] = event;
      else if (type === eventTypeIds.promiseReaction) {
        const reactions = waiting.get(id);
        if (reactions === undefined) waiting.set(id, [event]);
        else reactions.push(event);
      } else if (type === eventTypeIds.promiseSettled) {
        settled = waiting.get(id) ?? [];
        waiting.delete(id);
      } else if (type === eventTypeIds.enqueueMicrotask) this.registered[id] = settled.shift() ?? event;
    }
  }

  /** What led to the turn in which an event is. */
  partsAt(event: number): AsyncPart[] {
    const { log } = this;
    const parts: AsyncPart[] = [];
    let left = maxFrames;
    let turn = turnAt(log, event);
    while (parts.length < maxParts && left > 0) {
      const cause = this.causeOf(turn);
      if (cause === undefined) break;
      const frames = cause.frames.slice(0, left);
      // A function that awaits for the second time has no callers any more: what led to its first await says it all.
      if (frames.length > 0) parts.push({ name: cause.name, frames });
      left -= frames.length;
      turn = turnAt(log, cause.event);
    }
    return parts;
  }

  private causeOf(turn: number): (AsyncPart & { readonly event: number }) | undefined {
    const { log } = this;
    if (log.type[turn] !== eventTypeIds.turnStart) return undefined;
    const kind = turnKinds[log.a[turn]!];
    const id = log.b[turn]!;
    if (kind === 'task') {
      const event = this.apiStarts[id];
      if (event === undefined) return this.queuedAtOnce(id);
      return { name: apiKinds[apiKindNames[log.b[event]!]!], frames: this.guestFrames(event), event };
    }
    const event = kind === 'microtask' ? this.registered[id] : undefined;
    if (event === undefined) return undefined;
    const job = microtaskKindNames[log.b[event]!]!;
    switch (job) {
      case 'queueMicrotask':
        return { name: 'queueMicrotask', frames: this.guestFrames(event), event };
      case 'nextTick':
        return { name: 'process.nextTick', frames: this.guestFrames(event), event };
      case 'thenable':
        return undefined;
      default: {
        const frames = this.guestFrames(event);
        // The function that awaits is on the stack again: those that called it are what is missing there.
        return { name: reactionNames[job]!, frames: job === 'await' ? frames.slice(1) : frames, event };
      }
    }
  }

  private queuedAtOnce(id: number): ReturnType<AsyncStacks['causeOf']> {
    const event = this.tasks[id];
    const name = event === undefined ? undefined : taskCallers[taskSourceNames[this.log.b[event]!]!];
    return event === undefined || name === undefined ? undefined : { name, frames: this.guestFrames(event), event };
  }

  private guestFrames(event: number): LogFrame[] {
    const { functions } = this.log;
    return stackAt(this.log, event, false).filter(({ functionIndex }) => functions[functionIndex]?.kind !== 'builtin');
  }
}
