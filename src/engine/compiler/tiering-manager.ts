/**
 * Who goes up a tier, and when: a function's interrupt budget runs down at its returns and loops, and then it is decided
 * here. V8: src/execution/tiering-manager.cc, with --single-threaded: what is marked is compiled by its next call.
 *
 * Simplified: how much baseline code a batch holds is estimated without the functions of Node itself.
 */
import type { HandlerEntry } from '../bytecode/bytecode-array.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { FeedbackCell } from '../ic/feedback-cell.ts';
import { FeedbackVector } from '../ic/feedback-vector.ts';
import { type CachedDecision, interruptBudgetFor, unlimitedBudget } from './budgets.ts';
import type { Deoptimization } from './deoptimization.ts';
import { Dependencies } from './dependencies.ts';
import { FunctionTiering, type OptimizingTier, type Tier, tiers } from './function-tiering.ts';
import type { OptimizedCode } from './optimized-code.ts';
import type { TieringThresholds } from './thresholds.ts';

/** What is told of. */
export interface TieringObserver {
  /** A function is called for the first time. */
  created(tiering: FunctionTiering): void;
  marked(tiering: FunctionTiering, target: OptimizingTier, isManual: boolean): void;
  compiled(tiering: FunctionTiering, code: OptimizedCode): void;
  baselineCompiled(tiering: FunctionTiering): void;
  deoptimized(tiering: FunctionTiering, deoptimization: Deoptimization): void;
  feedbackAllocated?(tiering: FunctionTiering): void;
  /** What an inline cache has learned makes the function wait longer. */
  budgetReset?(tiering: FunctionTiering): void;
}

/** V8: FeedbackVector::kMaxOsrUrgency. */
const maxOsrUrgency = 6;
/** Bytes of baseline code per byte of bytecode. V8: BaselineCompiler::EstimateInstructionSize. */
const baselineBytesPerByte = 7;

export class TieringManager {
  thresholds: TieringThresholds;
  observer: TieringObserver | undefined = undefined;
  readonly dependencies = new Dependencies();
  /** Where exceptions have been caught outside of optimised code. V8: HandlerTable::MarkHandlerUsed. */
  readonly usedHandlers = new Set<HandlerEntry>();
  private readonly decisions = new Map<SharedFunctionInfo, CachedDecision>();
  private readonly baselineQueue = new Set<FunctionTiering>();
  private baselineEstimate = 0;
  /** Of any function, since a budget was used up last. */
  private anyIcChanged = false;

  constructor(thresholds: TieringThresholds) {
    this.thresholds = thresholds;
  }

  /** Of a function that is called for the first time. */
  initialize(cell: FeedbackCell, shared: SharedFunctionInfo): FunctionTiering {
    const tiering = new FunctionTiering(shared);
    cell.tiering = tiering;
    cell.interruptBudget = 0;
    if (tiering.isBuiltin) cell.interruptBudget = unlimitedBudget;
    else this.setBudget(cell, tiering);
    this.observer?.created(tiering);
    if (this.thresholds.alwaysSparkplug && !tiering.isBuiltin) this.compileBaseline(tiering);
    return tiering;
  }

  decision(shared: SharedFunctionInfo): CachedDecision {
    return this.decisions.get(shared) ?? 'pending';
  }

  /**
   * The budget is used up. `frameTier` is what the frame runs, which may be lower than what calls of the function run. True:
   * the function has got its feedback vector by this. V8: TieringManager::OnInterruptTick.
   */
  onInterrupt(cell: FeedbackCell, frameTier: Tier): boolean {
    const tiering = cell.tiering as FunctionTiering;
    if (tiering.isBuiltin) {
      cell.interruptBudget = unlimitedBudget;
      return false;
    }
    const { shared } = tiering;
    const hasFeedback = cell.vector !== undefined;
    const isFirst = this.isFirstTime(cell, tiering);
    const enqueuesBaseline = tiering.tier === 'ignition' && !(hasFeedback && tiering.osrCode.size > 0);
    if (isFirst && this.decision(shared) === 'pending') this.decisions.set(shared, 'earlySparkplug');
    if (!hasFeedback) {
      const vector = new FeedbackVector(shared, shared.bytecode!, cell, true);
      // The call that runs.
      vector.invocationCount = 1;
      cell.feedback = vector;
      this.setBudget(cell, tiering);
      this.observer?.feedbackAllocated?.(tiering);
    }
    if (enqueuesBaseline) this.enqueueForBaseline(tiering);
    if (!isFirst) this.maybeOptimize(cell, tiering, frameTier);
    if (hasFeedback) this.setBudget(cell, tiering);
    this.anyIcChanged = false;
    return !hasFeedback;
  }

