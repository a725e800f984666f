/**
 * What the generation of one function's bytecode carries along, and the scoped changes to it: registers, contexts, what
 * the result of an expression is for, and which variables are known to be initialised.
 * V8: the members and scope classes of BytecodeGenerator (src/interpreter/bytecode-generator.h, .cc).
 */
import type * as acorn from 'acorn';
import type { FunctionLiteral } from '../parsing/ast.ts';
import { contextChainLength, type Scope, type Variable } from '../parsing/scopes.ts';
import type { HandlerEntry } from './bytecode-array.ts';
import type { SourceInfo } from './bytecode-array-writer.ts';
import { BytecodeArrayBuilder } from './bytecode-array-builder.ts';
import type { BytecodeJumpTable, BytecodeLabel, BytecodeLabels } from './bytecode-label.ts';
import type { BytecodeRegisterAllocator } from './bytecode-register-allocator.ts';
import type { TypeHint } from './bytecode-register-optimizer.ts';
import { ExpressionShapes } from './expression-shapes.ts';
import { FeedbackVectorSpec } from './feedback-vector-spec.ts';
import type { ControlScope } from './generator-control.ts';
import type { LoopBuilder } from './control-flow-builders.ts';
import { contextRegister } from './registers.ts';
import type { FunctionKind } from '../parsing/function-kind.ts';
import type { SharedFunctionInfo } from './shared-function-info.ts';

/** A context that code of this function runs in; the register that holds it changes when an inner one is pushed. */
export interface ContextState {
  readonly scope: Scope;
  readonly outer: ContextState | undefined;
  readonly depth: number;
  register: number;
}

export type Fallthrough = 'then' | 'else' | 'none';

/** What the expression that is visited is evaluated for. V8: ExpressionResultScope. */
export interface ResultState {
  readonly kind: 'effect' | 'value' | 'test';
  typeHint: TypeHint;
  thenLabels: BytecodeLabels | undefined;
  elseLabels: BytecodeLabels | undefined;
  fallthrough: Fallthrough;
  /** The jumps are written already. */
  isConsumed: boolean;
}

/** A for-in whose loop variable has not been assigned by the body: object[key] can use the enum cache. */
export interface ForInState {
  readonly each: Variable | undefined;
  readonly indexRegister: number;
  readonly cacheTypeRegister: number;
  readonly outer: ForInState | undefined;
}

/** How many variables can be remembered as checked. V8: Variable::kHoleCheckBitmapBits. */
const holeCheckBits = 64;
const allChecked = (1n << BigInt(holeCheckBits)) - 1n;

export class GeneratorState {
  readonly shared: SharedFunctionInfo;
  readonly literal: FunctionLiteral;
  readonly source: string;
  readonly shapes: ExpressionShapes;
  readonly feedback = new FeedbackVectorSpec();
  readonly builder: BytecodeArrayBuilder;
  readonly allocator: BytecodeRegisterAllocator;
  scope: Scope;
  context: ContextState | undefined;
  control: ControlScope | undefined;
  result: ResultState | undefined;
  /** Where an optional chain that meets undefined or null goes. */
  optionalChainLabels: BytecodeLabels | undefined;
  prediction: HandlerEntry['prediction'] = 'uncaught';
  loopDepth = 0;
  loop: LoopBuilder | undefined;
  forIn: ForInState | undefined;
  incomingNewTargetOrGenerator: number | undefined;
  generatorTable: BytecodeJumpTable | undefined;
  suspendCount = 0;
  /** Bit n: the variable with number n has been checked on every path to here. */
  holeChecks = 0n;
  private readonly holeCheckNumbers = new Map<Variable, bigint>();

  constructor(shared: SharedFunctionInfo) {
    this.shared = shared;
    this.literal = shared.literal;
    this.source = shared.script.source;
    this.scope = shared.literal.scope;
    this.shapes = new ExpressionShapes(this.source);
    this.builder = new BytecodeArrayBuilder(
      this.scope.type === 'function' ? this.scope.parameters.length + 1 : 1,
      this.scope.stackSlotCount,
      this.feedback,
    );
    this.allocator = this.builder.allocator;
  }

  get kind(): FunctionKind {
    return this.literal.kind;
  }

  get closureScope(): Scope {
    return this.literal.scope;
  }

  get isStrict(): boolean {
    return this.scope.isStrict;
  }

  get generatorObject(): number {
    const register = this.incomingNewTargetOrGenerator;
    if (register === undefined) throw new Error('this function has no generator object');
    return register;
  }

