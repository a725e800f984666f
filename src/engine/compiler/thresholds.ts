/**
 * The numbers by which a function goes up a tier: rows of the engine profile, which flags may have changed.
 * V8: src/flags/flag-definitions.h.
 */
import type { EngineProfile } from '../profiles.ts';

export type TieringThresholds = Pick<
  EngineProfile,
  | 'hasMaglev'
  | 'hasTurbofan'
  | 'hasSparkplug'
  | 'alwaysSparkplug'
  | 'hasOsr'
  | 'hasMaglevOsr'
  | 'budgetPerInvocation'
  | 'interruptBudget'
  | 'ticksBeforeOptimization'
  | 'bytecodeSizeAllowancePerTick'
  | 'maxBytecodeSizeForEarlyOpt'
  | 'invocationCountForFeedbackAllocation'
  | 'invocationCountForMaglev'
  | 'invocationCountForMaglevOsr'
  | 'invocationCountForTurbofan'
  | 'invocationCountForOsr'
  | 'minimumInvocationsAfterIcUpdate'
  | 'invocationCountForEarlyOptimization'
  | 'invocationCountForMaglevWithDelay'
  | 'minimumInvocationsBeforeOptimization'
  | 'profileGuidedOptimization'
  | 'maglevLoopBudgetFactor'
  | 'baselineBatchCompilationThreshold'
  | 'maxOptimizedBytecodeSize'
  | 'maxMaglevOptimizedBytecodeSize'
  | 'maxInlinedBytecodeSize'
  | 'maxInlinedBytecodeSizeCumulative'
  | 'maxInlinedBytecodeSizeAbsolute'
  | 'maxInlinedBytecodeSizeSmall'
  | 'minInliningFrequency'
  | 'maxMaglevInlinedBytecodeSize'
  | 'maxMaglevInlinedBytecodeSizeCumulative'
  | 'maxMaglevInlinedBytecodeSizeSmall'
  | 'minMaglevInliningFrequency'
  | 'maxMaglevInlineDepth'
>;
