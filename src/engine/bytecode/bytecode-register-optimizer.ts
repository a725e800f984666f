/**
 * Leaves out transfers between registers: registers with the same value form a set, of which at least one is
 * materialised (really holds it); the others get it only when somebody has to see it there.
 * V8: src/interpreter/bytecode-register-optimizer.cc.
 *
 * Locals and parameters are observable (a debugger shows them), so stores into them are always written.
 */
import type { Variable } from '../parsing/scopes.ts';
import type { RegisterObserver } from './bytecode-register-allocator.ts';
import { fixedFrameSlots } from './registers.ts';

export type TypeHint = 'any' | 'boolean' | 'string' | 'internalizedString';

/** Where the transfers that are needed go. */
export interface TransferWriter {
  emitLdar(register: number): void;
  emitStar(register: number): void;
  emitMov(from: number, to: number): void;
}

/** The accumulator takes part under a number that no register has. */
export const accumulatorRegister = Number.MIN_SAFE_INTEGER;

class RegisterInfo {
  readonly register: number;
  set: number;
  materialized: boolean;
  allocated: boolean;
  needsFlush = false;
  typeHint: TypeHint = 'any';
  /** The variable whose value the register is known to hold. */
  variable: Variable | undefined = undefined;
  /** The members of a set form a ring. */
  next: RegisterInfo = this;
  previous: RegisterInfo = this;

  constructor(register: number, set: number, materialized: boolean, allocated: boolean) {
    this.register = register;
    this.set = set;
    this.materialized = materialized;
    this.allocated = allocated;
  }

  join(other: RegisterInfo): void {
    this.leave();
    this.next = other.next;
    this.previous = other;
    this.previous.next = this;
    this.next.previous = this;
    this.set = other.set;
    this.materialized = false;
    this.typeHint = other.typeHint;
    this.variable = other.variable;
  }

  moveToNewSet(set: number, materialized: boolean): void {
    this.leave();
    this.set = set;
    this.materialized = materialized;
    this.typeHint = 'any';
  }

  private leave(): void {
    this.next.previous = this.previous;
    this.previous.next = this.next;
    this.next = this;
    this.previous = this;
  }

  /** The first member, from this one on, of which the condition holds. */
  find(condition: (info: RegisterInfo) => boolean): RegisterInfo | undefined {
    let info: RegisterInfo = this;
    do {
      if (condition(info)) return info;
      info = info.next;
    } while (info !== this);
    return undefined;
  }
}

export class BytecodeRegisterOptimizer implements RegisterObserver {
  private readonly infos = new Map<number, RegisterInfo>();
  private readonly accumulator: RegisterInfo;
  private readonly writer: TransferWriter;
  private readonly temporaryBase: number;
  private sets = 0;
  private readonly needingFlush: RegisterInfo[] = [];
  private flushRequired = false;
  maximumRegister: number;

  constructor(writer: TransferWriter, localCount: number, parameterCount: number) {
    this.writer = writer;
    this.temporaryBase = localCount;
    this.maximumRegister = localCount - 1;
    for (let register = -fixedFrameSlots - parameterCount; register < localCount; register += 1) {
      this.infos.set(register, new RegisterInfo(register, this.sets++, true, true));
    }
    this.accumulator = new RegisterInfo(accumulatorRegister, this.sets++, true, true);
    this.infos.set(accumulatorRegister, this.accumulator);
  }

  ldar(register: number): void {
    this.transfer(this.info(register), this.accumulator);
  }

  star(register: number): void {
    this.transfer(this.accumulator, this.info(register));
  }

  mov(from: number, to: number): void {
    this.transfer(this.info(from), this.info(to));
  }

  /** Before any other bytecode: `flush` where the equivalences end (jumps and the like). */
  prepareForBytecode(flush: boolean, readsAccumulator: boolean, writesAccumulator: boolean): void {
    if (flush) this.flush();
    if (readsAccumulator) this.materialize(this.accumulator);
    if (writesAccumulator) this.prepareOutput(accumulatorRegister);
  }

  /** The register to read instead of `register`. */
  input(register: number): number {
    const info = this.info(register);
    if (info.materialized) return register;
    const other = info.find((member) => member.materialized && member !== this.accumulator);
    if (other !== undefined) return other.register;
    this.materialize(info);
    return register;
  }

  /** The first register to read instead of those from `first` on. */
  inputList(first: number, count: number): number {
    if (count === 1) return this.input(first);
    for (let i = 0; i < count; i += 1) this.materialize(this.info(first + i));
    return first;
  }

  outputList(first: number, count: number): void {
    for (let i = 0; i < count; i += 1) this.prepareOutput(first + i);
  }

