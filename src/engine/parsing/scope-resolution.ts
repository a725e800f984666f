/**
 * Binds every reference to a variable, and decides which references have to check for the hole.
 * V8: Scope::ResolveVariablesRecursively, Scope::Lookup, UpdateNeedsHoleCheck (src/ast/scopes.cc).
 */
import { closureScopeOf, type Scope, Variable, type VariableProxy } from './scopes.ts';
import { declareNonLocal } from './analysis.ts';

export function resolveVariables(scope: Scope): void {
  for (const proxy of scope.unresolved) {
    const variable = lookup(proxy, scope, false);
    updateNeedsHoleCheck(variable, proxy, scope);
    proxy.bindTo(variable);
  }
  scope.unresolved = [];
  for (let index = scope.inner.length - 1; index >= 0; index -= 1) {
    const inner = scope.inner[index];
    if (inner !== undefined) resolveVariables(inner);
  }
}

function lookup(proxy: VariableProxy, from: Scope, crossedFunction: boolean): Variable {
  let scope = from;
  let forceContextAllocation = crossedFunction;
  for (;;) {
    const variable = scope.isAllocated ? lookupInRunningScope(scope, proxy.name) : scope.variables.get(proxy.name);
    if (variable !== undefined && !(scope.type === 'eval' && variable.mode === 'dynamic')) {
      if (forceContextAllocation && !variable.isDynamic && !scope.isAllocated) {
        variable.isUsed = true;
        variable.forceContextAllocation = true;
      }
      return variable;
    }
    if (scope.outer === undefined) break;
    if (scope.type === 'with') return lookupThroughWith(proxy, scope, scope.outer, forceContextAllocation);
    if (scope.sloppyEvalCanExtendVars) return lookupThroughEval(proxy, scope, scope.outer, forceContextAllocation);
    forceContextAllocation ||= scope.type === 'function';
    scope = scope.outer;
  }
  const global = new Variable(scope, proxy.name, 'dynamicGlobal', 'normal', false);
  scope.variables.set(proxy.name, global);
  return global;
}

/** Scopes of code that runs already (around eval code) only offer what is in their contexts, and globals. */
function lookupInRunningScope(scope: Scope, name: string): Variable | undefined {
  const variable = scope.variables.get(name);
  if (variable === undefined) return undefined;
  if (variable.location === 'context' || variable.location === 'module' || variable.isGlobalObjectProperty)
    return variable;
  const isKnown = variable.isDynamic && scope.functionVariable?.name === name;
  return isKnown || scope.unavailable?.has(name) === true ? variable : undefined;
}

/** The name may be a property of the object. */
function lookupThroughWith(proxy: VariableProxy, scope: Scope, outer: Scope, crossedFunction: boolean): Variable {
  const variable = lookup(proxy, outer, crossedFunction);
  if (!variable.isDynamic && variable.location === 'unallocated' && !variable.scope.isAllocated) {
    variable.isUsed = true;
    variable.forceContextAllocation = true;
    if (proxy.isAssigned) variable.maybeAssigned = true;
  }
  return nonLocal(scope, proxy.name, 'dynamic');
}

/** A sloppy eval may have declared the name here. */
function lookupThroughEval(proxy: VariableProxy, scope: Scope, outer: Scope, crossedFunction: boolean): Variable {
  const variable = lookup(proxy, outer, crossedFunction || scope.type === 'function');
  if (variable.isGlobalObjectProperty) return nonLocal(scope, proxy.name, 'dynamicGlobal');
  if (variable.isDynamic) return variable;
  const dynamic = nonLocal(scope, proxy.name, 'dynamicLocal');
  dynamic.localIfNotShadowed = variable;
  return dynamic;
}

/** Kept by name for the next reference, except in scopes of running code. */
function nonLocal(scope: Scope, name: string, mode: 'dynamic' | 'dynamicLocal' | 'dynamicGlobal'): Variable {
  if (!scope.isAllocated) return declareNonLocal(scope, name, mode);
  const variable = new Variable(scope, name, mode, 'normal', false);
  variable.location = 'lookup';
  return variable;
}

/**
 * A check is needed unless the reference is in the variable's own closure, after its initialisation in the text, and
 * nothing (a switch) can jump over that.
 */
function updateNeedsHoleCheck(variable: Variable, proxy: VariableProxy, scope: Scope): void {
  if (variable.mode === 'dynamicLocal') {
    if (variable.localIfNotShadowed !== undefined) updateNeedsHoleCheck(variable.localIfNotShadowed, proxy, scope);
    return;
  }
  if (!variable.needsInitialization) return;
  if (variable.isImport) {
    proxy.needsHoleCheck = true;
    return;
  }
  if (closureScopeOf(variable.scope) !== closureScopeOf(scope)) {
    proxy.needsHoleCheck = true;
    variable.hasHoleCheckUseInOtherClosure = true;
    return;
  }
  if (variable.scope.isNonlinear || variable.initializerPosition >= proxy.position) {
    proxy.needsHoleCheck = true;
    variable.hasHoleCheckUseInSameClosure = true;
  }
}
