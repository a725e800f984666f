/**
 * Where Maglev goes back to when a check fails: not to the operation, but to the first check since the last effect, because
 * nothing has happened since. Which operations are checks at all depends on what is known of their operands, so that the
 * building of the graph is followed here as far as types go. V8: MaglevGraphBuilder::GetLatestCheckpointedFrame,
 * MarkPossibleSideEffect, PeelLoop. Measured with --log-deopt.
 */
import type { Bytecode } from '../bytecode/bytecodes.ts';
import { bytecodeNames, bytecodes, decodedLengths } from '../bytecode/bytecodes.ts';
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import { parameterRegister } from '../bytecode/registers.ts';
import { callSlotAt } from './inlining.ts';
import { GraphValue, KnownValues, ValueType } from './known-values.ts';
import type { Effect } from './maglev-accesses.ts';
import { visitOperation } from './maglev-operations.ts';
import type { CompiledFunction } from './optimized-code.ts';

/** A frame of optimised code: where it is, and the loop that it went round last; of callers where they call. */
export interface OptimizedPlace {
  readonly compiled: CompiledFunction;
  readonly at: number;
  readonly lastLoop: number;
}

/**
 * The instruction whose place is said, in the innermost of the frames, which come outermost first. `osrLoop` is the JumpLoop by
 * which the code was entered, or negative.
 */
export function checkpointBefore(places: readonly OptimizedPlace[], osrLoop: number): number {
  const innermost = places.at(-1)!;
  const loop = peeledLoopAt(innermost);
  if (loop !== undefined) return loop;
  const { compiled } = places[0]!;
  const start = osrLoop < 0 ? 0 : compiled.bytecode.code[osrLoop + 1]!;
  return new GraphBuilder(compiled, new KnownValues(), start).buildTo(places);
}

/**
 * The first round of an innermost loop is built apart from the others, and source positions are read only once: all that is
 * left in later rounds says the place of the jump back.
 */
function peeledLoopAt({ compiled, at, lastLoop }: OptimizedPlace): number | undefined {
  if (lastLoop < 0) return undefined;
  const { code } = compiled.bytecode;
  const header = code[lastLoop + 1]!;
  return header <= at && at <= lastLoop && isPeeled(compiled.bytecode, header, lastLoop) ? lastLoop : undefined;
}

/** V8: --maglev-loop-peeling-max-size. */
const maxPeeledBytes = 400;

function isPeeled({ code, byteOffsets }: BytecodeArray, header: number, end: number): boolean {
  if (byteOffsets[end]! - byteOffsets[header]! >= maxPeeledBytes) return false;
  for (let at = header; at < end; at += decodedLengths[code[at]!]!) {
    const name = bytecodeNames[code[at]!]!;
    if (name === 'JumpLoop' || name === 'SuspendGenerator') return false;
  }
  return true;
}

class GraphBuilder {
  private readonly compiled: CompiledFunction;
  private readonly start: number;
  private known: KnownValues | undefined;
  private accumulator = new GraphValue();
  private checkpoint = -1;
  /** What reaches a place by jumps. */
  private readonly arriving = new Map<number, { known: KnownValues; accumulator: GraphValue }[]>();
  private readonly results: { known: KnownValues; accumulator: GraphValue }[] = [];

  constructor(compiled: CompiledFunction, known: KnownValues, start: number) {
    this.compiled = compiled;
    this.start = start;
    this.known = known;
  }

  /** Follows the graph up to the last of the places, and says where it would be left there. */
  buildTo(places: readonly OptimizedPlace[]): number {
    const [place, ...inner] = places as [OptimizedPlace, ...OptimizedPlace[]];
    this.build(place.at);
    if (inner.length > 0) return this.calleeAt(place.at, inner[0]!.compiled).buildTo(inner);
    const isFirst = this.checkpoint < 0 || this.arriving.has(place.at);
    return isFirst ? place.at : this.checkpoint;
  }

  private build(end: number): void {
    const { code, handlers } = this.compiled.bytecode;
    const loops = loopHeaders(this.compiled.bytecode);
    const catches = new Set(handlers.map(({ handler }) => handler));
    for (let at = this.start; at < end; at += decodedLengths[code[at]!]!) {
      this.mergeAt(at);
      if (catches.has(at)) {
        this.known = new KnownValues();
        this.accumulator = new GraphValue();
        this.checkpoint = -1;
      }
      const loop = loops.get(at);
      // What a loop changes is not known at its beginning, but in a round that is built apart.
      if (loop !== undefined && !(end <= loop && isPeeled(this.compiled.bytecode, at, loop))) this.enterLoop(at, loop);
      if (this.known !== undefined) this.visit(bytecodeNames[code[at]!]!, at);
    }
    this.mergeAt(end);
  }

  private mergeAt(at: number): void {
    const arriving = this.arriving.get(at);
    if (arriving === undefined) return;
    if (this.known !== undefined) arriving.push({ known: this.known, accumulator: this.accumulator });
    this.known = KnownValues.merge(arriving.map(({ known }) => known));
    const [first, ...others] = arriving;
    this.accumulator = others.every(({ accumulator }) => accumulator === first!.accumulator)
      ? first!.accumulator
      : new GraphValue();
    this.checkpoint = -1;
  }

