/**
 * How many bytes an instruction takes: operands are one byte each, unless one of them needs more; then a prefix, Wide or
 * ExtraWide, doubles or quadruples all that can grow. V8: OperandScale in src/interpreter/bytecode-operands.h, Register::ToOperand.
 */
import { type Bytecode, bytecodes, isMarker, type OperandType } from './bytecodes.ts';

export type OperandScale = 1 | 2 | 4;

/** What listings put behind the name. */
export const scaleSuffixes = { 1: '', 2: '.Wide', 4: '.ExtraWide' } as const;

/** The distance of a jump does not count: see `scaleForDistance`. */
export function operandScale(bytecode: Bytecode, operands: readonly unknown[]): OperandScale {
  let scale: OperandScale = 1;
  let at = 0;
  for (const type of bytecodes[bytecode].operands) {
    const value = operands[at];
    if (typeof value === 'number') scale = Math.max(scale, scaleOf(type, value)) as OperandScale;
    if (isList(type)) scale = Math.max(scale, scaleForDistance(operands[at + 1] as number)) as OperandScale;
    at += isList(type) ? 2 : 1;
  }
  return scale;
}

export function scaleForDistance(value: number): OperandScale {
  return value <= 0xff ? 1 : value <= 0xffff ? 2 : 4;
}

export function largestOperand(scale: OperandScale): number {
  return 2 ** (8 * scale) - 1;
}

export function byteLength(bytecode: Bytecode, operands: readonly unknown[], scale: OperandScale): number {
  if (isMarker(bytecode)) return 0;
  if (bytecode === 'Star' && typeof operands[0] === 'number' && operands[0] >= 0 && operands[0] < 16) return 1;
  let bytes = scale === 1 ? 1 : 2;
  for (const type of bytecodes[bytecode].operands) bytes += fixedLengths[type] ?? scale * (isList(type) ? 2 : 1);
  return bytes;
}

const fixedLengths: Partial<Record<OperandType, number>> = {
  flag8: 1,
  intrinsic: 1,
  nativeContext: 1,
  flag16: 2,
  runtime: 2,
};

function scaleOf(type: OperandType, value: number): OperandScale {
  if (fixedLengths[type] !== undefined) return 1;
  if (type === 'smi') return signedScale(value);
  if (!type.startsWith('reg')) return scaleForDistance(value);
  // Registers grow downwards from the frame's fixed part.
  return value < 0 ? 1 : signedScale(firstRegisterOperand - value);
}

const firstRegisterOperand = -7;

function signedScale(value: number): OperandScale {
  if (value >= -0x80 && value <= 0x7f) return 1;
  return value >= -0x8000 && value <= 0x7fff ? 2 : 4;
}

function isList(type: OperandType): boolean {
  return type === 'regList' || type === 'regOutList';
}
