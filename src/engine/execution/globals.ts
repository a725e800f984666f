/** Declarations of global variables: in the script context table, and on the global object. V8: runtime-scopes.cc (DeclareGlobals). */
import type { GlobalDeclarations } from '../bytecode/bytecode-array.ts';
import type { ScopeInfo } from '../parsing/scope-info.ts';
import type { Scope, ScopeDeclaration } from '../parsing/scopes.ts';
import { Context } from '../objects/context.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { nextScriptSlotState } from '../objects/script-context-slots.ts';
import { keyFromString, theHole, type Value } from '../objects/value.ts';
import { checkScriptContextStore, invalidate } from './deoptimize.ts';
import { throwSyntaxError, throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';

/** V8: StaScriptContextSlot's long way. */
export function storeScriptContextSlot(isolate: Isolate, context: Context, slot: number, value: Value): void {
  const { slotStates } = context;
  if (slotStates === undefined) throw new Error('no context of a script');
  const state = slotStates[slot]!;
  const next = nextScriptSlotState(state, context.slots[slot], value);
  if (next !== state) {
    checkScriptContextStore(isolate, state);
    slotStates[slot] = next;
    invalidate(isolate, context, 'scriptContextSlot', slot);
  }
  context.slots[slot] = value;
}

/** let, const and class of a script. V8: NewScriptContext of src/execution/execution.cc. */
export function newScriptContext(isolate: Isolate, info: ScopeInfo): Context {
  const table = isolate.realm.scriptContextTable;
  const global = isolate.realm.globalObject;
  checkGlobalDeclarations(isolate, info.scope);
  for (const local of info.contextLocals) {
    if (local.mode === 'var') continue;
    const found = new PropertyLookup();
    const restricted = lookupOwn(found, global, keyFromString(local.name)) && !found.isConfigurable;
    if (table.has(local.name) || restricted)
      throwSyntaxError(isolate, `Identifier '${local.name}' has already been declared`);
  }
  const context = new Context(isolate.heap, info, undefined, info.firstSlot + info.contextLocals.length, theHole);
  context.slotStates = new Uint8Array(context.slots.length);
  info.contextLocals.forEach((local, row) => {
    if (local.mode === 'var' || local.initialized) context.slots[info.firstSlot + row] = undefined;
    if (local.mode !== 'var')
      table.set(local.name, { context, slot: info.firstSlot + row, isConst: local.mode === 'const' });
  });
  return context;
}

/**
 * ECMAScript: the checks of GlobalDeclarationInstantiation and EvalDeclarationInstantiation, which come before anything is
 * declared. V8 declares one after the other until it meets the first that it cannot.
 */
export function checkGlobalDeclarations(isolate: Isolate, scope: Scope): void {
  const { globalObject, scriptContextTable } = isolate.realm;
  const found = new PropertyLookup();
  const declarations = scope.declarations.filter((declaration) => !declaration.variable.isLexical);
  for (const { variable } of declarations) {
    if (scriptContextTable.has(variable.name))
      throwSyntaxError(isolate, `Identifier '${variable.name}' has already been declared`);
  }
  for (const declaration of declarations) {
    const { name } = declaration.variable;
    if (lookupOwn(found, globalObject, keyFromString(name))) {
      const fits = found.isConfigurable || (!found.isAccessor && found.isWritable && found.isEnumerable);
      if (declaration.kind === 'function' && !fits) throwTypeError(isolate, 'VarRedeclaration', name);
    } else if (!globalObject.hiddenClass.isExtensible && !isHoistedFunction(declaration)) {
      throwTypeError(isolate, 'ObjectNotExtensible', name);
    }
  }
}

function isHoistedFunction(declaration: ScopeDeclaration): boolean {
  return declaration.kind === 'variable' && declaration.isHoistedFunction === true;
}

/** CallRuntime [DeclareGlobals]: var and function of a script, which have been checked if it has let and const too. */
export function declareGlobals(isolate: Isolate, declarations: GlobalDeclarations, closure: JSObject): void {
  const data = closure.internal as FunctionData;
  const { scope } = data.shared!.literal;
  if (!scope.needsContext) checkGlobalDeclarations(isolate, scope);
  const global = isolate.realm.globalObject;
  for (const { name, function: shared } of declarations.declarations) {
    const key = keyFromString(name);
    const found = new PropertyLookup();
    const exists = lookupOwn(found, global, key);
    if (shared === undefined) {
      if (!exists && global.hiddenClass.isExtensible)
        addOwn(global, key, undefined, Attribute.writable | Attribute.enumerable);
      continue;
    }
    const value = isolate.newClosure(shared, isolate.currentFrame?.context ?? data.context);
    if (!exists || found.isConfigurable)
      defineOwn(global, key, { value, writable: true, enumerable: true, configurable: false });
    else defineOwn(global, key, { value });
  }
}
