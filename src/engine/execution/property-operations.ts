/**
 * Property loads and stores of the interpreter, through the inline caches; getters and setters of the guest get frames.
 * What these return is the accumulator's new value, or `framePushed`. V8: src/ic/ic.cc, accessor-assembler.cc.
 */
import { AccessorPair } from '../objects/accessor-pair.ts';
import { addElement, transitionElementsKind } from '../objects/elements.ts';
import { growInPlace } from '../objects/elements-heuristics.ts';
import { ensureWritable } from '../objects/elements-capacity.ts';
import { dictionaryElements, generalizeForValue, lastExtensibleFastKind } from '../objects/elements-kind.ts';
import type { HiddenClass, NamedKey } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn } from '../objects/lookup.ts';
import type { StoreOrigin } from '../objects/map-transitions.ts';
import { makePrototypesFast, migrateInstance } from '../objects/migration.ts';
import { addOwn, isLengthWritable, writeOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { isNumericKey, isValidIndex } from '../objects/typed-array.ts';
import { JSSymbol, keyToDisplay, maxArrayIndex, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { type FeedbackVector, megamorphic } from '../ic/feedback-vector.ts';
import {
  computeDefineHandler,
  computeLoadHandler,
  computeStoreHandler,
  HolderHandler,
  type LoadHandler,
  otherHandler,
  polymorphicHandler,
  type StoreHandler,
  updateSite,
} from '../ic/property-ic.ts';
import type { IcType } from '../ic/ic-state.ts';
import { toPropertyKey } from './conversions.ts';
import { describeWithoutSideEffects } from './describe.ts';
import { throwReferenceError, throwTypeError } from './errors.ts';
import { icMissed } from './feedback-changes.ts';
import type { Isolate } from './isolate.ts';
import { loadPrivateName, storePrivateName } from './private-names.ts';
import { nullishLoadMessage } from './render-call-site.ts';
import {
  prototypeOfPrimitive,
  setProperty,
  setTypedElement,
  throwSetFailure,
  toArrayLength,
} from './property-access.ts';
import { proxyGet, proxySet } from './proxy.ts';
import { carryOut } from './store-handlers.ts';

/** LoadIC: receiver.key. */
export function loadNamed(
  isolate: Isolate,
  receiver: Value,
  key: NamedKey,
  vector: FeedbackVector,
  slot: number,
): Value {
  const { slots } = vector;
  if (!(receiver instanceof JSObject)) return loadNamedOfPrimitive(isolate, receiver, key);
  const hiddenClass = receiver.hiddenClass;
  const feedback = slots[slot];
  const known = feedback === hiddenClass ? slots[slot + 1] : otherHandler(feedback, hiddenClass, slots, slot);
  let handler = known as LoadHandler | undefined;
  if (handler !== undefined) {
    if (typeof handler === 'number') return receiver.properties[handler] as Value;
    if (handler.kind === 'slow') return loadSlow(isolate, receiver, key, receiver);
    if (handler.epoch === isolate.heap.prototypeEpoch) return loadByHandler(isolate, receiver, handler);
  }
  if (hiddenClass.isDeprecated) {
    migrateInstance(receiver);
    return loadSlow(isolate, receiver, key, receiver);
  }
  if (vector.isAllocated) makePrototypesFast(receiver);
  handler = computeLoadHandler(receiver, key, true);
  const from = vector.icState(slot);
  if (feedback === megamorphic) {
    slots[slot + 1] = key;
    (hiddenClass.megamorphicLoads ??= new Map()).set(key, handler);
  } else updateSite(slots, slot, hiddenClass, handler, key);
  icMissed(isolate, 'LoadIC', vector, slot, from, hiddenClass, key);
  if (typeof handler === 'number') return receiver.properties[handler] as Value;
  if (handler.kind === 'slow') return loadSlow(isolate, receiver, key, receiver);
  return loadByHandler(isolate, receiver, handler);
}

function loadByHandler(isolate: Isolate, receiver: Value, handler: HolderHandler): Value {
  if (handler.kind === 'field') return handler.holder!.properties[handler.field] as Value;
  if (handler.kind === 'getter') return isolate.interpreter.enterGetter(handler.getter!, receiver);
  return undefined;
}

function loadNamedOfPrimitive(isolate: Isolate, receiver: Value, key: NamedKey): Value {
  if (typeof receiver === 'string' && key === 'length') return receiver.length;
  if (receiver === undefined || receiver === null) throwLoadFailure(isolate, receiver, key);
  return loadSlow(isolate, prototypeOfPrimitive(isolate, receiver, key), key, receiver);
}

function throwLoadFailure(isolate: Isolate, receiver: Value, key: PropertyKey): never {
  throw isolate.error('TypeError', nullishLoadMessage(isolate, receiver, key));
}

/** Looks the property up along the prototype chain; a getter gets a frame. */
export function loadSlow(isolate: Isolate, start: JSObject, key: PropertyKey, receiver: Value): Value {
  const found = isolate.scratchLookup;
  // Private names are own properties or nothing.
  if (key instanceof JSSymbol && key.isPrivate)
    return lookupOwn(found, start, key) ? (found.value as Value) : undefined;
  for (let holder: JSObject | null = start; holder !== null; holder = holder.hiddenClass.prototype) {
    const type = holder.hiddenClass.instanceType;
    if (type === 'proxy') return proxyGet(isolate, holder, key, receiver);
    if (!lookupOwn(found, holder, key)) {
      if (type === 'typed array' && isNumericKey(key)) return undefined;
      continue;
    }
    if (!found.isAccessor) {
      if (found.value === theHole) throwReferenceError(isolate, 'AccessedUninitializedVariable', keyToDisplay(key));
      return found.value as Value;
    }
    const getter = (found.value as AccessorPair).getter;
    return getter === undefined ? undefined : isolate.interpreter.enterGetter(getter, receiver);
  }
  return undefined;
}

/** KeyedLoadIC beyond the interpreter's fast path for elements. */
export function loadKeyed(
  isolate: Isolate,
  receiver: Value,
  keyValue: Value,
  vector: FeedbackVector,
  slot: number,
): Value {
  if (receiver === undefined || receiver === null) {
    const key = keyValue instanceof JSObject ? undefined : toPropertyKey(isolate, keyValue);
    if (key === undefined) {
      const text = describeWithoutSideEffects(keyValue as JSObject);
      if (text === undefined) throwTypeError(isolate, 'NonObjectPropertyLoad', String(receiver));
      throwTypeError(isolate, 'NonObjectPropertyLoadWithProperty', String(receiver), text);
    }
    throwLoadFailure(isolate, receiver, key);
  }
  if (typeof receiver === 'string' && typeof keyValue === 'number') {
    const character = receiver[keyValue];
    if (character !== undefined && keyValue >>> 0 === keyValue) return character;
  }
  if (receiver instanceof JSObject && typeof keyValue === 'number' && keyValue >>> 0 === keyValue) {
    const { hiddenClass, elements } = receiver;
    const value = keyValue < elements.length && !hiddenClass.isExotic ? elements[keyValue] : theHole;
    if (typeof value !== 'object' || value !== theHole) {
      noteKeyedSite(isolate, 'KeyedLoadIC', vector, slot, hiddenClass, keyValue);
      return value;
    }
  }
  const key = toPropertyKey(isolate, keyValue);
  if (receiver instanceof JSObject) noteKeyedSite(isolate, 'KeyedLoadIC', vector, slot, receiver.hiddenClass, key);
  if (key instanceof JSSymbol && key.isPrivate) return loadPrivateName(isolate, receiver, key);
  if (receiver instanceof JSObject) {
    migrateInstance(receiver);
    if (vector.isAllocated && typeof key !== 'number' && vector.slots[slot] !== megamorphic)
      makePrototypesFast(receiver);
    return loadSlow(isolate, receiver, key, receiver);
  }
  if (typeof receiver === 'string' && key === 'length') return receiver.length;
  if (typeof receiver === 'string' && typeof key === 'number' && key < receiver.length) return receiver[key];
  return loadSlow(isolate, prototypeOfPrimitive(isolate, receiver, key), key, receiver);
}

/**
 * Feedback of a keyed site: hidden classes for elements; one name at most, a second makes it megamorphic.
 * [slot] as for named sites, or the name, whose pairs then stand in [slot + 1].
 */
function noteKeyedSite(
  isolate: Isolate,
  type: IcType,
  vector: FeedbackVector,
  slot: number,
  hiddenClass: HiddenClass,
  key: PropertyKey,
): void {
  const { slots } = vector;
  const feedback = slots[slot];
  if (feedback === megamorphic) return;
  const from = vector.icState(slot);
  if (typeof key === 'number') {
    if (typeof feedback !== 'string' && !(feedback instanceof JSSymbol)) {
      if (feedback === hiddenClass) return;
      updateSite(slots, slot, hiddenClass, 'element');
    } else slots[slot] = megamorphic;
  } else if (feedback === undefined) {
    slots[slot] = key;
    slots[slot + 1] = [hiddenClass, undefined];
  } else if (feedback === key) return;
  else {
    slots[slot] = megamorphic;
    slots[slot + 1] = undefined;
  }
  icMissed(isolate, type, vector, slot, from, hiddenClass, key);
}

/** StoreIC: receiver.key = value. */
export function storeNamed(
  isolate: Isolate,
  receiver: Value,
  key: NamedKey,
  value: Value,
  vector: FeedbackVector,
  slot: number,
  strict: boolean,
): Value {
  const { slots } = vector;
  if (!(receiver instanceof JSObject)) return storeSlow(isolate, receiver, key, value, strict);
  const hiddenClass = receiver.hiddenClass;
  const feedback = slots[slot];
  let handler: StoreHandler;
  if (feedback === hiddenClass) handler = slots[slot + 1] as StoreHandler;
  else handler = polymorphicHandler(feedback, hiddenClass) as StoreHandler;
  if (carryOut(isolate, receiver, handler, value)) return undefined;
  const wasDeprecated = hiddenClass.isDeprecated;
  migrateInstance(receiver);
  makePrototypesFast(hiddenClass.prototype);
  handler = computeStoreHandler(receiver, key, value);
  if (!wasDeprecated) {
    const from = vector.icState(slot);
    updateSite(slots, slot, receiver.hiddenClass, handler);
    icMissed(isolate, 'StoreIC', vector, slot, from, receiver.hiddenClass, key);
  }
  return carryOut(isolate, receiver, handler, value) ? undefined : storeSlow(isolate, receiver, key, value, strict);
}

/** DefineNamedOwnIC: class fields and literals. */
export function defineNamed(
  isolate: Isolate,
  object: JSObject,
  key: NamedKey,
  value: Value,
  vector: FeedbackVector,
  slot: number,
): void {
  const { slots } = vector;
  const hiddenClass = object.hiddenClass;
  let handler: StoreHandler;
  if (slots[slot] === hiddenClass) handler = slots[slot + 1] as StoreHandler;
  else handler = polymorphicHandler(slots[slot], hiddenClass) as StoreHandler;
  if (carryOut(isolate, object, handler, value)) return;
  const wasDeprecated = hiddenClass.isDeprecated;
  migrateInstance(object);
  handler = computeDefineHandler(object, key, value);
  if (!wasDeprecated) {
    const from = vector.icState(slot);
    updateSite(slots, slot, object.hiddenClass, handler);
    icMissed(isolate, 'StoreIC', vector, slot, from, object.hiddenClass, key);
  }
  if (!carryOut(isolate, object, handler, value)) isolate.interpreter.createDataProperty(object, key, value);
}

/** Any store; a setter gets a frame whose value is dropped. */
export function storeSlow(
  isolate: Isolate,
  receiver: Value,
  key: PropertyKey,
  value: Value,
  strict: boolean,
  origin: StoreOrigin = 'named',
): Value {
  if (!(receiver instanceof JSObject)) {
    setProperty(isolate, receiver, key, value, strict);
    return undefined;
  }
  const found = isolate.scratchLookup;
  for (let holder: JSObject | null = receiver; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') {
      if (!proxySet(isolate, holder, key, value, receiver) && strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    if (holder.hiddenClass.instanceType === 'typed array' && isNumericKey(key)) {
      if (holder === receiver) setTypedElement(isolate, holder, key, value);
      else if (isValidIndex(holder, key)) setProperty(isolate, receiver, key, value, strict);
      return undefined;
    }
    if (!lookupOwn(found, holder, key)) continue;
    if (found.isAccessor && found.setter !== undefined)
      return isolate.interpreter.enterSetter(found.setter, receiver, value);
    if (found.isAccessor || !found.isWritable) {
      if (strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    if (holder !== receiver) break;
    if (holder.hiddenClass.instanceType === 'module namespace') {
      if (strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    const isLength = key === 'length' && receiver.hiddenClass.instanceType === 'array';
    const stored = isLength ? toArrayLength(isolate, value) : value;
    if (isLength && !isLengthWritable(receiver)) {
      if (strict) throwSetFailure(isolate, receiver, key);
      return undefined;
    }
    if (!writeOwn(receiver, key, found, stored) && strict) {
      throwTypeError(isolate, 'StrictDeleteProperty', String(receiver.length - 1), '[object Array]');
    }
    return undefined;
  }
  return addOrFail(isolate, receiver, key, value, strict, origin);
}

function addOrFail(
  isolate: Isolate,
  receiver: JSObject,
  key: PropertyKey,
  value: Value,
  strict: boolean,
  origin: StoreOrigin,
): Value {
  const blocked =
    !receiver.hiddenClass.isExtensible ||
    (typeof key === 'number' &&
      receiver.hiddenClass.instanceType === 'array' &&
      key >= receiver.length &&
      !isLengthWritable(receiver));
  if (blocked) {
    if (strict) throwTypeError(isolate, 'ObjectNotExtensible', keyToDisplay(key));
    return undefined;
  }
  addOwn(receiver, key, value, Attribute.all, false, origin);
  return undefined;
}

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
  if (
    receiver instanceof JSObject &&
    typeof keyValue === 'number' &&
    keyValue >>> 0 === keyValue &&
    keyValue <= maxArrayIndex
  ) {
    migrateInstance(receiver);
    const hiddenClass = receiver.hiddenClass;
    const kind = hiddenClass.elementsKind;
    if (vector.slots[slot] !== hiddenClass) noteKeyedSite(isolate, 'KeyedStoreIC', vector, slot, hiddenClass, keyValue);
    else if (vector.isAllocated && hiddenClass.instanceType === 'array' && kind <= lastExtensibleFastKind)
      growInPlace(receiver, keyValue);
    if (
      kind <= lastExtensibleFastKind &&
      !hiddenClass.isExotic &&
      keyValue < receiver.elements.length &&
      receiver.elements[keyValue] !== theHole
    ) {
      const next = generalizeForValue(kind, value);
      if (next !== kind) transitionElementsKind(receiver, next);
      ensureWritable(receiver);
      receiver.elements[keyValue] = value;
      return undefined;
    }
    if (
      hiddenClass.instanceType === 'array' &&
      kind !== dictionaryElements &&
      keyValue <= receiver.length &&
      kind <= lastExtensibleFastKind &&
      hiddenClass.prototype === isolate.realm.arrayPrototype &&
      !isolate.realm.hasIndexedPrototypes() &&
      hiddenClass.isExtensible &&
      (keyValue < receiver.length || isLengthWritable(receiver))
    ) {
      addElement(receiver, keyValue, value, Attribute.all, false);
      return undefined;
    }
    return storeSlow(isolate, receiver, keyValue, value, strict);
  }
  if (receiver === undefined || receiver === null) {
    const key = keyValue instanceof JSObject ? undefined : toPropertyKey(isolate, keyValue);
    if (key === undefined) {
      const text = describeWithoutSideEffects(keyValue as JSObject);
      if (text === undefined) throwTypeError(isolate, 'NonObjectPropertyStore', String(receiver));
      throwTypeError(isolate, 'NonObjectPropertyStoreWithProperty', String(receiver), text);
    }
    throwTypeError(isolate, 'NonObjectPropertyStoreWithProperty', String(receiver), keyToDisplay(key));
  }
  const key = toPropertyKey(isolate, keyValue);
  if (receiver instanceof JSObject) noteKeyedSite(isolate, 'KeyedStoreIC', vector, slot, receiver.hiddenClass, key);
  if (key instanceof JSSymbol && key.isPrivate) {
    storePrivateName(isolate, receiver, key, value);
    return undefined;
  }
  if (receiver instanceof JSObject && typeof key !== 'number') {
    migrateInstance(receiver);
    if (vector.slots[slot] !== megamorphic) makePrototypesFast(receiver.hiddenClass.prototype);
  }
  return storeSlow(isolate, receiver, key, value, strict, 'keyed');
}
