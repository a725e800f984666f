/**
 * How much bytecode a function runs before the tiering manager looks at it again. V8: TieringManager::InterruptBudgetFor.
 */
import { type BudgetPurpose, type OptimizingTier, type Tier } from './function-tiering.ts';
import type { TieringThresholds } from './thresholds.ts';

/** What is known of a function from the time before, per source text. V8: CachedTieringDecision. */
export type CachedDecision = 'pending' | 'earlySparkplug' | 'delayMaglev' | 'earlyMaglev' | 'earlyTurbofan' | 'normal';

export interface BudgetQuestion {
  readonly length: number;
  /** It still gets its feedback vector or its first place in the queue of baseline code. */
  readonly isFirst: boolean;
  readonly tier: Tier;
  readonly request: OptimizingTier | undefined;
  readonly decision: CachedDecision;
}

export interface Budget {
  readonly bytes: number;
  readonly purpose: BudgetPurpose;
}

/** V8 says INT_MAX / 2 where it wants to hear nothing any more. */
export const unlimitedBudget = 0x3fffffff;

export function interruptBudgetFor(question: BudgetQuestion, thresholds: TieringThresholds): Budget {
  const { length, tier, request } = question;
  if (question.isFirst) return budget(thresholds.invocationCountForFeedbackAllocation * length, 'feedback');
  if (!thresholds.budgetPerInvocation) return budget(thresholds.interruptBudget, 'turbofan');
  if (length > thresholds.maxOptimizedBytecodeSize) return budget(unlimitedBudget, 'none');
  if (request !== undefined || tier === 'turbofan') return budget(thresholds.invocationCountForOsr * length, 'osr');
  if (thresholds.hasMaglev && tier !== 'maglev')
    return budget(maglevInvocations(question.decision, thresholds) * length, 'maglev');
  return budget(thresholds.invocationCountForTurbofan * length, 'turbofan');
}

function maglevInvocations(decision: CachedDecision, thresholds: TieringThresholds): number {
  if (thresholds.profileGuidedOptimization) {
    if (decision === 'delayMaglev')
      return (
        Math.max(thresholds.invocationCountForMaglev, thresholds.minimumInvocationsAfterIcUpdate) +
        thresholds.invocationCountForMaglevWithDelay
      );
    if (decision === 'earlyMaglev' || decision === 'earlyTurbofan')
      return thresholds.invocationCountForEarlyOptimization;
  }
  return thresholds.invocationCountForMaglev;
}

function budget(bytes: number, purpose: BudgetPurpose): Budget {
  return { bytes, purpose };
}
