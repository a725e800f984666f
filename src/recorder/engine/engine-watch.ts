/**
 * What a replay notes of the engine on its way to a moment: whose feedback there is, and how caches and tiers came to be what
 * they are. In the order of the run; of each so many, for a program that never stops changing need not be kept whole.
 */
import type {
  Deoptimization,
  EngineWatcher,
  FeedbackCell,
  FunctionTiering,
  HiddenClass,
  IcTransition,
  Isolate,
  OptimizedCode,
  OptimizingTier,
  SharedFunctionInfo,
  TieringObserver,
} from '../../engine/index.ts';
import { programFrame, sourceOffsetOf } from '../../host/source-position.ts';

export interface NotedTransition extends IcTransition {
  /** After so many bytecodes. */
  readonly step: number;
}

export interface NotedTierStep {
  readonly step: number;
  readonly tiering: FunctionTiering;
  readonly kind: 'feedback' | 'baseline' | 'marked' | 'replaced' | 'reset' | 'deoptimized';
  readonly tier?: OptimizingTier;
  readonly deoptimization?: Deoptimization;
}

/** A hidden class with the moment and the place of its birth; script -1 where no code of the program ran. */
export interface NotedShape {
  readonly hiddenClass: HiddenClass;
  readonly step: number;
  readonly frame: { readonly shared: SharedFunctionInfo; readonly position: number } | undefined;
}

const mostShapes = 20_000;
const mostNotes = 100_000;

export class EngineWatch implements EngineWatcher, TieringObserver {
  private readonly isolate: Isolate;
  readonly functions: { readonly shared: SharedFunctionInfo; readonly cell: FeedbackCell }[] = [];
  readonly transitions: NotedTransition[] = [];
  readonly tierSteps: NotedTierStep[] = [];
  /** The first so many. */
  readonly shapes: NotedShape[] = [];

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  functionPrepared(shared: SharedFunctionInfo, cell: FeedbackCell): void {
    if (shared.script.kind !== 'builtin' && this.functions.length < mostNotes) this.functions.push({ shared, cell });
  }

  icTransition(transition: IcTransition): void {
    if (this.transitions.length < mostNotes) this.transitions.push({ ...transition, step: this.isolate.steps });
  }

  hiddenClassMade(hiddenClass: HiddenClass): void {
    if (this.shapes.length >= mostShapes) return;
    const frame = programFrame(this.isolate);
    this.shapes.push({
      hiddenClass,
      step: this.isolate.steps,
      frame: frame === undefined ? undefined : { shared: frame.shared, position: sourceOffsetOf(frame) },
    });
  }

  /** `functionPrepared` tells it with the cell. */
  calleeMet(): void {}
  operatorWidened(): void {}
  dictionaryMade(): void {}

  created(): void {}

  feedbackAllocated(tiering: FunctionTiering): void {
    this.note(tiering, 'feedback');
  }

  baselineCompiled(tiering: FunctionTiering): void {
    this.note(tiering, 'baseline');
  }

  marked(tiering: FunctionTiering, target: OptimizingTier): void {
    this.note(tiering, 'marked', target);
  }

  /** The code that calls run follows from the mark; what replaces a running loop was never marked. */
  compiled(tiering: FunctionTiering, { osrLoop, tier }: OptimizedCode): void {
    if (osrLoop >= 0) this.note(tiering, 'replaced', tier);
  }

  deoptimized(tiering: FunctionTiering, deoptimization: Deoptimization): void {
    this.note(tiering, 'deoptimized', deoptimization.code.tier, deoptimization);
  }

  budgetReset(tiering: FunctionTiering): void {
    this.note(tiering, 'reset');
  }

  private note(
    tiering: FunctionTiering,
    kind: NotedTierStep['kind'],
    tier?: OptimizingTier,
    deoptimization?: Deoptimization,
  ): void {
    if (tiering.isBuiltin || this.tierSteps.length >= mostNotes) return;
    this.tierSteps.push({
      step: this.isolate.steps,
      tiering,
      kind,
      ...(tier === undefined ? {} : { tier }),
      ...(deoptimization === undefined ? {} : { deoptimization }),
    });
  }
}

export function watchEngine(isolate: Isolate): void {
  const watch = new EngineWatch(isolate);
  isolate.watcher = watch;
  isolate.tiering.observer = watch;
  isolate.mapListeners.add({ mapCreated: (map) => watch.hiddenClassMade(map) });
}

/** Of a replay; undefined in a run that is recorded. */
export function watchOf(isolate: Isolate): EngineWatch | undefined {
  return isolate.watcher instanceof EngineWatch ? isolate.watcher : undefined;
}
