/**
 * Leaves out transfers between registers: Ldar, Star and Mov only note that two registers hold the same value, and a
 * transfer is written when an instruction needs the value in a place where it is not yet.
 * V8: src/interpreter/bytecode-register-optimizer.cc.
 *
 * Registers with the same value form an equivalence set, a ring; those that really hold it are `materialized`. Locals and
 * parameters are observable (by the debugger, by handlers): a store into one is always written.
 */

import type { Variable } from '../parsing/scopes.ts';
import { type Bytecode, bytecodes, type OperandType } from './bytecodes.ts';
import { contextRegister } from './registers.ts';

/** Stands for the accumulator among the registers: after the parameters, before the locals. V8: virtual_accumulator. */
export const accumulatorRegister = -3.5;

interface RegisterInfo {
  readonly register: number;
  /** The ring of the registers with the same value. */
  next: RegisterInfo;
  previous: RegisterInfo;
  isMaterialized: boolean;
  isAllocated: boolean;
  needsFlush: boolean;
  /** The variable whose value it holds, for sure or (once control flow met) perhaps. */
  variable: Variable | undefined;
  isVariableSure: boolean;
}

/** Where the transfers go that have to be written. */
export interface TransferSink {
  ldar(register: number): void;
  star(register: number): void;
  mov(from: number, to: number): void;
}

export class RegisterOptimizer {
  private readonly infos = new Map<number, RegisterInfo>();
  private readonly temporaryBase: number;
  private readonly sink: TransferSink;
  /** Members of sets of more than one register, and registers known to hold a variable, in the order in which they became it. */
  private toFlush: RegisterInfo[] = [];

  constructor(localCount: number, sink: TransferSink) {
    this.temporaryBase = localCount;
    this.sink = sink;
  }

  ldar(register: number): void {
    this.transfer(this.infoOf(register), this.infoOf(accumulatorRegister));
  }

  star(register: number): void {
    this.transfer(this.infoOf(accumulatorRegister), this.infoOf(register));
  }

  mov(from: number, to: number): void {
    this.transfer(this.infoOf(from), this.infoOf(to));
  }

  allocate(register: number): void {
    const info = this.infoOf(register);
    info.isAllocated = true;
    if (!info.isMaterialized) moveToOwnSet(info, true);
  }

  release(register: number): void {
    this.infoOf(register).isAllocated = false;
  }

  /** Puts values where an instruction expects them, and lets it read them from where they are. Changes `operands`. */
  prepareFor(bytecode: Bytecode, operands: (number | object)[]): void {
    const { operands: types, accumulator: use } = bytecodes[bytecode];
    if (flushing.has(bytecode) || bytecode.startsWith('Jump')) this.flush();
    const reads = use === 'read' || use === 'readWrite' || (use === 'clobber' && !clobberingOnly.has(bytecode));
    if (reads) this.materialize(this.infoOf(accumulatorRegister));
    if (use !== 'none' && use !== 'read') this.prepareOutput(accumulatorRegister);
    // The loop's index is read and written in its place.
    if (bytecode === 'ForInStep') this.materialize(this.infoOf(operands[0] as number));
    // Inputs first: an output may be the place where an input still is.
    for (const isOutput of [false, true]) {
      let at = 0;
      for (const type of types) {
        // What a suspension saves is in place after the flush.
        const isRegister = type.startsWith('reg') && !(bytecode === 'SuspendGenerator' && type === 'regOutList');
        if (isRegister && type.startsWith('regOut') === isOutput) this.prepareOperand(type, operands, at);
        at += type === 'regList' || type === 'regOutList' ? 2 : 1;
      }
    }
    if (bytecode === 'ForInStep') this.prepareOutput(operands[0] as number);
    if (bytecode === 'PushContext' || bytecode === 'PopContext') this.prepareOutput(contextRegister);
  }

  /** The register, and all with the same value, hold this variable's value. */
  setVariable(variable: Variable, register: number): void {
    const info = this.infoOf(register);
    let each = info;
    do {
      this.noteForFlush(each);
      each.variable = variable;
      each.isVariableSure = true;
      each = each.next;
    } while (each !== info);
  }

  holdsVariable(variable: Variable, register: number): boolean {
    const info = this.infoOf(register);
    return info.isVariableSure && info.variable === variable;
  }

  /** The variable that the accumulator holds, or may hold. */
  get accumulatorVariable(): Variable | undefined {
    return this.infoOf(accumulatorRegister).variable;
  }

  private prepareOperand(type: OperandType, operands: (number | object)[], at: number): void {
    const first = operands[at] as number;
    const isList = type === 'regList' || type === 'regOutList';
    const count = isList ? (operands[at + 1] as number) : type.endsWith('Pair') ? 2 : type.endsWith('Triple') ? 3 : 1;
    // V8's empty list begins nowhere.
    if (count === 0) operands[at] = 0;
    else if (type.startsWith('regOut')) for (let i = 0; i < count; i++) this.prepareOutput(first + i);
    else if (count === 1) operands[at] = this.input(first);
    else for (let i = 0; i < count; i++) this.materialize(this.infoOf(first + i));
  }

