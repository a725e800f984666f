/**
 * The tier of a function, and what it has come to know on the way. Closures of one site share it, as they share their
 * feedback. V8: the tiering state of FeedbackVector, FeedbackCell and JSFunction.
 */
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { Deoptimization } from './deoptimization.ts';
import type { OptimizedCode } from './optimized-code.ts';

export const tiers = ['ignition', 'sparkplug', 'maglev', 'turbofan'] as const;
export type Tier = (typeof tiers)[number];
export type OptimizingTier = 'maglev' | 'turbofan';

/** What the budget that runs down is for. */
export const budgetPurposes = {
  feedback: 'a feedback vector, and baseline code',
  maglev: 'Maglev',
  turbofan: 'TurboFan',
  osr: 'replacing the running loop',
  none: 'nothing: the function is not optimised any further',
} as const;
export type BudgetPurpose = keyof typeof budgetPurposes;

export class FunctionTiering {
  readonly shared: SharedFunctionInfo;
  /** Of self-hosted builtins, which are machine code in V8. */
  readonly isBuiltin: boolean;
  hasBaselineCode = false;
  /** Its optimised code was thrown away: the next call finds the baseline code again. */
  awaitsCall = false;
  /** What the next call does first. */
  request: OptimizingTier | undefined = undefined;
  /** What calls run. */
  code: OptimizedCode | undefined = undefined;
  /** By the JumpLoop. */
  readonly osrCode = new Map<number, OptimizedCode>();
  /** A loop that is less deep than this is replaced on the stack. */
  osrUrgency = 0;
  neverOptimize = false;
  wasOnceDeoptimized = false;
  /** Budgets that were used up since its feedback changed last, where functions are judged by that. V8: profiler_ticks. */
  ticks = 0;
  /** Why it was marked last. V8: OptimizationReason. */
  markedAs: 'hot and stable' | 'small function' = 'hot and stable';
  /** The vector's count of calls when optimised code was thrown away last. */
  callsAtDeoptimization = -1;
  resetByIcChange = false;
  invocationCountBeforeStable = 0;
  /** Feedback slots of calls of builtins that optimised code does not do itself any more. V8: SpeculationMode. */
  readonly withoutSpeculation = new Set<number>();
  readonly deoptimizations: Deoptimization[] = [];
  /** What `interruptBudget` of the cell was set to, and why. */
  budget = 0;
  purpose: BudgetPurpose = 'feedback';

  constructor(shared: SharedFunctionInfo) {
    this.shared = shared;
    this.isBuiltin = shared.script.kind === 'builtin';
  }

  get tier(): Tier {
    return this.code?.tier ?? (this.hasBaselineCode && !this.awaitsCall ? 'sparkplug' : 'ignition');
  }
}
