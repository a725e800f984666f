/**
 * Suspending and resuming frames: generators and async functions. V8: src/builtins/builtins-generator-gen.cc,
 * the SuspendGenerator and ResumeGenerator bytecodes.
 */
import { isAsyncFunctionKind, isAsyncGeneratorKind, isModuleKind } from '../parsing/function-kind.ts';
import { fixedFrameSlots } from '../bytecode/registers.ts';
import { FunctionData, type GeneratorData } from '../objects/internal-slots.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { throwTypeError } from './errors.ts';
import { type Frame, ReturnMode } from './frame.ts';
import { GuestException } from './guest-exception.ts';
import { framePushed } from './interpreter.ts';
import { initialMapOf } from './initial-map.ts';
import type { Isolate } from './isolate.ts';

export const suspendedAtStart = 0;
export const closed = -2;
export const running = -1;

/** The generator object of the function that runs in `frame`; for async functions the hidden one with their promise. */
export function createGeneratorObject(isolate: Isolate, frame: Frame, receiver: Value): JSObject {
  const shared = frame.shared;
  const isAsyncGenerator = isAsyncGeneratorKind(shared.kind);
  const type = isAsyncGenerator ? 'async generator' : 'generator';
  const hasFamily = !isAsyncFunctionKind(shared.kind) && !isModuleKind(shared.kind);
  const object = new JSObject(
    hasFamily
      ? familyOfGenerator(isolate, frame.closure, type)
      : isolate.realm.root(type, isolate.realm.objectPrototype),
  );
  const data: GeneratorData = {
    kind: 'generator',
    function: frame.closure,
    receiver,
    saved: [],
    restored: [],
    savedContext: undefined,
    state: running,
    input: undefined,
    resumeMode: 'next',
    argumentCount: frame.argumentCount,
    extraArguments: frame.extraArguments,
    promise: undefined,
    queue: [],
    awaiting: false,
    id: isolate.nextGeneratorId++,
  };
  object.internal = data;
  frame.generator = object;
  return object;
}

/** Each generator function has one of its own, as constructors have. V8: JSFunction::EnsureHasInitialMap. */
function familyOfGenerator(isolate: Isolate, closure: JSObject, type: 'generator' | 'async generator'): HiddenClass {
  const { realm, interpreter } = isolate;
  const own = interpreter.nest(() => isolate.loadProperty(closure, 'prototype'));
  const intrinsic = type === 'generator' ? realm.generatorPrototype : realm.asyncGeneratorPrototype;
  return initialMapOf(isolate, closure, own instanceof JSObject ? own : intrinsic, realm.root(type, intrinsic), false);
}

export function resumeState(generator: JSObject): GeneratorData {
  return generator.internal as GeneratorData;
}

/** Saves parameters and registers of the frame that is about to be popped. */
export function suspendGenerator(
  isolate: Isolate,
  frame: Frame,
  stack: readonly Value[],
  generator: JSObject,
  suspendId: number,
): void {
  void isolate;
  const data = resumeState(generator);
  const first = frame.base - fixedFrameSlots - frame.bytecode.parameterCount;
  data.saved = stack.slice(first, frame.base + frame.bytecode.registerCount);
  data.savedContext = frame.context;
  data.state = suspendId;
}

/** Whether the suspension that just happened is an await (or an async function's), rather than a yield. */
export function initialSuspend(frame: Frame, generator: JSObject): boolean {
  return (
    (isAsyncFunctionKind(frame.shared.kind) && !isModuleKind(frame.shared.kind)) || resumeState(generator).awaiting
  );
}

/** ResumeGenerator: registers as they were; the result is what was sent in. `count` registers are restored. */
export function resumeRegisters(frame: Frame, stack: Value[], generator: JSObject, count: number): Value {
  const data = resumeState(generator);
  const offset = fixedFrameSlots + frame.bytecode.parameterCount;
  for (let i = 0; i < count; i++) stack[frame.base + i] = data.saved[offset + i];
  data.restored = data.saved;
  data.saved = [];
  const input = data.input;
  data.input = undefined;
  return input;
}

/** The number that GeneratorGetResumeMode gives. V8: JSGeneratorObject::ResumeMode. */
export function resumeModeNumber(generator: JSObject): number {
  return { next: 0, return: 1, throw: 2 }[resumeState(generator).resumeMode];
}

/** Pushes the frame of a suspended function; it goes on with `value`. */
export function resume(
  isolate: Isolate,
  generator: JSObject,
  mode: GeneratorData['resumeMode'],
  value: Value,
  returnMode: number,
): Value {
  const data = resumeState(generator);
  data.input = value;
  data.resumeMode = mode;
  const closure = data.function;
  const frame = isolate.interpreter.pushResumedFrame(closure, generator, data.saved, data.argumentCount);
  frame.extraArguments = data.extraArguments;
  frame.returnMode = returnMode;
  isolate.listener?.call(frame);
  return framePushed;
}

/** %GeneratorPrototype%.next, return and throw. Its result may be `framePushed`. */
export function generatorResume(
  isolate: Isolate,
  receiver: Value,
  mode: GeneratorData['resumeMode'],
  value: Value,
): Value {
  if (
    !(receiver instanceof JSObject) ||
    receiver.hiddenClass.instanceType !== 'generator' ||
    receiver.internal?.kind !== 'generator'
  ) {
    return throwTypeError(
      isolate,
      'IncompatibleMethodReceiver',
      `[Generator].prototype.${mode}`,
      isolate.describe(receiver),
    );
  }
  const data = receiver.internal;
  if (data.state === running) throwTypeError(isolate, 'GeneratorRunning');
  if (data.state === suspendedAtStart && mode !== 'next' && data.saved.length > 0 && isInitial(data))
    data.state = closed;
  if (data.state === closed) {
    if (mode === 'throw') throw new GuestException(value);
    return isolate.newIterResult(mode === 'return' ? value : undefined, true);
  }
  return resume(isolate, receiver, mode, value, ReturnMode.generator);
}

/** Suspend id 0 is the implicit yield before the body. */
function isInitial(data: GeneratorData): boolean {
  return data.state === suspendedAtStart && !isAsyncFunctionKind((data.function.internal as FunctionData).shared!.kind);
}
