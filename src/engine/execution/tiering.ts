/**
 * Where frames meet the tiers: a call enters optimised code or compiles it, a loop is replaced on the stack, a budget is
 * used up. V8: src/runtime/runtime-compiler.cc, the tiering builtins.
 */
import { unlimitedBudget } from '../compiler/budgets.ts';
import { compileFunctionWithInlining } from '../compiler/inlining.ts';
import type { FunctionTiering, OptimizingTier, Tier } from '../compiler/function-tiering.ts';
import { OptimizedCode } from '../compiler/optimized-code.ts';
import { decodedLengths, Op } from '../bytecode/bytecodes.ts';
import { maglevWeights } from '../bytecode/interrupt-weights.ts';
import type { FunctionData } from '../objects/internal-slots.ts';
import { recordDependencies } from './code-dependencies.ts';
import { deoptimizeEagerly } from './deoptimize.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';

/** The frame was just pushed, and its caller is optimised or its function has something to look at. */
export function enterTier(isolate: Isolate, frame: Frame, caller: Frame | undefined): void {
  const { feedbackCell: cell, shared } = frame;
  const site = caller?.optimized === undefined ? undefined : caller.compiled!.inlined.get(caller.pc);
  if (site !== undefined && site.shared === shared) {
    frame.optimized = caller!.optimized;
    frame.compiled = site;
    frame.weights = site.noWeights;
    frame.lastLoop = -1;
    return;
  }
  frame.optimized = undefined;
  frame.weights = frame.bytecode.weights;
  const tiering = cell.tiering as FunctionTiering;
  if (tiering.awaitsCall) isolate.tiering.entered(cell);
  if (tiering.request !== undefined) {
    const target = isolate.tiering.takeRequest(cell);
    if (target !== undefined) install(isolate, compile(isolate, frame, target, -1));
  }
  if (tiering.code === undefined) frame.feedback.invocationCount++;
  else runOptimized(frame, tiering.code);
}

/** V8: Runtime_BytecodeBudgetInterrupt. */
export function budgetInterrupt(isolate: Isolate, frame: Frame): void {
  const cell = frame.feedbackCell;
  const tiering = cell.tiering as FunctionTiering;
  const requested = tiering.request;
  if (isolate.tiering.onInterrupt(cell, frameTier(frame))) frame.feedback = cell.feedback!;
  if (tiering.request !== undefined && tiering.request !== requested)
    isolate.listener?.tierMarked(tiering, tiering.request);
}

/** A loop goes round, and is hot or has used up the budget. V8: the bytecode handler of JumpLoop, Runtime_CompileOptimizedOSR. */
export function loopInterrupt(isolate: Isolate, frame: Frame): void {
  const { feedbackCell: cell } = frame;
  const tiering = cell.tiering as FunctionTiering;
  const { hasOsr, hasMaglevOsr } = isolate.tiering.thresholds;
  if (frame.optimized !== undefined && leavesOsrLoop(frame)) {
    cell.interruptBudget += frame.weights[frame.pc]!;
    deoptimizeEagerly(isolate, frame, 'osrEarlyExit', frame.pc);
    cell.interruptBudget -= frame.weights[frame.pc]!;
  }
  if (hasOsr && frame.optimized === undefined && cell.osrState > frame.bytecode.code[frame.pc + 2]!) {
    let code = tiering.osrCode.get(frame.pc);
    if (code === undefined && tiering.osrUrgency > frame.bytecode.code[frame.pc + 2]! && !tiering.neverOptimize) {
      const target = hasMaglevOsr ? 'maglev' : 'turbofan';
      tiering.osrUrgency = 0;
      code = compile(isolate, frame, target, frame.pc);
      install(isolate, code);
    }
    if (code !== undefined) runOptimized(frame, code);
  }
  if (cell.interruptBudget < 0) budgetInterrupt(isolate, frame);
}

/** Code that was made for a loop does not have the loops around it. */
function leavesOsrLoop({ optimized, compiled, bytecode, pc }: Frame): boolean {
  const { osrLoop, outermost } = optimized!;
  return osrLoop >= 0 && compiled === outermost && bytecode.code[pc + 1]! < bytecode.code[osrLoop + 1]!;
}

export function frameTier(frame: Frame): Tier {
  if (frame.optimized !== undefined) return frame.optimized.tier;
  return (frame.feedbackCell.tiering as FunctionTiering).hasBaselineCode ? 'sparkplug' : 'ignition';
}

function install(isolate: Isolate, code: OptimizedCode): void {
  isolate.tiering.install(code);
  recordDependencies(isolate, code);
  isolate.listener?.tierChanged(code.cell.tiering as FunctionTiering, code);
}

function runOptimized(frame: Frame, code: OptimizedCode): void {
  frame.optimized = code;
  frame.compiled = code.outermost;
  frame.weights = code.weights;
  frame.lastLoop = -1;
}

/** They use up any budget, so that they are looked at. */
function stopAtOuterLoops(weights: Int32Array, code: Int32Array, osrLoop: number): void {
  for (let at = osrLoop; at < code.length; at += decodedLengths[code[at]!]!)
    if (code[at] === Op.JumpLoop && code[at + 1]! < code[osrLoop + 1]!) weights[at] = 2 * unlimitedBudget;
}

function compile(isolate: Isolate, frame: Frame, tier: OptimizingTier, osrLoop: number): OptimizedCode {
  const { thresholds } = isolate.tiering;
  const { bytecode, feedbackCell: cell } = frame;
  const outermost = compileFunctionWithInlining(frame.closure.internal as FunctionData, tier, thresholds);
  const weights =
    tier === 'maglev'
      ? maglevWeights(bytecode.code, bytecode.byteOffsets, thresholds.maglevLoopBudgetFactor)
      : outermost.noWeights;
  if (osrLoop >= 0) stopAtOuterLoops(weights, bytecode.code, osrLoop);
  return new OptimizedCode(tier, cell, outermost, weights, osrLoop, new Set(isolate.tiering.usedHandlers));
}
