/**
 * What all parts of scope analysis share: where the walk is, and how variables and references are made.
 * V8: Scope::DeclareVariable, NewTemporary, FinalizeBlockScope (src/ast/scopes.cc), FunctionState (src/parsing/parser-base.h).
 *
 * The order of declarations is V8's, because registers and context slots are numbered by it.
 */
import type * as acorn from 'acorn';
import type { FunctionKind } from './function-kind.ts';
import { isArrowKind, isClassConstructorKind, isDerivedConstructorKind } from './function-kind.ts';
import type { ModuleDescriptor } from './module-descriptor.ts';
import type { ParseFailure } from './parser.ts';
import {
  closureScopeOf,
  declarationScopeOf,
  receiverScopeOf,
  Scope,
  type ScopeType,
  Variable,
  type VariableKind,
  type VariableMode,
  VariableProxy,
} from './scopes.ts';

/** Where the walk is. */
export interface Analysis {
  readonly source: string;
  scope: Scope;
  functionState: FunctionState;
  /** The scope for methods of the object literal around, if that has any. */
  objectLiteralScope: Scope | undefined;
  readonly sloppyBlockFunctions: Map<Scope, acorn.FunctionDeclaration[]>;
  functionCount: number;
  error: ParseFailure | undefined;
  /** A check by the unit when all its declarations are known. */
  afterDeclarations: (() => void) | undefined;
  /** Modules only. */
  readonly moduleDescriptor: ModuleDescriptor | undefined;
}

/** V8: ParserBase::FunctionState. */
export interface FunctionState {
  suspendCount: number;
  expectedPropertyCount: number;
  containsFunctionOrEval: boolean;
  loopDepth: number;
}

export function newFunctionState(): FunctionState {
  return { suspendCount: 0, expectedPropertyCount: 0, containsFunctionOrEval: false, loopDepth: 0 };
}

export function newScope(outer: Scope, type: ScopeType, node: { readonly start: number; readonly end: number }): Scope {
  const scope = new Scope(type, outer, outer.isStrict, type === 'function' || type === 'eval');
  scope.start = node.start;
  scope.end = node.end;
  outer.inner.push(scope);
  return scope;
}

/** A scope for vars inside a function: bodies of functions with non-simple parameters, static blocks. */
export function newVarBlockScope(outer: Scope, node: { readonly start: number; readonly end: number }): Scope {
  const scope = new Scope('block', outer, outer.isStrict, true);
  scope.start = node.start;
  scope.end = node.end;
  outer.inner.push(scope);
  return scope;
}

export function newFunctionScope(
  analysis: Analysis,
  kind: FunctionKind,
  node: { readonly start: number; readonly end: number },
): Scope {
  const scope = newScope(analysis.scope, 'function', node);
  scope.functionKind = kind;
  analysis.functionState.containsFunctionOrEval = true;
  if (isArrowKind(kind)) return scope;
  scope.receiver = new Variable(
    scope,
    'this',
    isDerivedConstructorKind(kind) ? 'const' : 'var',
    'this',
    isDerivedConstructorKind(kind),
  );
  scope.newTarget = declareLocal(scope, '.new.target', 'const', 'normal', false);
  if (isClassConstructorKind(kind) || isConciseMethod(kind)) {
    scope.thisFunction = declareLocal(scope, '.this_function', 'const', 'normal', false);
  }
  return scope;
}

/** V8: IsConciseMethod or IsAccessorFunction, which are the functions that can use super. */
export function isConciseMethod(kind: FunctionKind): boolean {
  return (
    kind === 'method' ||
    kind === 'getter' ||
    kind === 'setter' ||
    kind === 'generatorMethod' ||
    kind === 'asyncMethod' ||
    kind === 'asyncGeneratorMethod' ||
    kind === 'classMembersInitializer' ||
    kind === 'classStaticInitializer'
  );
}

export function within<T>(analysis: Analysis, scope: Scope | undefined, walk: () => T): T {
  if (scope === undefined) return walk();
  const outer = analysis.scope;
  analysis.scope = scope;
  const result = walk();
  analysis.scope = outer;
  return result;
}

/** Drops a scope that declares nothing. V8: FinalizeBlockScope. */
export function finalizeBlockScope(scope: Scope): Scope | undefined {
  if (scope.variables.size > 0 || scope.sloppyEvalCanExtendVars) return scope;
  removeScope(scope);
  return undefined;
}

/** What is in the scope moves to the scope around. */
export function removeScope(scope: Scope): void {
  const outer = scope.outer;
  if (outer === undefined) return;
  const index = outer.inner.lastIndexOf(scope);
  if (index >= 0) outer.inner.splice(index, 1);
  for (const inner of scope.inner) {
    inner.outer = outer;
    outer.inner.push(inner);
  }
  for (const proxy of scope.unresolved) outer.unresolved.push(proxy);
  if (scope.innerScopeCallsEval) outer.innerScopeCallsEval = true;
}

