/**
 * Where optimised code is left. An eager deoptimisation is found on the long way of an operation, before it is done: there
 * optimised code would have failed its check. The frame, with those that are inlined around it, goes on in the interpreter.
 * V8: src/deoptimizer/deoptimizer.cc.
 */
import { type Bytecode, bytecodeNames } from '../bytecode/bytecodes.ts';
import { type Deoptimization, type DeoptimizationSite, instructionOfSlot } from '../compiler/deoptimization.ts';
import type { DeoptimizeReason } from '../compiler/deoptimize-reasons.ts';
import { checkpointBefore } from '../compiler/checkpoints.ts';
import { isTruncated, takesTruncated } from '../compiler/truncations.ts';
import { failedBuiltinCheck } from '../compiler/builtin-checks.ts';
import type { FunctionTiering } from '../compiler/function-tiering.ts';
import { callSlotAt } from '../compiler/inlining.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { type DependencyGroup, dependencyReasons } from '../compiler/dependencies.ts';
import { failedOperatorCheck } from '../compiler/operator-checks.ts';
import { failedPropertyCheck } from '../compiler/property-checks.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { HandlerEntry } from '../bytecode/bytecode-array.ts';
import type { OptimizedCode } from '../compiler/optimized-code.ts';
import { isSmallInteger } from '../ic/operator-feedback.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import { JSObject } from '../objects/js-object.ts';
import { ScriptSlotState } from '../objects/script-context-slots.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
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
    isSmi: smallIntegerTest(isolate),
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
    isSmi: smallIntegerTest(isolate),
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
  const reason = failedBuiltinCheck({ name, tier: code.tier, receiver, args, isSmi: smallIntegerTest(isolate) });
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
  if (!isolate.profile.tracksConstantScriptLet) return;
  if (frame?.optimized === undefined || frame.optimized.markedForDeoptimization) return;
  const { tier } = frame.optimized;
  // What is not initialised yet is constant, too.
  if (state === ScriptSlotState.constant || state === ScriptSlotState.undetermined)
    deoptimizeEagerly(isolate, frame, tier === 'maglev' ? 'storingToConstantField' : 'wrongValue', frame.pc);
  else if (state === ScriptSlotState.smi) deoptimizeEagerly(isolate, frame, 'notASmi', frame.pc);
  else if (state === ScriptSlotState.number) deoptimizeEagerly(isolate, frame, 'notANumber', frame.pc);
}

/** Something changes that code may count on. V8: DependentCode::DeoptimizeDependencyGroups. */
export function invalidate(isolate: Isolate, target: object, group: DependencyGroup, aspect = 0): void {
  const { dependencies } = isolate.tiering;
  if (!dependencies.has(target)) return;
  const codes = dependencies.take(target, group, aspect);
  for (const code of codes) discard(isolate, code, dependencyReasons[group]);
  if (codes.length > 0) leaveMarkedFrames(isolate);
}

function discard(isolate: Isolate, code: OptimizedCode, reason: DeoptimizeReason): void {
  const { shared } = code.outermost;
  const frame = isolate.currentFrame;
  const deoptimization: Deoptimization = {
    kind: 'dependency',
    reason,
    code,
    sites: [{ shared, offset: parametersPosition(shared) }],
    cause: frame && { shared: frame.shared, offset: framePosition(frame) },
    step: isolate.steps,
  };
  isolate.tiering.invalidated(code, deoptimization);
  isolate.listener?.deoptimized(deoptimization);
}

/**
 * Frames whose code was thrown away go on in the interpreter when what they call returns. V8: Deoptimizer, DeoptimizeKind::kLazy.
 * Simplified: they are told of at once.
 */
