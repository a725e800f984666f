/**
 * Where Maglev goes back to when a check fails: not to the operation, but to the first that can fail since the last effect,
 * because nothing has happened since. TurboFan leaves at the operation, and does without some checks whose result is cut to 32
 * bits anyway. V8: MaglevGraphBuilder::GetLatestCheckpointedFrame, SimplifiedLowering's truncations. Measured.
 *
 * Simplified: every operation that has feedback for a check counts, also where a tier knows already what it would check.
 */
import { type Bytecode, bytecodeNames, bytecodes, decodedLengths } from '../bytecode/bytecodes.ts';
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import type { CompiledFunction } from './optimized-code.ts';

/** The instruction that the code goes back to from `at`. */
export function checkpointBefore({ bytecode, feedback, inlined }: CompiledFunction, at: number): number {
  const { code } = bytecode;
  const merges = mergePoints(bytecode);
  let checkpoint = -1;
  for (let each = 0; each < at; each += decodedLengths[code[each]!]!) {
    if (merges.has(each)) checkpoint = -1;
    const name = bytecodeNames[code[each]!]!;
    if (effects.has(name) || (name.startsWith('Call') && !isPure(inlined.get(each)))) checkpoint = -1;
    else if (checkpoint < 0 && arithmetic.test(name) && feedback[lastOperand(code, each, name)] === 1)
      checkpoint = each;
  }
  return checkpoint < 0 || merges.has(at) ? at : checkpoint;
}

const arithmetic = /^(?:Add|Sub|Mul|Div|Mod)(?:Smi)?$|^(?:Inc|Dec|Negate)$/;

/** Operators have their slot last. */
function lastOperand(code: Int32Array, at: number, name: Bytecode): number {
  return code[at + bytecodes[name].operands.length]!;
}

function isPure(callee: CompiledFunction | undefined): boolean {
  if (callee === undefined) return false;
  const { code } = callee.bytecode;
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    const name = bytecodeNames[code[at]!]!;
    if (effects.has(name) || name.startsWith('Call')) return false;
  }
  return true;
}

const effects: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'SetNamedProperty',
  'SetKeyedProperty',
  'DefineNamedOwnProperty',
  'DefineKeyedOwnProperty',
  'DefineKeyedOwnPropertyInLiteral',
  'StaInArrayLiteral',
  'StaGlobal',
  'StaContextSlot',
  'StaCurrentContextSlot',
  'StaScriptContextSlot',
  'StaCurrentScriptContextSlot',
  'Construct',
  'ConstructWithSpread',
  'GetIterator',
  'ForInPrepare',
  'ForInNext',
  'ForInEnumerate',
  'InvokeIntrinsic',
  'DeletePropertySloppy',
  'DeletePropertyStrict',
  'SuspendGenerator',
  'ResumeGenerator',
]);

/** Where control flow comes together. */
function mergePoints({ code, handlers }: BytecodeArray): ReadonlySet<number> {
  const merges = new Set<number>(handlers.map(({ handler }) => handler));
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    const name = bytecodeNames[code[at]!]!;
    if (name.startsWith('Jump')) merges.add(code[at + 1]!);
  }
  return merges;
}

/**
 * In TurboFan: sums whose result goes into a bitwise operator overflow without harm, and so do products of what a bitwise
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
