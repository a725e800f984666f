/**
 * Gives every variable its place: parameter, register or context slot.
 * V8: Scope::AllocateVariablesRecursively and what it calls (src/ast/scopes.cc), ScopeInfo::Create (src/objects/scope-info.cc).
 */
import type { ContextLocal, ScopeInfo } from './scope-info.ts';
import { declarationScopeOf, type Scope, type Variable } from './scopes.ts';

export function allocateVariables(scope: Scope): void {
  allocateScope(scope);
  // V8's list of inner scopes has the newest first.
  for (let index = scope.inner.length - 1; index >= 0; index -= 1) {
    const inner = scope.inner[index];
    if (inner !== undefined) allocateVariables(inner);
  }
}

function allocateScope(scope: Scope): void {
  const header = scope.firstContextSlot;
  scope.contextSlotCount = header;
  if (scope.type === 'function') {
    if (scope.receiver !== undefined) allocateParameter(scope, scope.receiver, -1);
    allocateParameters(scope);
  } else if (scope.type === 'module' && scope.receiver !== undefined) allocateParameter(scope, scope.receiver, -1);
  for (const local of scope.locals) {
    if (!(scope.isArrow && local.mode === 'temporary')) allocateLocal(scope, local);
  }
  if (scope.isArrow) {
    for (const local of scope.locals) {
      if (local.mode === 'temporary') allocateLocal(scope, local);
    }
  }
  if (scope.isDeclarationScope) allocateSpecials(scope);
  if (scope.contextSlotCount === header && !mustHaveContext(scope)) scope.contextSlotCount = 0;
  scope.isAllocated = true;
  if (scope.needsContext || scope.type === 'function' || scope.type === 'script' || scope.type === 'eval') {
    scope.scopeInfo = scopeInfoOf(scope);
  }
}

function mustHaveContext(scope: Scope): boolean {
  if (scope.type === 'with' || scope.type === 'module') return true;
  if (scope.type !== 'function' && scope.type !== 'script' && scope.isStrict && scope.outer?.isStrict === false) {
    return true;
  }
  return (scope.type === 'function' || scope.type === 'block') && scope.sloppyEvalCanExtendVars;
}

function allocateParameters(scope: Scope): void {
  let hasMappedArguments = false;
  if (scope.argumentsVariable !== undefined) {
    if (mustAllocate(scope, scope.argumentsVariable) && !scope.hasArgumentsParameter) {
      hasMappedArguments = !scope.isStrict && scope.hasSimpleParameters;
    } else {
      scope.argumentsVariable = undefined;
    }
  }
  // Backwards: of parameters with the same name the last one counts.
  for (let index = scope.parameters.length - 1; index >= 0; index -= 1) {
    const parameter = scope.parameters[index];
    if (parameter === undefined) continue;
    if (hasMappedArguments) {
      parameter.isUsed = true;
      parameter.maybeAssigned = true;
      parameter.forceContextAllocation = true;
    }
    allocateParameter(scope, parameter, index);
  }
}

function allocateParameter(scope: Scope, variable: Variable, index: number): void {
  if (!mustAllocate(scope, variable) || variable.location !== 'unallocated') return;
  if (mustAllocateInContext(scope, variable)) {
    allocateContextSlot(scope, variable);
  } else {
    variable.location = 'parameter';
    variable.index = index;
  }
}

/** The function's own name goes last, so that it has the last slot; what nobody uses is forgotten. */
function allocateSpecials(scope: Scope): void {
  if (scope.functionVariable !== undefined) {
    if (mustAllocate(scope, scope.functionVariable)) allocateLocal(scope, scope.functionVariable);
    else scope.functionVariable = undefined;
  }
  if (scope.newTarget !== undefined && !mustAllocate(scope, scope.newTarget)) scope.newTarget = undefined;
  if (scope.thisFunction !== undefined && !mustAllocate(scope, scope.thisFunction)) scope.thisFunction = undefined;
}

function allocateLocal(scope: Scope, variable: Variable): void {
  if (variable.location !== 'unallocated' || !mustAllocate(scope, variable)) return;
  if (mustAllocateInContext(scope, variable)) {
    allocateContextSlot(scope, variable);
    return;
  }
  let owner = scope;
  while (owner.type === 'block' || owner.type === 'class') {
    if (owner.outer === undefined) break;
    owner = declarationScopeOf(owner.outer);
  }
  variable.location = 'local';
  variable.index = owner.stackSlotCount;
  owner.stackSlotCount += 1;
}

function allocateContextSlot(scope: Scope, variable: Variable): void {
  variable.location = 'context';
  variable.index = scope.contextSlotCount;
  scope.contextSlotCount += 1;
}

function mustAllocate(scope: Scope, variable: Variable): boolean {
  const reachableByName = scope.innerScopeCallsEval || scope.type === 'catch' || scope.type === 'script';
  if (reachableByName && variable.name !== '') {
    variable.isUsed = true;
    if (scope.innerScopeCallsEval && !variable.isThis && variable.mode !== 'const') variable.maybeAssigned = true;
  }
  // What is at the top can be seen by other scripts. V8: Scope::DeclareLocal.
  if ((scope.type === 'module' || scope.type === 'script') && variable.mode !== 'const' && !variable.isThis)
    variable.maybeAssigned = true;
  return !variable.isGlobalObjectProperty && variable.isUsed;
}

function mustAllocateInContext(scope: Scope, variable: Variable): boolean {
  if (variable.mode === 'temporary') return false;
  if (scope.type === 'catch') return true;
  if ((scope.type === 'script' || scope.type === 'eval') && variable.isLexical) return true;
  return variable.forceContextAllocation || scope.innerScopeCallsEval;
}

function scopeInfoOf(scope: Scope): ScopeInfo {
  const firstSlot = scope.firstContextSlot;
  const contextLocals: ContextLocal[] = [];
  const add = (variable: Variable | undefined): void => {
    if (variable?.location !== 'context' || variable.scope !== scope) return;
    contextLocals[variable.index - firstSlot] = {
      name: variable.name,
      mode: contextLocalMode(variable),
      initialized: !variable.needsInitialization,
    };
  };
  add(scope.receiver);
  add(scope.functionVariable);
  scope.locals.forEach(add);
  return {
    type: 'scopeInfo',
    kind: scope.type,
    isStrict: scope.isStrict,
    contextLocals,
    firstSlot,
    hasExtensionSlot: scope.hasExtensionSlot,
    scope,
  };
}

function contextLocalMode(variable: Variable): ContextLocal['mode'] {
  if (variable.kind === 'sloppyFunctionName') return variable.kind;
  if (variable.mode === 'let' || variable.mode === 'const') return variable.mode;
  return variable.mode.startsWith('private') || variable.name.startsWith('#') ? 'privateName' : 'var';
}
