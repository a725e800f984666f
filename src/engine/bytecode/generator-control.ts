/**
 * Where break, continue, return and rethrow go: outwards through the control scopes until one executes the command. A
 * finally block intercepts every command, remembers it as a number, and carries it out after its statements.
 * V8: ControlScope and its subclasses, DeferredCommands (src/interpreter/bytecode-generator.cc).
 */
import type * as acorn from 'acorn';
import { BytecodeLabel, type BytecodeLabels } from './bytecode-label.ts';
import type { BreakableBuilder, LoopBuilder } from './control-flow-builders.ts';
import { buildAsyncReturn, buildReturn } from './generator-functions.ts';
import type { ContextState, GeneratorState, HoleCheckMerge } from './generator-state.ts';

export type Command = 'break' | 'continue' | 'return' | 'asyncReturn' | 'rethrow';

/** Answers whether it carried the command out. */
type Execute = (command: Command, target: acorn.Node | undefined, position: number | undefined) => boolean;

export interface ControlScope {
  readonly outer: ControlScope | undefined;
  readonly context: ContextState | undefined;
  readonly execute: Execute;
}

export function perform(
  state: GeneratorState,
  command: Command,
  target: acorn.Node | undefined,
  position: number | undefined,
): void {
  for (let scope = state.control; scope !== undefined; scope = scope.outer) {
    if (scope.execute(command, target, position)) return;
  }
  throw new Error(`nothing executes ${command}`);
}

export function withControl<T>(state: GeneratorState, execute: Execute, visit: () => T): T {
  const outer = state.control;
  state.control = { outer, context: state.context, execute };
  const value = visit();
  state.control = outer;
  return value;
}

/** `outer` is the context of the scope that executes the command. */
function popContextTo(state: GeneratorState, context: ContextState | undefined): void {
  if (context !== undefined && state.context !== context) state.builder.emit('PopContext', context.register);
}

/** The function itself. */
export function withTopLevelControl(state: GeneratorState, visit: () => void): void {
  const execute: Execute = (command, _target, position) => {
    if (command === 'return') buildReturn(state, position);
    else if (command === 'asyncReturn') buildAsyncReturn(state, position);
    else if (command === 'rethrow') state.builder.emit('ReThrow');
    else return false;
    return true;
  };
  withControl(state, execute, visit);
}

export function withBreakable(
  state: GeneratorState,
  statement: acorn.Node,
  breakable: BreakableBuilder,
  merge: HoleCheckMerge,
  visit: () => void,
): void {
  const { context } = state;
  const execute: Execute = (command, target) => {
    if (target !== statement || command !== 'break') return false;
    merge.addCurrent();
    popContextTo(state, context);
    breakable.break();
    return true;
  };
  withControl(state, execute, visit);
}

export function withIteration(
  state: GeneratorState,
  statement: acorn.Node,
  loop: LoopBuilder,
  merge: HoleCheckMerge,
  visit: () => void,
): void {
  const { context } = state;
  const execute: Execute = (command, target) => {
    if (target !== statement || (command !== 'break' && command !== 'continue')) return false;
    if (command === 'continue') merge.addCurrent();
    popContextTo(state, context);
    if (command === 'break') loop.break();
    else loop.continue();
    return true;
  };
  withControl(state, execute, visit);
}

/** Exceptions come back into the function by its handler table. */
export function withTryCatch(state: GeneratorState, visit: () => void): void {
  const execute: Execute = (command) => {
    if (command !== 'rethrow') return false;
    state.builder.emit('ReThrow');
    return true;
  };
  withControl(state, execute, visit);
}

export function withTryFinally(
  state: GeneratorState,
  commands: DeferredCommands,
  leave: () => void,
  visit: () => void,
): void {
  const { context } = state;
  const execute: Execute = (command, target) => {
    popContextTo(state, context);
    commands.record(command, target);
    leave();
    return true;
  };
  withControl(state, execute, visit);
}