  /** V8: FirstTimeTierUpToSparkplug. */
  private isFirstTime(cell: FeedbackCell, tiering: FunctionTiering): boolean {
    return cell.vector === undefined || (tiering.tier === 'ignition' && this.decision(tiering.shared) === 'pending');
  }

  private maybeOptimize(cell: FeedbackCell, tiering: FunctionTiering, frameTier: Tier): void {
    if (tiering.neverOptimize) return;
    const { tier } = tiering;
    const waitsForTierUp =
      (frameTier !== 'turbofan' && tier === 'turbofan') || (rank(frameTier) < rank('maglev') && tier === 'maglev');
    if (tiering.request !== undefined || waitsForTierUp) {
      tiering.osrUrgency = Math.min(tiering.osrUrgency + 1, maxOsrUrgency);
      updateEntry(cell, tiering);
      return;
    }
    const target = this.shouldOptimize(tiering, frameTier);
    if (target !== undefined && this.isHotByTicks(tiering)) this.request(cell, target);
  }

  /** Where budgets are bytes: how many it takes depends on the function's size. V8: TieringManager::ShouldOptimize up to 11. */
  private isHotByTicks(tiering: FunctionTiering): boolean {
    const { thresholds } = this;
    if (thresholds.budgetPerInvocation) return true;
    const { length } = tiering.shared.bytecode!;
    tiering.ticks++;
    const needed = thresholds.ticksBeforeOptimization + Math.floor(length / thresholds.bytecodeSizeAllowancePerTick);
    const isHot = tiering.ticks >= needed;
    tiering.markedAs = isHot ? 'hot and stable' : 'small function';
    return isHot || (!this.anyIcChanged && length <= thresholds.maxBytecodeSizeForEarlyOpt);
  }

  /** What the next call compiles the function for. Also of %OptimizeFunctionOnNextCall. */
  request(cell: FeedbackCell, target: OptimizingTier, isManual = false): void {
    const tiering = cell.tiering as FunctionTiering;
    tiering.request = target;
    updateEntry(cell, tiering);
    this.observer?.marked(tiering, target, isManual);
  }

  /** Its next call compiles it, however few calls it had. V8: %OptimizeFunctionOnNextCall. */
  requestAtOnce(cell: FeedbackCell, target: OptimizingTier): void {
    const feedback = cell.feedback!;
    feedback.invocationCount = Math.max(feedback.invocationCount, this.thresholds.minimumInvocationsBeforeOptimization);
    this.request(cell, target, true);
  }

  /** The loop that runs is replaced at its next round. V8: %OptimizeOsr. */
  requestOsr(cell: FeedbackCell): void {
    const tiering = cell.tiering as FunctionTiering;
    tiering.osrUrgency = maxOsrUrgency;
    updateEntry(cell, tiering);
  }

  private shouldOptimize(tiering: FunctionTiering, frameTier: Tier): OptimizingTier | undefined {
    if (frameTier === 'turbofan') return undefined;
    const length = tiering.shared.bytecode!.length;
    const { thresholds } = this;
    if (thresholds.hasMaglev && frameTier !== 'maglev' && length <= thresholds.maxMaglevOptimizedBytecodeSize) {
      const isEarly = thresholds.profileGuidedOptimization && this.decision(tiering.shared) === 'earlyTurbofan';
      return isEarly ? 'turbofan' : 'maglev';
    }
    return !thresholds.hasTurbofan || length > thresholds.maxOptimizedBytecodeSize ? undefined : 'turbofan';
  }

