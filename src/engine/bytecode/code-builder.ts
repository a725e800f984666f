/**
 * Collects instructions and turns them into a BytecodeArray. V8: src/interpreter/bytecode-array-builder.cc,
 * bytecode-array-writer.cc.
 */
import type { Variable } from '../parsing/scopes.ts';
import type { BytecodeArray, Constant, FeedbackSlotKind, HandlerEntry, SourcePosition } from './bytecode-array.ts';
import { type Bytecode, bytecodes, decodedLengths, Op } from './bytecodes.ts';
import { accumulatorLoads, byteLength, terminators, twoEntryKinds, withoutEffects } from './bytecode-traits.ts';
import { accumulatorRegister, RegisterOptimizer } from './register-optimizer.ts';

/** A place in the code; bound once, jumped to any number of times. */
export class Label {
  /** Index of the instruction it stands before, or -1. */
  at = -1;
  isUsed = false;
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
interface Place {
  readonly offset: number;
  readonly isStatement: boolean;
  /** Where the text of the statement begins, which V8 does not keep; -1 for an expression. */
  readonly statement: number;
}

interface Instruction {
  readonly bytecode: Bytecode;
  readonly operands: (number | Label)[];
  place: Place | undefined;
}

/** A handler whose range is in indices of instructions. */
export interface PendingHandler {
  start: number;
  end: number;
  handler: number;
  readonly contextRegister: number;
  readonly prediction: HandlerEntry['prediction'];
}

export class CodeBuilder {
  private readonly instructions: Instruction[] = [];
  private readonly constants: Constant[] = [];
  private readonly constantIndex = new Map<Constant, number>();
  private readonly jumpTables: JumpTable[] = [];
  private readonly handlers: PendingHandler[] = [];
  private readonly feedbackSlots: FeedbackSlotKind[] = [];
  /** V8: latest_source_info_. */
  private latest: Place | undefined;
  /** Of transfers that were left out so far: the next instruction takes it. */
  private deferred: Place | undefined;
  /** The last instruction can give way to one that loads the accumulator anew. */
  private mayElideLast = false;
  private readonly optimizer: RegisterOptimizer;
  private isReachable = true;
  registerCount: number;
  private nextRegister: number;

  constructor(localCount: number) {
    this.registerCount = localCount;
    this.nextRegister = localCount;
    this.optimizer = new RegisterOptimizer(localCount, {
      ldar: (register) => this.write('Ldar', [register], undefined),
      star: (register) => this.write('Star', [register], undefined),
      mov: (from, to) => this.write('Mov', [from, to], undefined),
    });
  }

  // Registers: a stack above the locals.

  newRegister(): number {
    const register = this.nextRegister++;
    if (this.nextRegister > this.registerCount) this.registerCount = this.nextRegister;
    this.optimizer.allocate(register);
    return register;
  }

  newRegisters(count: number): number {
    const first = this.nextRegister;
    for (let i = 0; i < count; i++) this.newRegister();
    return first;
  }

  /** Releases all registers that were taken since `mark` was read. */
  get mark(): number {
    return this.nextRegister;
  }

  release(mark: number): void {
    for (let register = mark; register < this.nextRegister; register++) this.optimizer.release(register);
    this.nextRegister = mark;
  }

  /** A register, or the accumulator, holds the value of this variable. */
  setVariable(variable: Variable, register = accumulatorRegister): void {
    this.optimizer.setVariable(variable, register);
  }

  /** Whether the accumulator does for sure. */
  holdsVariable(variable: Variable): boolean {
    return this.optimizer.holdsVariable(variable, accumulatorRegister);
  }

  get accumulatorVariable(): Variable | undefined {
    return this.optimizer.accumulatorVariable;
  }

  // Tables

  constant(value: Constant): number {
    // Numbers and strings are entered once; -0 and NaN by their own identity.
    const key: Constant = typeof value === 'number' && Object.is(value, -0) ? '-0 number' : value;
    const known = this.constantIndex.get(key);
    if (known !== undefined) return known;
    const index = this.constants.push(value) - 1;
    this.constantIndex.set(key, index);
    return index;
  }

  /** An entry of its own, filled in later. */
  reserveConstant(): number {
    return this.constants.push(undefined) - 1;
  }

  setConstant(index: number, value: Constant): void {
    this.constants[index] = value;
  }

