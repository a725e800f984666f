/**
 * Loads and stores of variables, wherever they live. V8: BuildVariableLoad, BuildVariableAssignment
 * (src/interpreter/bytecode-generator.cc).
 */
import {
  contextChainLengthUntilOutermostSloppyEval,
  receiverScopeOf,
  type Variable,
  type VariableProxy,
} from '../parsing/scopes.ts';
import type { Bytecode } from './bytecodes.ts';
import { RegisterList } from './bytecode-register-allocator.ts';
import type { GeneratorState } from './generator-state.ts';
import { contextRegister } from './registers.ts';

/** How a name is bound: at its declaration, or by an assignment that a const refuses. */
export type StoreKind = 'initialize' | 'assign';

export function loadReference(state: GeneratorState, proxy: VariableProxy | undefined, inTypeof = false): void {
  if (proxy === undefined) throw new Error('a name that scope analysis has not bound');
  loadVariable(state, proxy.variable, proxy.needsHoleCheck, inTypeof);
}

export function loadReferenceForAccumulator(state: GeneratorState, proxy: VariableProxy | undefined, inTypeof = false): void {
  state.withResult('value', () => loadReference(state, proxy, inTypeof));
}

export function loadVariableForAccumulator(state: GeneratorState, variable: Variable): void {
  state.withResult('value', () => loadVariable(state, variable, false));
}

/** V8 has no node for the implied `this` of super: it is loaded where it stands. */
export function loadThis(state: GeneratorState): void {
  const { receiver, functionKind } = receiverScopeOf(state.closureScope);
  if (receiver === undefined) throw new Error('a scope without receiver');
  loadVariable(state, receiver, functionKind === 'derivedConstructor' || functionKind === 'defaultDerivedConstructor');
}

export function registerOfVariable(state: GeneratorState, variable: Variable): number | undefined {
  if (variable.location === 'local') return variable.index;
  if (variable.location !== 'parameter') return undefined;
  return variable.isThis ? state.builder.receiver : state.builder.parameter(variable.index);
}

export function loadVariable(state: GeneratorState, variable: Variable, needsHoleCheck: boolean, inTypeof = false): void {
  const { builder } = state;
  switch (variable.location) {
    case 'local':
    case 'parameter': {
      builder.loadRegister(registerOfVariable(state, variable) ?? 0);
      if (state.needsHoleCheck(variable, needsHoleCheck)) throwIfHole(state, variable);
      return;
    }
    case 'unallocated':
      if (variable.name === 'undefined') builder.emit('LdaUndefined');
      else {
        const slot = state.feedback.cached(globalKind(inTypeof), variable);
        builder.emit(inTypeof ? 'LdaGlobalInsideTypeof' : 'LdaGlobal', builder.name(variable.name), slot);
      }
      return;
    case 'context': {
      if (!variable.maybeAssigned && builder.optimizer.accumulatorHolds(variable)) return;
      loadContextSlot(state, variable);
      if (state.needsHoleCheck(variable, needsHoleCheck)) throwIfHole(state, variable);
      if (!variable.maybeAssigned) builder.optimizer.setVariableInAccumulator(variable);
      return;
    }
    case 'lookup':
      return loadLookupSlot(state, variable, needsHoleCheck, inTypeof);
  }
}

function globalKind(inTypeof: boolean): 'LoadGlobalInsideTypeof' | 'LoadGlobalNotInsideTypeof' {
  return inTypeof ? 'LoadGlobalInsideTypeof' : 'LoadGlobalNotInsideTypeof';
}

/** The register and the levels out from it where the variable's context is. */
function contextOf(state: GeneratorState, variable: Variable): { readonly register: number; readonly depth: number } {
  const depth = state.contextDepth(variable.scope);
  const context = state.contextAt(depth);
  return context === undefined ? { register: state.currentContext.register, depth } : { register: context.register, depth: 0 };
}

function loadContextSlot(state: GeneratorState, variable: Variable): void {
  const { register, depth } = contextOf(state, variable);
  const isCurrent = register === contextRegister && depth === 0;
  const { builder } = state;
  if (variable.isScriptContextVariable && variable.maybeAssigned) {
    if (isCurrent) builder.emit('LdaCurrentScriptContextSlot', variable.index);
    else builder.emit('LdaScriptContextSlot', register, variable.index, depth);
    return;
  }
  if (isCurrent) {
    builder.emit(variable.maybeAssigned ? 'LdaCurrentContextSlot' : 'LdaImmutableCurrentContextSlot', variable.index);
    return;
  }
  builder.emit(variable.maybeAssigned ? 'LdaContextSlot' : 'LdaImmutableContextSlot', register, variable.index, depth);
}

export function storeContextSlot(state: GeneratorState, variable: Variable): void {
  const { register, depth } = contextOf(state, variable);
  const isCurrent = register === contextRegister && depth === 0;
  const { builder } = state;
  if (variable.isScriptContextVariable) {
    if (isCurrent) builder.emit('StaCurrentScriptContextSlot', variable.index);
    else builder.emit('StaScriptContextSlot', register, variable.index, depth);
  } else if (isCurrent) builder.emit('StaCurrentContextSlot', variable.index);
  else builder.emit('StaContextSlot', register, variable.index, depth);
}