  /** An inline cache of the function has changed: what was learned is not stable. V8: TieringManager::NotifyICChanged. */
  icChanged(cell: FeedbackCell): void {
    const tiering = cell.tiering as FunctionTiering | undefined;
    if (tiering === undefined || tiering.isBuiltin || this.isFirstTime(cell, tiering)) return;
    if (this.shouldOptimize(tiering, tiering.tier) === undefined) return;
    const { thresholds } = this;
    if (!thresholds.budgetPerInvocation) {
      this.anyIcChanged = true;
      tiering.ticks = 0;
      return;
    }
    const { length } = tiering.shared.bytecode!;
    const raised = thresholds.minimumInvocationsAfterIcUpdate * length;
    if (thresholds.profileGuidedOptimization) {
      const decision = this.decision(tiering.shared);
      if (decision === 'pending' || decision === 'earlySparkplug') this.noteInstability(cell, tiering, raised);
      if (decision === 'earlyMaglev' || decision === 'earlyTurbofan') return;
    }
    if (raised <= cell.interruptBudget) return;
    tiering.resetByIcChange = true;
    tiering.budget = raised;
    cell.interruptBudget = raised;
    this.observer?.budgetReset?.(tiering);
  }

  private noteInstability(cell: FeedbackCell, tiering: FunctionTiering, raised: number): void {
    const { thresholds } = this;
    const { length } = tiering.shared.bytecode!;
    const early = thresholds.invocationCountForEarlyOptimization;
    if (tiering.invocationCountBeforeStable >= early) {
      this.decisions.set(tiering.shared, 'normal');
      return;
    }
    const consumed = tiering.resetByIcChange
      ? tiering.invocationCountBeforeStable + Math.ceil((raised - cell.interruptBudget) / length)
      : Math.ceil((thresholds.invocationCountForMaglev * length - cell.interruptBudget) / length);
    tiering.invocationCountBeforeStable = Math.min(consumed, early);
    if (consumed >= early) this.decisions.set(tiering.shared, 'normal');
  }

  /** V8: BaselineBatchCompiler::EnqueueFunction: a function adds its size each time that it asks. */
  private enqueueForBaseline(tiering: FunctionTiering): void {
    if (!this.thresholds.hasSparkplug) return;
    this.baselineEstimate += tiering.shared.bytecode!.length * baselineBytesPerByte;
    this.baselineQueue.add(tiering);
    if (this.baselineEstimate < this.thresholds.baselineBatchCompilationThreshold) return;
    this.baselineEstimate = 0;
    for (const queued of this.baselineQueue) {
      this.compileBaseline(queued);
    }
    this.baselineQueue.clear();
  }

  /** V8: Compiler::CompileBaseline. */
  compileBaseline(tiering: FunctionTiering): void {
    if (tiering.hasBaselineCode || !this.thresholds.hasSparkplug) return;
    tiering.hasBaselineCode = true;
    this.observer?.baselineCompiled(tiering);
  }

  /**
   * A call finds that it is to compile. Undefined: it is too early, and the function goes on as before.
   * V8: GetOrCompileOptimized.
   */
  takeRequest(cell: FeedbackCell): OptimizingTier | undefined {
    const tiering = cell.tiering as FunctionTiering;
    const target = tiering.request!;
    tiering.request = undefined;
    tiering.osrUrgency = 0;
    updateEntry(cell, tiering);
    if (tiering.neverOptimize) return undefined;
    const feedback = cell.feedback!;
    if (feedback.invocationCount >= this.thresholds.minimumInvocationsBeforeOptimization) return target;
    feedback.invocationCount++;
    return undefined;
  }

  /** A call of unoptimised code, after optimised code was thrown away. */
  entered(cell: FeedbackCell): void {
    const tiering = cell.tiering as FunctionTiering;
    tiering.awaitsCall = false;
    updateEntry(cell, tiering);
  }

  install(code: OptimizedCode): void {
    const { cell } = code;
    const tiering = cell.tiering as FunctionTiering;
    if (code.osrLoop >= 0) tiering.osrCode.set(code.osrLoop, code);
    else {
      tiering.code = code;
      this.setBudget(cell, tiering);
    }
    updateEntry(cell, tiering);
    const decision = this.decision(tiering.shared);
    if (code.tier === 'maglev' && (decision === 'pending' || decision === 'earlySparkplug'))
      this.decisions.set(tiering.shared, 'earlyMaglev');
    else if (code.tier === 'turbofan' && decision === 'earlyMaglev')
      this.decisions.set(tiering.shared, 'earlyTurbofan');
    this.observer?.compiled(tiering, code);
  }

