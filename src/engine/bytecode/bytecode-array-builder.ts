/**
 * Speaks in meanings (load a literal, call a method) and writes bytecodes: picks the short form, passes registers through
 * the register optimizer, and decides which instruction gets a source position.
 * V8: src/interpreter/bytecode-array-builder.cc.
 */
import type { BytecodeArray, Constant, WellKnownSymbol } from './bytecode-array.ts';
import { BytecodeArrayWriter, loadsWithoutEffect, type SourceInfo } from './bytecode-array-writer.ts';
import { BytecodeJumpTable, type BytecodeLabel, type BytecodeLoopHeader } from './bytecode-label.ts';
import { BytecodeRegisterAllocator, type RegisterList } from './bytecode-register-allocator.ts';
import { BytecodeRegisterOptimizer, type TransferWriter, type TypeHint } from './bytecode-register-optimizer.ts';
import { type Bytecode, bytecodes, type OperandType } from './bytecodes.ts';
import { ConstantArrayBuilder } from './constant-array-builder.ts';
import type { FeedbackVectorSpec } from './feedback-vector-spec.ts';
import { HandlerTableBuilder } from './handler-table-builder.ts';
import { parameterRegister } from './registers.ts';
import {
  type Intrinsic,
  intrinsicNames,
  type RuntimeFunction,
  runtimeFunctionNames,
} from './runtime-functions.ts';

type OperandValue<T extends OperandType> = T extends 'regList' | 'regOutList' ? RegisterList : number;
/** What `emit` takes for a bytecode: a number per operand, a RegisterList for lists. */
export type Operands<B extends Bytecode> = {
  -readonly [K in keyof (typeof bytecodes)[B]['operands']]: OperandValue<(typeof bytecodes)[B]['operands'][K] & OperandType>;
};
type JumpBytecode =
  | 'Jump'
  | 'JumpIfTrue'
  | 'JumpIfFalse'
  | 'JumpIfToBooleanTrue'
  | 'JumpIfToBooleanFalse'
  | 'JumpIfNull'
  | 'JumpIfNotNull'
  | 'JumpIfUndefined'
  | 'JumpIfNotUndefined'
  | 'JumpIfUndefinedOrNull'
  | 'JumpIfJSReceiver';

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '**' | '|' | '^' | '&' | '<<' | '>>' | '>>>';
export type CompareOperator = '==' | '===' | '<' | '>' | '<=' | '>=' | 'in' | 'instanceof';
export type Nil = 'undefined' | 'null';

const binaryBytecodes = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '%': 'Mod',
  '**': 'Exp',
  '|': 'BitwiseOr',
  '^': 'BitwiseXor',
  '&': 'BitwiseAnd',
  '<<': 'ShiftLeft',
  '>>': 'ShiftRight',
  '>>>': 'ShiftRightLogical',
} as const satisfies Record<BinaryOperator, Bytecode>;

const compareBytecodes = {
  '==': 'TestEqual',
  '===': 'TestEqualStrict',
  '<': 'TestLessThan',
  '>': 'TestGreaterThan',
  '<=': 'TestLessThanOrEqual',
  '>=': 'TestGreaterThanOrEqual',
  in: 'TestIn',
  instanceof: 'TestInstanceOf',
} as const satisfies Record<CompareOperator, Bytecode>;

/** Instructions nobody can observe: an expression position waits for the next one that can throw. */
const withoutExternalSideEffects: ReadonlySet<Bytecode> = new Set<Bytecode>([
  ...loadsWithoutEffect,
  'Mov',
  'Star',
  'PopContext',
  'PushContext',
  'TestUndetectable',
  'TestNull',
  'TestUndefined',
  'TestTypeOf',
  'TestReferenceEqual',
  'Jump',
  'JumpIfTrue',
  'JumpIfFalse',
  'JumpIfNull',
  'JumpIfNotNull',
  'JumpIfUndefined',
  'JumpIfNotUndefined',
  'JumpIfUndefinedOrNull',
  'JumpIfJSReceiver',
  'JumpIfForInDone',
  'SwitchOnSmiNoFeedback',
  'SwitchOnGeneratorState',
]);

const flushing: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'JumpLoop',
  'Jump',
  'JumpIfTrue',
  'JumpIfFalse',
  'JumpIfToBooleanTrue',
  'JumpIfToBooleanFalse',
  'JumpIfNull',
  'JumpIfNotNull',
  'JumpIfUndefined',
  'JumpIfNotUndefined',
  'JumpIfUndefinedOrNull',
  'JumpIfJSReceiver',
  'JumpIfForInDone',
  'SwitchOnSmiNoFeedback',
  'SwitchOnGeneratorState',
  'SuspendGenerator',
  'ResumeGenerator',
  'Debugger',
]);