  /** The register to read instead: one that holds the value already, if there is one. */
  private input(register: number): number {
    const info = this.infoOf(register);
    if (info.isMaterialized) return register;
    const other = find(info, (each) => each.isMaterialized && each.register !== accumulatorRegister);
    if (other !== undefined) return other.register;
    this.materialize(info);
    return register;
  }

  private prepareOutput(register: number): void {
    const info = this.infoOf(register);
    if (info.isMaterialized) this.materializeOther(info);
    moveToOwnSet(info, true);
  }

  /** Where control flow meets, every register in use holds its own value. */
  flush(): void {
    const { toFlush } = this;
    if (toFlush.length === 0) return;
    this.toFlush = [];
    for (const info of toFlush) {
      if (!info.needsFlush) continue;
      info.needsFlush = false;
      info.isVariableSure = false;
      const source = find(info, (each) => each.isMaterialized);
      if (source === undefined) {
        leaveSet(info, false);
        continue;
      }
      for (let each = source.next; each !== source; each = source.next) {
        if (each.isAllocated && !each.isMaterialized) this.write(source, each);
        leaveSet(each, true);
        each.isVariableSure = false;
        each.needsFlush = false;
      }
    }
  }

  private noteForFlush(info: RegisterInfo): void {
    if (info.needsFlush) return;
    info.needsFlush = true;
    this.toFlush.push(info);
  }

  private infoOf(register: number): RegisterInfo {
    let info = this.infos.get(register);
    if (info === undefined) {
      // The accumulator and what is observable are always in use.
      info = {
        register,
        next: undefined!,
        previous: undefined!,
        isMaterialized: true,
        isAllocated: register < this.temporaryBase,
        needsFlush: false,
        variable: undefined,
        isVariableSure: false,
      };
      info.next = info;
      info.previous = info;
      this.infos.set(register, info);
    }
    return info;
  }

  private isObservable({ register }: RegisterInfo): boolean {
    return register !== accumulatorRegister && register < this.temporaryBase;
  }

  private transfer(input: RegisterInfo, output: RegisterInfo): void {
    const isObservable = this.isObservable(output);
    const isSame = find(input, (each) => each === output) !== undefined;
    if (isSame && (!isObservable || output.isMaterialized)) return;
    // What leaves its set may be the only one that holds the set's value.
    if (output.isMaterialized) this.materializeOther(output);
    if (!isSame) {
      this.noteForFlush(output);
      joinSet(output, input);
    }
    if (isObservable) {
      output.isMaterialized = false;
      this.write(this.holderOf(input), output);
    }
    // The local is to be read from now on, so that listings name it.
    if (this.isObservable(input)) {
      for (let each = input.next; each !== input; each = each.next) {
        if (each.register >= this.temporaryBase) each.isMaterialized = false;
      }
    }
  }

  private holderOf(info: RegisterInfo): RegisterInfo {
    const holder = find(info, (each) => each.isMaterialized);
    if (holder === undefined) throw new Error(`no register holds the value of ${info.register}`);
    return holder;
  }

  private materialize(info: RegisterInfo): void {
    if (!info.isMaterialized) this.write(this.holderOf(info), info);
  }

  /** `info` is about to lose its value: another register of its set takes it, if none has it yet. */
  private materializeOther(info: RegisterInfo): void {
    let best: RegisterInfo | undefined;
    for (let each = info.next; each !== info; each = each.next) {
      if (each.isMaterialized) return;
      if (each.isAllocated && (best === undefined || each.register < best.register)) best = each;
    }
    if (best !== undefined) this.write(info, best);
  }

  private write(from: RegisterInfo, to: RegisterInfo): void {
    if (from.register === accumulatorRegister) this.sink.star(to.register);
    else if (to.register === accumulatorRegister) this.sink.ldar(from.register);
    else this.sink.mov(from.register, to.register);
    to.isMaterialized = true;
  }
}

/** The first of the ring, beginning at `info`, that fits. */
function find(info: RegisterInfo, fits: (info: RegisterInfo) => boolean): RegisterInfo | undefined {
  let each = info;
  do {
    if (fits(each)) return each;
    each = each.next;
  } while (each !== info);
  return undefined;
}

function joinSet(info: RegisterInfo, member: RegisterInfo): void {
  leaveSet(info, false);
  info.next = member.next;
  info.previous = member;
  member.next = info;
  info.next.previous = info;
  info.variable = member.variable;
  info.isVariableSure = member.isVariableSure;
}

/** Keeps what is known of the variable. */
function leaveSet(info: RegisterInfo, isMaterialized: boolean): void {
  info.next.previous = info.previous;
  info.previous.next = info.next;
  info.next = info;
  info.previous = info;
  info.isMaterialized = isMaterialized;
}

function moveToOwnSet(info: RegisterInfo, isMaterialized: boolean): void {
  leaveSet(info, isMaterialized);
  info.variable = undefined;
  info.isVariableSure = false;
}

/** Beside jumps: after these, or where they lead, every register has to hold its value. */
const flushing: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'SwitchOnSmiNoFeedback',
  'SwitchOnGeneratorState',
  'SuspendGenerator',
  'ResumeGenerator',
  'Debugger',
]);

/** They leave the accumulator undefined without having read it. */
const clobberingOnly: ReadonlySet<Bytecode> = new Set<Bytecode>(['JumpLoop', 'CallRuntimeForPair']);
