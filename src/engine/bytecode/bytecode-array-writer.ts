/**
 * Writes instructions one after the other: leaves out what cannot be reached and loads that nobody reads, keeps byte
 * offsets, and patches jumps when their labels are bound. V8: src/interpreter/bytecode-array-writer.cc.
 */
import type { BytecodeArray, SourcePosition } from './bytecode-array.ts';
import type { BytecodeJumpTable, BytecodeLabel, BytecodeLoopHeader } from './bytecode-label.ts';
import { type Bytecode, bytecodes, decodedLengths, Op } from './bytecodes.ts';
import type { ConstantArrayBuilder, IndexSize } from './constant-array-builder.ts';
import { instructionSize, operandScale, type OperandScale, scaleOfUnsigned } from './encoding.ts';
import type { HandlerTableBuilder } from './handler-table-builder.ts';

export interface SourceInfo {
  readonly offset: number;
  readonly isStatement: boolean;
}

interface Instruction {
  readonly bytecode: Bytecode;
  readonly operands: number[];
  readonly scale: OperandScale;
  readonly offset: number;
  readonly size: number;
  /** Jumps: the byte offset of the target, -1 until the label is bound. */
  target: number;
  reserved: IndexSize;
}

const exits: ReadonlySet<Bytecode> = new Set<Bytecode>(['Return', 'Throw', 'ReThrow', 'Jump', 'JumpLoop']);

/** Loads that only set the accumulator. */
export const loadsWithoutEffect: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'Ldar',
  'LdaZero',
  'LdaSmi',
  'LdaNull',
  'LdaTrue',
  'LdaFalse',
  'LdaUndefined',
  'LdaTheHole',
  'LdaConstant',
  'LdaContextSlot',
  'LdaCurrentContextSlot',
  'LdaImmutableContextSlot',
  'LdaImmutableCurrentContextSlot',
  'LdaScriptContextSlot',
  'LdaCurrentScriptContextSlot',
]);

export class BytecodeArrayWriter {
  private readonly instructions: Instruction[] = [];
  private readonly positions: { readonly offset: number; readonly source: SourceInfo }[] = [];
  private readonly constants: ConstantArrayBuilder;
  private readonly parameterCount: number;
  private readonly jumpTables: { readonly table: BytecodeJumpTable; switchOffset: number }[] = [];
  private size = 0;
  private exitSeen = false;
  /** The last instruction, if it may still be left out. */
  private last: { readonly bytecode: Bytecode; readonly offset: number; readonly hasSource: boolean } | undefined;

  constructor(constants: ConstantArrayBuilder, parameterCount: number) {
    this.constants = constants;
    this.parameterCount = parameterCount;
  }

  /** What comes now is not reachable. */
  get remainderOfBlockIsDead(): boolean {
    return this.exitSeen;
  }

  write(bytecode: Bytecode, operands: number[], source: SourceInfo | undefined): void {
    if (!this.begin(bytecode, source)) return;
    this.append(bytecode, operands, operandScale(bytecode, operands, this.parameterCount), -1, 1);
  }

  writeJump(bytecode: Bytecode, operands: number[], label: BytecodeLabel, source: SourceInfo | undefined): void {
    if (!this.begin(bytecode, source)) return;
    const reserved = this.constants.reserve(operandScale(bytecode, operands, this.parameterCount));
    label.jump = this.instructions.length;
    this.append(bytecode, operands, reserved, -1, reserved);
  }

  writeJumpLoop(header: BytecodeLoopHeader, depth: number, slot: number, source: SourceInfo | undefined): void {
    if (!this.begin('JumpLoop', source)) return;
    let scale = operandScale('JumpLoop', [this.size - header.offset, depth, slot], this.parameterCount);
    if (scale > 1) scale = operandScale('JumpLoop', [this.size + 1 - header.offset, depth, slot], this.parameterCount);
    this.append('JumpLoop', [0, depth, slot], scale, header.offset, 1);
  }

  writeSwitch(bytecode: Bytecode, operands: number[], table: BytecodeJumpTable, source: SourceInfo | undefined): void {
    if (this.exitSeen) return;
    this.maybeElideLast(bytecode, source !== undefined);
    this.addPosition(source);
    this.jumpTables.push({ table, switchOffset: this.size });
    this.append(bytecode, operands, operandScale(bytecode, operands, this.parameterCount), -1, 1);
  }

  bind(label: BytecodeLabel): void {
    label.offset = this.size;
    const jump = label.jump < 0 ? undefined : this.instructions[label.jump];
    if (jump !== undefined) this.patch(jump);
    this.startBasicBlock();
  }

