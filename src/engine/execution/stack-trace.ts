/** Capturing stack traces, and positions of frames. V8: src/execution/isolate.cc (CaptureSimpleStackTrace, CaptureAsyncStackTrace). */
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import { Op } from '../bytecode/bytecodes.ts';
import { isArrowKind, isGeneratorKind, isModuleKind } from '../parsing/function-kind.ts';
import {
  FunctionData,
  isApiMark,
  nativeMarks,
  type GeneratorData,
  type PromiseReaction,
  type StackTraceFrame,
} from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { combinatorElementOf } from './combinators.ts';
import { lookupData } from './describe.ts';
import { type Frame, hasReturned, ReturnMode } from './frame.ts';
import type { Isolate } from './isolate.ts';

import type { Script } from '../parsing/script.ts';
export { lineAndColumn } from './source-place.ts';

/** A place in a script that an error is about. V8: MessageLocation. */
export interface ErrorLocation {
  readonly script: Script;
  readonly start: number;
  readonly end: number;
  /** Undefined for whatever is thrown next. */
  readonly error?: JSObject;
}

/** The innermost frames of functions with a source, without what waits for them. V8: StackTrace::CurrentStackTrace. */
export function currentFrames(isolate: Isolate, count: number): StackTraceFrame[] {
  const result: StackTraceFrame[] = [];
  const frames = isolate.frames();
  for (let depth = frames.length - 1; depth >= 0 && result.length < count; depth--) {
    const frame = isVisible(frames[depth]!) ? capturedFrame(isolate, frames[depth]!) : undefined;
    if (frame?.script !== undefined) result.push(frame);
  }
  return result;
}

/** V8: Error.stackTraceLimit's default. */
const defaultLimit = 10;

/**
 * The frames of this moment, innermost first; those above and including a call of `skipUntil` are left out. Undefined where
 * Error.stackTraceLimit is no number.
 */
export function captureStack(isolate: Isolate, skipUntil: JSObject | undefined): StackTraceFrame[] | undefined {
  const limit = stackTraceLimit(isolate);
  if (limit === undefined) return undefined;
  const result: StackTraceFrame[] = [];
  let skipping = skipUntil !== undefined;
  const frames = isolate.frames();
  for (let depth = frames.length - 1; depth >= 0 && result.length < limit; depth--) {
    const frame = frames[depth]!;
    if (frame.native !== undefined) {
      if (!skipping && isVisibleNative(frame.native)) result.push(nativeFrame(frame));
      if (frame.native === skipUntil) skipping = false;
    }
    if (result.length >= limit) break;
    if (!skipping && isInstanceOf(isolate, frame)) result.push(hasInstanceFrame(isolate, frame));
    else if (!skipping && isVisible(frame)) {
      result.push(capturedFrame(isolate, frame));
      const next = generatorMethod(isolate, frame) ?? indirectEval(isolate, frame);
      if (next !== undefined && result.length < limit) result.push(next);
    }
    if (frame.closure === skipUntil) skipping = false;
  }
  if (result.length < limit) result.push(...asyncFrames(isolate, limit - result.length));
  isolate.meter.allocateList(result.length * 16);
  return skipping ? [] : result;
}

function stackTraceLimit(isolate: Isolate): number | undefined {
  const constructor = isolate.realm.intrinsics.get('Error');
  const limit = constructor === undefined ? defaultLimit : lookupData(constructor, 'stackTraceLimit');
  return typeof limit === 'number' ? Math.trunc(Math.max(0, Math.min(limit, 200))) : undefined;
}

/**
 * Error constructors and the host's API do not show; other natives do: `at JSON.parse (<anonymous>)`. Of those without a name
 * that are made for others only the resolving functions of promises do.
 */
function isVisibleNative(native: JSObject): boolean {
  const data = native.internal as FunctionData;
  if (data.name === '') return resolvedBy(native) !== undefined;
  return data.data !== nativeMarks.hidden && !isApiMark(data.data);
}

