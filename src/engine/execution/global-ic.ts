/**
 * Inline caches of global variables: let, const and class of a script by their place in its context, properties of the global
 * object by their cell. V8: LoadGlobalIC and StoreGlobalIC in src/ic/ic.cc.
 */
import { type FeedbackVector } from '../ic/feedback-vector.ts';
import type { IcType } from '../ic/ic-state.ts';
import type { Context } from '../objects/context.ts';
import { makeLazyEntry } from '../objects/lazy-value.ts';
import { updatedCellType } from '../objects/property-cell.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { Attribute, detailsAttributes, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { keyFromString, theHole, type Value } from '../objects/value.ts';
import { throwError, throwReferenceError, throwTypeError } from './errors.ts';
import { icMissed } from './feedback-changes.ts';
import { storeScriptContextSlot } from './globals.ts';
import type { Isolate } from './isolate.ts';
import { hasProperty } from './property-access.ts';
import { loadSlow, storeSlow } from './property-operations.ts';

/** Where a variable of a script is. `value` is the hole, so that nobody takes it for a cell. V8: ConfigureLexicalVarMode. */
class LexicalVariable {
  readonly value = theHole;
  readonly context: Context;
  readonly slot: number;

  constructor(context: Context, slot: number) {
    this.context = context;
    this.slot = slot;
  }
}

/** What is looked up each time, until a prototype changes. V8: ConfigureHandlerMode. */
class GlobalHandler {
  readonly value = theHole;
  readonly epoch: number;

  constructor(epoch: number) {
    this.epoch = epoch;
  }
}

/** A script's `this` never changes. */
class GlobalThis {
  readonly value = theHole;
}

export function loadGlobal(
  isolate: Isolate,
  name: string,
  vector: FeedbackVector | undefined,
  slot: number,
  inTypeof: boolean,
): Value {
  const { globalObject, scriptContextTable } = isolate.realm;
  const known = vector?.slots[slot];
  // V8 keeps a script's `this` in the first script context and loads it like any other name of that table.
  if (name === 'this') {
    if (known === undefined) learn(isolate, 'LoadGlobalIC', vector, slot, new GlobalThis(), name);
    return globalObject;
  }
  if (known instanceof LexicalVariable) {
    const value = known.context.slots[known.slot];
    if (value !== theHole) return value;
  }
  const script = scriptContextTable.get(name);
  if (script !== undefined) {
    const value = script.context.slots[script.slot];
    if (value === theHole) return throwReferenceError(isolate, 'AccessedUninitializedVariable', name);
    learn(isolate, 'LoadGlobalIC', vector, slot, new LexicalVariable(script.context, script.slot), name);
    return value;
  }
  const entry = globalObject.dictionary!.get(name);
  if (entry !== undefined) makeLazyEntry(entry);
  if (entry !== undefined && detailsKind(entry.details) === PropertyKind.data) {
    if (known !== entry) learn(isolate, 'LoadGlobalIC', vector, slot, entry, name);
    return entry.value as Value;
  }
  const key = keyFromString(name);
  const exists = entry !== undefined || hasProperty(isolate, globalObject, key);
  if (!exists && !inTypeof) {
    if (isolate.options.unsimulatedGlobals?.has(name))
      throwError(isolate, 'Error', `Underhood does not simulate ${name} yet`);
    return throwReferenceError(isolate, 'NotDefined', name);
  }
  noteHandler(isolate, 'LoadIC', vector, slot, known, name);
  return exists ? loadSlow(isolate, globalObject, key, globalObject) : undefined;
}

function noteHandler(
  isolate: Isolate,
  type: IcType,
  vector: FeedbackVector | undefined,
  slot: number,
  known: unknown,
  name: string,
  slowReason = '',
): void {
  const { prototypeEpoch } = isolate.heap;
  if (known instanceof GlobalHandler && known.epoch === prototypeEpoch) return;
  learn(isolate, type, vector, slot, new GlobalHandler(prototypeEpoch), name, slowReason);
}

function learn(
  isolate: Isolate,
  type: IcType,
  vector: FeedbackVector | undefined,
  slot: number,
  feedback: object,
  name: string,
  slowReason = '',
): void {
  if (vector === undefined) return;
  const from = vector.slots[slot] === undefined ? 'UNINITIALIZED' : 'RECOMPUTE_HANDLER';
  vector.slots[slot] = feedback;
  // V8 tells the tiers of handlers alone.
  const hasChanged = feedback instanceof GlobalHandler;
  const { hiddenClass } = isolate.realm.globalObject;
  icMissed(isolate, type, vector, slot, from, hiddenClass, name, hasChanged, '', slowReason);
}

export function storeGlobal(
  isolate: Isolate,
  name: string,
  value: Value,
  vector: FeedbackVector | undefined,
  slot: number,
  strict: boolean,
): Value {
  const { globalObject, scriptContextTable } = isolate.realm;
  const known = vector?.slots[slot];
  const script = scriptContextTable.get(name);
  if (script !== undefined) {
    if (script.context.slots[script.slot] === theHole)
      return throwReferenceError(isolate, 'AccessedUninitializedVariable', name);
    if (script.isConst) return throwTypeError(isolate, 'ConstAssign');
    if (!(known instanceof LexicalVariable))
      learn(isolate, 'StoreGlobalIC', vector, slot, new LexicalVariable(script.context, script.slot), name);
    storeScriptContextSlot(isolate, script.context, script.slot, value);
    return value;
  }
  const key = keyFromString(name);
  if (strict && !hasProperty(isolate, globalObject, key)) {
    if (known === undefined) noteHandler(isolate, 'StoreIC', vector, slot, known, name, "LookupForWrite said 'false'");
    return throwReferenceError(isolate, 'NotDefined', name);
  }
  const entry = globalObject.dictionary!.get(name);
  if (entry !== undefined) makeLazyEntry(entry);
  if (isWritableCell(entry)) {
    if (known !== entry || !takesAsItIs(entry, value)) learn(isolate, 'StoreGlobalIC', vector, slot, entry, name);
  } else if (entry === undefined) {
    const result = storeSlow(isolate, globalObject, key, value, strict);
    const added = globalObject.dictionary!.get(name);
    if (added === undefined) noteHandler(isolate, 'StoreIC', vector, slot, known, name);
    // The cell is learned by the next store.
    else learn(isolate, 'StoreIC', vector, slot, new GlobalHandler(-1), name);
    return result === undefined ? value : result;
  } else noteHandler(isolate, 'StoreIC', vector, slot, known, name);
  const result = storeSlow(isolate, globalObject, key, value, strict);
  return result === undefined ? value : result;
}

function isWritableCell(entry: DictionaryEntry | undefined): entry is DictionaryEntry {
  if (entry === undefined || detailsKind(entry.details) !== PropertyKind.data) return false;
  return (detailsAttributes(entry.details) & Attribute.writable) !== 0;
}

/** V8: StoreGlobalIC_PropertyCellCase. */
function takesAsItIs(entry: DictionaryEntry, value: Value): boolean {
  if (entry.cellType === undefined || entry.cellType === 'mutable') return true;
  return entry.cellType === 'constantType'
    ? updatedCellType(entry, value) === 'constantType'
    : Object.is(entry.value, value);
}
