/** The values of a frame: receiver, arguments and registers, as they lie on the isolate's stack (bytecode/registers.ts). */
import { type Frame, type Isolate, JSObject, parameterRegister, theHole, type Value } from '../engine/index.ts';

/** What was passed to the frame. */
export function argumentsOf(isolate: Isolate, frame: Frame): Value[] {
  const { parameterCount } = frame.bytecode;
  const count = Math.min(frame.argumentCount, parameterCount - 1);
  const first = frame.base + parameterRegister(1, parameterCount);
  const values = isolate.interpreter.stack.slice(first, first + count);
  return frame.extraArguments === undefined ? values : [...values, ...frame.extraArguments];
}

export function receiverOf(isolate: Isolate, frame: Frame): Value {
  return isolate.interpreter.stack[frame.base + parameterRegister(0, frame.bytecode.parameterCount)];
}

export function registerOf(isolate: Isolate, frame: Frame, register: number): Value {
  const value = isolate.interpreter.stack[frame.base + register];
  // Contexts lie in registers too; no variable has one as its value.
  return value instanceof JSObject || typeof value !== 'object' || value === null || value === theHole || 'description' in value ? value : undefined;
}
