/** What code generation of one function carries along. V8: BytecodeGenerator's members, src/interpreter/bytecode-generator.h. */
import type * as acorn from 'acorn';
import type { FunctionLiteral } from '../parsing/ast.ts';
import {
  contextChainLength,
  contextChainLengthUntilOutermostSloppyEval,
  type Scope,
  type Variable,
  type VariableProxy,
} from '../parsing/scopes.ts';
import type { FeedbackSlotKind, HandlerEntry } from './bytecode-array.ts';
import { type JumpTable, type Label } from './assembly.ts';
import { CodeBuilder } from './code-builder.ts';
import { contextRegister, parameterRegister } from './registers.ts';
import { runtimeFunctionNames } from './runtime-functions.ts';
import type { SharedFunctionInfo } from './shared-function-info.ts';

/** What break, continue and return have to pass on their way out. */
export type Control =
  | {
      readonly kind: 'loop';
      readonly labels: readonly string[];
      readonly breakLabel: Label;
      readonly continueLabel: Label;
      readonly contextDepth: number;
      /** Of the ways through the body. */
      readonly merge: HoleCheckMerge;
    }
  | {
      readonly kind: 'block';
      readonly labels: readonly string[];
      readonly breakLabel: Label;
      readonly contextDepth: number;
      readonly isSwitch: boolean;
      /** Of the ways to the end. */
      readonly merge: HoleCheckMerge;
    }
  | { readonly kind: 'catch' }
  | {
      readonly kind: 'finally';
      readonly token: number;
      readonly result: number;
      readonly message: number;
      readonly entry: Label;
      /** By token. */
      readonly commands: Command[];
      readonly contextDepth: number;
    };

/** What happens after a finally block, by its number. */
export type Command =
  | { readonly kind: 'rethrow' | 'return' | 'asyncReturn' }
  | { readonly kind: 'break' | 'continue'; readonly target: Extract<Control, { kind: 'loop' | 'block' }> };

/** A loop around what is generated. V8: LoopScope. */
export interface LoopHeader {
  readonly header: Label;
  /** Where an inner loop that begins at the same place goes instead of jumping back. */
  readonly end: Label;
}

/** A for-in loop around what is generated. V8: BytecodeGenerator::ForInScope. */
export interface ForInLoop {
  readonly each: Variable;
  readonly index: number;
  readonly cacheType: number;
}

/** What is checked on all ways to a place. V8: HoleCheckElisionMergeScope. */
export class HoleCheckMerge {
  common: ReadonlySet<Variable> | undefined;

  add(checked: ReadonlySet<Variable>): void {
    this.common = new Set([...checked].filter((variable) => this.common?.has(variable) !== false));
  }
}

export class FunctionState {
  readonly shared: SharedFunctionInfo;
  readonly literal: FunctionLiteral;
  readonly builder: CodeBuilder;
  readonly parameterCount: number;
  scope: Scope;
  /** Registers that hold the contexts which PushContext replaced, outermost first. */
  readonly contexts: number[] = [];
  readonly controls: Control[] = [];
  generatorRegister = -1;
  /** Variables that cannot be the hole any more where code is being generated. V8: hole_check_bitmap_. */
  private holeChecked: Set<Variable> = new Set();
  /** Slots that several sites share. V8: FeedbackSlotCache. */
  private readonly sharedSlots = new Map<string, number>();
  /** The loops around what is being generated. */
  readonly loops: LoopHeader[] = [];
  readonly forInLoops: ForInLoop[] = [];
  /** What a handler around the code will do with an exception. */
  catchPrediction: HandlerEntry['prediction'] = 'uncaught';
  /** The stack of disposables of the innermost scope with `using`. */
  disposables = -1;
  suspendCount = 0;
  /** Of SwitchOnGeneratorState. */
  resumeTable: JumpTable | undefined;
  /** Derived constructors have one way out, where `this` stands in for undefined. */
  epilogue: { readonly label: Label; readonly result: number; readonly contextDepth: number } | undefined;
  /** Where an optional chain that meets undefined or null goes. */
  optionalChainEnd: Label | undefined;