  bindLoopHeader(header: BytecodeLoopHeader): void {
    header.offset = this.size;
    this.startBasicBlock();
  }

  bindTableEntry(table: BytecodeJumpTable, value: number): void {
    table.targets.set(value - table.base, this.size);
    this.startBasicBlock();
  }

  bindHandler(handlers: HandlerTableBuilder, id: number): void {
    handlers.entry(id).handler = this.size;
    this.startBasicBlock();
  }

  bindTryStart(handlers: HandlerTableBuilder, id: number): void {
    this.last = undefined;
    handlers.entry(id).start = this.size;
  }

  bindTryEnd(handlers: HandlerTableBuilder, id: number): void {
    this.last = undefined;
    handlers.entry(id).end = this.size;
  }

  /** Decodes: jumps to indices of `code`. */
  finish(handlers: HandlerTableBuilder): Pick<
    BytecodeArray,
    'code' | 'byteOffsets' | 'length' | 'handlers' | 'sourcePositions'
  > {
    const indexOf = new Map<number, number>();
    let codeLength = 0;
    for (const { bytecode, offset } of this.instructions) {
      indexOf.set(offset, codeLength);
      codeLength += decodedLengths[Op[bytecode]]!;
    }
    indexOf.set(this.size, codeLength);
    const index = (offset: number): number => {
      const result = indexOf.get(offset);
      if (result === undefined) throw new Error(`no instruction starts at byte ${offset}`);
      return result;
    };
    const code = new Int32Array(codeLength);
    const byteOffsets = new Int32Array(codeLength);
    for (const { bytecode, operands, offset, target } of this.instructions) {
      const at = index(offset);
      code[at] = Op[bytecode];
      byteOffsets[at] = offset;
      code.set(operands, at + 1);
      if (bytecodes[bytecode].operands.some((type) => type === 'jump')) code[at + 1] = index(target);
    }
    for (const { table } of this.jumpTables) {
      for (const [value, offset] of table.targets) this.constants.set(table.constantIndex + value, index(offset));
    }
    return {
      code,
      byteOffsets,
      length: this.size,
      handlers: handlers.entries.map((entry) => ({
        start: index(entry.start),
        end: index(entry.end),
        handler: index(entry.handler),
        contextRegister: entry.contextRegister,
        prediction: entry.prediction,
      })),
      sourcePositions: this.positions.map(
        ({ offset, source }): SourcePosition => ({
          codeIndex: index(offset),
          offset: source.offset,
          isStatement: source.isStatement,
        }),
      ),
    };
  }

  private begin(bytecode: Bytecode, source: SourceInfo | undefined): boolean {
    if (this.exitSeen) return false;
    if (exits.has(bytecode)) this.exitSeen = true;
    this.maybeElideLast(bytecode, source !== undefined);
    this.addPosition(source);
    return true;
  }

  private append(
    bytecode: Bytecode,
    operands: number[],
    scale: OperandScale,
    target: number,
    reserved: IndexSize,
  ): void {
    const size = instructionSize(bytecode, operands, scale);
    this.instructions.push({ bytecode, operands, scale, offset: this.size, size, target, reserved });
    this.size += size;
  }

  /** A load whose value the next instruction overwrites unread goes; its source position stays for the next one. */
  private maybeElideLast(next: Bytecode, hasSource: boolean): void {
    let keepsSource = hasSource;
    const { last } = this;
    const isOverwritten = bytecodes[next].accumulator === 'write';
    if (last !== undefined && loadsWithoutEffect.has(last.bytecode) && isOverwritten && !(last.hasSource && hasSource)) {
      this.instructions.pop();
      this.size = last.offset;
      keepsSource ||= last.hasSource;
    }
    this.last = { bytecode: next, offset: this.size, hasSource: keepsSource };
  }

  private addPosition(source: SourceInfo | undefined): void {
    if (source !== undefined) this.positions.push({ offset: this.size, source });
  }

  private startBasicBlock(): void {
    this.last = undefined;
    this.exitSeen = false;
  }

  /** The distance goes into the instruction if it fits there, otherwise into the constant pool. */
  private patch(jump: Instruction): void {
    jump.target = this.size;
    const distance = this.size - jump.offset - (jump.scale > 1 ? 1 : 0);
    if (scaleOfUnsigned(distance) <= jump.scale) this.constants.discardReserved(jump.reserved);
    else this.constants.commitReserved(jump.reserved, distance);
  }
}
