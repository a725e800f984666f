/**
 * Where TurboFan does without a check, because the result is cut to 32 bits anyway. V8: SimplifiedLowering's truncations. Measured.
 */
import { type Bytecode, bytecodeNames, decodedLengths } from '../bytecode/bytecodes.ts';
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';

/**
 * Sums whose result goes into a bitwise operator overflow without harm, and so do products of what a bitwise
 * operator gave before and a small constant.
 */
export function isTruncated(bytecode: BytecodeArray, at: number): boolean {
  const { code } = bytecode;
  const name = bytecodeNames[code[at]!]!;
  const isProduct = name === 'MulSmi';
  if (!isProduct && !/^(?:Add|Sub)(?:Smi)?$/.test(name)) return false;
  if (isProduct && !isFromBitwise(bytecode, at)) return false;
  let next = at + decodedLengths[code[at]!]!;
  while (next < code.length && /^(?:Add|Sub)Smi$/.test(bytecodeNames[code[next]!]!))
    next += decodedLengths[code[next]!]!;
  return next < code.length && /^(?:Bitwise(?:Or|And|Xor)|ShiftLeft|ShiftRight)Smi$/.test(bytecodeNames[code[next]!]!);
}

/** What the instruction before hands over is cut to 32 bits in the end, and is not looked at here. */
export function takesTruncated(bytecode: BytecodeArray, at: number): boolean {
  const { code } = bytecode;
  let previous = -1;
  for (let each = 0; each < at; each += decodedLengths[code[each]!]!) previous = each;
  return previous >= 0 && isTruncated(bytecode, previous);
}

/** The accumulator's value comes from a bitwise operator, by way of one register perhaps. */
function isFromBitwise({ code }: BytecodeArray, at: number): boolean {
  const before: number[] = [];
  for (let each = 0; each < at; each += decodedLengths[code[each]!]!) before.push(each);
  const nameOf = (index: number): Bytecode | undefined =>
    before[index] === undefined ? undefined : bytecodeNames[code[before[index]]!];
  let index = before.length - 1;
  if (nameOf(index) === 'Ldar') {
    const register = code[before[index]! + 1];
    index--;
    while (index >= 0 && !(nameOf(index) === 'Star' && code[before[index]! + 1] === register)) index--;
  }
  if (nameOf(index) === 'Star') index--;
  return /^(?:Bitwise|Shift)/.test(nameOf(index) ?? '');
}
