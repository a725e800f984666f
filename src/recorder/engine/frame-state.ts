/** What a frame holds at a moment in the engine's own terms: the instruction, registers, accumulator. V8: InterpretedFrame. */
import { Context, type Frame, JSObject, parameterRegister, registerName, registerValue } from '../../engine/index.ts';
import type { FrameStateView, RegisterView } from '../../protocol/engine-views.ts';
import { preview, typeOfValue } from '../log/value-preview.ts';
import type { CapturedMoment } from '../moment/inspection.ts';
import { shapeBrief } from './shape-names.ts';
import { registerNode } from '../moment/value-nodes.ts';

/** Undefined where the moment has no such frame; the innermost is 0. */
export function frameState({ standing, frames }: CapturedMoment, index: number): FrameStateView | undefined {
  const frame = standing?.frames[index];
  if (standing === undefined || frame === undefined) return undefined;
  const { parameterCount, registerCount, byteOffsets } = frame.bytecode;
  const registers: RegisterView[] = [];
  const add = (register: number): void => {
    const value = registerValue(standing.isolate, frame, register);
    registers.push(registerView(registerName(register, parameterCount), value));
  };
  for (let parameter = 0; parameter < parameterCount; parameter++) add(parameterRegister(parameter, parameterCount));
  for (let register = 0; register < registerCount; register++) add(register);
  const accumulator = index === 0 ? standing.accumulator : undefined;
  return {
    functionIndex: frames[index]!.functionIndex,
    offset: byteOffsets[Math.max(frame.pc, 0)] ?? -1,
    registers,
    ...(accumulator === undefined ? {} : { accumulator: registerView('accumulator', accumulator.value) }),
    context: contextText(frame),
  };
}

function registerView(name: string, value: StandingValue): RegisterView {
  const { text } = registerNode(name, value);
  if (text !== undefined) return { name, value: text.value, type: text.type === '' ? 'internal' : text.type };
  const shape = value instanceof JSObject ? { shape: shapeBrief(value.hiddenClass) } : {};
  return { name, value: preview(value), type: typeOfValue(value), ...shape };
}

type StandingValue = ReturnType<typeof registerValue>;

/** The innermost first. */
function contextText(frame: Frame): string {
  const kinds: string[] = [];
  for (let context: Context | undefined = frame.context; context !== undefined; context = context.previous)
    kinds.push(context.scopeInfo.kind);
  return kinds.join(' > ');
}