export class BytecodeArrayBuilder implements TransferWriter {
  readonly allocator: BytecodeRegisterAllocator;
  readonly optimizer: BytecodeRegisterOptimizer;
  readonly constants = new ConstantArrayBuilder();
  readonly feedback: FeedbackVectorSpec;
  readonly parameterCount: number;
  private readonly writer: BytecodeArrayWriter;
  private readonly handlers = new HandlerTableBuilder();
  private latest: SourceInfo | undefined;
  private deferred: SourceInfo | undefined;

  constructor(parameterCount: number, localCount: number, feedback: FeedbackVectorSpec) {
    this.parameterCount = parameterCount;
    this.feedback = feedback;
    this.allocator = new BytecodeRegisterAllocator(localCount);
    this.optimizer = new BytecodeRegisterOptimizer(this, localCount, parameterCount);
    this.allocator.observer = this.optimizer;
    this.writer = new BytecodeArrayWriter(this.constants, parameterCount);
  }

  toBytecodeArray(incomingNewTargetOrGenerator: number | undefined): BytecodeArray {
    this.optimizer.flush();
    return {
      ...this.writer.finish(this.handlers),
      constants: this.constants.toArray(),
      registerCount: this.optimizer.maximumRegister + 1,
      parameterCount: this.parameterCount,
      feedbackSlots: this.feedback.slots,
      incomingNewTargetOrGenerator,
    };
  }

  get receiver(): number {
    return parameterRegister(0, this.parameterCount);
  }

  /** Without the receiver. */
  parameter(index: number): number {
    return parameterRegister(index + 1, this.parameterCount);
  }

  get isDead(): boolean {
    return this.writer.remainderOfBlockIsDead;
  }

  // Source positions

  setStatementPosition(offset: number | undefined): void {
    if (offset !== undefined) this.latest = { offset, isStatement: true };
  }

  setExpressionPosition(offset: number | undefined): void {
    if (offset !== undefined && this.latest?.isStatement !== true) this.latest = { offset, isStatement: false };
  }

  /** For a position that belongs to what is generated next but one. V8: MaybePopSourcePosition. */
  popPositionFrom(start: number): SourceInfo | undefined {
    if (this.latest === undefined || this.latest.offset < start) return undefined;
    const popped = this.latest;
    this.latest = undefined;
    return popped;
  }

  pushPosition(position: SourceInfo): void {
    this.latest = position;
  }

  private currentPosition(bytecode: Bytecode): SourceInfo | undefined {
    const { latest } = this;
    if (latest === undefined || (!latest.isStatement && withoutExternalSideEffects.has(bytecode))) return undefined;
    this.latest = undefined;
    return latest;
  }

  private defer(bytecode: Bytecode): void {
    this.deferred = this.currentPosition(bytecode) ?? this.deferred;
  }

  private withDeferred(source: SourceInfo | undefined): SourceInfo | undefined {
    const { deferred } = this;
    this.deferred = undefined;
    if (deferred === undefined) return source;
    if (source === undefined) return deferred;
    return deferred.isStatement ? { offset: source.offset, isStatement: true } : source;
  }

  // Instructions

  emit<B extends Bytecode>(bytecode: B, ...operands: Operands<B>): this {
    const use = bytecodes[bytecode].accumulator;
    const reads = use === 'read' || use === 'readWrite';
    const writes = use === 'write' || use === 'readWrite' || use === 'clobber';
    this.optimizer.prepareForBytecode(flushing.has(bytecode), reads, writes);
    const numbers = this.resolve(bytecode, operands as readonly (number | RegisterList)[]);
    const source = this.currentPosition(bytecode);
    this.writer.write(bytecode, numbers, this.withDeferred(source));
    return this;
  }

  private resolve(bytecode: Bytecode, operands: readonly (number | RegisterList)[]): number[] {
    const numbers: number[] = [];
    bytecodes[bytecode].operands.forEach((type, index) => {
      const operand = operands[index];
      if (typeof operand === 'object') {
        if (type === 'regOutList') this.optimizer.outputList(operand.first, operand.count);
        const first = type === 'regList' ? this.optimizer.inputList(operand.first, operand.count) : operand.first;
        // An empty list is written as one at r0.
        numbers.push(operand.count === 0 ? 0 : first, operand.count);
        return;
      }
      const value = operand ?? 0;
      if (type === 'reg') numbers.push(this.optimizer.input(value));
      else if (type === 'regPair') numbers.push(this.optimizer.inputList(value, 2));
      else {
        if (type === 'regOut') this.optimizer.outputList(value, 1);
        if (type === 'regOutPair') this.optimizer.outputList(value, 2);
        if (type === 'regOutTriple') this.optimizer.outputList(value, 3);
        numbers.push(value);
      }
    });
    return numbers;
  }

