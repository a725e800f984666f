/**
 * How many bytes V8 gives an instruction: operands are 1, 2 or 4 bytes wide, with a Wide or ExtraWide prefix for the
 * longer ones. Budgets, jump distances and listings count in these bytes, though nothing here runs them.
 * V8: src/interpreter/bytecode-operands.h, bytecodes.cc.
 */
import { type Bytecode, bytecodes, type OperandType } from './bytecodes.ts';
import { argumentCountRegister, closureRegister, contextRegister, fixedFrameSlots } from './registers.ts';

export type OperandScale = 1 | 2 | 4;

/** A register as V8 encodes it: its distance from the frame pointer in slots. */
export function registerOperand(register: number, parameterCount: number): number {
  if (register >= 0) return -7 - register;
  if (register === contextRegister) return -1;
  if (register === closureRegister) return -2;
  if (register === argumentCountRegister) return -3;
  return register + parameterCount + fixedFrameSlots + 2;
}

/** The narrowest scale at which all operands fit. */
export function operandScale(bytecode: Bytecode, operands: readonly number[], parameterCount: number): OperandScale {
  if (isShortStar(bytecode, operands)) return 1;
  let scale: OperandScale = 1;
  let at = 0;
  for (const type of bytecodes[bytecode].operands) {
    const value = operands[at] ?? 0;
    at += 1;
    const needed = scaleOfOperand(type, value, parameterCount);
    if (needed > scale) scale = needed;
    if (type === 'regList' || type === 'regOutList') {
      const count = scaleOfUnsigned(operands[at] ?? 0);
      at += 1;
      if (count > scale) scale = count;
    }
  }
  return scale;
}

function scaleOfOperand(type: OperandType, value: number, parameterCount: number): OperandScale {
  switch (type) {
    case 'flag8':
    case 'flag16':
    case 'runtime':
    case 'intrinsic':
      return 1;
    case 'smi':
      return scaleOfSigned(value);
    case 'constant':
    case 'slot':
    case 'uint':
    case 'nativeContext':
    case 'jump':
    case 'jumpTable':
      return scaleOfUnsigned(value);
    default:
      return scaleOfSigned(registerOperand(value, parameterCount));
  }
}

export function scaleOfUnsigned(value: number): OperandScale {
  return value <= 0xff ? 1 : value <= 0xffff ? 2 : 4;
}

function scaleOfSigned(value: number): OperandScale {
  return value >= -0x80 && value <= 0x7f ? 1 : value >= -0x8000 && value <= 0x7fff ? 2 : 4;
}

export function isShortStar(bytecode: Bytecode, operands: readonly number[]): boolean {
  const register = operands[0];
  return bytecode === 'Star' && register !== undefined && register >= 0 && register < 16;
}

/** The sizes in bytes of the encoded operands, a register list counting as two. */
export function operandSizes(bytecode: Bytecode, scale: OperandScale): number[] {
  const sizes: number[] = [];
  for (const type of bytecodes[bytecode].operands) {
    if (type === 'flag8' || type === 'intrinsic') sizes.push(1);
    else if (type === 'flag16' || type === 'runtime') sizes.push(2);
    else sizes.push(scale);
    if (type === 'regList' || type === 'regOutList') sizes.push(scale);
  }
  return sizes;
}

/** Bytes of a whole instruction, its prefix included. */
export function instructionSize(bytecode: Bytecode, operands: readonly number[], scale: OperandScale): number {
  if (isShortStar(bytecode, operands)) return 1;
  return operandSizes(bytecode, scale).reduce((sum, size) => sum + size, scale === 1 ? 1 : 2);
}
