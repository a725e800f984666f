/**
 * Names that are found at run time: inside `with`, and where a sloppy eval may have declared something.
 * V8: src/runtime/runtime-scopes.cc.
 */
import type { ScopeInfo } from '../parsing/scope-info.ts';
import type { Context } from '../objects/context.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, defineOwn, deleteOwn, writeOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { keyFromString, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { toBoolean } from './conversions.ts';
import { throwReferenceError, throwTypeError } from './errors.ts';

import { loadGlobal, storeGlobal } from './global-ic.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import type { Isolate } from './isolate.ts';
import { getProperty, hasProperty } from './property-access.ts';
import { loadSlow, storeSlow } from './property-operations.ts';

type Found =
  | {
      readonly kind: 'slot';
      readonly context: Context;
      readonly slot: number;
      readonly mode: ScopeInfo['contextLocals'][number]['mode'];
    }
  | { readonly kind: 'object'; readonly object: JSObject; readonly isWith: boolean }
  | { readonly kind: 'global' }
  /** A debugger asks for what is no longer there. */
  | { readonly kind: 'unavailable' };

/** Walks the contexts outwards until one has the name; `levels` limits how many are looked at. */
function find(isolate: Isolate, start: Context | undefined, name: string, levels = Infinity): Found | undefined {
  let left = levels;
  for (let context = start; context !== undefined && left > 0; context = context.previous, left--) {
    const info = context.scopeInfo;
    if (info.kind === 'with') {
      if (hasBinding(isolate, context.extension!, name))
        return { kind: 'object', object: context.extension!, isWith: true };
      continue;
    }
    const slot = slotIn(context, name);
    if (slot !== undefined) return slot;
    if (info.scope.unavailable?.has(name) === true) return { kind: 'unavailable' };
    const variables = context.extension;
    if (variables !== undefined && lookupOwn(new PropertyLookup(), variables, keyFromString(name))) {
      return { kind: 'object', object: variables, isWith: false };
    }
  }
  return left === 0 ? undefined : { kind: 'global' };
}

function slotIn(context: Context, name: string): Found | undefined {
  const info = context.scopeInfo;
  const row = info.contextLocals.findIndex((local) => local.name === name);
  if (row < 0) return undefined;
  return { kind: 'slot', context, slot: info.firstSlot + row, mode: info.contextLocals[row]!.mode };
}

/** ECMAScript: HasBinding of an object environment. */
function hasBinding(isolate: Isolate, object: JSObject, name: string): boolean {
  if (!hasProperty(isolate, object, keyFromString(name))) return false;
  const unscopables = getProperty(isolate, object, isolate.symbols.unscopables);
  return !(unscopables instanceof JSObject) || !toBoolean(getProperty(isolate, unscopables, keyFromString(name)));
}

/** V8's words for a variable that it finds by its name and that has no value yet. */
function throwUninitialized(isolate: Isolate, name: string): never {
  return throwReferenceError(isolate, 'NotDefined', name);
}

export function loadLookupSlot(isolate: Isolate, context: Context | undefined, name: string, inTypeof: boolean): Value {
  return loadFound(isolate, find(isolate, context, name)!, name, inTypeof);
}

function loadFound(isolate: Isolate, found: Found, name: string, inTypeof: boolean): Value {
  if (found.kind === 'slot') {
    const value = found.context.slots[found.slot];
    return value === theHole ? throwUninitialized(isolate, name) : value;
  }
  if (found.kind === 'global') return loadGlobal(isolate, name, undefined, 0, inTypeof);
  if (found.kind === 'unavailable') return inTypeof ? undefined : throwReferenceError(isolate, 'NotDefined', name);
  const key = keyFromString(name);
  if (!isStillThere(isolate, found, key, name)) return undefined;
  return loadSlow(isolate, found.object, key, found.object);
}

/**
 * ECMAScript: GetBindingValue and SetMutableBinding of an object environment look once more. V8 leaves that out, and so does
 * this where a proxy's traps could tell.
 */
function isStillThere(
  isolate: Isolate,
  found: Extract<Found, { kind: 'object' }>,
  key: PropertyKey,
  name: string,
): boolean {
  if (!found.isWith || isProxy(found.object) || hasProperty(isolate, found.object, key)) return true;
  if (isolate.currentFrame!.shared.isStrict) throwReferenceError(isolate, 'NotDefined', name);
  return false;
}

/** LdaLookupContextSlot: the slot, unless one of the contexts on the way has a variable of that name by eval. */
export function loadContextSlotDynamic(
  isolate: Isolate,
  start: Context | undefined,
  name: string,
  slot: number,
  depth: number,
  inTypeof: boolean,
): Value {
  if (hasExtensions(start, depth)) return loadLookupSlot(isolate, start, name, inTypeof);
  let context = start!;
  for (let i = 0; i < depth; i++) context = context.previous!;
  const value = context.slots[slot];
  return value === theHole ? throwReferenceError(isolate, 'AccessedUninitializedVariable', name) : value;
}

export function loadGlobalDynamic(
  isolate: Isolate,
  start: Context | undefined,
  name: string,
  vector: FeedbackVector,
  slot: number,
  depth: number,
  inTypeof: boolean,
): Value {
  if (hasExtensions(start, depth)) return loadLookupSlot(isolate, start, name, inTypeof);
  return loadGlobal(isolate, name, vector, slot, inTypeof);
}

function hasExtensions(start: Context | undefined, depth: number): boolean {
  let context = start;
  for (let i = 0; i < depth && context !== undefined; i++) {
    if (context.extension !== undefined) return true;
    context = context.previous;
  }
  return false;
}

