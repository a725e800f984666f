/**
 * Which calls a function's optimised code has inlined: they charge no budget of their own any more, and what they assume is
 * the caller's to lose. V8: MaglevGraphBuilder::CanInlineCall, src/compiler/js-inlining-heuristic.cc.
 *
 * Simplified: TurboFan's candidates are taken in the order of their frequency per byte, its small functions first.
 */
import { bytecodeNames, decodedLengths, type Bytecode } from '../bytecode/bytecodes.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { FeedbackCell } from '../ic/feedback-cell.ts';
import type { FunctionTiering, OptimizingTier } from './function-tiering.ts';
import type { CompiledFunction } from './optimized-code.ts';
import type { TieringThresholds } from './thresholds.ts';

interface MutableCompiledFunction extends CompiledFunction {
  readonly inlined: Map<number, CompiledFunction>;
  readonly invocations: number;
}

/** By the operand, counted from 1 in decoded code, that is the feedback slot. */
const callSlots: ReadonlyMap<Bytecode, number> = new Map<Bytecode, number>([
  ['CallProperty', 4],
  ['CallProperty0', 3],
  ['CallProperty1', 4],
  ['CallProperty2', 5],
  ['CallUndefinedReceiver', 4],
  ['CallUndefinedReceiver0', 2],
  ['CallUndefinedReceiver1', 3],
  ['CallUndefinedReceiver2', 4],
  ['CallAnyReceiver', 4],
  ['Construct', 4],
]);

/** The feedback slot of a call; undefined where the instruction is none. */
export function callSlotAt(code: Int32Array, at: number): number | undefined {
  const operand = callSlots.get(bytecodeNames[code[at]!]!);
  return operand === undefined ? undefined : code[at + operand];
}

const maxHardInlineDepth = 10;
/** V8: --reserve-inline-budget-scale-factor. */
const reserveScale = 1.2;

interface CallSite {
  readonly caller: MutableCompiledFunction;
  /** The functions that the call is in, the outermost first. */
  readonly chain: readonly CompiledFunction[];
  readonly at: number;
  readonly target: FunctionData;
  readonly isConstruct: boolean;
  readonly frequency: number;
}

export function compileFunctionWithInlining(
  data: FunctionData,
  tier: OptimizingTier,
  thresholds: TieringThresholds,
): CompiledFunction {
  const outermost = compiledFunction(data);
  if (tier === 'maglev') inlineInOrder(outermost, thresholds);
  else inlineByFrequency(outermost, thresholds);
  return outermost;
}

/** Maglev inlines where it meets the call, while it builds the graph. */
function inlineInOrder(outermost: MutableCompiledFunction, thresholds: TieringThresholds): void {
  let total = 0;
  const visit = (caller: MutableCompiledFunction, chain: readonly CompiledFunction[]): void => {
    for (const site of callSites(caller, chain)) {
      const { length } = site.target.shared!.bytecode!;
      const depth = chain.length - 1;
      if (!mayInline(site) || total > thresholds.maxMaglevInlinedBytecodeSizeCumulative) continue;
      if (caller.shared === site.target.shared || depth > maxHardInlineDepth) continue;
      if (site.target.shared!.bytecode!.incomingNewTargetOrGenerator !== undefined) continue;
      if (site.frequency < thresholds.minMaglevInliningFrequency) continue;
      if (length >= thresholds.maxMaglevInlinedBytecodeSizeSmall) {
        if (length > thresholds.maxMaglevInlinedBytecodeSize || depth > thresholds.maxMaglevInlineDepth) continue;
        total += length;
      }
      const callee = compiledFunction(site.target);
      caller.inlined.set(site.at, callee);
      visit(callee, [...chain, callee]);
    }
  };
  visit(outermost, [outermost]);
}

function inlineByFrequency(outermost: MutableCompiledFunction, thresholds: TieringThresholds): void {
  let total = 0;
  const candidates: CallSite[] = [];
  const consider = (caller: MutableCompiledFunction, chain: readonly CompiledFunction[]): void => {
    for (const site of callSites(caller, chain)) {
      const { shared } = site.target;
      if (!mayInline(site) || site.frequency < thresholds.minInliningFrequency) continue;
      // Recursion is inlined neither directly nor through others.
      if (chain.some((outer) => outer.shared === shared)) continue;
      const { length } = shared!.bytecode!;
      if (
        length <= thresholds.maxInlinedBytecodeSizeSmall &&
        total + length <= thresholds.maxInlinedBytecodeSizeAbsolute
      )
        take(site);
      else candidates.push(site);
    }
  };
  const take = (site: CallSite): void => {
    const callee = compiledFunction(site.target);
    total += callee.bytecode.length;
    site.caller.inlined.set(site.at, callee);
    consider(callee, [...site.chain, callee]);
  };
  consider(outermost, [outermost]);
  for (;;) {
    const best = candidates
      .filter((site) => total + size(site) * reserveScale <= thresholds.maxInlinedBytecodeSizeCumulative)
      .sort((a, b) => b.frequency / size(b) - a.frequency / size(a))[0];
    if (best === undefined) return;
    candidates.splice(candidates.indexOf(best), 1);
    take(best);
  }
}

function size(site: CallSite): number {
  return site.target.shared!.bytecode!.length;
}

/** V8: SharedFunctionInfo::GetInlineability, JSCallReducer. */
function mayInline({ target, isConstruct }: CallSite): boolean {
  const shared = target.shared!;
  if (shared.script.kind === 'builtin' || (shared.isClassConstructor && !isConstruct)) return false;
  const cell = target.feedbackCell as FeedbackCell;
  if (cell.vector === undefined || (cell.tiering as FunctionTiering).neverOptimize) return false;
  return shared.bytecode!.length <= 460;
}

function* callSites(caller: MutableCompiledFunction, chain: readonly CompiledFunction[]): Generator<CallSite> {
  const { code } = caller.bytecode;
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    const name = bytecodeNames[code[at]!]!;
    const operand = callSlots.get(name);
    if (operand === undefined) continue;
    const slot = code[at + operand]!;
    const callee = caller.feedback[slot];
    if (!(callee instanceof JSObject) || !(callee.internal instanceof FunctionData)) continue;
    const target = callee.internal;
    if (target.shared?.bytecode === undefined) continue;
    const count = caller.feedback[slot + 1];
    const invocations = Math.max(1, caller.invocations);
    const frequency = typeof count === 'number' ? count / invocations : 1;
    yield { caller, chain, at, target, isConstruct: name === 'Construct', frequency };
  }
}

function compiledFunction(data: FunctionData): MutableCompiledFunction {
  const cell = data.feedbackCell as FeedbackCell;
  const vector = cell.vector!;
  const shared = data.shared!;
  const bytecode = shared.bytecode!;
  return {
    cell,
    shared,
    bytecode,
    context: data.context,
    feedback: [...vector.slots],
    invocations: vector.invocationCount,
    inlined: new Map(),
    noWeights: new Int32Array(bytecode.code.length),
  };
}