function loadLookupSlot(state: GeneratorState, variable: Variable, needsHoleCheck: boolean, inTypeof: boolean): void {
  const { builder } = state;
  const name = builder.name(variable.name);
  if (variable.mode === 'dynamicLocal' && variable.localIfNotShadowed !== undefined) {
    const local = variable.localIfNotShadowed;
    const depth = state.contextDepth(local.scope);
    const bytecode: Bytecode = local.isScriptContextVariable ? 'LdaLookupScriptContextSlot' : 'LdaLookupContextSlot';
    builder.emit(inTypeof ? (`${bytecode}InsideTypeof` as const) : bytecode, name, local.index, depth);
    if (state.needsHoleCheck(local, needsHoleCheck)) throwIfHole(state, local);
    return;
  }
  if (variable.mode === 'dynamicGlobal') {
    const slot = state.feedback.add(globalKind(inTypeof));
    const depth = contextChainLengthUntilOutermostSloppyEval(state.scope);
    builder.emit(inTypeof ? 'LdaLookupGlobalSlotInsideTypeof' : 'LdaLookupGlobalSlot', name, slot, depth);
    return;
  }
  builder.emit(inTypeof ? 'LdaLookupSlotInsideTypeof' : 'LdaLookupSlot', name);
}

function throwIfHole(state: GeneratorState, variable: Variable): void {
  const { builder } = state;
  if (variable.isThis) builder.emit('ThrowSuperNotCalledIfHole');
  else builder.emit('ThrowReferenceErrorIfHole', builder.name(variable.name));
  state.rememberHoleCheck(variable);
}

export function storeReference(state: GeneratorState, proxy: VariableProxy | undefined, kind: StoreKind): void {
  if (proxy === undefined) throw new Error('a name that scope analysis has not bound');
  storeVariable(state, proxy.variable, kind, proxy.needsHoleCheck);
}

/** Stores the accumulator, which keeps its value where somebody needs it. */
export function storeVariable(state: GeneratorState, variable: Variable, kind: StoreKind, needsHoleCheck: boolean): void {
  state.withRegisters(() => {
    switch (variable.location) {
      case 'local':
      case 'parameter': {
        const register = registerOfVariable(state, variable) ?? 0;
        const load = () => state.builder.loadRegister(register);
        return storeChecked(state, variable, kind, needsHoleCheck, load, () => state.builder.storeRegister(register));
      }
      case 'context': {
        const load = () => loadContextSlot(state, variable);
        return storeChecked(state, variable, kind, needsHoleCheck, load, () => storeContextSlot(state, variable));
      }
      case 'unallocated':
        return storeGlobal(state, variable);
      case 'lookup': {
        // V8: StoreLookupSlotFlags: 1 strict; 2 hoists a sloppy block function.
        state.builder.emit('StaLookupSlot', state.builder.name(variable.name), state.isStrict ? 1 : 0);
      }
    }
  });
}

function storeChecked(
  state: GeneratorState,
  variable: Variable,
  kind: StoreKind,
  needsHoleCheck: boolean,
  load: () => void,
  store: () => void,
): void {
  const { builder } = state;
  const bindsThis = variable.isThis && variable.mode === 'const' && kind === 'initialize';
  if (state.needsHoleCheck(variable, needsHoleCheck) || bindsThis) {
    const value = state.allocator.newRegister();
    builder.storeRegister(value);
    load();
    if (bindsThis) builder.emit('ThrowSuperAlreadyCalledIfNotHole');
    else throwIfHole(state, variable);
    builder.loadRegister(value);
  }
  if (isConstant(variable) && kind === 'assign') {
    if (throwsOnAssignment(state, variable)) builder.callRuntime('ThrowConstAssignError', emptyList);
    return;
  }
  if (kind === 'initialize' && variable.hasHoleCheckUseInSameClosure) state.rememberHoleCheck(variable);
  store();
}

function isConstant(variable: Variable): boolean {
  return variable.mode === 'const';
}

/** The name of a sloppy function expression is constant in silence. */
function throwsOnAssignment(state: GeneratorState, variable: Variable): boolean {
  return variable.kind !== 'sloppyFunctionName' || state.isStrict;
}

function storeGlobal(state: GeneratorState, variable: Variable): void {
  const { builder } = state;
  const value = state.isEffect ? undefined : state.allocator.newRegister();
  if (value !== undefined) builder.storeRegister(value);
  const slot = state.feedback.cached(state.isStrict ? 'StoreGlobalStrict' : 'StoreGlobalSloppy', variable);
  builder.emit('StaGlobal', builder.name(variable.name), slot);
  if (value !== undefined) builder.loadRegister(value);
}

export const emptyList = new RegisterList(0, 0);