/**
 * The engine's own self-hosted operations do not show, but for methods of the objects that they make, and neither do closures
 * of self-hosted builtins, which in V8 have no frames; self-hosted builtins themselves and what `finally` hands to `then` do.
 */
function isVisible(frame: Frame): boolean {
  if (frame.pc === hasReturned) return false;
  const { script, kind } = frame.shared;
  if (script.kind !== 'builtin' || script.name.startsWith('node:')) return true;
  if (script.name === '') return kind === 'method';
  return !isArrowKind(kind) || (frame.shared.name === '' && combinatorElementOf(frame.closure) === undefined);
}

/** The operator instanceof is the builtin that it calls. */
function isInstanceOf(isolate: Isolate, { shared, closure, pc }: Frame): boolean {
  const isInternal = shared.script.kind === 'builtin' && shared.script.name === '' && pc !== hasReturned;
  return isInternal && closure === isolate.internalFunction('InstanceOf');
}

function hasInstanceFrame(isolate: Isolate, frame: Frame): StackTraceFrame {
  const target = isolate.interpreter.stack[frame.base - 3 - frame.bytecode.parameterCount + 2];
  return builtinFrame(isolate.realm.intrinsic('Function.prototype[Symbol.hasInstance]'), target, false);
}

function nativeFrame(frame: Frame): StackTraceFrame {
  return builtinFrame(frame.native!, frame.nativeReceiver, frame.nativeIsConstruct);
}

function builtinFrame(closure: JSObject, receiver: Value, isConstruct: boolean): StackTraceFrame {
  return { closure, receiver, script: undefined, offset: -1, isAsync: false, isConstruct };
}

function capturedFrame(isolate: Isolate, frame: Frame): StackTraceFrame {
  const { script } = frame.shared;
  const receiver = receiverOf(isolate, frame);
  // Node's modules are scripts with a name of their own, unlike V8's builtins.
  if (script.kind === 'builtin' && !script.name.startsWith('node:'))
    return builtinFrame(frame.closure, receiver, frame.isConstruct);
  const { kind } = frame.shared;
  const isScript = kind === 'script' || kind === 'eval' || isModuleKind(kind);
  return {
    closure: frame.closure,
    receiver: isScript ? undefined : receiver,
    script,
    offset: framePosition(frame),
    isAsync: false,
    isConstruct: frame.isConstruct,
  };
}

/** Below the code of an indirect eval stands the builtin. */
function indirectEval(isolate: Isolate, { shared, closure }: Frame): StackTraceFrame | undefined {
  const isIndirect = shared.kind === 'eval' && (closure.internal as FunctionData).context === undefined;
  return isIndirect ? builtinFrame(isolate.realm.intrinsic('eval'), undefined, false) : undefined;
}

/**
 * The builtin that resumed a generator stands below it: `at Generator.next (<anonymous>)`. That of an async generator is still
 * running, as the native of the frame below.
 */
function generatorMethod(isolate: Isolate, frame: Frame): StackTraceFrame | undefined {
  const generator = frame.generator?.internal;
  if (generator?.kind !== 'generator' || frame.generator === undefined) return undefined;
  // The call that makes the generator object runs its parameters only.
  if (!isGeneratorKind(frame.shared.kind) || frame.returnMode !== ReturnMode.generator) return undefined;
  const method = lookupData(isolate.realm.generatorPrototype, generator.resumeMode);
  return method instanceof JSObject ? builtinFrame(method, frame.generator, false) : undefined;
}

export function receiverOf(isolate: Isolate, frame: Frame): Value {
  return isolate.interpreter.stack[frame.base - 3 - frame.bytecode.parameterCount];
}

/** Source offset of what runs in the frame now. */
export function framePosition(frame: Frame): number {
  return (frame.pc < 0 ? undefined : positionAt(frame.bytecode, frame.pc)) ?? functionEntryPosition(frame);
}

