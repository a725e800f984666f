/**
 * Where optimised code is left. An eager deoptimisation is found on the long way of an operation, before it is done: there
 * optimised code would have failed its check. The frame, with those that are inlined around it, goes on in the interpreter.
 * V8: src/deoptimizer/deoptimizer.cc.
 */
import { type Bytecode, bytecodeNames } from '../bytecode/bytecodes.ts';
import { type Deoptimization, type DeoptimizationSite, instructionOfSlot } from '../compiler/deoptimization.ts';
import type { DeoptimizeReason } from '../compiler/deoptimize-reasons.ts';
import { checkpointBefore, isTruncated, takesTruncated } from '../compiler/checkpoints.ts';
import { failedBuiltinCheck } from '../compiler/builtin-checks.ts';
import type { FunctionTiering } from '../compiler/function-tiering.ts';
import { callSlotAt } from '../compiler/inlining.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { type DependencyGroup, dependencyReasons } from '../compiler/dependencies.ts';
import { failedOperatorCheck } from '../compiler/operator-checks.ts';
import { failedPropertyCheck } from '../compiler/property-checks.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import { JSObject } from '../objects/js-object.ts';
import { ScriptSlotState } from '../objects/script-context-slots.ts';
import { isSmi, type PropertyKey, type Value } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';
import { framePosition, positionAt } from './stack-trace.ts';

/** The feedback of an operator grows. */
export function checkOperator(isolate: Isolate, vector: FeedbackVector, slot: number, left: Value, right: Value): void {
  const frame = optimizedFrame(isolate, vector);
  if (frame === undefined) return;
  const at = instructionOfSlot(frame.bytecode, slot, frame.pc);
  const reason = failedOperatorCheck({
    bytecode: nameAt(frame, at),
    tier: frame.optimized!.tier,
    before: frame.compiled!.feedback[slot] as number,
    left,
    right,
    isSmi: isSmallInteger,
  });
  if (reason === undefined) return;
  const isTurbofan = frame.optimized!.tier === 'turbofan';
  if (isTurbofan && reason === 'overflow' && isTruncated(frame.bytecode, at)) return;
  if (isTurbofan && reason === 'notASmi' && takesTruncated(frame.bytecode, at)) return;
  deoptimizeEagerly(isolate, frame, reason, at);
}

/** An inline cache misses. */
export function checkProperty(
  isolate: Isolate,
  vector: FeedbackVector,
  slot: number,
  hiddenClass: unknown,
  key: PropertyKey,
): void {
  const frame = optimizedFrame(isolate, vector);
  if (frame === undefined) return;
  const at = instructionOfSlot(frame.bytecode, slot, frame.pc);
  const bytecode = nameAt(frame, at);
  const { feedback } = frame.compiled!;
  const { tier } = frame.optimized!;
  const register = receiverOperands.get(bytecode);
  const receiver =
    register === undefined ? undefined : isolate.interpreter.stack[frame.base + frame.bytecode.code[at + register]!];
  const reason = failedPropertyCheck({
    bytecode,
    tier,
    feedback: feedback[slot],
    more: feedback[slot + 1],
    receiver,
    hiddenClass,
    key,
    isSmi: isSmallInteger,
  });
  if (reason !== undefined) deoptimizeEagerly(isolate, frame, reason, at);
}

/** By which operand names the register of the receiver. */
const receiverOperands: ReadonlyMap<Bytecode, number> = new Map<Bytecode, number>([
  ['GetNamedProperty', 1],
  ['GetKeyedProperty', 1],
  ['SetNamedProperty', 1],
  ['SetKeyedProperty', 1],
  ['DefineNamedOwnProperty', 1],
  ['DefineKeyedOwnProperty', 1],
  ['GetIterator', 1],
]);

/** A call meets another function than before, or is made for the first time. */
export function checkCallTarget(isolate: Isolate, frame: Frame, isFirst: boolean): void {
  const name = nameAt(frame, frame.pc);
  const isConstruct = name.startsWith('Construct');
  const isMaglev = frame.optimized!.tier === 'maglev';
  let reason: DeoptimizeReason;
  if (isFirst) reason = isConstruct ? 'insufficientConstruct' : 'insufficientCall';
  else reason = isConstruct && isMaglev ? 'wrongCallTargetConstructor' : 'wrongCallTarget';
  deoptimizeEagerly(isolate, frame, reason, frame.pc);
}