function leaveMarkedFrames(isolate: Isolate): void {
  const frames = isolate.interpreter.liveFrames();
  let sites: DeoptimizationSite[] = [];
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const frame = frames[depth]!;
    const code = frame.optimized;
    if (code?.markedForDeoptimization !== true) continue;
    sites.push({ shared: frame.shared, offset: framePosition(frame) });
    const isOutermost = frame.compiled === code.outermost;
    leave(frame);
    if (!isOutermost) continue;
    leftLazily(isolate, code, sites);
    sites = [];
  }
}

function leftLazily(isolate: Isolate, code: OptimizedCode, sites: readonly DeoptimizationSite[]): void {
  const step = isolate.steps;
  const deoptimization: Deoptimization = { kind: 'lazy', reason: 'unknown', code, sites, cause: undefined, step };
  isolate.tiering.frameLeft(code, deoptimization);
  isolate.listener?.deoptimized(deoptimization);
}

/**
 * An exception is caught in `handler`'s frame, whose code was made when the handler had never been used, and does without it.
 * `thrower` is the depth of the frame that threw. V8: ExceptionHandlerInfo::kLazyDeopt, Isolate::UnwindAndFindHandler.
 */
export function checkCatch(isolate: Isolate, frame: Frame, handler: HandlerEntry, thrower: number): void {
  const code = frame.optimized;
  const { usedHandlers } = isolate.tiering;
  if (code?.tier === 'maglev' && !code.markedForDeoptimization && !code.usedHandlers.has(handler)) {
    const frames = isolate.interpreter.framesUpTo(thrower);
    discard(isolate, code, 'omittedCatchHandler');
    const sites: DeoptimizationSite[] = [];
    let inner = frame.depth + 1;
    while (inner <= thrower && frames[inner]!.optimized === code && frames[inner]!.compiled !== code.outermost) inner++;
    for (let depth = inner - 1; depth >= 0; depth--) {
      const each = frames[depth]!;
      sites.push({ shared: each.shared, offset: framePosition(each) });
      const isOutermost = each.compiled === code.outermost;
      leave(each);
      if (isOutermost) break;
    }
    leftLazily(isolate, code, sites);
  }
  if (frame.optimized === undefined) usedHandlers.add(handler);
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
  const frames = isolate.interpreter.liveFrames();
  const left: Frame[] = [];
  for (let depth = frame.depth; depth >= 0; depth--) {
    left.push(frames[depth]!);
    if (frames[depth]!.compiled === code.outermost) break;
  }
  const checkpoint = code.tier === 'maglev' ? maglevCheckpoint(left, at) : at;
  const sites = left.map((each): DeoptimizationSite => {
    const place = each === frame ? checkpoint : each.pc;
    return { shared: each.shared, offset: positionAt(each.bytecode, place) ?? each.shared.start };
  });
  for (const each of left) leave(each);
  const deoptimization: Deoptimization = { kind: 'eager', reason, code, sites, cause: undefined, step: isolate.steps };
  if (reason === 'osrEarlyExit') isolate.tiering.frameLeft(code, deoptimization);
  else isolate.tiering.deoptimized(code, deoptimization);
  // The dispatch loop has not written it where the long way was not taken.
  frame.pc = at;
  isolate.listener?.deoptimized(deoptimization);
  if (code.markedForDeoptimization) leaveMarkedFrames(isolate);
}

/** The frames come innermost first. */
function maglevCheckpoint(frames: readonly Frame[], at: number): number {
  const places = frames.map(({ compiled, pc, lastLoop }, i) => ({
    compiled: compiled!,
    at: i === 0 ? at : pc,
    lastLoop,
  }));
  return checkpointBefore(places.reverse(), frames[0]!.optimized!.osrLoop);
}

function leave(frame: Frame): void {
  frame.optimized = undefined;
  frame.compiled = undefined;
  frame.weights = frame.bytecode.weights;
}

function nameAt(frame: Frame, at: number): Bytecode {
  return bytecodeNames[frame.bytecode.code[at]!]!;
}

function smallIntegerTest({ profile }: Isolate): (value: unknown) => boolean {
  return (value) => isSmallInteger(value, profile);
}