  private enterLoop(header: number, end: number): void {
    const { code } = this.compiled.bytecode;
    const known = this.known;
    if (known === undefined) return;
    known.forgetUnstable();
    for (let at = header; at < end; at += decodedLengths[code[at]!]!)
      for (const register of writtenRegisters(code, at)) known.set(register, new GraphValue());
    this.checkpoint = -1;
  }

  private visit(name: Bytecode, at: number): void {
    const { code, constants } = this.compiled.bytecode;
    const known = this.known!;
    switch (name) {
      case 'Ldar':
        this.accumulator = known.get(code[at + 1]!);
        return;
      case 'Star':
        known.set(code[at + 1]!, this.accumulator);
        return;
      case 'Mov':
        known.set(code[at + 2]!, known.get(code[at + 1]!));
        return;
      case 'Return':
        this.results.push({ known, accumulator: this.accumulator });
        this.known = undefined;
        return;
      case 'Throw':
      case 'ReThrow':
        this.known = undefined;
        return;
      case 'JumpLoop':
        this.known = undefined;
        return;
      case 'SwitchOnSmiNoFeedback':
        for (let i = 0; i < code[at + 2]!; i++) this.jumpTo(constants[code[at + 1]! + i] as number);
        return;
      default:
    }
    if (name.startsWith('Jump')) {
      this.jumpTo(code[at + 1]!);
      if (name === 'Jump') this.known = undefined;
      return;
    }
    if (this.inline(at)) return;
    const { effect, checks, result } = visitOperation(name, at, this.compiled, known, this.accumulator);
    if (checks && this.checkpoint < 0) this.checkpoint = at;
    this.take(effect);
    for (const register of writtenRegisters(code, at)) known.set(register, new GraphValue());
    const { accumulator } = bytecodes[name];
    if (accumulator !== 'none' && accumulator !== 'read') this.accumulator = result ?? new GraphValue();
  }

  private take(effect: Effect): void {
    if (effect === 'none') return;
    if (effect === 'end') {
      this.known = undefined;
      return;
    }
    this.checkpoint = -1;
    if (effect === 'call') this.known?.forgetUnstable();
  }

  private jumpTo(target: number): void {
    if (typeof target !== 'number') return;
    const arriving = this.arriving.get(target);
    const entry = { known: this.known!.copy(), accumulator: this.accumulator };
    if (arriving === undefined) this.arriving.set(target, [entry]);
    else arriving.push(entry);
  }

  /** A call of a function that is part of this code. */
  private inline(at: number): boolean {
    const callee = this.compiled.inlined.get(at);
    if (callee === undefined || callSlotAt(this.compiled.bytecode.code, at) === undefined) return false;
    const builder = this.calleeAt(at, callee);
    builder.build(callee.bytecode.code.length);
    this.accumulator = new GraphValue();
    if (builder.results.length === 0) this.known = undefined;
    else if (builder.results.every(({ accumulator }) => accumulator === builder.results[0]!.accumulator))
      this.accumulator = builder.results[0]!.accumulator;
    this.checkpoint = -1;
    return true;
  }

  /** Its parameters are the arguments, and what is known of them. */
  private calleeAt(at: number, callee: CompiledFunction): GraphBuilder {
    const known = (this.known ?? new KnownValues()).inCallee();
    const { parameterCount } = callee.bytecode;
    const values = argumentsAt(this.compiled.bytecode.code, at).map((register) =>
      register === undefined ? known.newValue(ValueType.nullish) : (this.known ?? known).get(register),
    );
    for (let index = 0; index < parameterCount; index++)
      known.set(parameterRegister(index, parameterCount), values[index] ?? known.newValue(ValueType.nullish));
    return new GraphBuilder(callee, known, 0);
  }
}

/** The registers of the receiver, undefined where there is none, and of the arguments. */
function argumentsAt(code: Int32Array, at: number): (number | undefined)[] {
  const name = bytecodeNames[code[at]!]!;
  const list = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);
  const fixed = /^Call(Property|UndefinedReceiver)(\d)$/.exec(name);
  if (fixed !== null) {
    const isProperty = fixed[1] === 'Property';
    const count = Number(fixed[2]) + (isProperty ? 1 : 0);
    const registers = Array.from({ length: count }, (_, i) => code[at + 2 + i]!);
    return isProperty ? registers : [undefined, ...registers];
  }
  const registers = list(code[at + 2]!, code[at + 3]!);
  return name === 'CallProperty' || name === 'CallAnyReceiver' ? registers : [undefined, ...registers];
}

function* writtenRegisters(code: Int32Array, at: number): Generator<number> {
  let operand = at + 1;
  for (const type of bytecodes[bytecodeNames[code[at]!]!].operands) {
    const count = { regOut: 1, regOutPair: 2, regOutTriple: 3, regOutList: code[operand + 1]! }[type as 'regOut'];
    if (count !== undefined) for (let i = 0; i < count; i++) yield code[operand]! + i;
    operand += type === 'regList' || type === 'regOutList' ? 2 : 1;
  }
}

/** Where loops begin, and their jumps back. */
function loopHeaders({ code }: BytecodeArray): ReadonlyMap<number, number> {
  const headers = new Map<number, number>();
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!)
    if (bytecodeNames[code[at]!] === 'JumpLoop') headers.set(code[at + 1]!, at);
  return headers;
}
