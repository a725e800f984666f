/**
 * Scopes, variables and references as scope analysis leaves them: the shape that the bytecode generator reads.
 * Behaviour is next door: scope-analysis.ts declares, scope-resolution.ts resolves, scope-allocation.ts allocates.
 *
 * V8: src/ast/scopes.h, src/ast/variables.h, VariableProxy in src/ast/ast.h.
 * Simplified: one class for all scopes; scopes of running code are kept whole for eval instead of being deserialised.
 */
import type { ScopeInfo } from './scope-info.ts';
import type { FunctionKind } from './function-kind.ts';
import { isArrowKind } from './function-kind.ts';
import type { FunctionLiteral } from './ast.ts';
import type { FunctionDeclaration } from 'acorn';

export type ScopeType = 'script' | 'function' | 'block' | 'catch' | 'with' | 'eval' | 'class' | 'module';

/**
 * `dynamic*` variables are what a lookup ends at when the name can only be found at run time:
 * dynamic = with or eval code: LdaLookupSlot; dynamicLocal = probably `localIfNotShadowed`, unless a sloppy eval declared
 * the name: LdaLookupContextSlot; dynamicGlobal = a global, unless a sloppy eval declared it: LdaLookupGlobalSlot.
 */
export type VariableMode =
  | 'let'
  | 'const'
  | 'var'
  | 'temporary'
  | 'dynamic'
  | 'dynamicGlobal'
  | 'dynamicLocal'
  | 'privateMethod'
  | 'privateGetter'
  | 'privateSetter'
  | 'privateGetterAndSetter';

export type VariableKind = 'normal' | 'parameter' | 'this' | 'sloppyBlockFunction' | 'sloppyFunctionName';

/** `unallocated` after allocation means: a global (property of the global object), or never used. */
export type VariableLocation = 'unallocated' | 'parameter' | 'local' | 'context' | 'lookup' | 'module';

export class Variable {
  readonly name: string;
  /** The scope that declares it; for `dynamic*` the scope where the static search stopped. */
  readonly scope: Scope;
  mode: VariableMode;
  readonly kind: VariableKind;
  /** True for bindings that start as the hole: let, const, class, derived constructors' `this`, non-simple parameters. */
  needsInitialization: boolean;
  /** False: nothing assigns it after its initialisation, so context loads are the immutable ones. */
  maybeAssigned: boolean;
  isUsed = false;
  forceContextAllocation = false;
  location: VariableLocation = 'unallocated';
  /** parameter: index without the receiver, which is -1; local: register; context: slot; module: number of the cell. */
  index = -1;
  /** Source offset after which, in the same closure, the variable is initialised. */
  initializerPosition = -1;
  /** For dynamicLocal. */
  localIfNotShadowed: Variable | undefined = undefined;
  /** Some use in this closure needs a check, so the register has to be filled with the hole at entry of the scope. */
  hasHoleCheckUseInSameClosure = false;
  /** Some use in another closure needs a check. */
  hasHoleCheckUseInOtherClosure = false;
  /** Static private names. */
  isStatic = false;
  /** Declared by `using` or `await using`: a constant for everything but the words of its error. */
  isUsing = false;

  constructor(scope: Scope, name: string, mode: VariableMode, kind: VariableKind, needsInitialization: boolean) {
    this.scope = scope;
    this.name = name;
    this.mode = mode;
    this.kind = kind;
    this.needsInitialization = needsInitialization;
    this.maybeAssigned = false;
  }

  get isThis(): boolean {
    return this.kind === 'this';
  }

  get isDynamic(): boolean {
    return this.mode === 'dynamic' || this.mode === 'dynamicGlobal' || this.mode === 'dynamicLocal';
  }

  /** Of another module: whether it is initialised only that module knows. */
  get isImport(): boolean {
    return this.location === 'module' && this.index < 0;
  }

  get isLexical(): boolean {
    return this.mode === 'let' || this.mode === 'const';
  }

  /** A property of the global object: LdaGlobal, StaGlobal. */
  get isGlobalObjectProperty(): boolean {
    return !this.isThis && (this.isDynamic || this.mode === 'var') && this.scope.type === 'script';
  }

  /** A let, const or class of a script: LdaScriptContextSlot and friends when reached through a context chain. */
  get isScriptContextVariable(): boolean {
    return this.location === 'context' && this.scope.type === 'script';
  }