  constructor(shared: SharedFunctionInfo) {
    this.shared = shared;
    this.literal = shared.literal;
    this.scope = shared.literal.scope;
    this.parameterCount = this.scope.parameters.length + 1;
    this.builder = new CodeBuilder(this.scope.stackSlotCount);
  }

  registerOf(variable: Variable): number {
    return variable.location === 'parameter'
      ? parameterRegister(variable.index + 1, this.parameterCount)
      : variable.index;
  }

  /** What `body` checks does not count behind it: it may not have run. V8: HoleCheckElisionScope. */
  conditionally(body: () => void): void {
    const before = this.holeChecked;
    this.holeChecked = new Set(before);
    body();
    this.holeChecked = before;
  }

  /** Of several ways, one of which is taken: what all of them check is checked. */
  inBranches(...branches: readonly (() => void)[]): void {
    const merge = new HoleCheckMerge();
    for (const branch of branches) this.branch(merge, branch);
    this.merge(merge);
  }

  /** One of the ways that meet at `merge`. */
  branch(merge: HoleCheckMerge, body: () => void): void {
    this.conditionally(() => {
      body();
      this.joins(merge);
    });
  }

  /** What is being generated goes to where the ways meet: a jump. */
  joins(merge: HoleCheckMerge): void {
    merge.add(this.holeChecked);
  }

  /** Here they meet. */
  merge(merge: HoleCheckMerge): void {
    this.holeChecked = new Set(merge.common ?? this.holeChecked);
  }

  /**
   * One slot for all sites of a kind that name the same property of the same variable. V8 knows variables by their index
   * here, which is -1 for all globals.
   */
  sharedSlot(kind: FeedbackSlotKind, of: acorn.Node | undefined, name: string): number {
    const variable = variableOf(of);
    if (of !== undefined && variable === undefined) return this.builder.slot(kind);
    const index = variable === undefined ? '' : variable.location === 'unallocated' ? -1 : variable.index;
    const key = `${kind} ${index} ${name}`;
    const known = this.sharedSlots.get(key);
    if (known !== undefined) return known;
    const slot = this.builder.slot(kind);
    this.sharedSlots.set(key, slot);
    return slot;
  }

  /** For comparisons that nobody optimises. V8: GetDummyCompareICSlot. */
  dummyCompareSlot(): number {
    return this.sharedSlot('CompareOp', undefined, '');
  }

  contextDepthOf(variable: Variable): number {
    return contextChainLength(this.scope, variable.scope);
  }

  /** Into the accumulator. */
  loadVariable(proxy: VariableProxy, inTypeof = false): void {
    const { variable } = proxy;
    const builder = this.builder;
    switch (variable.location) {
      case 'local':
      case 'parameter':
        builder.emit('Ldar', this.registerOf(variable));
        break;
      case 'context':
        // V8 keeps track of variables that cannot change in registers, checks included.
        if (!variable.maybeAssigned && builder.holdsVariable(variable)) return;
        this.loadContextVariable(variable);
        if (proxy.needsHoleCheck) this.throwIfHole(variable);
        if (!variable.maybeAssigned) builder.setVariable(variable);
        return;
      case 'module':
        builder.emit('LdaModuleVariable', variable.index, this.contextDepthOf(variable));
        break;
      case 'unallocated':
        // The global of that name cannot be changed.
        if (variable.name === 'undefined') {
          builder.emit('LdaUndefined');
          return;
        }
        builder.emit(
          inTypeof ? 'LdaGlobalInsideTypeof' : 'LdaGlobal',
          builder.constant(variable.name),
          this.sharedSlot(inTypeof ? 'LoadGlobalInsideTypeof' : 'LoadGlobalNotInsideTypeof', undefined, variable.name),
        );
        return;
      case 'lookup':
        this.loadDynamic(variable, inTypeof);
        return;
    }
    if (proxy.needsHoleCheck) this.throwIfHole(variable);
  }