  /** Code of the function failed a check. V8: Deoptimizer, Runtime_NotifyDeoptimized. */
  deoptimized(code: OptimizedCode, deoptimization: Deoptimization): void {
    const { cell } = code;
    const tiering = cell.tiering as FunctionTiering;
    const { shared } = tiering;
    if (this.decision(shared) !== 'delayMaglev')
      this.decisions.set(shared, this.isEarly(cell, tiering, code) ? 'delayMaglev' : 'normal');
    tiering.request = undefined;
    tiering.wasOnceDeoptimized = true;
    this.discard(code);
    const { bytes, purpose } = this.budgetFor(cell, tiering);
    tiering.budget = bytes;
    tiering.purpose = purpose;
    cell.interruptBudget = bytes;
    this.tell(tiering, deoptimization);
  }

  /** What code of the function counted on has changed. V8: Code::SetMarkedForDeoptimization, Deoptimizer::DeoptimizeMarkedCode. */
  invalidated(code: OptimizedCode, deoptimization: Deoptimization): void {
    this.discard(code);
    this.tell(code.cell.tiering as FunctionTiering, deoptimization);
  }

  /** A frame goes on in the interpreter, and the code is what it was: still there, or thrown away before. */
  frameLeft(code: OptimizedCode, deoptimization: Deoptimization): void {
    this.tell(code.cell.tiering as FunctionTiering, deoptimization);
  }

  private tell(tiering: FunctionTiering, deoptimization: Deoptimization): void {
    tiering.deoptimizations.push(deoptimization);
    this.observer?.deoptimized(tiering, deoptimization);
  }

  /** V8: DeoptimizedMaglevvedCodeEarly. */
  private isEarly(cell: FeedbackCell, tiering: FunctionTiering, code: OptimizedCode): boolean {
    if (code.tier !== 'maglev' || tiering.request === 'turbofan') return false;
    const { invocationCountForTurbofan, invocationCountForMaglevWithDelay } = this.thresholds;
    const left = Math.floor(cell.interruptBudget / shared(tiering).length);
    return left >= invocationCountForTurbofan - invocationCountForMaglevWithDelay;
  }

  /** What no longer holds is not entered any more. The budget stays as it is: V8 only raises it. */
  discard(code: OptimizedCode): void {
    code.markedForDeoptimization = true;
    const tiering = code.cell.tiering as FunctionTiering;
    tiering.callsAtDeoptimization = code.cell.feedback?.invocationCount ?? -1;
    if (tiering.code?.markedForDeoptimization === true) {
      tiering.code = undefined;
      tiering.awaitsCall = true;
    }
    for (const [loop, osr] of tiering.osrCode) if (osr.markedForDeoptimization) tiering.osrCode.delete(loop);
    updateEntry(code.cell, tiering);
  }

  /** V8: JSFunction::SetInterruptBudget, BudgetModification::kRaise. */
  setBudget(cell: FeedbackCell, tiering: FunctionTiering): void {
    const { bytes, purpose } = this.budgetFor(cell, tiering);
    tiering.purpose = purpose;
    tiering.resetByIcChange = false;
    if (bytes <= cell.interruptBudget) return;
    tiering.budget = bytes;
    cell.interruptBudget = bytes;
  }

  private budgetFor(cell: FeedbackCell, tiering: FunctionTiering): ReturnType<typeof interruptBudgetFor> {
    return interruptBudgetFor(
      {
        length: shared(tiering).length,
        isFirst: this.isFirstTime(cell, tiering),
        tier: tiering.tier,
        request: tiering.request,
        decision: this.decision(tiering.shared),
      },
      this.thresholds,
    );
  }
}

function updateEntry(cell: FeedbackCell, tiering: FunctionTiering): void {
  cell.hasEntry = tiering.request !== undefined || tiering.code !== undefined || tiering.awaitsCall;
  cell.osrState = tiering.osrCode.size > 0 ? maxOsrUrgency + 1 : tiering.osrUrgency;
}

function shared(tiering: FunctionTiering): { readonly length: number } {
  return tiering.shared.bytecode!;
}

function rank(tier: Tier): number {
  return tiers.indexOf(tier);
}