export function storeLookupSlot(
  isolate: Isolate,
  context: Context | undefined,
  name: string,
  value: Value,
  strict: boolean,
): Value {
  return storeFound(isolate, find(isolate, context, name)!, name, value, strict);
}

function storeFound(isolate: Isolate, found: Found, name: string, value: Value, strict: boolean): Value {
  if (found.kind === 'slot') {
    if (found.context.slots[found.slot] === theHole) throwUninitialized(isolate, name);
    if (found.mode === 'sloppyFunctionName' && !strict) return value;
    if (found.mode === 'const' || found.mode === 'sloppyFunctionName') return throwTypeError(isolate, 'ConstAssign');
    found.context.slots[found.slot] = value;
    return value;
  }
  if (found.kind === 'object') {
    const key = keyFromString(name);
    isStillThere(isolate, found, key, name);
    const result = storeSlow(isolate, found.object, key, value, strict);
    return result === undefined ? value : result;
  }
  return found.kind === 'unavailable'
    ? throwReferenceError(isolate, 'NotDefined', name)
    : storeGlobal(isolate, name, value, undefined, 0, strict);
}

/**
 * Where a name stands now, for a load and a store that come later: the with block's object, the context, or undefined for
 * a global. ECMAScript: ResolveBinding. V8 has no such thing: it looks the name up again when it stores, after the right
 * side may have moved it. With a proxy around, the hole asks for V8's order, which its traps can tell.
 */
export function resolveLookupSlot(isolate: Isolate, context: Context | undefined, name: string): Value {
  for (let outer = context; outer !== undefined; outer = outer.previous) {
    if (outer.scopeInfo.kind === 'with' && isProxy(outer.extension!)) return theHole;
  }
  const found = find(isolate, context, name)!;
  if (found.kind === 'slot') return found.context as unknown as Value;
  return found.kind === 'object' ? found.object : undefined;
}

export function loadResolvedSlot(isolate: Isolate, holder: Value, name: string): Value {
  return loadFound(isolate, foundIn(isolate, holder, name), name, false);
}

export function storeResolvedSlot(isolate: Isolate, holder: Value, name: string, value: Value, strict: boolean): Value {
  return storeFound(isolate, foundIn(isolate, holder, name), name, value, strict);
}

function isProxy(object: JSObject): boolean {
  return object.hiddenClass.instanceType === 'proxy';
}

function foundIn(isolate: Isolate, holder: Value, name: string): Found {
  if (holder === theHole) return find(isolate, isolate.currentFrame!.context, name)!;
  if (holder === undefined) return { kind: 'global' };
  if (holder instanceof JSObject) return { kind: 'object', object: holder, isWith: true };
  return slotIn(holder as unknown as Context, name)!;
}

/** typeof and calls: the callee with the receiver that a with block gives it. */
export function loadLookupSlotForCall(isolate: Isolate, context: Context | undefined, name: string): [Value, Value] {
  const found = find(isolate, context, name)!;
  const callee = isolate.interpreter.nest(() => loadFound(isolate, found, name, false));
  return [callee, found.kind === 'object' && found.isWith ? found.object : undefined];
}

export function deleteLookupSlot(isolate: Isolate, context: Context | undefined, name: string): boolean {
  const found = find(isolate, context, name)!;
  if (found.kind === 'slot' || found.kind === 'unavailable') return false;
  const holder = found.kind === 'object' ? found.object : isolate.realm.globalObject;
  if (found.kind === 'global' && isolate.realm.scriptContextTable.has(name)) return false;
  return deleteOwn(holder, keyFromString(name)) !== 'refused';
}

/** A var or function that sloppy eval code declares: in the nearest function's context, or as a global. */
export function declareEvalVariable(
  isolate: Isolate,
  start: Context | undefined,
  name: string,
  value: Value,
  isFunction: boolean,
): void {
  let context = start;
  while (context !== undefined && !isVariableScope(context.scopeInfo)) context = context.previous;
  const key = keyFromString(name);
  if (context === undefined || context.scopeInfo.kind === 'script') {
    declareGlobalByEval(isolate, name, value, isFunction);
    return;
  }
  const row = context.scopeInfo.contextLocals.findIndex((local) => local.name === name);
  if (row >= 0) {
    if (isFunction) context.slots[context.scopeInfo.firstSlot + row] = value;
    return;
  }
  context.extension ??= isolate.realm.newObjectWithPrototype(null);
  const found = new PropertyLookup();
  if (!lookupOwn(found, context.extension, key)) addOwn(context.extension, key, value, Attribute.all);
  else if (isFunction) writeOwn(context.extension, key, found, value);
}

function declareGlobalByEval(isolate: Isolate, name: string, value: Value, isFunction: boolean): void {
  const global = isolate.realm.globalObject;
  const key = keyFromString(name);
  const found = new PropertyLookup();
  const exists = lookupOwn(found, global, key);
  if (!exists || (isFunction && found.isConfigurable))
    defineOwn(global, key, { value, writable: true, enumerable: true, configurable: true });
  else if (isFunction) writeOwn(global, key, found, value);
}

function isVariableScope(info: ScopeInfo): boolean {
  return (
    info.kind === 'function' ||
    info.kind === 'script' ||
    info.kind === 'module' ||
    (info.kind === 'eval' && info.isStrict) ||
    // The body of a function whose parameters have a scope of their own.
    (info.kind === 'block' && info.hasExtensionSlot)
  );
}