/** A builtin is called that optimised code may do itself. */
export function checkBuiltinCall(
  isolate: Isolate,
  frame: Frame,
  callee: JSObject,
  receiver: Value,
  args: readonly Value[],
): void {
  const code = frame.optimized!;
  if (code.markedForDeoptimization) return;
  const { name } = callee.internal as FunctionData;
  const reason = failedBuiltinCheck({ name, tier: code.tier, receiver, args, isSmi: isSmallInteger });
  if (reason === undefined) return;
  const at = frame.pc;
  const slot = callSlotAt(frame.bytecode.code, at);
  if (slot === undefined || frame.compiled!.feedback[slot] !== callee) return;
  const { withoutSpeculation } = frame.feedbackCell.tiering as FunctionTiering;
  if (withoutSpeculation.has(slot)) return;
  withoutSpeculation.add(slot);
  deoptimizeEagerly(isolate, frame, reason, at);
}

/** Code that stores to a let of a script knows which kind of values it has had. */
export function checkScriptContextStore(isolate: Isolate, state: number): void {
  const frame = isolate.currentFrame;
  if (frame?.optimized === undefined || frame.optimized.markedForDeoptimization) return;
  const { tier } = frame.optimized;
  if (state === ScriptSlotState.constant)
    deoptimizeEagerly(isolate, frame, tier === 'maglev' ? 'storingToConstantField' : 'wrongValue', frame.pc);
  else if (state === ScriptSlotState.smi) deoptimizeEagerly(isolate, frame, 'notASmi', frame.pc);
  else if (state === ScriptSlotState.number) deoptimizeEagerly(isolate, frame, 'notANumber', frame.pc);
}

/** Something changes that code may count on. V8: DependentCode::DeoptimizeDependencyGroups. */
export function invalidate(isolate: Isolate, target: object, group: DependencyGroup, aspect = 0): void {
  const { dependencies } = isolate.tiering;
  if (!dependencies.has(target)) return;
  for (const code of dependencies.take(target, group, aspect)) {
    const { shared } = code.outermost;
    const frame = isolate.currentFrame;
    const deoptimization: Deoptimization = {
      kind: 'dependency',
      reason: dependencyReasons[group],
      code,
      sites: [{ shared, offset: parametersPosition(shared) }],
      cause: frame && { shared: frame.shared, offset: framePosition(frame) },
      step: isolate.steps,
    };
    isolate.tiering.invalidated(code, deoptimization);
    isolate.listener?.deoptimized(deoptimization);
  }
}

/** Where V8 says that a function starts: at its parameters. */
function parametersPosition({ script, start, end }: SharedFunctionInfo): number {
  const header = /^(?:async\s+)?(?:function\b)?[^(=]*(?=\()/.exec(script.source.slice(start, end));
  return start + (header?.[0].length ?? 0);
}

/** The frame whose feedback is about to change, if it is one of optimised code that holds. */
function optimizedFrame(isolate: Isolate, vector: FeedbackVector): Frame | undefined {
  const frame = isolate.currentFrame;
  if (frame?.optimized === undefined || frame.feedback !== vector) return undefined;
  return frame.optimized.markedForDeoptimization ? undefined : frame;
}

export function deoptimizeEagerly(isolate: Isolate, frame: Frame, reason: DeoptimizeReason, at: number): void {
  const code = frame.optimized!;
  const sites: DeoptimizationSite[] = [];
  const frames = isolate.interpreter.liveFrames();
  for (let depth = frame.depth; ; depth--) {
    const each = frames[depth]!;
    const place = each !== frame ? each.pc : code.tier === 'maglev' ? checkpointBefore(each.compiled!, at) : at;
    const offset = positionAt(each.bytecode, place) ?? each.shared.start;
    sites.push({ shared: each.shared, offset });
    const isOutermost = each.compiled === code.outermost;
    leave(each);
    if (isOutermost || depth === 0) break;
  }
  const deoptimization: Deoptimization = { kind: 'eager', reason, code, sites, cause: undefined, step: isolate.steps };
  isolate.tiering.deoptimized(code, deoptimization);
  // The dispatch loop has not written it where the long way was not taken.
  frame.pc = at;
  isolate.listener?.deoptimized(deoptimization);
}

function leave(frame: Frame): void {
  frame.optimized = undefined;
  frame.compiled = undefined;
  frame.weights = frame.bytecode.weights;
}

function nameAt(frame: Frame, at: number): Bytecode {
  return bytecodeNames[frame.bytecode.code[at]!]!;
}

function isSmallInteger(value: unknown): boolean {
  return !(value instanceof JSObject) && isSmi(value as Value);
}