/** Where a generator that is suspended will go on: after what it waits for. */
export function suspendedPosition(generator: JSObject): number {
  const data = generator.internal;
  const shared = data?.kind === 'generator' ? (data.function.internal as FunctionData).shared : undefined;
  const bytecode = shared?.bytecode;
  if (data?.kind !== 'generator' || bytecode === undefined) return 0;
  const start = bytecode.code.indexOf(Op.SwitchOnGeneratorState);
  return positionAt(bytecode, bytecode.constants[bytecode.code[start + 2]! + data.state] as number) ?? 0;
}

/** Of an instruction of the code; undefined before the first position. */
export function positionAt(bytecode: BytecodeArray, codeIndex: number): number | undefined {
  const positions = bytecode.sourcePositions;
  let low = 0;
  let high = positions.length - 1;
  let best = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (positions[middle]!.codeIndex <= codeIndex) {
      best = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return positions[best]?.offset;
}

/** Where V8 puts a stack overflow: the function's parameter list. */
function functionEntryPosition(frame: Frame): number {
  return Math.max(frame.shared.literal.scope.start, 0);
}

/** Script and offset of the user's code that runs now: for the log. */
export function currentPosition(isolate: Isolate): { scriptId: number; position: number } {
  const frames = isolate.frames();
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const frame = frames[depth]!;
    if (frame.shared.script.kind !== 'builtin')
      return { scriptId: frame.shared.script.id, position: framePosition(frame) };
  }
  return { scriptId: -1, position: -1 };
}

const anonymousFrame = {
  closure: undefined,
  receiver: undefined,
  script: undefined,
  offset: -1,
  isConstruct: false,
} as const;

/** `at async f`: what waits for the job that runs now, as far as only one waits for each. */
function asyncFrames(isolate: Isolate, limit: number): StackTraceFrame[] {
  const result: StackTraceFrame[] = [];
  let promise = promiseOfJob(isolate.currentReaction);
  while (promise !== undefined && result.length < limit) {
    const data = promise.internal;
    if (data?.kind !== 'promise' || data.state !== 'pending' || data.reactions.length !== 1) break;
    const reaction = data.reactions[0]!;
    const step = asyncStep(reaction);
    if (step.frame !== undefined) result.push(step.frame);
    promise = step.promise;
  }
  return result;
}

/** The promise that the job which runs now will settle. */
function promiseOfJob(reaction: PromiseReaction | undefined): JSObject | undefined {
  if (reaction === undefined) return undefined;
  if (reaction.generator !== undefined) return promiseOfGenerator(reaction.generator);
  return promiseOfCapability(reaction.capability?.promise);
}

function asyncStep(reaction: PromiseReaction): { frame?: StackTraceFrame; promise: JSObject | undefined } {
  const { generator } = reaction;
  if (generator !== undefined) {
    const data = generator.internal as GeneratorData;
    const { shared } = data.function.internal as FunctionData;
    return {
      frame: {
        closure: data.function,
        receiver: data.receiver,
        script: shared!.script,
        offset: suspendedPosition(generator),
        isAsync: true,
        isConstruct: false,
      },
      promise: promiseOfGenerator(generator),
    };
  }
  const element = combinatorElementOf(reaction.onFulfilled) ?? combinatorElementOf(reaction.onRejected);
  if (element !== undefined) {
    const frame = { ...anonymousFrame, isAsync: true, combinator: element };
    return { frame, promise: promiseOfCapability(element.promise) };
  }
  return { promise: promiseOfCapability(resolvedBy(reaction.onFulfilled) ?? reaction.capability?.promise) };
}

/** The promise that a resolving function belongs to. */
function resolvedBy(value: Value): Value {
  if (!(value instanceof JSObject) || !(value.internal instanceof FunctionData)) return undefined;
  const data = value.internal.data as { readonly promise?: JSObject; readonly alreadyResolved?: boolean } | undefined;
  return data?.alreadyResolved === undefined ? undefined : data.promise;
}

function promiseOfGenerator(generator: JSObject): JSObject | undefined {
  const data = generator.internal as GeneratorData;
  return data.promise ?? promiseOfCapability(data.queue[0]?.capability.promise);
}

function promiseOfCapability(promise: Value): JSObject | undefined {
  return promise instanceof JSObject && promise.internal?.kind === 'promise' ? promise : undefined;
}
