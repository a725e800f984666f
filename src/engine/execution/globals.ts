/** Global variables: the script context table, then the global object. V8: LoadGlobalIC, runtime-scopes.cc (DeclareGlobals). */
import type { GlobalDeclarations } from '../bytecode/bytecode-array.ts';
import type { ScopeInfo } from '../parsing/scope-info.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { Context } from '../objects/context.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { Attribute, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { keyFromString, theHole, type Value } from '../objects/value.ts';
import { throwError, throwReferenceError, throwSyntaxError, throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { loadSlow, storeSlow } from './property-operations.ts';
import { hasProperty } from './property-access.ts';

export function loadGlobal(isolate: Isolate, name: string, slots: unknown[], slot: number, inTypeof: boolean): Value {
  // V8 keeps a script's `this` in the first script context and loads it like any other name of that table.
  if (name === 'this') return isolate.realm.globalObject;
  const script = isolate.realm.scriptContextTable.get(name);
  if (script !== undefined) {
    const value = script.context.slots[script.slot];
    return value === theHole ? throwReferenceError(isolate, 'AccessedUninitializedVariable', name) : value;
  }
  const global = isolate.realm.globalObject;
  const entry = global.dictionary!.get(name);
  if (entry !== undefined && detailsKind(entry.details) === PropertyKind.data) {
    slots[slot] = entry;
    return entry.value as Value;
  }
  const key = keyFromString(name);
  if (entry === undefined && !hasProperty(isolate, global, key)) {
    if (inTypeof) return undefined;
    if (isolate.options.unsimulatedGlobals?.has(name))
      throwError(isolate, 'Error', `Underhood does not simulate ${name} yet`);
    return throwReferenceError(isolate, 'NotDefined', name);
  }
  return loadSlow(isolate, global, key, global);
}

export function storeGlobal(isolate: Isolate, name: string, value: Value, strict: boolean): Value {
  const script = isolate.realm.scriptContextTable.get(name);
  if (script !== undefined) {
    if (script.context.slots[script.slot] === theHole)
      return throwReferenceError(isolate, 'AccessedUninitializedVariable', name);
    if (script.isConst) return throwTypeError(isolate, 'ConstAssign');
    script.context.slots[script.slot] = value;
    return value;
  }
  const global = isolate.realm.globalObject;
  const key = keyFromString(name);
  if (strict && !hasProperty(isolate, global, key)) return throwReferenceError(isolate, 'NotDefined', name);
  const result = storeSlow(isolate, global, key, value, strict);
  return result === undefined ? value : result;
}

/** CallRuntime [NewScriptContext]: let, const and class of a script. */
export function newScriptContext(isolate: Isolate, info: ScopeInfo): Context {
  const table = isolate.realm.scriptContextTable;
  const global = isolate.realm.globalObject;
  for (const local of info.contextLocals) {
    if (local.mode === 'var') continue;
    const found = new PropertyLookup();
    const restricted = lookupOwn(found, global, keyFromString(local.name)) && !found.isConfigurable;
    if (table.has(local.name) || restricted)
      throwSyntaxError(isolate, `Identifier '${local.name}' has already been declared`);
  }
  const context = new Context(info, undefined, info.firstSlot + info.contextLocals.length, theHole);
  info.contextLocals.forEach((local, row) => {
    if (local.mode === 'var' || local.initialized) context.slots[info.firstSlot + row] = undefined;
    if (local.mode !== 'var')
      table.set(local.name, { context, slot: info.firstSlot + row, isConst: local.mode === 'const' });
  });
  return context;
}

/** CallRuntime [DeclareGlobals]: var and function of a script or of eval code in the global scope. */
export function declareGlobals(isolate: Isolate, declarations: GlobalDeclarations, closure: JSObject): void {
  const context = (closure.internal as FunctionData).context;
  const isEval = (closure.internal as FunctionData).shared?.kind === 'eval';
  const global = isolate.realm.globalObject;
  for (const { name, function: shared } of declarations.declarations) {
    if (isolate.realm.scriptContextTable.has(name))
      throwSyntaxError(isolate, `Identifier '${name}' has already been declared`);
    const key = keyFromString(name);
    const found = new PropertyLookup();
    const exists = lookupOwn(found, global, key);
    const attributes = Attribute.writable | Attribute.enumerable | (isEval ? Attribute.configurable : 0);
    if (shared === undefined) {
      if (!exists) addOwn(global, key, undefined, attributes);
      continue;
    }
    const value = isolate.newClosure(shared, isolate.currentFrame?.context ?? context);
    const replaceable = !exists || found.isConfigurable;
    if (!replaceable && (found.value instanceof AccessorPair || !found.isWritable || !found.isEnumerable)) {
      throwTypeError(isolate, 'VarRedeclaration', name);
    }
    if (replaceable) defineOwn(global, key, { value, writable: true, enumerable: true, configurable: isEval });
    else defineOwn(global, key, { value });
  }
}