  emitLdar(register: number): void {
    this.writer.write('Ldar', [register], this.withDeferred(undefined));
  }

  emitStar(register: number): void {
    this.writer.write('Star', [register], this.withDeferred(undefined));
  }

  emitMov(from: number, to: number): void {
    this.writer.write('Mov', [from, to], this.withDeferred(undefined));
  }

  // Loads and stores

  loadRegister(register: number): this {
    this.defer('Ldar');
    this.optimizer.ldar(register);
    return this;
  }

  storeRegister(register: number): this {
    this.defer('Star');
    this.optimizer.star(register);
    return this;
  }

  move(from: number, to: number): this {
    this.defer('Mov');
    this.optimizer.mov(from, to);
    return this;
  }

  loadLiteral(value: string | number | bigint | boolean | null | undefined): this {
    if (value === undefined) return this.emit('LdaUndefined');
    if (value === null) return this.emit('LdaNull');
    if (typeof value === 'boolean') return this.emit(value ? 'LdaTrue' : 'LdaFalse');
    if (typeof value === 'number' && isSmi(value)) return value === 0 ? this.emit('LdaZero') : this.emit('LdaSmi', value);
    return this.loadConstant(value);
  }

  loadConstant(constant: Constant): this {
    return this.loadConstantEntry(this.constants.insert(constant));
  }

  loadConstantEntry(entry: number): this {
    return this.emit('LdaConstant', entry);
  }

  name(name: string | WellKnownSymbol): number {
    return this.constants.insert(name);
  }

  loadNamed(object: number, name: string | WellKnownSymbol, slot: number): this {
    return this.emit('GetNamedProperty', object, this.name(name), slot);
  }

  // Operators

  binaryOperation(operator: BinaryOperator, left: number, slot: number): this {
    return this.emit(binaryBytecodes[operator], left, slot);
  }

  binaryOperationSmi(operator: BinaryOperator, literal: number, slot: number): this {
    return this.emit(`${binaryBytecodes[operator]}Smi`, literal, slot);
  }

  compareOperation(operator: CompareOperator, left: number, slot: number): this {
    return this.emit(compareBytecodes[operator], left, slot);
  }

  compareReference(register: number): this {
    return this.emit('TestReferenceEqual', register);
  }

  compareNil(isStrict: boolean, nil: Nil): this {
    if (!isStrict) return this.emit('TestUndetectable');
    return this.emit(nil === 'null' ? 'TestNull' : 'TestUndefined');
  }

  logicalNot(isBoolean: boolean): this {
    return this.emit(isBoolean ? 'LogicalNot' : 'ToBooleanLogicalNot');
  }

  // Calls

  callProperty(callee: number, list: RegisterList, slot: number): this {
    if (list.count === 1) return this.emit('CallProperty0', callee, list.at(0), slot);
    if (list.count === 2) return this.emit('CallProperty1', callee, list.at(0), list.at(1), slot);
    if (list.count === 3) return this.emit('CallProperty2', callee, list.at(0), list.at(1), list.at(2), slot);
    return this.emit('CallProperty', callee, list, slot);
  }

  callUndefinedReceiver(callee: number, list: RegisterList, slot: number): this {
    if (list.count === 0) return this.emit('CallUndefinedReceiver0', callee, slot);
    if (list.count === 1) return this.emit('CallUndefinedReceiver1', callee, list.at(0), slot);
    if (list.count === 2) return this.emit('CallUndefinedReceiver2', callee, list.at(0), list.at(1), slot);
    return this.emit('CallUndefinedReceiver', callee, list, slot);
  }

  callRuntime(name: RuntimeFunction, list: RegisterList): this {
    return this.emit('CallRuntime', runtimeFunctionNames.indexOf(name), list);
  }

  invokeIntrinsic(name: Intrinsic, list: RegisterList): this {
    return this.emit('InvokeIntrinsic', intrinsicNames.indexOf(name), list);
  }

  // Jumps

  jump(label: BytecodeLabel): this {
    return this.emitJump('Jump', label);
  }

  jumpIfTrue(isBoolean: boolean, label: BytecodeLabel): this {
    return this.emitJump(isBoolean ? 'JumpIfTrue' : 'JumpIfToBooleanTrue', label);
  }