  get currentContext(): ContextState {
    if (this.context === undefined) throw new Error('no context yet');
    return this.context;
  }

  get currentResult(): ResultState {
    if (this.result === undefined) throw new Error('no expression is being visited');
    return this.result;
  }

  get isEffect(): boolean {
    return this.result?.kind === 'effect';
  }

  /** Registers that are allocated inside are free again afterwards. */
  withRegisters<T>(visit: () => T): T {
    const first = this.allocator.nextRegister;
    const value = visit();
    this.allocator.releaseFrom(first);
    return value;
  }

  withScope<T>(scope: Scope | undefined, visit: () => T): T {
    if (scope === undefined) return visit();
    const outer = this.scope;
    this.scope = scope;
    const value = visit();
    this.scope = outer;
    return value;
  }

  /** The new context is in the accumulator. */
  enterContext(scope: Scope, savedRegister?: number): void {
    const outer = this.context;
    if (outer !== undefined) {
      const register = savedRegister ?? this.allocator.newRegister();
      outer.register = register;
      this.builder.emit('PushContext', register);
    }
    this.context = { scope, outer, depth: outer === undefined ? 0 : outer.depth + 1, register: contextRegister };
  }

  leaveContext(): void {
    const { outer } = this.currentContext;
    if (outer !== undefined) {
      this.builder.emit('PopContext', outer.register);
      outer.register = contextRegister;
    }
    this.context = outer;
  }

  withContext<T>(scope: Scope, visit: () => T): T {
    this.enterContext(scope);
    const value = visit();
    this.leaveContext();
    return value;
  }

  contextDepth(scope: Scope): number {
    return contextChainLength(this.currentContext.scope, scope);
  }

  /** The context `depth` levels out, if a register of this frame holds it. */
  contextAt(depth: number): ContextState | undefined {
    const { context } = this;
    if (context === undefined || depth > context.depth) return undefined;
    let current: ContextState | undefined = context;
    for (let i = depth; i > 0; i -= 1) current = current?.outer;
    return current;
  }

  withResult<T>(kind: ResultState['kind'], visit: (result: ResultState) => T): T {
    const outer = this.result;
    const result: ResultState = {
      kind,
      typeHint: 'any',
      thenLabels: undefined,
      elseLabels: undefined,
      fallthrough: 'none',
      isConsumed: false,
    };
    this.result = result;
    const value = this.withRegisters(() => visit(result));
    this.result = outer;
    return value;
  }

  setResultHint(hint: TypeHint): void {
    if (this.result !== undefined) this.result.typeHint = hint;
  }

  // Hole checks

  needsHoleCheck(variable: Variable, required: boolean): boolean {
    if (!required) return false;
    const bit = this.holeCheckNumbers.get(variable);
    return bit === undefined || (this.holeChecks & bit) === 0n;
  }

  rememberHoleCheck(variable: Variable): void {
    let bit = this.holeCheckNumbers.get(variable);
    if (bit === undefined) {
      if (this.holeCheckNumbers.size >= holeCheckBits - 1) return;
      bit = 1n << BigInt(this.holeCheckNumbers.size);
      this.holeCheckNumbers.set(variable, bit);
    }
    this.holeChecks |= bit;
  }

  /** Code that may not run: what it checks is not known afterwards. V8: HoleCheckElisionScope. */
  withHoleChecks<T>(visit: () => T): T {
    const before = this.holeChecks;
    const value = visit();
    this.holeChecks = before;
    return value;
  }

  newMerge(): HoleCheckMerge {
    return new HoleCheckMerge(this);
  }

  popPosition(start: number): SourceInfo | undefined {
    return this.builder.popPositionFrom(start);
  }
}

/** Branches that meet again: afterwards, what all of them checked is known. V8: HoleCheckElisionMergeScope. */
export class HoleCheckMerge {
  private readonly state: GeneratorState;
  private value = allChecked;

  constructor(state: GeneratorState) {
    this.state = state;
  }

  branch<T>(visit: () => T): T {
    const before = this.state.holeChecks;
    const value = visit();
    this.addCurrent();
    this.state.holeChecks = before;
    return value;
  }

  addCurrent(): void {
    this.value &= this.state.holeChecks;
  }

  merge(): void {
    this.state.holeChecks = this.value;
  }
}

export type BreakTarget = acorn.Statement;
export type { BytecodeLabel };
