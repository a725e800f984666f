/**
 * Inline caches of keyed loads at work: object[key], key in object. V8: KeyedLoadIC in src/ic/ic.cc; accessor-assembler.cc
 * (EmitElementLoad).
 */
import { ElementHandler, LoadMode, loadModifier, updateLoadElement } from '../ic/element-ic.ts';
import { type FeedbackVector, megamorphic } from '../ic/feedback-vector.ts';
import type { IcType } from '../ic/ic-state.ts';
import { InlineCache } from '../ic/inline-cache.ts';
import { dictionaryElements, ElementsKind, isHoley, lastExtensibleFastKind } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn } from '../objects/lookup.ts';
import { migrateInstance } from '../objects/migration.ts';
import { JSSymbol, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { toPropertyKey } from './conversions.ts';
import { describeWithoutSideEffects } from './describe.ts';
import { throwTypeError } from './errors.ts';
import { icTold } from './feedback-changes.ts';
import { enumeratedClass } from './for-in.ts';
import type { Isolate } from './isolate.ts';
import { classOf, hasByName, loadByName, noteSlowByName } from './named-ic.ts';
import { loadPrivateName } from './private-names.ts';
import { throwNullishLoad } from './nullish-load.ts';
import { hasProperty, prototypeOfPrimitive } from './property-access.ts';
import { loadSlow } from './property-operations.ts';
import { elementHandler, indexOf, isIndexOf, lengthOf, nameOf, readsHoles, rulesOf } from './element-access.ts';

/** KeyedLoadIC beyond the interpreter's fast path for elements. */
export function loadKeyed(
  isolate: Isolate,
  receiver: Value,
  keyValue: Value,
  vector: FeedbackVector,
  slot: number,
): Value {
  const name = nameOf(keyValue);
  if (receiver === undefined || receiver === null) {
    if (name !== undefined) return loadByName(isolate, receiver, name, vector, slot);
    throwNullishKeyedLoad(isolate, receiver, keyValue);
  }
  if (name !== undefined) return loadByName(isolate, receiver, name, vector, slot);
  const index = indexOf(keyValue);
  if (index !== undefined && vector.slots[slot] !== megamorphic)
    noteElementLoad(isolate, receiver, index, vector, slot, false);
  else if (index === undefined) noteOtherKey(isolate, receiver, keyValue, vector, slot);
  if (receiver instanceof JSObject && index !== undefined && index >= 0) {
    const { elements } = receiver;
    const value = index < elements.length && !receiver.hiddenClass.isExotic ? elements[index] : theHole;
    if (typeof value !== 'object' || value !== theHole) return value;
  }
  const key = toPropertyKey(isolate, keyValue);
  if (receiver instanceof JSObject) return loadSlow(isolate, receiver, key, receiver);
  if (typeof receiver === 'string' && typeof key === 'number' && key < receiver.length) return receiver[key];
  if (typeof receiver === 'string' && key === 'length') return receiver.length;
  if (key instanceof JSSymbol && key.isPrivate) return loadPrivateName(isolate, receiver, key);
  return loadSlow(isolate, prototypeOfPrimitive(isolate, receiver, key), key, receiver);
}

/**
 * object[key] where the key may be the variable of a for-in loop: while the object has the hidden class that is enumerated, the
 * place of the property is known and no cache is asked. V8: GetEnumeratedKeyedProperty.
 */
export function loadEnumerated(
  isolate: Isolate,
  receiver: Value,
  key: Value,
  enumerated: Value,
  vector: FeedbackVector,
  slot: number,
): Value {
  if (receiver instanceof JSObject && enumeratedClass(enumerated) === receiver.hiddenClass && typeof key === 'string')
    return loadSlow(isolate, receiver, key, receiver);
  return loadKeyed(isolate, receiver, key, vector, slot);
}

function throwNullishKeyedLoad(isolate: Isolate, receiver: undefined | null, keyValue: Value): never {
  const key = keyValue instanceof JSObject ? undefined : toPropertyKey(isolate, keyValue);
  if (key === undefined) {
    const text = describeWithoutSideEffects(keyValue as JSObject);
    if (text === undefined) throwTypeError(isolate, 'NonObjectPropertyLoad', String(receiver));
    throwTypeError(isolate, 'NonObjectPropertyLoadWithProperty', String(receiver), text);
  }
  throwNullishLoad(isolate, receiver, key);
}

/** What an index meets: an element; nothing, beyond the end; or nothing within it. As bits of LoadMode. */
function met(isolate: Isolate, receiver: Value, index: number): number {
  if (typeof receiver === 'string') return index >= 0 && index < receiver.length ? 0 : LoadMode.outOfBounds;
  if (!(receiver instanceof JSObject)) return 0;
  const { hiddenClass, elements } = receiver;
  if (!hiddenClass.isExotic && index >= 0 && index < elements.length && elements[index] !== theHole) return 0;
  if (index < 0 || index >= lengthOf(receiver)) return LoadMode.outOfBounds;
  if (hiddenClass.instanceType === 'proxy') return 0;
  for (let holder: JSObject | null = receiver; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') break;
    if (lookupOwn(isolate.scratchLookup, holder, index)) return 0;
  }
  return LoadMode.holes;
}

/** The site meets an element, or the lack of one. `isHas`: V8 does not find out then whether it is there. */
function noteElementLoad(
  isolate: Isolate,
  receiver: Value,
  index: number,
  vector: FeedbackVector,
  slot: number,
  isHas: boolean,
): void {
  const hiddenClass = classOf(isolate, receiver);
  const what = met(isolate, receiver, index);
  if (isCovered(elementHandler(vector, slot, hiddenClass), hiddenClass, what, index)) return;
  const cache = new InlineCache(vector, slot, hiddenClass);
  if (hiddenClass.isDeprecated) {
    migrateInstance(receiver as JSObject);
    return;
  }
  if (canCache(receiver) && isIndexOf(hiddenClass, index)) {
    updateLoadElement(
      cache,
      loadModeOf(isolate, hiddenClass, isHas && what === 0 ? LoadMode.holes : what),
      rulesOf(isolate),
    );
    if (cache.isSet) icTold(isolate, 'KeyedLoadIC', cache, index as PropertyKey, isHas ? '' : loadModifier(cache));
  }
  finish(isolate, 'KeyedLoadIC', cache, index as PropertyKey);
}

function isCovered(handler: unknown, hiddenClass: HiddenClass, what: number, index: number): boolean {
  if (!(handler instanceof ElementHandler)) return false;
  if (what === 0 || handler.isSlow) return true;
  if (index < 0 && hiddenClass.instanceType !== 'typed array') return false;
  if (hiddenClass.elementsKind === dictionaryElements || hiddenClass.instanceType === 'sloppy arguments') return false;
  return (handler.mode & what) !== 0;
}

/** V8: CanCache. */
function canCache(receiver: Value): boolean {
  if (typeof receiver === 'string') return true;
  return receiver instanceof JSObject && !receiver.hiddenClass.instanceType.endsWith(' wrapper');
}

/** V8: GetNewKeyedLoadMode. */
function loadModeOf(isolate: Isolate, hiddenClass: HiddenClass, what: number): number {
  if (!readsHoles(isolate, hiddenClass)) return LoadMode.inBounds;
  const { instanceType, elementsKind } = hiddenClass;
  const isOfObject = !instanceType.startsWith('primitive ') && instanceType !== 'typed array';
  const always = isOfObject && elementsKind === ElementsKind.HOLEY_ELEMENTS ? LoadMode.holes : 0;
  if (what !== LoadMode.holes) return what | always;
  return isOfObject && isHoley(elementsKind) && elementsKind <= lastExtensibleFastKind ? LoadMode.holes : 0;
}

/** A key that is neither name nor index ends all that a site knows. */
function noteOtherKey(isolate: Isolate, receiver: Value, key: Value, vector: FeedbackVector, slot: number): void {
  if (vector.slots[slot] === megamorphic) return;
  const cache = new InlineCache(vector, slot, classOf(isolate, receiver));
  const shown = typeof key === 'number' || typeof key === 'string' ? (key as PropertyKey) : String(typeof key);
  finish(isolate, 'KeyedLoadIC', cache, shown);
}

/** V8: what follows `vector_needs_update()`. */
function finish(isolate: Isolate, type: IcType, cache: InlineCache, key: PropertyKey): void {
  if (!cache.needsUpdate) return;
  cache.configureMegamorphic(key);
  icTold(isolate, type, cache, key);
}

/** key in something that is no object: it is noted, then it throws. */
export function noteHasOfPrimitive(
  isolate: Isolate,
  value: Value,
  keyValue: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const name = nameOf(keyValue);
  const index = indexOf(keyValue);
  if (name !== undefined) noteSlowByName(isolate, value, name, vector, slot);
  else if (index === undefined) noteOtherKey(isolate, value, keyValue, vector, slot);
  else if (vector.slots[slot] !== megamorphic) noteElementLoad(isolate, value, index, vector, slot, true);
}

/** KeyedHasIC: key in object. */
export function hasKeyed(
  isolate: Isolate,
  object: JSObject,
  keyValue: Value,
  vector: FeedbackVector,
  slot: number,
): boolean {
  const name = nameOf(keyValue);
  if (name !== undefined) return hasByName(isolate, object, name, vector, slot);
  const index = indexOf(keyValue);
  if (index === undefined) noteOtherKey(isolate, object, keyValue, vector, slot);
  else if (vector.slots[slot] !== megamorphic) noteElementLoad(isolate, object, index, vector, slot, true);
  return hasProperty(isolate, object, toPropertyKey(isolate, keyValue));
}