  jumpIfFalse(isBoolean: boolean, label: BytecodeLabel): this {
    return this.emitJump(isBoolean ? 'JumpIfFalse' : 'JumpIfToBooleanFalse', label);
  }

  jumpIfNil(label: BytecodeLabel, isStrict: boolean, nil: Nil): this {
    if (!isStrict) return this.emit('TestUndetectable').jumpIfTrue(true, label);
    return this.emitJump(nil === 'null' ? 'JumpIfNull' : 'JumpIfUndefined', label);
  }

  jumpIfNotNil(label: BytecodeLabel, isStrict: boolean, nil: Nil): this {
    if (!isStrict) return this.emit('TestUndetectable').jumpIfFalse(true, label);
    return this.emitJump(nil === 'null' ? 'JumpIfNotNull' : 'JumpIfNotUndefined', label);
  }

  emitJump(bytecode: JumpBytecode, label: BytecodeLabel): this {
    if (label.offset >= 0) throw new Error('a forward jump to a label that is bound');
    this.optimizer.prepareForBytecode(true, bytecodes[bytecode].accumulator === 'read', false);
    const source = this.currentPosition(bytecode);
    this.writer.writeJump(bytecode, [0], label, this.withDeferred(source));
    return this;
  }

  jumpIfForInDone(label: BytecodeLabel, index: number, length: number): this {
    this.optimizer.prepareForBytecode(true, false, false);
    const operands = [0, this.optimizer.input(index), this.optimizer.input(length)];
    const source = this.currentPosition('JumpIfForInDone');
    this.writer.writeJump('JumpIfForInDone', operands, label, this.withDeferred(source));
    return this;
  }

  /** The position is for the stack check that the instruction implies. */
  jumpLoop(header: BytecodeLoopHeader, depth: number, position: number | undefined, slot: number): this {
    if (position !== undefined) this.latest = { offset: position, isStatement: false };
    this.optimizer.prepareForBytecode(true, false, true);
    const source = this.currentPosition('JumpLoop');
    this.writer.writeJumpLoop(header, depth, slot, this.withDeferred(source));
    return this;
  }

  newJumpTable(size: number, base: number): BytecodeJumpTable {
    return new BytecodeJumpTable(this.constants.insertJumpTable(size), size, base);
  }

  switchOnSmi(table: BytecodeJumpTable): this {
    this.optimizer.prepareForBytecode(true, true, false);
    const source = this.currentPosition('SwitchOnSmiNoFeedback');
    const operands = [table.constantIndex, table.size, table.base];
    this.writer.writeSwitch('SwitchOnSmiNoFeedback', operands, table, this.withDeferred(source));
    return this;
  }

  /** `size` is what the table will have at the end: how often the function suspends. */
  switchOnGeneratorState(generator: number, table: BytecodeJumpTable): this {
    this.optimizer.prepareForBytecode(true, false, false);
    const operands = [this.optimizer.input(generator), table.constantIndex, table.size];
    const source = this.currentPosition('SwitchOnGeneratorState');
    this.writer.writeSwitch('SwitchOnGeneratorState', operands, table, this.withDeferred(source));
    return this;
  }

  bind(label: BytecodeLabel): this {
    // A label that only dead code jumps to begins nothing.
    if (label.jump < 0) return this;
    this.optimizer.flush();
    this.writer.bind(label);
    return this;
  }

  bindLoopHeader(header: BytecodeLoopHeader): this {
    this.optimizer.flush();
    this.writer.bindLoopHeader(header);
    return this;
  }

  bindTableEntry(table: BytecodeJumpTable, value: number): this {
    this.optimizer.flush();
    this.writer.bindTableEntry(table, value);
    return this;
  }

  // Handlers

  newHandler(): number {
    return this.handlers.newEntry();
  }

  markHandler(id: number, prediction: BytecodeArray['handlers'][number]['prediction']): this {
    this.optimizer.flush();
    this.writer.bindHandler(this.handlers, id);
    this.handlers.entry(id).prediction = prediction;
    return this;
  }

  markTryBegin(id: number, context: number): this {
    this.optimizer.flush();
    this.writer.bindTryStart(this.handlers, id);
    this.handlers.entry(id).contextRegister = context;
    return this;
  }

  markTryEnd(id: number): this {
    this.optimizer.flush();
    this.writer.bindTryEnd(this.handlers, id);
    return this;
  }

  setAccumulatorTypeHint(hint: TypeHint): void {
    this.optimizer.setAccumulatorTypeHint(hint);
  }
}

/** V8 without pointer compression (Node): 32 bits. */
export function isSmi(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}
