/**
 * Natives about tiers: what a function's calls run, and what they are made to run. V8: src/runtime/runtime-test.cc,
 * runtime-compiler.cc.
 */
import { type FunctionTiering, type OptimizingTier, type Tier } from '../compiler/function-tiering.ts';
import { compileForExecution } from '../execution/compile.ts';
import type { Isolate } from '../execution/isolate.ts';
import { frameTier } from '../execution/tiering.ts';
import type { FeedbackCell } from '../ic/feedback-cell.ts';
import { FeedbackVector } from '../ic/feedback-vector.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import type { NativeName } from '../parsing/natives.ts';
import { crash, type NativeFunction } from './natives.ts';

export const tierNatives = {
  ActiveTierIsIgnition: activeTierIs('ActiveTierIsIgnition', 'ignition'),
  ActiveTierIsMaglev: activeTierIs('ActiveTierIsMaglev', 'maglev'),
  ActiveTierIsSparkplug: activeTierIs('ActiveTierIsSparkplug', 'sparkplug'),
  ActiveTierIsTurbofan: activeTierIs('ActiveTierIsTurbofan', 'turbofan'),
  ClearFunctionFeedback: (isolate, [value]) => {
    const cell = cellOf(isolate, 'ClearFunctionFeedback', value);
    if (cell?.vector !== undefined) newVector(cell, cell.vector.shared);
    return undefined;
  },
  CompileBaseline: (isolate, [value]) => {
    const cell = withVector(isolate, 'CompileBaseline', value);
    if (cell !== undefined) isolate.tiering.compileBaseline(tieringOf(cell));
    return undefined;
  },
  CurrentFrameIsTurbofan: (isolate) => frameTier(isolate.currentFrame!) === 'turbofan',
  DeoptimizeFunction: (isolate, [value]) => {
    const cell = cellOf(isolate, 'DeoptimizeFunction', value);
    const code = cell === undefined ? undefined : (cell.tiering as FunctionTiering | undefined)?.code;
    if (code !== undefined) isolate.tiering.discard(code);
    return undefined;
  },
  DeoptimizeNow: (isolate) => {
    const code = isolate.currentFrame?.optimized;
    if (code !== undefined) isolate.tiering.discard(code);
    return undefined;
  },
  DisableOptimizationFinalization: () => undefined,
  EnsureFeedbackVectorForFunction: (isolate, [value]) => {
    withVector(isolate, 'EnsureFeedbackVectorForFunction', value);
    return undefined;
  },
  FinalizeOptimization: () => undefined,
  GetOptimizationStatus: (isolate, [value]) => optimizationStatus(isolate, value),
  IsBeingInterpreted: (isolate) => frameTier(isolate.currentFrame!) === 'ignition',
  IsMaglevEnabled: ({ profile }) => profile.hasMaglev,
  IsSparkplugEnabled: ({ profile }) => profile.hasSparkplug,
  IsTurbofanEnabled: ({ profile }) => profile.hasTurbofan,
  NeverOptimizeFunction: (isolate, [value]) => {
    const cell = withVector(isolate, 'NeverOptimizeFunction', value);
    if (cell !== undefined) tieringOf(cell).neverOptimize = true;
    return undefined;
  },
  OptimizeFunctionOnNextCall: optimizeOnNextCall('OptimizeFunctionOnNextCall', 'turbofan'),
  OptimizeMaglevOnNextCall: optimizeOnNextCall('OptimizeMaglevOnNextCall', 'maglev'),
  OptimizeOsr: (isolate) => {
    const { feedbackCell } = isolate.currentFrame!;
    if (feedbackCell.vector !== undefined) isolate.tiering.requestOsr(feedbackCell);
    return undefined;
  },
  PrepareFunctionForOptimization: (isolate, [value]) => {
    withVector(isolate, 'PrepareFunctionForOptimization', value);
    return undefined;
  },
  WaitForBackgroundOptimization: () => undefined,
} satisfies Partial<Readonly<Record<NativeName, NativeFunction>>>;

/** Bit numbers. V8: OptimizationStatus in src/runtime/runtime.h; 26 has no bit 2, and those above it are one lower. */
const statusBits = {
  isFunction: 0,
  optimized: 4,
  maglevved: 5,
  turbofanned: 6,
  interpreted: 7,
  markedForOptimization: 8,
  isExecuting: 11,
  topmostFrameIsTurbofanned: 12,
  baseline: 15,
  topmostFrameIsInterpreted: 16,
  topmostFrameIsBaseline: 17,
  isLazy: 18,
  topmostFrameIsMaglev: 19,
  markedForMaglevOptimization: 22,
} as const;
type StatusBit = keyof typeof statusBits;