  /** V8: IsHoleInitializationForced / binding_needs_init: the generator stores the hole at scope entry when this is true. */
  get needsHoleInitialization(): boolean {
    return (
      this.needsInitialization &&
      (this.location === 'context' ||
        this.location === 'module' ||
        this.hasHoleCheckUseInSameClosure ||
        this.hasHoleCheckUseInOtherClosure)
    );
  }
}

/** One reference to a name, attached to its AST node as `proxy`. */
export class VariableProxy {
  readonly name: string;
  /** Source offset of the reference. */
  readonly position: number;
  /** The reference is (also) the target of an assignment that is not its initialisation. */
  isAssigned: boolean;
  isPrivateName = false;
  /** ThrowReferenceErrorIfHole (ThrowSuperNotCalledIfHole for `this`) has to be emitted, unless the generator knows better. */
  needsHoleCheck = false;
  #variable: Variable | undefined = undefined;

  constructor(name: string, position: number, isAssigned: boolean) {
    this.name = name;
    this.position = position;
    this.isAssigned = isAssigned;
  }

  get isResolved(): boolean {
    return this.#variable !== undefined;
  }

  get variable(): Variable {
    if (this.#variable === undefined) throw new Error(`unresolved reference to ${this.name}`);
    return this.#variable;
  }

  bindTo(variable: Variable): void {
    this.#variable = variable;
    variable.isUsed = true;
    if (this.isAssigned) variable.maybeAssigned = true;
  }
}

/** What a scope declares, in V8's order: it decides the order of hoisted functions and of DeclareGlobals. */
export type ScopeDeclaration =
  | {
      readonly kind: 'variable';
      readonly variable: Variable;
      readonly isNested: boolean;
      /** Annex B: hoisted out of a block where nothing is in the way. */
      readonly isHoistedFunction?: true;
    }
  | {
      readonly kind: 'function';
      readonly variable: Variable;
      readonly literal: FunctionLiteral;
      readonly node: FunctionDeclaration;
    };

export class Scope {
  readonly type: ScopeType;
  outer: Scope | undefined;
  /** In order of creation. V8 walks them from the last to the first, and so registers are numbered that way. */
  inner: Scope[] = [];
  isStrict: boolean;
  start = -1;
  end = -1;
  /** Of a loop's head: its names have copies in the body that are meant there. V8: is_hidden. */
  isHidden = false;
  /** Around a debugger's expression: names of variables that are no longer there. V8: the blocklist of DebugEvaluateContext. */
  unavailable: ReadonlySet<string> | undefined = undefined;
  /** The function whose own scope it is, once that is complete. */
  literal: FunctionLiteral | undefined = undefined;

  /** Where vars go: script, eval, function, module scopes and the body block of functions with non-simple parameters. */
  readonly isDeclarationScope: boolean;
  /** For function, script and eval scopes (and 'normal' elsewhere). */
  functionKind: FunctionKind = 'normal';

  /** By name; temporaries are only in `locals`. Also holds the dynamic variables that lookups left here. */
  readonly variables = new Map<string, Variable>();
  /** In order of declaration. */
  readonly locals: Variable[] = [];
  readonly declarations: ScopeDeclaration[] = [];
  /** References that appear directly in this scope; emptied by resolution. */
  unresolved: VariableProxy[] = [];
  /** Class scopes: uses of #names, until the class that declares them is found. */
  unresolvedPrivateNames: VariableProxy[] = [];

  /** Function scopes: by position; temporaries where parameters are not simple; without the rest parameter. */
  readonly parameters: Variable[] = [];
  /** The rest parameter's variable (V8 keeps it apart from the others: it is a local). */
  restParameter: Variable | undefined = undefined;
  hasSimpleParameters = true;
  hasArgumentsParameter = false;
  /** `this`, in scopes that have their own. In scripts it stays 'unallocated': V8 loads it with LdaGlobal [this]. */
  receiver: Variable | undefined = undefined;
  /** Undefined if unused, after allocation. The same holds for the next four. */
  newTarget: Variable | undefined = undefined;
  argumentsVariable: Variable | undefined = undefined;
  /** A named function expression's own name. */
  functionVariable: Variable | undefined = undefined;
  /** The active function: for super calls. */
  thisFunction: Variable | undefined = undefined;
  generatorObject: Variable | undefined = undefined;
  /** The completion value of a script or eval. */
  resultVariable: Variable | undefined = undefined;