/** Derived constructors check what they return, after all finally blocks. */
export function withDerivedConstructor(
  state: GeneratorState,
  result: number,
  check: BytecodeLabels,
  visit: () => void,
): void {
  const { context } = state;
  const execute: Execute = (command, _target, position) => {
    if (command !== 'return') return false;
    popContextTo(state, context);
    state.builder.setStatementPosition(position);
    state.builder.storeRegister(result).jump(check.create());
    return true;
  };
  withControl(state, execute, visit);
}

interface Entry {
  readonly command: Command;
  readonly target: acorn.Node | undefined;
  readonly token: number;
}

/** V8: TryFinallyContinuationToken. */
export const rethrowToken = 0;
const fallthroughToken = -1;

/** The commands that led into a finally block; `token` says at run time which one it was. */
export class DeferredCommands {
  private readonly state: GeneratorState;
  private readonly token: number;
  private readonly result: number;
  private readonly message: number;
  private readonly entries: Entry[] = [{ command: 'rethrow', target: undefined, token: rethrowToken }];
  private fallthroughNeeded = false;

  constructor(state: GeneratorState, token: number, result: number, message: number) {
    this.state = state;
    this.token = token;
    this.result = result;
    this.message = message;
  }

  /** A value that comes along is in the accumulator. */
  record(command: Command, target: acorn.Node | undefined): void {
    const { builder } = this.state;
    const token = this.tokenFor(command, target);
    const hasValue = usesAccumulator(command);
    if (hasValue) builder.storeRegister(this.result);
    builder.loadLiteral(token).storeRegister(this.token);
    // The register is overwritten on every path, so that it does not keep anything alive.
    if (!hasValue) builder.storeRegister(this.result);
    if (command === 'rethrow') builder.emit('LdaTheHole').emit('SetPendingMessage').storeRegister(this.message);
  }

  recordFallThrough(): void {
    this.fallthroughNeeded = true;
    this.state.builder.loadLiteral(fallthroughToken).storeRegister(this.token).storeRegister(this.result);
  }

  /** After the finally block: goes on with the command that came in. */
  apply(): void {
    const { builder } = this.state;
    const fallThrough = new BytecodeLabel();
    const [first] = this.entries;
    if (this.entries.length === 1 && first !== undefined) {
      if (this.fallthroughNeeded) {
        builder.loadLiteral(first.token).compareReference(this.token).jumpIfFalse(true, fallThrough);
      }
      this.applyEntry(first);
    } else this.applyMany(fallThrough);
    if (this.fallthroughNeeded) builder.bind(fallThrough);
  }

  /** Without a way to fall through, the first entry needs no row: the table's default is it. */
  private applyMany(fallThrough: BytecodeLabel): void {
    const { builder } = this.state;
    const base = this.fallthroughNeeded ? 0 : 1;
    const size = this.entries.length - base;
    const [first, ...rest] = this.entries;
    if (first === undefined) return;
    if (size === 1) {
      const toLast = new BytecodeLabel();
      builder.loadLiteral(first.token).compareReference(this.token).jumpIfFalse(true, toLast);
      this.applyEntry(first);
      builder.bind(toLast);
      for (const entry of rest) this.applyEntry(entry);
      return;
    }
    const table = builder.newJumpTable(size, base);
    builder.loadRegister(this.token).switchOnSmi(table);
    if (this.fallthroughNeeded) {
      builder.jump(fallThrough);
      builder.bindTableEntry(table, first.token);
    }
    this.applyEntry(first);
    for (const entry of rest) {
      builder.bindTableEntry(table, entry.token);
      this.applyEntry(entry);
    }
  }

  private applyEntry({ command, target }: Entry): void {
    const { builder } = this.state;
    if (command === 'rethrow') builder.loadRegister(this.message).emit('SetPendingMessage');
    if (usesAccumulator(command)) builder.loadRegister(this.result);
    perform(this.state, command, target, undefined);
  }

  private tokenFor(command: Command, target: acorn.Node | undefined): number {
    if (command === 'rethrow') return rethrowToken;
    if (command === 'return' || command === 'asyncReturn') {
      const known = this.entries.find((entry) => entry.command === command);
      if (known !== undefined) return known.token;
    }
    const token = this.entries.length;
    this.entries.push({ command, target, token });
    return token;
  }
}

function usesAccumulator(command: Command): boolean {
  return command !== 'break' && command !== 'continue';
}