/** V8: Scope::Declare. */
export function declareLocal(
  scope: Scope,
  name: string,
  mode: VariableMode,
  kind: VariableKind,
  needsInitialization: boolean,
): Variable {
  const existing = scope.variables.get(name);
  if (existing !== undefined) return existing;
  const variable = new Variable(scope, name, mode, kind, needsInitialization);
  scope.variables.set(name, variable);
  scope.locals.push(variable);
  return variable;
}

/** A variable that can only be found at run time. V8: Scope::NonLocal. */
export function declareNonLocal(scope: Scope, name: string, mode: VariableMode): Variable {
  const variable = new Variable(scope, name, mode, 'normal', false);
  variable.location = 'lookup';
  scope.variables.set(name, variable);
  return variable;
}

/** V8: Scope::DeclareVariable, without the conflicts, which the parser has reported. */
export function declareVariable(
  scope: Scope,
  name: string,
  mode: VariableMode,
  kind: VariableKind,
  needsInitialization: boolean,
): Variable {
  if (mode === 'var' && !scope.isDeclarationScope) {
    return declareVariable(declarationScopeOf(scope), name, mode, kind, needsInitialization);
  }
  const existing = scope.variables.get(name);
  if (existing !== undefined) {
    existing.maybeAssigned = true;
    return existing;
  }
  if (scope.type === 'eval' && !scope.isStrict && mode === 'var') {
    const variable = declareNonLocal(scope, name, 'dynamic');
    variable.isUsed = true;
    return variable;
  }
  return declareLocal(scope, name, mode, kind, needsInitialization);
}

/** A variable of the parser's own making, in the function around. */
export function newTemporary(scope: Scope, name: string): Variable {
  const closure = closureScopeOf(scope);
  const variable = new Variable(closure, name, 'temporary', 'normal', false);
  closure.locals.push(variable);
  return variable;
}

/** A reference that resolution will bind. */
export function newUnresolved(scope: Scope, name: string, position: number, isAssigned = false): VariableProxy {
  const proxy = new VariableProxy(name, position, isAssigned);
  scope.unresolved.push(proxy);
  return proxy;
}

/** A reference to a known variable, which needs no check. */
export function boundProxy(variable: Variable, position: number): VariableProxy {
  const proxy = new VariableProxy(variable.name, position, false);
  proxy.bindTo(variable);
  return proxy;
}

/**
 * A reference to `this`. It is bound at once, since nothing shadows it; from within an arrow function it moves the
 * receiver into the context.
 */
export function referenceToThis(analysis: Analysis, position: number): VariableProxy {
  const closure = closureScopeOf(analysis.scope);
  const receiverScope = receiverScopeOf(closure);
  const receiver = receiverScope.receiver;
  if (receiver === undefined) throw new Error('a receiver scope without receiver');
  const proxy = new VariableProxy('this', position, false);
  proxy.needsHoleCheck = receiver.needsInitialization;
  proxy.bindTo(receiver);
  const hasParameter = receiverScope.type === 'function' || receiverScope.type === 'module';
  if (closure !== receiverScope && hasParameter && !receiverScope.isAllocated) {
    receiver.forceContextAllocation = true;
  }
  return proxy;
}

/** A direct call of eval in this scope. V8: Scope::RecordEvalCall. */
export function recordEvalCall(analysis: Analysis): void {
  const scope = analysis.scope;
  analysis.functionState.containsFunctionOrEval = true;
  scope.callsEval = true;
  const declarationScope = declarationScopeOf(scope);
  if (!scope.isStrict) {
    declarationScope.callsEval = true;
    if (declarationScope.type !== 'script' && declarationScope.type !== 'eval') {
      declarationScope.sloppyEvalCanExtendVars = true;
    }
  }
  for (let current: Scope | undefined = scope; current !== undefined; current = current.outer) {
    if (current.isAllocated) break;
    current.innerScopeCallsEval = true;
  }
  // The eval code might use super.
  const home = homeObjectScopeOf(scope);
  if (home !== undefined && !home.isAllocated) home.needsHomeObject = true;
}

/** The scope that holds the home object for `super` here. V8: Scope::GetHomeObjectScope. */
export function homeObjectScopeOf(scope: Scope): Scope | undefined {
  const receiverScope = receiverScopeOf(scope);
  const kind = receiverScope.functionKind;
  if (receiverScope.type !== 'function') return undefined;
  return isConciseMethod(kind) || isClassConstructorKind(kind) ? receiverScope.outer : undefined;
}
