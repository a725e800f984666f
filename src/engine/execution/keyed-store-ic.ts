/**
 * Inline caches of keyed stores at work: object[key] = value, elements of literals, computed fields. V8: KeyedStoreIC and
 * StoreInArrayLiteralIC in src/ic/ic.cc; code-stub-assembler.cc (EmitElementStore).
 */
import { ElementHandler, StoreMode, storeModifier, updateStoreElement } from '../ic/element-ic.ts';
import { type FeedbackVector, megamorphic } from '../ic/feedback-vector.ts';
import { InlineCache } from '../ic/inline-cache.ts';
import { addElement, transitionElementsKind } from '../objects/elements.ts';
import { capacityOf, ensureWritable, isCopyOnWrite } from '../objects/elements-capacity.ts';
import { capacityForIndex, growInPlace, maxGap } from '../objects/elements-heuristics.ts';
import { dictionaryElements, generalizeForValue, isHoley, lastExtensibleFastKind } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject, noElements } from '../objects/js-object.ts';
import { migrateInstance } from '../objects/migration.ts';
import { isLengthWritable } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { listOf } from '../objects/value-list.ts';
import { JSSymbol, keyToDisplay, maxArrayIndex, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { recordWrite } from '../objects/write-barrier.ts';
import { toPropertyKey } from './conversions.ts';
import { describeWithoutSideEffects } from './describe.ts';
import { throwTypeError } from './errors.ts';
import { icTold } from './feedback-changes.ts';
import type { Isolate } from './isolate.ts';
import { classOf, noteDefineByName, storeByName } from './named-ic.ts';
import { storeInArrayLiteral } from './literals.ts';
import { storePrivateName } from './private-names.ts';
import { storeSlow } from './property-operations.ts';
import { checksPrototypes, elementHandler, indexOf, isIndexOf, lengthOf, nameOf, rulesOf } from './element-access.ts';

/** Longer arrays may stay sparse. */
const mostReserved = 64;

/** KeyedStoreIC. */
export function storeKeyed(
  isolate: Isolate,
  receiver: Value,
  keyValue: Value,
  value: Value,
  vector: FeedbackVector,
  slot: number,
  strict: boolean,
): Value {
  if (receiver === undefined || receiver === null) throwNullishStore(isolate, receiver, keyValue);
  const name = nameOf(keyValue);
  if (name !== undefined) return storeByName(isolate, receiver, name, value, vector, slot, strict);
  const index = indexOf(keyValue);
  if (!(receiver instanceof JSObject) || index === undefined || !isIndexOf(receiver.hiddenClass, index)) {
    noteOddStore(isolate, receiver, index ?? keyValue, vector, slot);
    const key = toPropertyKey(isolate, keyValue);
    if (key instanceof JSSymbol && key.isPrivate) {
      storePrivateName(isolate, receiver, key, value);
      return undefined;
    }
    return storeSlow(isolate, receiver, key, value, strict);
  }
  migrateInstance(receiver);
  const before = receiver.hiddenClass;
  if (vector.slots[slot] === megamorphic) return storeElement(isolate, receiver, index, keyValue, value, strict);
  const mode = storeModeOf(receiver, index);
  const handler = elementHandler(vector, slot, before);
  if (isStoreCovered(handler, receiver, index, value, mode)) {
    takeTransition(receiver, handler as ElementHandler);
    if (vector.isAllocated && before.instanceType === 'array' && before.elementsKind <= lastExtensibleFastKind)
      growInPlace(receiver, index);
    return storeElement(isolate, receiver, index, keyValue, value, strict);
  }
  const isArguments = before.instanceType === 'arguments' || before.instanceType === 'sloppy arguments';
  const cache = new InlineCache(vector, slot, before);
  const result = storeElement(isolate, receiver, index, keyValue, value, strict);
  if (isArguments) cache.slowReason = 'arguments receiver';
  else if (isInArrayPrototypes(isolate, before)) cache.slowReason = 'map in array prototype';
  else if (before.elementsKind !== dictionaryElements && checksPrototypes(before))
    cache.slowReason = 'prototype with potentially read-only elements';
  else updateStoreElement(cache, before, mode, receiver.hiddenClass, rulesOf(isolate));
  if (cache.needsUpdate) cache.configureMegamorphic(index as PropertyKey);
  icTold(isolate, 'KeyedStoreIC', cache, index as PropertyKey, storeModifier(cache));
  return result;
}

/**
 * What most stores to an element that is not there need, at a site that knows the array's hidden class: the backing store has
 * room, the value fits its kind, and no prototype has a say. False: nothing was done.
 */
export function fillHole(isolate: Isolate, array: JSObject, index: number, value: Value, handler: unknown): boolean {
  const { hiddenClass, elements, length } = array;
  const { instanceType, elementsKind, prototype } = hiddenClass;
  if (instanceType !== 'array' || generalizeForValue(elementsKind, value, isolate.profile.smiBits) !== elementsKind)
    return false;
  if (index > elements.length || (index === elements.length && index >= array.capacity)) return false;
  if (elementsKind > lastExtensibleFastKind || prototype !== isolate.realm.arrayPrototype) return false;
  if (isolate.realm.hasIndexedPrototypes() || isCopyOnWrite(array)) return false;
  if (index >= length) {
    const mayGrow = handler instanceof ElementHandler && handler.mode === StoreMode.growAndCopyOnWrite;
    if (!mayGrow || index > length || !isLengthWritable(array)) return false;
    array.length = index + 1;
  }
  if (index < elements.length) elements[index] = value;
  else if (elements === noElements) array.elements = listFor(array, value);
  else elements.push(value);
  recordWrite(array, value);
  return true;
}

/** Short arrays that were made with their length are mostly filled. */
function listFor({ length }: JSObject, first: Value): Value[] {
  if (length > mostReserved) return [first];
  const elements = listOf(length, theHole);
  elements[0] = first;
  return elements;
}

/** V8: Map::IsMapInArrayPrototypeChain. */
function isInArrayPrototypes(isolate: Isolate, hiddenClass: HiddenClass): boolean {
  const { arrayPrototype, objectPrototype } = isolate.realm;
  return hiddenClass === arrayPrototype.hiddenClass || hiddenClass === objectPrototype.hiddenClass;
}

function throwNullishStore(isolate: Isolate, receiver: undefined | null, keyValue: Value): never {
  const key = keyValue instanceof JSObject ? undefined : toPropertyKey(isolate, keyValue);
  if (key === undefined) {
    const text = describeWithoutSideEffects(keyValue as JSObject);
    if (text === undefined) throwTypeError(isolate, 'NonObjectPropertyStore', String(receiver));
    throwTypeError(isolate, 'NonObjectPropertyStoreWithProperty', String(receiver), text);
  }
  throwTypeError(isolate, 'NonObjectPropertyStoreWithProperty', String(receiver), keyToDisplay(key));
}

function noteOddStore(isolate: Isolate, receiver: Value, key: Value, vector: FeedbackVector, slot: number): void {
  if (vector.slots[slot] === megamorphic) return;
  const cache = new InlineCache(vector, slot, classOf(isolate, receiver));
  cache.slowReason = receiver instanceof JSObject ? 'non-smi-like key' : 'non-JSObject receiver';
  const shown = typeof key === 'number' || typeof key === 'string' ? (key as PropertyKey) : String(typeof key);
  if (cache.needsUpdate) cache.configureMegamorphic(shown);
  icTold(isolate, 'KeyedStoreIC', cache, shown);
}

/** V8: GetStoreMode. */
function storeModeOf(receiver: JSObject, index: number): number {
  const { instanceType, elementsKind } = receiver.hiddenClass;
  if (instanceType === 'arguments' || instanceType === 'sloppy arguments') return StoreMode.inBounds;
  const isBeyond = index >= lengthOf(receiver) || index < 0;
  if (instanceType === 'array' && isBeyond && index <= maxArrayIndex && !becomesDictionary(receiver, index))
    return StoreMode.growAndCopyOnWrite;
  if (instanceType === 'typed array') return isBeyond ? StoreMode.ignoreTypedOutOfBounds : StoreMode.inBounds;
  return elementsKind !== dictionaryElements && isCopyOnWrite(receiver) ? StoreMode.copyOnWrite : StoreMode.inBounds;
}

/** V8: JSObject::WouldConvertToSlowElements. */
function becomesDictionary(receiver: JSObject, index: number): boolean {
  if (receiver.hiddenClass.elementsKind > lastExtensibleFastKind) return false;
  return index >= capacityOf(receiver) && capacityForIndex(receiver, index) < 0;
}

/** V8: EmitElementStore, its ways to `bailout`. */
function isStoreCovered(handler: unknown, receiver: JSObject, index: number, value: Value, mode: number): boolean {
  if (!(handler instanceof ElementHandler)) return false;
  if (handler.isSlow) return true;
  const { hiddenClass } = receiver;
  const { instanceType } = hiddenClass;
  const kind = handler.transition?.elementsKind ?? hiddenClass.elementsKind;
  if (instanceType === 'typed array')
    return mode === StoreMode.inBounds || handler.mode === StoreMode.ignoreTypedOutOfBounds;
  if (instanceType === 'sloppy arguments') return isThere(receiver, index);
  if (generalizeForValue(kind, value, hiddenClass.heap.profile.smiBits) !== kind) return false;
  if (instanceType === 'array' && index >= receiver.length && handler.mode === StoreMode.growAndCopyOnWrite)
    // How sparse the array gets is not asked any more.
    return (isHoley(kind) || index === receiver.length) && index - capacityOf(receiver) < maxGap;
  if (mode === StoreMode.inBounds) return index < lengthOf(receiver);
  if (handler.mode === StoreMode.growAndCopyOnWrite) return mode === StoreMode.copyOnWrite;
  return handler.mode === StoreMode.copyOnWrite && mode === StoreMode.copyOnWrite;
}

function takeTransition(receiver: JSObject, { transition, isSlow }: ElementHandler): void {
  if (transition !== undefined && !isSlow) transitionElementsKind(receiver, transition.elementsKind);
}

function isThere(receiver: JSObject, index: number): boolean {
  return index < receiver.elements.length && receiver.elements[index] !== theHole;
}

function storeElement(
  isolate: Isolate,
  receiver: JSObject,
  index: number,
  keyValue: Value,
  value: Value,
  strict: boolean,
): Value {
  const { hiddenClass } = receiver;
  const kind = hiddenClass.elementsKind;
  if (index < 0 || kind > lastExtensibleFastKind || hiddenClass.isExotic)
    return storeSlow(isolate, receiver, toPropertyKey(isolate, keyValue), value, strict);
  if (index < receiver.elements.length && receiver.elements[index] !== theHole) {
    const next = generalizeForValue(kind, value, isolate.profile.smiBits);
    if (next !== kind) transitionElementsKind(receiver, next);
    ensureWritable(receiver);
    receiver.elements[index] = value;
    recordWrite(receiver, value);
    return undefined;
  }
  if (
    hiddenClass.instanceType === 'array' &&
    index <= receiver.length &&
    hiddenClass.prototype === isolate.realm.arrayPrototype &&
    !isolate.realm.hasIndexedPrototypes() &&
    hiddenClass.isExtensible &&
    (index < receiver.length || isLengthWritable(receiver))
  ) {
    addElement(receiver, index, value, Attribute.all, false);
    return undefined;
  }
  return storeSlow(isolate, receiver, index, value, strict);
}

/** StoreInArrayLiteralIC. */
export function storeInLiteral(
  isolate: Isolate,
  array: JSObject,
  index: number,
  value: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const before = array.hiddenClass;
  const mode = storeModeOf(array, index);
  const handler = elementHandler(vector, slot, before);
  const isHit = isStoreCovered(handler, array, index, value, mode);
  if (isHit) takeTransition(array, handler as ElementHandler);
  if (isHit || vector.slots[slot] === megamorphic) {
    storeInArrayLiteral(array, index, value);
    return;
  }
  const cache = new InlineCache(vector, slot, before);
  storeInArrayLiteral(array, index, value);
  updateStoreElement(cache, before, mode, array.hiddenClass, rulesOf(isolate));
  if (cache.needsUpdate) cache.configureMegamorphic(index);
  icTold(isolate, 'StoreInArrayLiteralIC', cache, index, storeModifier(cache));
}

/** DefineKeyedOwnIC, before it defines: computed and private fields of classes. */
export function noteDefineByKey(
  isolate: Isolate,
  object: JSObject,
  keyValue: Value,
  value: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  if (vector.slots[slot] === megamorphic) return;
  const name = nameOf(keyValue);
  const index = indexOf(keyValue);
  if (name !== undefined) noteDefineByName(isolate, object, name, value, vector, slot);
  else if (index === undefined || !isIndexOf(object.hiddenClass, index))
    noteOddStore(isolate, object, index ?? keyValue, vector, slot);
  else noteDefineElement(isolate, object, index, value, vector, slot);
}

/** Its element is never there yet, which no handler for plain objects covers: the second one is a miss again. */
function noteDefineElement(
  isolate: Isolate,
  object: JSObject,
  index: number,
  value: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const { hiddenClass } = object;
  const mode = storeModeOf(object, index);
  if (isStoreCovered(elementHandler(vector, slot, hiddenClass), object, index, value, mode)) return;
  const cache = new InlineCache(vector, slot, hiddenClass);
  updateStoreElement(cache, hiddenClass, mode, hiddenClass, rulesOf(isolate));
  if (cache.needsUpdate) cache.configureMegamorphic(index);
  icTold(isolate, 'KeyedStoreIC', cache, index, storeModifier(cache));
}

/** Runtime_DefineKeyedOwnPropertyInLiteral: one name and one hidden class, or anything; nothing is cached. */
export function noteDefineInLiteral(
  isolate: Isolate,
  object: JSObject,
  key: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const { slots } = vector;
  if (slots[slot] === megamorphic) return;
  const pairs = slots[slot + 1];
  const name = key instanceof JSSymbol ? key : String(key as string | number);
  if (slots[slot] === undefined && (name instanceof JSSymbol || isolate.strings.has(name))) {
    slots[slot] = name;
    slots[slot + 1] = [object.hiddenClass, undefined];
  } else if (slots[slot] !== name || !(pairs instanceof Array) || pairs[0] !== object.hiddenClass) {
    slots[slot] = megamorphic;
    slots[slot + 1] = undefined;
  }
}
