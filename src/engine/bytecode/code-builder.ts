/**
 * Collects instructions and turns them into a BytecodeArray. V8: src/interpreter/bytecode-array-builder.cc,
 * bytecode-array-writer.cc.
 */
import type { Variable } from '../parsing/scopes.ts';
import type { BytecodeArray, Constant, FeedbackSlotKind, HandlerEntry, ObjectBoilerplate } from './bytecode-array.ts';
import { type Bytecode, bytecodes, type OperandType } from './bytecodes.ts';
import { assemble, type Instruction, type JumpTable, Label, type PendingHandler, type Place } from './assembly.ts';
import { accumulatorLoads, terminators, twoEntryKinds, withoutEffects } from './bytecode-traits.ts';
import { byteLength, largestOperand, operandScale, type OperandScale, scaleForDistance } from './encoding.ts';
import { accumulatorRegister, RegisterOptimizer } from './register-optimizer.ts';

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
  /** See `markStatement`. */
  private pendingMark = -1;
  /** The last instruction can give way to one that loads the accumulator anew. */
  private mayElideLast = false;
  private readonly optimizer: RegisterOptimizer;
  private isReachable = true;
  private readonly localCount: number;
  private nextRegister: number;

  constructor(localCount: number) {
    this.localCount = localCount;
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
    let key: Constant = typeof value === 'number' && Object.is(value, -0) ? '-0 number' : value;
    if (typeof value === 'object' && value?.type === 'symbol') key = `symbol ${value.name}`;
    const known = this.constantIndex.get(key);
    if (known !== undefined) return known;
    const index = this.constants.push(value) - 1;
    this.constantIndex.set(key, index);
    return index;
  }

  /** V8 has one entry for all empty ones. */
  objectBoilerplate(value: ObjectBoilerplate): number {
    if (value.entryCount > 0) return this.constant(value);
    this.emptyObject ??= this.constant(value);
    return this.emptyObject;
  }

  private emptyObject: number | undefined;

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

  /** Part of a statement, which can be stopped at as a statement can. Where nothing came before it, the statement begins here. */
  innerStatementAt(offset: number): void {
    this.statementAt(this.latest?.isStatement === true ? this.latest.statement : -1, offset);
  }

  /** Of the last instruction that has a place; -1 before the first. */
  get lastPosition(): number {
    return this.instructions.findLast(({ place }) => place !== undefined)?.place?.offset ?? -1;
  }

  /** The next instruction begins a statement that is none for V8's debugger, such as the declaration of a class. */
  markStatement(start: number): void {
    this.pendingMark = start;
  }

  /** Takes back a place that waits for its instruction, if it is not before `start`. V8: MaybePopSourcePosition. */
  takePlaceFrom(start: number): Place | undefined {
    const place = this.latest;
    if (place === undefined || place.offset < start) return undefined;
    this.latest = undefined;
    return place;
  }

  putPlace(place: Place | undefined): void {
    if (place !== undefined) this.latest = place;
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
    let mark = this.pendingMark;
    this.pendingMark = -1;
    // V8: MaybeElideLastBytecode.
    if (
      this.mayElideLast &&
      last !== undefined &&
      bytecodes[bytecode].accumulator === 'write' &&
      (last.place === undefined || place === undefined)
    ) {
      place ??= last.place;
      if (mark < 0) mark = last.mark;
      this.instructions.pop();
      this.byteOffset = last.byteOffset;
    }
    this.append(bytecode, operands, place, mark);
    this.mayElideLast = accumulatorLoads.has(bytecode);
  }

  private append(bytecode: Bytecode, operands: (number | Label)[], place: Place | undefined, mark: number): void {
    const { byteOffset } = this;
    const target = operands.find((operand) => operand instanceof Label);
    let scale = operandScale(bytecode, operands);
    if (target !== undefined && target.byteOffset < 0) {
      // A forward jump has room for the number of a constant, should its distance not fit.
      scale = Math.max(scale, scaleForDistance(this.constants.length)) as OperandScale;
    } else if (target !== undefined) {
      const distance = byteOffset - target.byteOffset;
      scale = Math.max(scale, distance > 0xff ? scaleForDistance(distance + 1) : 1) as OperandScale;
    }
    const instruction = { bytecode, operands, place, mark, byteOffset, scale, jumpConstant: undefined };
    this.instructions.push(instruction);
    if (target !== undefined && target.byteOffset < 0) target.jumps.push(instruction);
    this.byteOffset += byteLength(bytecode, operands, scale);
  }

  /** V8: BytecodeArrayWriter::PatchJump. */
  private patchJumps(label: Label): void {
    label.byteOffset = this.byteOffset;
    for (const jump of label.jumps) {
      const distance = this.byteOffset - jump.byteOffset - (jump.scale === 1 ? 0 : 1);
      if (distance > largestOperand(jump.scale)) jump.jumpConstant = this.jumpDistance(distance);
    }
  }

  private jumpDistance(value: number): number {
    const key = `jump ${value}`;
    const known = this.jumpDistances.get(key);
    if (known !== undefined) return known;
    const index = this.constants.push({ type: 'jumpDistance', value }) - 1;
    this.jumpDistances.set(key, index);
    return index;
  }

  private readonly jumpDistances = new Map<string, number>();
  private byteOffset = 0;

  /** Where nothing jumps to, no block starts: what follows dead code is dead. */
  bind(label: Label): this {
    label.at = this.instructions.length;
    if (!label.isUsed) return this;
    this.optimizer.flush();
    label.at = this.instructions.length;
    this.patchJumps(label);
    return this.startBlock();
  }

  /** A dead loop stays dead. */
  bindLoopHeader(label: Label): this {
    this.optimizer.flush();
    label.at = this.instructions.length;
    label.byteOffset = this.byteOffset;
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
    const { instructions, constants, jumpTables, handlers, feedbackSlots, byteOffset: length } = this;
    let registerCount = this.localCount;
    for (const instruction of instructions) registerCount = Math.max(registerCount, registersUsed(instruction));
    const assembly = { instructions, constants, jumpTables, handlers, feedbackSlots, length, registerCount };
    return assemble(assembly, parameterCount, incomingNewTargetOrGenerator);
  }
}

/**
 * One more than the last register that an instruction names: what the optimiser left out takes no room in frames.
 * V8: BytecodeRegisterOptimizer::maxiumum_register_index.
 */
function registersUsed({ bytecode, operands }: Instruction): number {
  let used = 0;
  let at = 0;
  for (const type of bytecodes[bytecode].operands) {
    const isList = type === 'regList' || type === 'regOutList';
    const length = isList ? (operands[at + 1] as number) : (registerLengths[type] ?? 0);
    if (length > 0) used = Math.max(used, (operands[at] as number) + length);
    at += isList ? 2 : 1;
  }
  return used;
}

const registerLengths: { readonly [Type in OperandType]?: number } = {
  reg: 1,
  regOut: 1,
  regPair: 2,
  regOutPair: 2,
  regOutTriple: 3,
};

/** V8: FeedbackVector::kMaxOsrUrgency. */
const maximumLoopDepth = 5;

/** V8: AttachOrEmitDeferredSourceInfo. An expression that begins a statement keeps its own place. */
function attached(deferred: Place | undefined, own: Place | undefined): Place | undefined {
  if (deferred === undefined || own === undefined) return own ?? deferred;
  const isStatement = deferred.isStatement || own.isStatement;
  // A return has a place of its own, and begins no statement.
  return { offset: own.offset, isStatement, statement: own.statement < 0 ? deferred.statement : own.statement };
}
