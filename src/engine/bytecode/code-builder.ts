/**
 * Collects instructions and turns them into a BytecodeArray. V8: src/interpreter/bytecode-array-builder.cc,
 * bytecode-array-writer.cc.
 */
import type { BytecodeArray, Constant, FeedbackSlotKind, HandlerEntry, SourcePosition } from './bytecode-array.ts';
import { type Bytecode, bytecodes, decodedLengths, Op } from './bytecodes.ts';
import { accumulatorLoads, byteLength, terminators, twoEntryKinds, withoutEffects } from './bytecode-traits.ts';
import { RegisterOptimizer } from './register-optimizer.ts';

/** A place in the code; bound once, jumped to any number of times. */
export class Label {
  /** Index of the instruction it stands before, or -1. */
  at = -1;
  isUsed = false;
}

/** A table of jump targets in the constant pool. */
export interface JumpTable {
  readonly first: number;
  readonly labels: Label[];
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

interface PendingHandler {
  readonly start: Label;
  readonly end: Label;
  readonly handler: Label;
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

  /** A jump table whose size is known at the end only: the number of its operand. */
  reserveJumpTable(): number {
    this.reservedTable = undefined;
    return 0;
  }

  private reservedTable: Instruction | undefined;

  /** Puts the table's entries at the end of the constant pool. */
  fillJumpTable(_table: number, labels: Label[]): void {
    const first = this.constants.length;
    for (let i = 0; i < labels.length; i++) this.constants.push(undefined);
    this.jumpTables.push({ first, labels });
    const { operands } = this.reservedTable!;
    operands[1] = first;
    operands[2] = labels.length;
  }

  handler(
    start: Label,
    end: Label,
    handler: Label,
    contextRegister: number,
    prediction: HandlerEntry['prediction'],
  ): void {
    this.handlers.push({ start, end, handler, contextRegister, prediction });
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
    if (bytecode === 'SwitchOnGeneratorState') this.reservedTable = this.instructions.at(-1);
    if (terminators.has(bytecode)) this.isReachable = false;
    return this;
  }

  /** Back to a loop's start. Its place is no statement's, whatever waits for one: V8: ForceExpressionPosition. */
  jumpLoop(header: Label, depth: number, position: number): void {
    this.latest = { offset: position, isStatement: false, statement: -1 };
    this.emit('JumpLoop', header, depth, this.slot('JumpLoop'));
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

  bind(label: Label): this {
    this.optimizer.flush();
    label.at = this.instructions.length;
    this.isReachable = true;
    this.mayElideLast = false;
    return this;
  }

  /**
   * Binds what jumps may lead to, perhaps none: then it is no place where control flow meets.
   * V8: BytecodeLabels::Bind, whose labels are made by the jumps.
   */
  bindTarget(label: Label): this {
    if (label.isUsed) return this.bind(label);
    label.at = this.instructions.length;
    return this;
  }

  /** Where a try block starts: from here on a handler may look at registers. */
  bindTryStart(label: Label): void {
    this.optimizer.flush();
    label.at = this.instructions.length;
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
    for (const { first, labels } of this.jumpTables) {
      labels.forEach((label, i) => {
        this.constants[first + i] = label.at < 0 ? undefined : starts[label.at]!;
      });
    }
    const handlers = this.handlers.map(({ start, end, handler, contextRegister, prediction }) => ({
      start: starts[start.at]!,
      end: starts[end.at]!,
      handler: starts[handler.at]!,
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

/** V8: AttachOrEmitDeferredSourceInfo. An expression that begins a statement keeps its own place. */
function attached(deferred: Place | undefined, own: Place | undefined): Place | undefined {
  if (deferred === undefined || own === undefined) return own ?? deferred;
  const isStatement = deferred.isStatement || own.isStatement;
  // A return has a place of its own, and begins no statement.
  return { offset: own.offset, isStatement, statement: own.statement < 0 ? deferred.statement : own.statement };
}