/** Simplified: a function whose optimisation is forbidden is not told from others. */
function optimizationStatus(isolate: Isolate, value: Value): number {
  const cell = cellOf(isolate, 'GetOptimizationStatus', value);
  const bits: StatusBit[] = ['isFunction'];
  const tiering = cell?.tiering as FunctionTiering | undefined;
  if (cell !== undefined && tiering === undefined) bits.push('isLazy');
  if (tiering !== undefined && !tiering.isBuiltin) {
    const { code, request } = tiering;
    if (request === 'maglev') bits.push('markedForMaglevOptimization');
    if (request === 'turbofan') bits.push('markedForOptimization');
    if (code !== undefined) bits.push('optimized', code.tier === 'maglev' ? 'maglevved' : 'turbofanned');
    else if (tiering.hasBaselineCode) bits.push('baseline');
    else bits.push('interpreted');
    // Code that was thrown away leaves an entry that finds other code at the next call.
    if (
      code === undefined &&
      request === undefined &&
      tiering.callsAtDeoptimization === cell!.feedback?.invocationCount
    )
      bits.push('isLazy');
  }
  const frame = isolate.frames().findLast(({ closure }) => closure === value);
  if (frame !== undefined) bits.push('isExecuting', topmostBits[frameTier(frame)]);
  const shift = isolate.profile.optimizationStatusHasAlwaysOptimize ? 0 : 1;
  return bits.reduce((sum, bit) => sum | (1 << (statusBits[bit] - (statusBits[bit] > 2 ? shift : 0))), 0);
}

const topmostBits: Readonly<Record<Tier, StatusBit>> = {
  ignition: 'topmostFrameIsInterpreted',
  sparkplug: 'topmostFrameIsBaseline',
  maglev: 'topmostFrameIsMaglev',
  turbofan: 'topmostFrameIsTurbofanned',
};

function activeTierIs(name: NativeName, tier: Tier): NativeFunction {
  return (isolate, [value]) => {
    const cell = cellOf(isolate, name, value);
    if (cell === undefined) return false;
    return ((cell.tiering as FunctionTiering | undefined)?.tier ?? 'ignition') === tier;
  };
}

/** V8: OptimizeFunctionOnNextCall in runtime-test.cc. */
function optimizeOnNextCall(name: NativeName, target: OptimizingTier): NativeFunction {
  return (isolate, [value]) => {
    if (target === 'maglev' && !isolate.profile.hasMaglev) return undefined;
    if (target === 'turbofan' && !isolate.profile.hasTurbofan) return undefined;
    const cell = cellOf(isolate, name, value);
    if (cell?.tiering === undefined) crash(isolate, name, 'a function that was prepared or called');
    if (tieringOf(cell).neverOptimize) crash(isolate, name, 'a function that may be optimised');
    withVector(isolate, name, value);
    if (tieringOf(cell).code?.tier === target) return undefined;
    isolate.tiering.requestAtOnce(cell, target);
    return undefined;
  };
}

/** The feedback cell of a function; undefined for builtins. */
function cellOf(isolate: Isolate, name: NativeName, value: Value): FeedbackCell | undefined {
  if (!(value instanceof JSObject) || !(value.internal instanceof FunctionData)) crash(isolate, name, 'a function');
  const { shared, feedbackCell } = value.internal;
  return shared === undefined || shared.script.kind === 'builtin' ? undefined : (feedbackCell as FeedbackCell);
}

/** And with bytecode and feedback. V8: JSFunction::EnsureFeedbackVector. */
function withVector(isolate: Isolate, name: NativeName, value: Value): FeedbackCell | undefined {
  const cell = cellOf(isolate, name, value);
  if (cell === undefined) return undefined;
  const shared = ((value as JSObject).internal as FunctionData).shared!;
  if (shared.bytecode === undefined) compileForExecution(isolate, shared);
  if (cell.vector === undefined) newVector(cell, shared);
  if (cell.tiering === undefined) isolate.tiering.initialize(cell, shared);
  else isolate.tiering.setBudget(cell, tieringOf(cell));
  return cell;
}

function newVector(cell: FeedbackCell, shared: FeedbackVector['shared']): void {
  cell.feedback = new FeedbackVector(shared, shared.bytecode!, cell, true);
}

function tieringOf(cell: FeedbackCell): FunctionTiering {
  return cell.tiering as FunctionTiering;
}
