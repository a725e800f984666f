/**
 * Bytecode for somebody who looks at it: each instruction with what its operands name, beside the text that the disassembler
 * prints. V8: BytecodeArrayIterator, src/interpreter/bytecode-array-iterator.h.
 */
import type { Scope } from '../parsing/scopes.ts';
import type { BytecodeArray } from './bytecode-array.ts';
import { type Bytecode, bytecodeNames, bytecodes, decodedLengths, isMarker, type OperandType } from './bytecodes.ts';
import { constantTexts, instructionText } from './disassembler.ts';
import { parameterRegister, registerName } from './registers.ts';
import type { SharedFunctionInfo } from './shared-function-info.ts';

/** What an instruction names. */
export interface InstructionOperands {
  /** V8's. */
  readonly byteOffset: number;
  readonly name: Bytecode;
  /** Of the source, as far as the code has come to a position by then; -1 before the first. */
  readonly position: number;
  readonly registers: readonly string[];
  readonly constants: readonly number[];
  readonly slots: readonly number[];
  /** Where a jump goes. */
  readonly target: number | undefined;
}

export interface ListedInstruction extends InstructionOperands {
  readonly text: string;
}

export interface Listing {
  readonly instructions: readonly ListedInstruction[];
  readonly constants: readonly string[];
  readonly handlers: readonly {
    readonly start: number;
    readonly end: number;
    readonly handler: number;
    readonly prediction: string;
  }[];
}

export function listingOf(bytecode: BytecodeArray): Listing {
  const { byteOffsets, handlers, length } = bytecode;
  const instructions: ListedInstruction[] = [];
  for (const [at, operands] of operandsOf(bytecode))
    instructions.push({ ...operands, text: instructionText(bytecode, at) });
  const offsetAt = (index: number): number => byteOffsets[index] ?? length;
  return {
    instructions,
    constants: constantTexts(bytecode),
    handlers: handlers.map(({ start, end, handler, prediction }) => ({
      start: offsetAt(start),
      end: offsetAt(end),
      handler: offsetAt(handler),
      prediction,
    })),
  };
}

/** All instructions, with their indices in the code; statement markers are none. */
export function* operandsOf(bytecode: BytecodeArray): Generator<[at: number, operands: InstructionOperands]> {
  const { code, sourcePositions } = bytecode;
  let next = 0;
  let position = -1;
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    for (; (sourcePositions[next]?.codeIndex ?? Infinity) <= at; next++) position = sourcePositions[next]!.offset;
    if (!isMarker(bytecodeNames[code[at]!]!)) yield [at, operandsAt(bytecode, at, position)];
  }
}

function operandsAt(bytecode: BytecodeArray, at: number, position: number): InstructionOperands {
  const { code, byteOffsets, parameterCount, length } = bytecode;
  const name = bytecodeNames[code[at]!]!;
  const types: readonly OperandType[] = bytecodes[name].operands;
  const registers: string[] = [];
  const constants: number[] = [];
  const slots: number[] = [];
  let target: number | undefined;
  let index = at + 1;
  for (const type of types) {
    const value = code[index]!;
    const count = registerCounts[type]?.(code[index + 1]!) ?? 0;
    for (let i = 0; i < count; i++) registers.push(registerName(value + i, parameterCount));
    if (type === 'constant') constants.push(value);
    // A closure's is a number of its own kind: which feedback cell of this function it gets.
    else if (type === 'slot' && name !== 'CreateClosure') slots.push(value);
    else if (type === 'jump') target = byteOffsets[value] ?? length;
    index += type === 'regList' || type === 'regOutList' ? 2 : 1;
  }
  const byteOffset = byteOffsets[at]!;
  return { byteOffset, name, position, registers, constants, slots, target };
}

/** How many registers an operand stands for. */
const registerCounts: { readonly [Type in OperandType]?: (listed: number) => number } = {
  reg: () => 1,
  regOut: () => 1,
  regPair: () => 2,
  regOutPair: () => 2,
  regOutTriple: () => 3,
  regList: (listed) => listed,
  regOutList: (listed) => listed,
};

/** Registers in the order of the frame, with the variable that lives in each; '' for temporaries. */
export function registerVariables(
  { literal }: SharedFunctionInfo,
  { parameterCount, registerCount }: BytecodeArray,
): { readonly register: number; readonly name: string; readonly variable: string }[] {
  const variables = new Map<number, string>();
  const addScope = (scope: Scope): void => {
    for (const variable of [...scope.locals, ...scope.parameters]) {
      if (variable.name.startsWith('.')) continue;
      if (variable.location === 'local') variables.set(variable.index, variable.name);
      if (variable.location === 'parameter')
        variables.set(parameterRegister(variable.index + 1, parameterCount), variable.name);
    }
    // Functions inside have frames of their own.
    for (const inner of scope.inner) if (inner.type !== 'function' && inner.type !== 'eval') addScope(inner);
  };
  addScope(literal.scope);
  const result: { register: number; name: string; variable: string }[] = [];
  const add = (register: number): void => {
    result.push({ register, name: registerName(register, parameterCount), variable: variables.get(register) ?? '' });
  };
  for (let index = 0; index < parameterCount; index++) add(parameterRegister(index, parameterCount));
  for (let register = 0; register < registerCount; register++) add(register);
  return result;
}
