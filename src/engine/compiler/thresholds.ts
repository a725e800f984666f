/**
 * The numbers by which a function goes up a tier, in two scales. V8: src/flags/flag-definitions.h, printed by
 * `node --v8-options`; 10 000 for TurboFan is what Maglev implies there.
 */
export interface TieringThresholds {
  readonly hasMaglev: boolean;
  /** Times the length of the bytecode, all of these. */
  readonly invocationCountForFeedbackAllocation: number;
  readonly invocationCountForMaglev: number;
  readonly invocationCountForMaglevOsr: number;
  readonly invocationCountForTurbofan: number;
  readonly invocationCountForOsr: number;
  readonly minimumInvocationsAfterIcUpdate: number;
  readonly invocationCountForEarlyOptimization: number;
  readonly invocationCountForMaglevWithDelay: number;
  /** Calls. */
  readonly minimumInvocationsBeforeOptimization: number;
  readonly profileGuidedOptimization: boolean;
  readonly osrFromMaglev: boolean;
  readonly maglevLoopBudgetFactor: number;
  /** Bytes. */
  readonly baselineBatchCompilationThreshold: number;
  readonly maxOptimizedBytecodeSize: number;
  readonly maxMaglevOptimizedBytecodeSize: number;
  readonly maxInlinedBytecodeSize: number;
  readonly maxInlinedBytecodeSizeCumulative: number;
  readonly maxInlinedBytecodeSizeAbsolute: number;
  readonly maxInlinedBytecodeSizeSmall: number;
  readonly minInliningFrequency: number;
  readonly maxMaglevInlinedBytecodeSize: number;
  readonly maxMaglevInlinedBytecodeSizeCumulative: number;
  readonly maxMaglevInlinedBytecodeSizeSmall: number;
  readonly minMaglevInliningFrequency: number;
  readonly maxMaglevInlineDepth: number;
}

/** V8 13.6. */
export const realScale: TieringThresholds = {
  hasMaglev: true,
  invocationCountForFeedbackAllocation: 8,
  invocationCountForMaglev: 400,
  invocationCountForMaglevOsr: 100,
  invocationCountForTurbofan: 10_000,
  invocationCountForOsr: 500,
  minimumInvocationsAfterIcUpdate: 500,
  invocationCountForEarlyOptimization: 30,
  invocationCountForMaglevWithDelay: 600,
  minimumInvocationsBeforeOptimization: 2,
  profileGuidedOptimization: true,
  osrFromMaglev: false,
  maglevLoopBudgetFactor: 0.8,
  baselineBatchCompilationThreshold: 4096,
  maxOptimizedBytecodeSize: 61_440,
  maxMaglevOptimizedBytecodeSize: 524_288,
  maxInlinedBytecodeSize: 460,
  maxInlinedBytecodeSizeCumulative: 920,
  maxInlinedBytecodeSizeAbsolute: 4600,
  maxInlinedBytecodeSizeSmall: 27,
  minInliningFrequency: 0.15,
  maxMaglevInlinedBytecodeSize: 460,
  maxMaglevInlinedBytecodeSizeCumulative: 920,
  maxMaglevInlinedBytecodeSizeSmall: 27,
  minMaglevInliningFrequency: 0.1,
  maxMaglevInlineDepth: 1,
};

/** V8's own for small programs: --jit-fuzzing. Feedback is there from the first call. */
export const fuzzingScale: TieringThresholds = {
  ...realScale,
  invocationCountForFeedbackAllocation: 0,
  invocationCountForMaglev: 10,
  invocationCountForMaglevOsr: 1,
  invocationCountForTurbofan: 20,
  invocationCountForOsr: 5,
  minimumInvocationsAfterIcUpdate: 5,
  baselineBatchCompilationThreshold: 0,
};

/** By the flags that an isolate is made with. */
export function thresholdsOf(flags: {
  readonly tierBudgets?: 'real' | 'fuzzing';
  readonly invocationCountForFeedbackAllocation?: number;
}): TieringThresholds {
  const scale = flags.tierBudgets === 'fuzzing' ? fuzzingScale : realScale;
  const { invocationCountForFeedbackAllocation = scale.invocationCountForFeedbackAllocation } = flags;
  return { ...scale, invocationCountForFeedbackAllocation };
}