  slot(kind: FeedbackSlotKind): number {
    const index = this.feedbackSlots.push(kind) - 1;
    if (twoEntryKinds.has(kind)) this.feedbackSlots.push('Second');
    return index;
  }

  /** Cells of closures are numbered apart from the feedback slots. V8: feedback_spec()->AddCreateClosureParameterCount. */
  closureSlot(): number {
    return this.closureSlots++;
  }

  private closureSlots = 0;

  /** Takes entries of the constant pool; what they lead to is bound later. V8: AllocateJumpTable. */
  jumpTable(size: number, base: number): JumpTable {
    const first = this.constants.length;
    for (let i = 0; i < size; i++) this.constants.push(undefined);
    const table: JumpTable = { first, base, size, targets: [] };
    this.jumpTables.push(table);
    return table;
  }

  bindEntry(table: JumpTable, value: number): this {
    if (value < table.base || value >= table.base + table.size)
      throw new Error(`no entry for ${value} in a jump table`);
    this.optimizer.flush();
    table.targets[value - table.base] = this.instructions.length;
    return this.startBlock();
  }

  switchOnSmi({ first, size, base }: JumpTable): this {
    return this.emit('SwitchOnSmiNoFeedback', first, size, base);
  }

  /** At the start of the code. The table has room for all suspensions that the text could have. */
  switchOnGeneratorState(generator: number, { first, size }: JumpTable): this {
    return this.emit('SwitchOnGeneratorState', generator, first, size);
  }

  /** The range is filled in by `bindTryStart`, `bindTryEnd` and `bindHandler`. Outer handlers come before inner ones. */
  handler(contextRegister: number, prediction: HandlerEntry['prediction']): PendingHandler {
    const handler: PendingHandler = { start: -1, end: -1, handler: -1, contextRegister, prediction };
    this.handlers.push(handler);
    return handler;
  }

  // Code

  /**
   * The next instruction begins a statement, whose text begins at `start`; `offset` is its place as V8 has it. V8:
   * SetStatementPosition, SetExpressionAsStatementPosition.
   */
  statementAt(start: number, offset = start): void {
    this.latest = { offset, isStatement: true, statement: start };
  }

  /**
   * The next instruction that can throw or call is at this place, unless it is the first one of a statement.
   * V8: SetExpressionPosition, CurrentSourcePosition.
   */
  expressionAt(offset: number): void {
    const { latest } = this;
    if (latest?.isStatement !== true) this.latest = { offset, isStatement: false, statement: latest?.statement ?? -1 };
  }

  /** As `statementAt`, for what has no place as a statement in V8: nothing stops there. */
  plainStatementAt(start: number): void {
    this.latest = { offset: start, isStatement: false, statement: start };
  }

  /** Part of a statement, which can be stopped at as a statement can. */
  innerStatementAt(offset: number): void {
    this.statementAt(-1, offset);
  }

  /** Of the last instruction that has a place; -1 before the first. */
  get lastPosition(): number {
    return this.instructions.findLast(({ place }) => place !== undefined)?.place?.offset ?? -1;
  }

  emit(bytecode: Bytecode, ...operands: (number | Label)[]): this {
    if (bytecode === 'Ldar' || bytecode === 'Star' || bytecode === 'Mov') {
      this.transfer(bytecode, operands as number[]);
      return this;
    }
    if (this.isReachable) for (const operand of operands) if (operand instanceof Label) operand.isUsed = true;
    this.optimizer.prepareFor(bytecode, operands);
    const takes = this.latest !== undefined && (this.latest.isStatement || !withoutEffects.has(bytecode));
    const place = takes ? this.latest : undefined;
    if (takes) this.latest = undefined;
    this.write(bytecode, operands, place);
    if (terminators.has(bytecode)) this.isReachable = false;
    return this;
  }

  /** Back to a loop's start. Its place, if it has one, is no statement's, whatever waits for one: V8: ForceExpressionPosition. */
  jumpLoop(header: Label, depth: number, position: number): void {
    if (position >= 0) this.latest = { offset: position, isStatement: false, statement: -1 };
    this.emit('JumpLoop', header, Math.min(depth, maximumLoopDepth), this.slot('JumpLoop'));
  }

  private transfer(bytecode: 'Ldar' | 'Star' | 'Mov', [first, second]: number[]): void {
    // V8: SetDeferredSourceInfo. A statement's place stays with what it starts with, though that may be left out.
    if (this.latest?.isStatement === true) {
      this.deferred = this.latest;
      this.latest = undefined;
    }
    if (bytecode === 'Ldar') this.optimizer.ldar(first!);
    else if (bytecode === 'Star') this.optimizer.star(first!);
    else this.optimizer.mov(first!, second!);
  }

