/**
 * Leaves out transfers between registers: Ldar, Star and Mov only note that two registers hold the same value, and a
 * transfer is written when an instruction needs the value in a place where it is not yet.
 * V8: src/interpreter/bytecode-register-optimizer.cc.
 *
 * Registers with the same value form an equivalence set; those that really hold it are `materialized`. Locals and
 * parameters are observable (by the debugger, by handlers): a store into one is always written.
 */

import { type Bytecode, bytecodes, type OperandType } from './bytecodes.ts';
import { contextRegister } from './registers.ts';

/** Stands for the accumulator among the registers. */
const accumulator = -1_000_000;

interface RegisterInfo {
  readonly register: number;
  /** Registers of the same set, this one included. */
  set: RegisterInfo[];
  isMaterialized: boolean;
  isAllocated: boolean;
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
  /** Sets of more than one register; all others need no flush. */
  private needsFlush = false;

  constructor(localCount: number, sink: TransferSink) {
    this.temporaryBase = localCount;
    this.sink = sink;
  }

  ldar(register: number): void {
    this.transfer(this.infoOf(register), this.infoOf(accumulator));
  }

  star(register: number): void {
    this.transfer(this.infoOf(accumulator), this.infoOf(register));
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
    if (reads) this.materialize(this.infoOf(accumulator));
    if (use !== 'none' && use !== 'read') this.prepareOutput(accumulator);
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

  private prepareOperand(type: OperandType, operands: (number | object)[], at: number): void {
    const first = operands[at] as number;
    const isList = type === 'regList' || type === 'regOutList';
    const count = isList ? (operands[at + 1] as number) : type.endsWith('Pair') ? 2 : type.endsWith('Triple') ? 3 : 1;
    if (type.startsWith('regOut')) for (let i = 0; i < count; i++) this.prepareOutput(first + i);
    else if (count === 1) operands[at] = this.input(first);
    else for (let i = 0; i < count; i++) this.materialize(this.infoOf(first + i));
  }

  /** The register to read instead: one that holds the value already, if there is one. */
  private input(register: number): number {
    const info = this.infoOf(register);
    if (info.isMaterialized) return register;
    const other = info.set.find((each) => each.isMaterialized && each.register !== accumulator);
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
    if (!this.needsFlush) return;
    this.needsFlush = false;
    for (const info of this.infos.values()) {
      if (info.set.length === 1) continue;
      const source = info.set.find((each) => each.isMaterialized);
      const { set } = info;
      for (const each of set) {
        if (each !== source && source !== undefined && each.isAllocated && !each.isMaterialized)
          this.write(source, each);
        each.set = [each];
      }
    }
  }

  private infoOf(register: number): RegisterInfo {
    let info = this.infos.get(register);
    if (info === undefined) {
      // The accumulator and what is observable are always in use.
      const isAllocated = register < this.temporaryBase;
      info = { register, set: [], isMaterialized: true, isAllocated };
      info.set.push(info);
      this.infos.set(register, info);
    }
    return info;
  }

  private isObservable({ register }: RegisterInfo): boolean {
    return register !== accumulator && register < this.temporaryBase;
  }

  private transfer(input: RegisterInfo, output: RegisterInfo): void {
    const isObservable = this.isObservable(output);
    const isSame = input.set === output.set;
    if (isSame && (!isObservable || output.isMaterialized)) return;
    // What leaves its set may be the only one that holds the set's value.
    if (output.isMaterialized) this.materializeOther(output);
    if (!isSame) {
      moveToOwnSet(output, false);
      output.set = input.set;
      input.set.push(output);
      this.needsFlush = true;
    }
    if (isObservable) {
      output.isMaterialized = false;
      this.write(this.holderOf(input), output);
    }
    // The local is to be read from now on, so that listings name it.
    if (this.isObservable(input)) {
      for (const each of input.set) {
        if (each.register >= this.temporaryBase) each.isMaterialized = false;
      }
    }
  }

  private holderOf(info: RegisterInfo): RegisterInfo {
    const holder = info.isMaterialized ? info : info.set.find((each) => each.isMaterialized);
    if (holder === undefined) throw new Error(`no register holds the value of ${info.register}`);
    return holder;
  }

  private materialize(info: RegisterInfo): void {
    if (!info.isMaterialized) this.write(this.holderOf(info), info);
  }

  /** `info` is about to lose its value: another register of its set takes it, if none has it yet. */
  private materializeOther(info: RegisterInfo): void {
    let best: RegisterInfo | undefined;
    for (const each of info.set) {
      if (each === info) continue;
      if (each.isMaterialized) return;
      if (each.isAllocated && (best === undefined || rank(each) < rank(best))) best = each;
    }
    if (best !== undefined) this.write(info, best);
  }

  private write(from: RegisterInfo, to: RegisterInfo): void {
    if (from.register === accumulator) this.sink.star(to.register);
    else if (to.register === accumulator) this.sink.ldar(from.register);
    else this.sink.mov(from.register, to.register);
    to.isMaterialized = true;
  }
}

/** The first register is taken; the accumulator, whose value is often dead, last. */
function rank({ register }: RegisterInfo): number {
  return register === accumulator ? Infinity : register;
}

function moveToOwnSet(info: RegisterInfo, isMaterialized: boolean): void {
  const at = info.set.indexOf(info);
  if (info.set.length > 1) {
    info.set.splice(at, 1);
    info.set = [info];
  }
  info.isMaterialized = isMaterialized;
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
