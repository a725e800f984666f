/** What code generation leaves, made into a BytecodeArray. V8: BytecodeArrayWriter::ToBytecodeArray. */
import type { BytecodeArray, Constant, FeedbackSlotKind, HandlerEntry, SourcePosition } from './bytecode-array.ts';
import { type Bytecode, decodedLengths, Op } from './bytecodes.ts';
import type { OperandScale } from './encoding.ts';
import { interruptWeights } from './interrupt-weights.ts';

/** A place in the code; bound once, jumped to any number of times. */
export class Label {
  /** Index of the instruction it stands before, or -1. */
  at = -1;
  isUsed = false;
  /** V8's, once it is bound. */
  byteOffset = -1;
  /** Jumps that wait for it. */
  readonly jumps: Instruction[] = [];
}

/** A table of jump targets in the constant pool. V8: BytecodeJumpTable. */
export interface JumpTable {
  readonly first: number;
  /** The value that the first entry is for. */
  readonly base: number;
  readonly size: number;
  /** By entry: the index of the instruction that it leads to. */
  readonly targets: (number | undefined)[];
}

/** V8: BytecodeSourceInfo. */
export interface Place {
  readonly offset: number;
  readonly isStatement: boolean;
  /** Where the text of the statement begins, which V8 does not keep; -1 for an expression. */
  readonly statement: number;
}

export interface Instruction {
  readonly bytecode: Bytecode;
  readonly operands: (number | Label)[];
  place: Place | undefined;
  /** Where the text of a statement begins that V8 gives no place; -1 for none. */
  readonly mark: number;
  readonly byteOffset: number;
  readonly scale: OperandScale;
  /** The entry of the constant pool with its distance. */
  jumpConstant: number | undefined;
}

/** A handler whose range is in indices of instructions. */
export interface PendingHandler {
  start: number;
  end: number;
  handler: number;
  readonly contextRegister: number;
  readonly prediction: HandlerEntry['prediction'];
}

export interface Assembly {
  readonly instructions: readonly Instruction[];
  readonly constants: Constant[];
  readonly jumpTables: readonly JumpTable[];
  readonly handlers: readonly PendingHandler[];
  readonly feedbackSlots: readonly FeedbackSlotKind[];
  /** In bytes. */
  readonly length: number;
  readonly registerCount: number;
}

export function assemble(
  assembly: Assembly,
  parameterCount: number,
  incomingNewTargetOrGenerator: number | undefined,
): BytecodeArray {
  const { instructions, constants } = assembly;
  const starts: number[] = [];
  let length = 0;
  for (const { bytecode } of instructions) {
    starts.push(length);
    length += decodedLengths[Op[bytecode]]!;
  }
  starts.push(length);
  const code = new Int32Array(length);
  const byteOffsets = new Int32Array(length + 1);
  byteOffsets[length] = assembly.length;
  const sourcePositions: SourcePosition[] = [];
  const wide = new Map<number, { scale: OperandScale; jumpConstant: number | undefined }>();
  instructions.forEach(({ bytecode, operands, place, mark, byteOffset, scale, jumpConstant }, i) => {
    let at = starts[i]!;
    if (place !== undefined) {
      const { offset, isStatement } = place;
      sourcePositions.push({ codeIndex: at, offset, isStatement, statement: mark < 0 ? place.statement : mark });
    } else if (mark >= 0) {
      const offset = sourcePositions.at(-1)?.offset ?? mark;
      sourcePositions.push({ codeIndex: at, offset, isStatement: false, statement: mark, isOurs: true });
    }
    byteOffsets[at] = byteOffset;
    if (scale > 1 || jumpConstant !== undefined) wide.set(byteOffset, { scale, jumpConstant });
    code[at++] = Op[bytecode];
    for (const operand of operands) code[at++] = operand instanceof Label ? starts[operand.at]! : operand;
  });
  for (const { first, targets } of assembly.jumpTables) {
    targets.forEach((target, i) => {
      if (target !== undefined) constants[first + i] = starts[target]!;
    });
  }
  const handlers = assembly.handlers.map(({ start, end, handler, contextRegister, prediction }) => ({
    start: starts[start]!,
    end: starts[end]!,
    handler: starts[handler]!,
    contextRegister,
    prediction,
  }));
  return {
    code,
    byteOffsets,
    weights: interruptWeights(code, byteOffsets),
    length: assembly.length,
    constants,
    registerCount: assembly.registerCount,
    parameterCount,
    handlers,
    sourcePositions,
    feedbackSlots: assembly.feedbackSlots,
    wide,
    incomingNewTargetOrGenerator,
  };
}
