/** Who waits for the thread, as the log tells: microtasks, immediates, and timers that are due. */
import { type ApiKind, apiKindNames } from '../../protocol/events.ts';

export interface Waiting {
  readonly kind: 'microtask' | ApiKind;
  /** Of the callback; '' for an anonymous one. */
  readonly name: string;
  /** Where it was queued or set; -1 outside of a file. */
  readonly position: number;
  /** It was promised a time, which `waited` counts from. */
  readonly isTimed: boolean;
  /** How long it had waited: virtual ms, or else bytecodes. */
  readonly waited: number;
}

interface Queued {
  readonly kind: Waiting['kind'];
  readonly name: string;
  readonly position: number;
  readonly step: number;
  /** Virtual ms; -1 for what waits for no time. */
  due: number;
}

const mostTold = 100;

export class LoopQueues {
  /** Virtual ms. */
  now = 0;
  private before = 0;
  private readonly microtasks = new Map<number, Queued & { readonly generation: number }>();
  private readonly tasks = new Map<number, Queued>();
  private generation = 0;

  /** Which link of a chain it is in which each microtask queues the next one: 1 if a task has queued it. */
  enqueueMicrotask(id: number, name: string, position: number, step: number): number {
    const generation = this.generation + 1;
    this.microtasks.set(id, { kind: 'microtask', name, position, step, due: -1, generation });
    return generation;
  }

  startMicrotask(id: number): void {
    this.before = this.now;
    this.generation = this.microtasks.get(id)?.generation ?? 0;
    this.microtasks.delete(id);
  }

  startTask(id: number): void {
    this.before = this.now;
    this.generation = 0;
    const task = this.tasks.get(id);
    if (task?.kind === 'interval') task.due = Infinity;
    else this.tasks.delete(id);
  }

  start(id: number, kind: number, name: string, position: number, step: number): void {
    const kindName = apiKindNames[kind] ?? 'timeout';
    // An immediate could run at once; what else waits is due when the log says so, or never.
    this.tasks.set(id, { kind: kindName, name, position, step, due: kindName === 'immediate' ? -1 : Infinity });
  }

  due(id: number, due: number): void {
    const known = this.tasks.get(id);
    if (known !== undefined) known.due = due;
  }

  /** A request that is done has become a task, which waits until it starts. */
  end(id: number, isCleared: boolean): void {
    if (isCleared) this.tasks.delete(id);
  }

  /** Those that waited for so many bytecodes of a turn, or a timer for a ms of it. */
  waitingSince(start: number, end: number, least: number): readonly Waiting[] {
    const waiting: Waiting[] = [];
    for (const { kind, name, position, step, due } of [...this.microtasks.values(), ...this.tasks.values()]) {
      if (waiting.length === mostTold) break;
      const isTimed = due >= 0;
      const waited = isTimed ? this.now - Math.max(due, this.before) : end - Math.max(step, start);
      if (waited >= (isTimed ? 1 : least)) waiting.push({ kind, name, position, isTimed, waited });
    }
    return waiting;
  }

  /** Tasks that could run if a task could. */
  overdue(): readonly Waiting[] {
    const waiting: Waiting[] = [];
    for (const { kind, name, position, due } of this.tasks.values())
      if (due <= this.now && waiting.length < mostTold)
        waiting.push({ kind, name, position, isTimed: due >= 0, waited: due < 0 ? 0 : this.now - due });
    return waiting;
  }
}