  /** The value is in the accumulator. */
  private throwIfHole(variable: Variable): void {
    if (this.holeChecked.has(variable)) return;
    this.holeChecked.add(variable);
    if (variable.isThis) this.builder.emit('ThrowSuperNotCalledIfHole');
    else this.builder.emit('ThrowReferenceErrorIfHole', this.builder.constant(variable.name));
  }

  private loadContextVariable(variable: Variable, isMutable = variable.maybeAssigned): void {
    const { register, depth } = this.contextOf(variable);
    const kind = isMutable ? (variable.isScriptContextVariable ? 'script' : 'mutable') : 'immutable';
    if (register === contextRegister && depth === 0) this.builder.emit(currentContextLoads[kind], variable.index);
    else this.builder.emit(contextLoads[kind], register, variable.index, depth);
  }

  /** A register with the variable's context, or one from which it is `depth` contexts out. V8: ContextScope::Previous. */
  contextOf(variable: Variable): { register: number; depth: number } {
    const depth = this.contextDepthOf(variable);
    const register = depth === 0 ? undefined : this.contexts[this.contexts.length - depth];
    return register === undefined ? { register: contextRegister, depth } : { register, depth: 0 };
  }

  /** A variable that nothing can have left uninitialised. */
  loadContextSlot(variable: Variable): void {
    if (!variable.maybeAssigned && this.builder.holdsVariable(variable)) return;
    this.loadContextVariable(variable);
    if (!variable.maybeAssigned) this.builder.setVariable(variable);
  }

  private loadDynamic(variable: Variable, inTypeof: boolean): void {
    const builder = this.builder;
    const name = builder.constant(variable.name);
    if (variable.mode === 'dynamicLocal' && variable.localIfNotShadowed?.location === 'context') {
      const local = variable.localIfNotShadowed;
      const depth = contextChainLength(this.scope, local.scope);
      builder.emit(inTypeof ? 'LdaLookupContextSlotInsideTypeof' : 'LdaLookupContextSlot', name, local.index, depth);
      return;
    }
    if (variable.mode === 'dynamicGlobal') {
      const depth = contextChainLengthUntilOutermostSloppyEval(this.scope);
      const slot = builder.slot(inTypeof ? 'LoadGlobalInsideTypeof' : 'LoadGlobalNotInsideTypeof');
      builder.emit(inTypeof ? 'LdaLookupGlobalSlotInsideTypeof' : 'LdaLookupGlobalSlot', name, slot, depth);
      return;
    }
    builder.emit(inTypeof ? 'LdaLookupSlotInsideTypeof' : 'LdaLookupSlot', name);
  }

  /** From the accumulator. `isInitialization`: let, const and class get their first value. */
  storeVariable(proxy: VariableProxy, isInitialization: boolean): void {
    const { variable } = proxy;
    const builder = this.builder;
    if (variable.location === 'unallocated') {
      builder.emit(
        'StaGlobal',
        builder.constant(variable.name),
        this.sharedSlot(this.scope.isStrict ? 'StoreGlobalStrict' : 'StoreGlobalSloppy', undefined, variable.name),
      );
      return;
    }
    if (variable.location === 'lookup') {
      builder.emit('StaLookupSlot', builder.constant(variable.name), this.scope.isStrict ? 1 : 0);
      return;
    }
    if (variable.isThis) this.checkBeforeStore(proxy);
    else if (isInitialization) {
      if (variable.hasHoleCheckUseInSameClosure) this.holeChecked.add(variable);
    } else {
      if (proxy.needsHoleCheck) this.checkBeforeStore(proxy);
      if (variable.mode === 'const') {
        // A function expression's own name is silently kept in sloppy code.
        if (variable.kind === 'sloppyFunctionName' && !this.scope.isStrict) return;
        const error =
          variable.isUsing && variable.location === 'local' ? 'ThrowUsingAssignError' : 'ThrowConstAssignError';
        builder.emit('CallRuntime', this.runtimeId(error), 0, 0);
        return;
      }
    }
    this.storeUnchecked(variable);
  }