  flush(): void {
    this.accumulator.variable = undefined;
    this.accumulator.typeHint = 'any';
    if (!this.flushRequired) return;
    for (const info of this.needingFlush) {
      if (!info.needsFlush) continue;
      info.needsFlush = false;
      const source = info.find((member) => member.materialized);
      if (source === undefined) {
        info.moveToNewSet(this.sets++, false);
        continue;
      }
      for (let member = source.next; member !== source; member = source.next) {
        if (member.allocated && !member.materialized) this.output(source, member);
        member.moveToNewSet(this.sets++, true);
        member.needsFlush = false;
      }
      source.typeHint = 'any';
    }
    this.needingFlush.length = 0;
    this.flushRequired = false;
  }

  allocated(first: number, count: number): void {
    for (let register = first; register < first + count; register += 1) {
      const info = this.info(register);
      info.allocated = true;
      if (!info.materialized) info.moveToNewSet(this.sets++, true);
    }
  }

  freed(first: number, count: number): void {
    for (let register = first; register < first + count; register += 1) this.info(register).allocated = false;
  }

  setAccumulatorTypeHint(hint: TypeHint): void {
    this.accumulator.typeHint = hint;
  }

  typeHint(register: number): TypeHint {
    return this.info(register).typeHint;
  }

  setVariableInRegister(variable: Variable, register: number): void {
    this.info(register).variable = variable;
  }

  accumulatorHolds(variable: Variable): boolean {
    return this.accumulator.variable === variable;
  }

  get variableInAccumulator(): Variable | undefined {
    return this.accumulator.find((member) => member.variable !== undefined)?.variable;
  }

  setVariableInAccumulator(variable: Variable): void {
    this.accumulator.variable = variable;
  }

  private info(register: number): RegisterInfo {
    let info = this.infos.get(register);
    if (info === undefined) {
      info = new RegisterInfo(register, this.sets++, true, false);
      this.infos.set(register, info);
    }
    return info;
  }

  private isTemporary(info: RegisterInfo): boolean {
    return info.register >= this.temporaryBase;
  }

  private isObservable(info: RegisterInfo): boolean {
    return info !== this.accumulator && !this.isTemporary(info);
  }

  private transfer(input: RegisterInfo, output: RegisterInfo): void {
    const isObservable = this.isObservable(output);
    const isSameSet = input.set === output.set;
    if (isSameSet && (!isObservable || output.materialized)) return;
    if (output.materialized) this.materializeAnotherFor(output);
    if (!isSameSet) this.join(input, output);
    if (isObservable) {
      output.materialized = false;
      this.output(this.materializedMember(input), output);
    }
    if (this.isObservable(input)) {
      // What can be seen is preferred over temporaries.
      for (let member = input.next; member !== input; member = member.next) {
        if (this.isTemporary(member)) member.materialized = false;
      }
    }
  }

  private join(member: RegisterInfo, joining: RegisterInfo): void {
    if (!joining.needsFlush) {
      joining.needsFlush = true;
      this.needingFlush.push(joining);
    }
    joining.join(member);
    this.flushRequired = true;
  }

  private prepareOutput(register: number): void {
    const info = this.info(register);
    if (info.materialized) this.materializeAnotherFor(info);
    if (info !== this.accumulator) this.maximumRegister = Math.max(this.maximumRegister, register);
    info.moveToNewSet(this.sets++, true);
    info.variable = undefined;
  }

  /** `info` is about to lose the value: if it is the last to hold it, an allocated register of its set takes over. */
  private materializeAnotherFor(info: RegisterInfo): void {
    let best: RegisterInfo | undefined;
    for (let member = info.next; member !== info; member = member.next) {
      if (member.materialized) return;
      if (member.allocated && (best === undefined || member.register < best.register)) best = member;
    }
    if (best !== undefined) this.output(info, best);
  }

  private materialize(info: RegisterInfo): void {
    if (!info.materialized) this.output(this.materializedMember(info), info);
  }

  private materializedMember(info: RegisterInfo): RegisterInfo {
    const member = info.find(({ materialized }) => materialized);
    if (member === undefined) throw new Error('a value that no register holds');
    return member;
  }

  private output(from: RegisterInfo, to: RegisterInfo): void {
    if (from === this.accumulator) this.writer.emitStar(to.register);
    else if (to === this.accumulator) this.writer.emitLdar(from.register);
    else this.writer.emitMov(from.register, to.register);
    if (to !== this.accumulator) this.maximumRegister = Math.max(this.maximumRegister, to.register);
    to.materialized = true;
  }
}
