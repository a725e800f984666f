/**
 * What a replay notes of the engine on its way to a moment: whose feedback there is, and how it came to be. In the order of the
 * run; of each so many, for a program that never stops changing need not be kept whole.
 */
import type { EngineWatcher, FeedbackCell, IcTransition, Isolate, SharedFunctionInfo } from '../../engine/index.ts';

export interface NotedTransition extends IcTransition {
  /** After so many bytecodes. */
  readonly step: number;
}

const mostNotes = 100_000;

export class EngineWatch implements EngineWatcher {
  private readonly isolate: Isolate;
  readonly functions: { readonly shared: SharedFunctionInfo; readonly cell: FeedbackCell }[] = [];
  readonly transitions: NotedTransition[] = [];

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  functionPrepared(shared: SharedFunctionInfo, cell: FeedbackCell): void {
    if (shared.script.kind !== 'builtin' && this.functions.length < mostNotes) this.functions.push({ shared, cell });
  }

  icTransition(transition: IcTransition): void {
    if (this.transitions.length < mostNotes) this.transitions.push({ ...transition, step: this.isolate.steps });
  }
}

/** Of a replay; undefined in a run that is recorded. */
export function watchOf(isolate: Isolate): EngineWatch | undefined {
  return isolate.watcher instanceof EngineWatch ? isolate.watcher : undefined;
}