  private checkBeforeStore(proxy: VariableProxy): void {
    const builder = this.builder;
    if (!proxy.variable.isThis && this.holeChecked.has(proxy.variable)) return;
    const mark = builder.mark;
    const value = builder.newRegister();
    builder.emit('Star', value);
    const { variable } = proxy;
    if (variable.location === 'context') this.loadContextVariable(variable, true);
    else if (variable.location === 'module')
      builder.emit('LdaModuleVariable', variable.index, this.contextDepthOf(variable));
    else builder.emit('Ldar', this.registerOf(variable));
    if (variable.isThis) {
      builder.emit('ThrowSuperAlreadyCalledIfNotHole');
      this.holeChecked.add(variable);
    }
    if (!variable.isThis) this.throwIfHole(variable);
    builder.emit('Ldar', value);
    builder.release(mark);
  }

  storeUnchecked(variable: Variable): void {
    if (variable.location === 'local' || variable.location === 'parameter') {
      this.builder.emit('Star', this.registerOf(variable));
      return;
    }
    if (variable.location === 'module') {
      this.builder.emit('StaModuleVariable', variable.index, this.contextDepthOf(variable));
      return;
    }
    if (variable.location !== 'context') return;
    const { register, depth } = this.contextOf(variable);
    const isScript = variable.isScriptContextVariable;
    if (register === contextRegister && depth === 0)
      this.builder.emit(isScript ? 'StaCurrentScriptContextSlot' : 'StaCurrentContextSlot', variable.index);
    else this.builder.emit(isScript ? 'StaScriptContextSlot' : 'StaContextSlot', register, variable.index, depth);
  }

  runtimeId(name: string): number {
    const id = runtimeFunctionNames.indexOf(name as (typeof runtimeFunctionNames)[number]);
    return id >= 0 ? id : -1 - this.builder.constant(name);
  }

  /** A new register that holds the accumulator. */
  toRegister(): number {
    const register = this.builder.newRegister();
    this.builder.emit('Star', register);
    return register;
  }

  pushContext(register = this.builder.newRegister()): void {
    this.builder.emit('PushContext', register);
    this.contexts.push(register);
  }

  popContext(): void {
    this.builder.emit('PopContext', this.contexts.pop()!);
  }

  /** On the way out of blocks: makes the context of an outer depth current, without leaving it for the code that follows. */
  restoreContext(depth: number): void {
    if (this.contexts.length > depth) this.builder.emit('PopContext', this.contexts[depth]!);
  }

  /** Runs `body` inside a scope; its context is pushed where it needs one. */
  inScope(scope: Scope | undefined, body: () => void): void {
    if (scope === undefined) {
      body();
      return;
    }
    const outer = this.scope;
    this.scope = scope;
    if (scope.needsContext) {
      this.builder.emit('CreateBlockContext', this.builder.constant(scope.scopeInfo!));
      this.pushContext();
    }
    body();
    if (scope.needsContext) this.popContext();
    this.scope = outer;
  }
}

/** Of a name, parentheses around it included. */
function variableOf(node: acorn.Node | undefined): Variable | undefined {
  let inner = node as acorn.Expression | undefined;
  while (inner?.type === 'ParenthesizedExpression') inner = inner.expression;
  return inner?.type === 'Identifier' ? inner.proxy?.variable : undefined;
}

/** V8: BytecodeArrayBuilder::LoadContextSlot. */
const currentContextLoads = {
  immutable: 'LdaImmutableCurrentContextSlot',
  mutable: 'LdaCurrentContextSlot',
  script: 'LdaCurrentScriptContextSlot',
} as const;
const contextLoads = {
  immutable: 'LdaImmutableContextSlot',
  mutable: 'LdaContextSlot',
  script: 'LdaScriptContextSlot',
} as const;