  private write(bytecode: Bytecode, operands: (number | Label)[], ownPlace: Place | undefined): void {
    let place = attached(this.deferred, ownPlace);
    this.deferred = undefined;
    if (!this.isReachable) return;
    const last = this.instructions.at(-1);
    // V8: MaybeElideLastBytecode.
    if (
      this.mayElideLast &&
      last !== undefined &&
      bytecodes[bytecode].accumulator === 'write' &&
      (last.place === undefined || place === undefined)
    ) {
      place ??= last.place;
      this.instructions.pop();
    }
    this.instructions.push({ bytecode, operands, place });
    this.mayElideLast = accumulatorLoads.has(bytecode);
  }

  /** Where nothing jumps to, no block starts: what follows dead code is dead. */
  bind(label: Label): this {
    label.at = this.instructions.length;
    if (!label.isUsed) return this;
    this.optimizer.flush();
    label.at = this.instructions.length;
    return this.startBlock();
  }

  /** A dead loop stays dead. */
  bindLoopHeader(label: Label): this {
    this.optimizer.flush();
    label.at = this.instructions.length;
    return this.isReachable ? this.startBlock() : this;
  }

  private startBlock(): this {
    this.isReachable = true;
    this.mayElideLast = false;
    return this;
  }

  /** Where a try block starts: from here on a handler may look at registers. */
  bindTryStart(handler: PendingHandler): void {
    this.optimizer.flush();
    this.mayElideLast = false;
    handler.start = this.instructions.length;
  }

  bindTryEnd(handler: PendingHandler): void {
    this.mayElideLast = false;
    handler.end = this.instructions.length;
  }

  bindHandler(handler: PendingHandler): void {
    handler.handler = this.instructions.length;
    this.startBlock();
  }

  /** Index of the next instruction. */
  get position(): number {
    return this.instructions.length;
  }

  get reachable(): boolean {
    return this.isReachable;
  }

  finish(parameterCount: number, incomingNewTargetOrGenerator: number | undefined): BytecodeArray {
    const starts: number[] = [];
    let length = 0;
    for (const { bytecode } of this.instructions) {
      starts.push(length);
      length += decodedLengths[Op[bytecode]]!;
    }
    starts.push(length);
    const code = new Int32Array(length);
    const byteOffsets = new Int32Array(length);
    const sourcePositions: SourcePosition[] = [];
    let byteOffset = 0;
    this.instructions.forEach(({ bytecode, operands, place }, i) => {
      let at = starts[i]!;
      if (place !== undefined)
        sourcePositions.push({
          codeIndex: at,
          offset: place.offset,
          isStatement: place.isStatement,
          statement: place.statement,
        });
      byteOffsets[at] = byteOffset;
      byteOffset += byteLength(bytecode, operands);
      code[at++] = Op[bytecode];
      for (const operand of operands) code[at++] = operand instanceof Label ? starts[operand.at]! : operand;
    });
    for (const { first, targets } of this.jumpTables) {
      targets.forEach((target, i) => {
        if (target !== undefined) this.constants[first + i] = starts[target]!;
      });
    }
    const handlers = this.handlers.map(({ start, end, handler, contextRegister, prediction }) => ({
      start: starts[start]!,
      end: starts[end]!,
      handler: starts[handler]!,
      contextRegister,
      prediction,
    }));
    return {
      code,
      byteOffsets,
      length: byteOffset,
      constants: this.constants,
      registerCount: this.registerCount,
      parameterCount,
      handlers,
      sourcePositions,
      feedbackSlots: this.feedbackSlots,
      incomingNewTargetOrGenerator,
    };
  }
}

/** V8: FeedbackVector::kMaxOsrUrgency. */
const maximumLoopDepth = 5;

/** V8: AttachOrEmitDeferredSourceInfo. An expression that begins a statement keeps its own place. */
function attached(deferred: Place | undefined, own: Place | undefined): Place | undefined {
  if (deferred === undefined || own === undefined) return own ?? deferred;
  const isStatement = deferred.isStatement || own.isStatement;
  // A return has a place of its own, and begins no statement.
  return { offset: own.offset, isStatement, statement: own.statement < 0 ? deferred.statement : own.statement };
}