  /** Class scopes: the class's own name. */
  classVariable: Variable | undefined = undefined;
  /** Static private methods are used, which check the receiver against the class. */
  needsClassVariable = false;
  brand: Variable | undefined = undefined;
  /** Class scopes and object literal scopes. */
  homeObject: Variable | undefined = undefined;
  staticHomeObject: Variable | undefined = undefined;
  needsHomeObject = false;
  /** Function scopes: static methods and static initialisers, whose super is the class's. */
  isStaticMember = false;
  /** References to the home object, bound when it is declared at the end of the class or literal. */
  homeObjectReferences: { readonly proxy: VariableProxy; readonly isStatic: boolean }[] = [];
  /** While the heritage of this class is analysed, its private names are not visible. */
  isParsingHeritage = false;
  /** The outermost scope in a class heritage: private names skip the class. */
  privateNamesSkipOuterClass = false;
  readonly privateNames = new Map<string, Variable>();

  /** This scope's own code calls eval directly. */
  callsEval = false;
  /** A sloppy direct eval can declare vars here at run time. */
  sloppyEvalCanExtendVars = false;
  /** This scope or one inside calls eval. */
  innerScopeCallsEval = false;
  /** switch bodies: initialisation can be jumped over. */
  isNonlinear = false;

  /** Declaration scopes: how many registers locals take (r0 … r(n-1)). */
  stackSlotCount = 0;
  /** Context length including the header, 0 if the scope needs no context. */
  contextSlotCount = 0;
  isAllocated = false;
  /** Set by allocation where needsContext, and for the outermost scope of each function. */
  scopeInfo: ScopeInfo | undefined = undefined;

  constructor(type: ScopeType, outer: Scope | undefined, isStrict: boolean, isDeclarationScope: boolean) {
    this.type = type;
    this.outer = outer;
    this.isStrict = isStrict;
    this.isDeclarationScope = isDeclarationScope;
  }

  get needsContext(): boolean {
    return this.contextSlotCount > 0;
  }

  /** Contexts with an extension slot: with, and functions (blocks) that a sloppy eval can extend. */
  get hasExtensionSlot(): boolean {
    return this.type === 'with' || this.sloppyEvalCanExtendVars;
  }

  get firstContextSlot(): number {
    // A module's context has the module itself in that slot; that of a script has room for an extension, which it never gets.
    return this.hasExtensionSlot || this.type === 'module' || this.type === 'script' ? 3 : 2;
  }

  get isArrow(): boolean {
    return this.type === 'function' && isArrowKind(this.functionKind);
  }
}

/** The nearest scope that vars are declared in. V8: GetDeclarationScope. */
export function declarationScopeOf(scope: Scope): Scope {
  let current = scope;
  while (!current.isDeclarationScope) current = outerOf(current);
  return current;
}

/** The nearest scope that is code of its own: function, script, eval, module. V8: GetClosureScope. */
export function closureScopeOf(scope: Scope): Scope {
  let current = scope;
  while (!current.isDeclarationScope || current.type === 'block') current = outerOf(current);
  return current;
}

/** The nearest scope with a `this` of its own. V8: GetReceiverScope. */
export function receiverScopeOf(scope: Scope): Scope {
  let current = scope;
  while (!isReceiverScope(current)) current = outerOf(current);
  return current;
}

export function isReceiverScope(scope: Scope): boolean {
  return scope.type === 'script' || scope.type === 'module' || (scope.type === 'function' && !scope.isArrow);
}

/** How many contexts lie between the code in `from` and the context of `to`. V8: ContextChainLength. */
export function contextChainLength(from: Scope, to: Scope): number {
  let length = 0;
  for (let scope = from; scope !== to; scope = outerOf(scope)) {
    if (scope.needsContext) length += 1;
  }
  return length;
}

/** Contexts up to the outermost scope that a sloppy eval could extend. V8: ContextChainLengthUntilOutermostSloppyEval. */
export function contextChainLengthUntilOutermostSloppyEval(from: Scope): number {
  let result = 0;
  let length = 0;
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer) {
    if (!scope.needsContext) continue;
    length += 1;
    if (scope.sloppyEvalCanExtendVars) result = length;
  }
  return result;
}

function outerOf(scope: Scope): Scope {
  if (scope.outer === undefined) throw new Error('a scope chain without an outermost declaration scope');
  return scope.outer;
}
