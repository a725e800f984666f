/**
 * Changing an object's own properties: the internal methods of ordinary and array exotic objects, without guest code.
 * V8: src/objects/js-objects.cc, map-updater.cc, elements.cc.
 */
import { AccessorPair } from './accessor-pair.ts';
import { ensureWritable } from './elements-capacity.ts';
import { addElement, changeElement, convertToSparse, deleteElement, setArrayLength } from './elements.ts';
import { dictionaryElements } from './elements-kind.ts';
import type { NamedKey } from './descriptor-array.ts';
import type { HiddenClass } from './hidden-class.ts';
import { FunctionData, type PropertyDescriptor, type SloppyArgumentsData } from './internal-slots.ts';
import type { JSObject } from './js-object.ts';
import { lookupNamed, lookupOwn, PropertyLookup } from './lookup.ts';
import type { StoreOrigin } from './map-transitions.ts';
import { withPrototypeTransition } from './map-updater.ts';
import { migrateToMap, optimizeAsPrototype } from './migration.ts';
import { addNamed, deleteNamed, type NamedDeleteResult, reconfigureNamed, writeNamed } from './named-properties.ts';
import { Attribute, makeDetails, PropertyKind } from './property-details.ts';
import { completeSlackTracking } from './slack-tracking.ts';
import { isNumericKey, isValidIndex, storeElement, typedArrayDataOf } from './typed-array.ts';
import { isObject, JSSymbol, keyFromString, type PropertyKey, theHole, type Value } from './value.ts';
import { recordWrite, recordWrites } from './write-barrier.ts';

/** Adds a property that is not there yet. The caller has checked extensibility. */
export function addOwn(
  object: JSObject,
  key: PropertyKey,
  value: Value | AccessorPair,
  attributes: number,
  isAccessor = false,
  origin: StoreOrigin = 'named',
): void {
  noteStructureChange(object);
  if (typeof key === 'number') {
    if (object.hiddenClass.isPrototype) object.hiddenClass.heap.mapListener.prototypeGainsElement(object.hiddenClass);
    addElement(object, key, value, attributes, isAccessor);
  } else addNamed(object, key, value, attributes, isAccessor ? PropertyKind.accessor : PropertyKind.data, origin);
}

/** Adds a property whose value is computed by the engine (V8: AccessorInfo): see nativeValue in lookup.ts. */
export function addNative(object: JSObject, key: NamedKey, attributes: number): void {
  addNamed(object, key, undefined, attributes, PropertyKind.native);
}

/** Writes a data property that `found` describes. Returns false where an array's length cannot be set that far. */
export function writeOwn(object: JSObject, key: PropertyKey, found: PropertyLookup, value: Value): boolean {
  if (typeof key === 'number') {
    writeElement(object, key, value);
    return true;
  }
  if (found.kind === PropertyKind.native) return writeNative(object, key, value);
  writeNamed(object, key, found, value);
  return true;
}

function writeElement(object: JSObject, index: number, value: Value): void {
  const type = object.hiddenClass.instanceType;
  if (type === 'typed array') return storeElement(object, index, value);
  if (type === 'sloppy arguments') {
    const data = object.internal as SloppyArgumentsData;
    const slot = data.mapped[index] ?? -1;
    if (slot >= 0) data.context.slots[slot] = value;
  }
  changeElement(object, index, value);
}

function writeNative(object: JSObject, key: NamedKey, value: Value): boolean {
  if (object.hiddenClass.instanceType === 'array') return setArrayLength(object, value as number);
  if (object.internal instanceof FunctionData && key === 'prototype' && value !== undefined) {
    // V8 keeps the prototype of a function beside its initial map; a new one starts a new family of instances.
    replacePrototypeProperty(object, object.internal, value);
    return true;
  }
  redefineNative(object, key, value);
  return true;
}

/** The function keeps its own hidden class; instances begin with another. V8: JSFunction::SetPrototype. */
function replacePrototypeProperty(object: JSObject, data: FunctionData, value: Value): void {
  const initial = data.initialHiddenClass as HiddenClass | undefined;
  if (initial !== undefined && initial.constructionCounter !== 0) completeSlackTracking(initial);
  data.data = value;
  recordWrite(object, value);
  if (isObject(value)) optimizeAsPrototype(value);
  data.constructsWhile = undefined;
  if (initial !== undefined) object.hiddenClass.heap.mapListener.initialMapChanged(initial);
  object.hiddenClass.leaveStable();
}

/** A native property becomes an ordinary data property with the same attributes. */
function redefineNative(object: JSObject, key: NamedKey, value: Value): void {
  const lookup = new PropertyLookup();
  lookupNamed(lookup, object, key);
  reconfigureNamed(object, key, lookup, lookup.attributes, PropertyKind.data, value);
}

/** ECMAScript: ValidateAndApplyPropertyDescriptor, and array's [[DefineOwnProperty]]. False where it is not allowed. */
export function defineOwn(object: JSObject, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
  if (object.hiddenClass.instanceType === 'array') {
    if (key === 'length') return defineArrayLength(object, descriptor);
    if (typeof key === 'number' && key >= object.length && !isLengthWritable(object)) return false;
  }
  if (object.hiddenClass.instanceType === 'typed array' && isNumericKey(key)) {
    return defineTypedElement(object, key, descriptor);
  }
  const found = new PropertyLookup();
  const isAccessor = 'getter' in descriptor || 'setter' in descriptor;
  if (object.hiddenClass.instanceType === 'module namespace' && !(key instanceof JSSymbol))
    return lookupOwn(found, object, key) && isExportDescriptor(descriptor, found.value as Value);
  if (!lookupOwn(found, object, key)) {
    if (!object.hiddenClass.isExtensible) return false;
    const attributes =
      (descriptor.writable === true ? Attribute.writable : 0) |
      (descriptor.enumerable === true ? Attribute.enumerable : 0) |
      (descriptor.configurable === true ? Attribute.configurable : 0);
    const value = isAccessor ? new AccessorPair(descriptor.getter, descriptor.setter) : descriptor.value;
    addOwn(object, key, value, attributes, isAccessor);
    return true;
  }
  if (!isAllowed(found, descriptor, isAccessor)) return false;
  applyDescriptor(object, key, found, descriptor, isAccessor);
  return true;
}

/** A namespace's [[DefineOwnProperty]] changes nothing and agrees to what is so. */
function isExportDescriptor(descriptor: PropertyDescriptor, value: Value): boolean {
  if (descriptor.configurable === true || descriptor.enumerable === false || descriptor.writable === false)
    return false;
  if ('getter' in descriptor || 'setter' in descriptor) return false;
  return !('value' in descriptor) || Object.is(descriptor.value, value);
}

/** A typed array's [[DefineOwnProperty]]; the value has been converted. */
function defineTypedElement(object: JSObject, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
  if (!isDefinableElement(object, key, descriptor)) return false;
  if ('value' in descriptor) storeElement(object, key, descriptor.value);
  return true;
}

export function isDefinableElement(object: JSObject, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
  const { configurable, enumerable, writable } = descriptor;
  if (!isValidIndex(object, key)) return false;
  if (configurable === false || enumerable === false || writable === false) return false;
  return !('getter' in descriptor || 'setter' in descriptor);
}

function isAllowed(found: PropertyLookup, descriptor: PropertyDescriptor, isAccessor: boolean): boolean {
  if (found.isConfigurable) return true;
  if (descriptor.configurable === true) return false;
  if (descriptor.enumerable !== undefined && descriptor.enumerable !== found.isEnumerable) return false;
  const isData = 'value' in descriptor || descriptor.writable !== undefined;
  if (!isAccessor && !isData) return true;
  if (isAccessor !== found.isAccessor) return false;
  if (isAccessor) {
    if ('getter' in descriptor && descriptor.getter !== found.getter) return false;
    return !('setter' in descriptor) || descriptor.setter === found.setter;
  }
  if (found.isWritable) return true;
  if (descriptor.writable === true) return false;
  return !('value' in descriptor) || Object.is(descriptor.value, found.value);
}

function applyDescriptor(
  object: JSObject,
  key: PropertyKey,
  found: PropertyLookup,
  descriptor: PropertyDescriptor,
  isAccessor: boolean,
): void {
  const pick = (given: boolean | undefined, bit: number): number =>
    given === undefined ? found.attributes & bit : given ? bit : 0;
  const isData = 'value' in descriptor || descriptor.writable !== undefined;
  const becomesAccessor = isAccessor || (found.isAccessor && !isData);
  let attributes =
    pick(descriptor.enumerable, Attribute.enumerable) | pick(descriptor.configurable, Attribute.configurable);
  if (!becomesAccessor) {
    attributes |= found.isAccessor
      ? descriptor.writable === true
        ? Attribute.writable
        : 0
      : pick(descriptor.writable, Attribute.writable);
  }
  let value: Value | AccessorPair;
  if (becomesAccessor) {
    value = new AccessorPair(
      'getter' in descriptor ? descriptor.getter : found.getter,
      'setter' in descriptor ? descriptor.setter : found.setter,
    );
  } else if ('value' in descriptor) value = descriptor.value;
  else value = found.isAccessor ? undefined : found.value;
  const kind = becomesAccessor ? PropertyKind.accessor : PropertyKind.data;
  const currentKind = found.isAccessor ? PropertyKind.accessor : PropertyKind.data;
  if (attributes === found.attributes && isSameValue(found, kind, value)) {
    if (typeof key === 'number') ensureWritable(object);
    return;
  }
  if (!becomesAccessor && attributes === found.attributes && kind === currentKind) {
    if ('value' in descriptor) writeOwn(object, key, found, value as Value);
    return;
  }
  noteStructureChange(object);
  if (typeof key === 'number') reconfigureElement(object, key, value, attributes, kind);
  else reconfigureNamed(object, key, found, attributes, kind, value);
}

/** Nothing is done where every field of the descriptor is so already. */
function isSameValue(found: PropertyLookup, kind: number, value: Value | AccessorPair): boolean {
  if (!(value instanceof AccessorPair)) return found.kind === kind && Object.is(found.value, value);
  return found.isAccessor && found.getter === value.getter && found.setter === value.setter;
}

function reconfigureElement(
  object: JSObject,
  index: number,
  value: Value | AccessorPair,
  attributes: number,
  kind: number,
): void {
  const type = object.hiddenClass.instanceType;
  if (type === 'sloppy arguments') unmapArgument(object, index, kind, attributes, value);
  convertToSparse(object);
  recordWrites(object);
  object.sparse!.set(index, { value, details: makeDetails(attributes, kind, 0) });
  if (attributes !== Attribute.all || kind === PropertyKind.accessor) object.sparse!.requiresSlow = true;
}

function unmapArgument(
  object: JSObject,
  index: number,
  kind: number,
  attributes: number,
  value: Value | AccessorPair,
): void {
  const data = object.internal as SloppyArgumentsData;
  const slot = data.mapped[index] ?? -1;
  if (slot < 0) return;
  if (kind === PropertyKind.data) data.context.slots[slot] = value as Value;
  if (kind === PropertyKind.accessor || (attributes & Attribute.writable) === 0) data.mapped[index] = -1;
}

function defineArrayLength(object: JSObject, descriptor: PropertyDescriptor): boolean {
  if (
    descriptor.configurable === true ||
    descriptor.enumerable === true ||
    'getter' in descriptor ||
    'setter' in descriptor
  )
    return false;
  const writable = isLengthWritable(object);
  if (!writable && descriptor.writable === true) return false;
  let complete = true;
  if ('value' in descriptor) {
    const length = descriptor.value as number;
    if (length !== object.length) {
      if (!writable) return false;
      complete = setArrayLength(object, length);
    }
  }
  if (descriptor.writable === false && writable) {
    const found = new PropertyLookup();
    lookupNamed(found, object, 'length');
    noteStructureChange(object);
    reconfigureNamed(object, 'length', found, 0, PropertyKind.native, undefined);
  }
  return complete;
}

export function isLengthWritable(array: JSObject): boolean {
  const hiddenClass = array.hiddenClass;
  if (hiddenClass.isDictionary) return (array.dictionary!.get('length')!.details & Attribute.writable) !== 0;
  const row = hiddenClass.propertyCount > 0 && hiddenClass.keyAt(0) === 'length' ? 0 : hiddenClass.lookup('length');
  return (hiddenClass.detailsAt(row) & Attribute.writable) !== 0;
}

export type DeleteResult = NamedDeleteResult | 'missing' | 'hole' | 'element' | 'refused';

/** ECMAScript: [[Delete]] of ordinary objects. */
export function deleteOwn(object: JSObject, key: PropertyKey): DeleteResult {
  const found = new PropertyLookup();
  if (!lookupOwn(found, object, key)) return 'missing';
  if (!found.isConfigurable) return 'refused';
  if (object.hiddenClass.instanceType === 'typed array' && typeof key === 'number') return 'refused';
  noteStructureChange(object);
  if (typeof key === 'number') {
    if (object.hiddenClass.instanceType === 'sloppy arguments')
      (object.internal as SloppyArgumentsData).mapped[key] = -1;
    return deleteElement(object, key);
  }
  return deleteNamed(object, key);
}

/** ECMAScript: OrdinaryOwnPropertyKeys: indices ascending, then names, then symbols, in order of creation. No private names. */
export function ownKeys(object: JSObject, mostElements = Infinity): PropertyKey[] {
  const keys: PropertyKey[] = elementIndices(object, mostElements);
  if (object.internal?.kind === 'module namespace')
    for (const name of object.internal.cells.keys()) keys.push(keyFromString(name));
  const symbols: JSSymbol[] = [];
  const add = (key: NamedKey): void => {
    if (typeof key === 'string') keys.push(key);
    else if (!key.isPrivate) symbols.push(key);
  };
  if (object.hiddenClass.instanceType === 'string wrapper') keys.push('length');
  const hiddenClass = object.hiddenClass;
  if (hiddenClass.isDictionary) for (const key of object.dictionary!.keys()) add(key);
  else for (let row = 0; row < hiddenClass.propertyCount; row++) add(hiddenClass.keyAt(row));
  for (const symbol of symbols) keys.push(symbol);
  return keys;
}

/** The same for the program and its output: what they list, they may go by the order of. */
export function listKeys(object: JSObject, mostElements = Infinity): PropertyKey[] {
  for (let each: HiddenClass | undefined = object.hiddenClass; each?.keysWereListed === false; each = each.parent)
    each.keysWereListed = true;
  return ownKeys(object, mostElements);
}

/** Indices of own elements, ascending; of those of a long list only the first `most`, for who shows no more. */
export function elementIndices(object: JSObject, most = Infinity): number[] {
  const indices: number[] = [];
  if (object.hiddenClass.instanceType === 'string wrapper') {
    const found = new PropertyLookup();
    lookupNamed(found, object, 'length');
    for (let i = 0; i < Math.min(found.value as number, most); i++) indices.push(i);
  }
  if (object.hiddenClass.instanceType === 'typed array') {
    const { length } = typedArrayDataOf(object).view;
    for (let i = 0; i < Math.min(length, most); i++) indices.push(i);
    return indices;
  }
  if (object.hiddenClass.elementsKind === dictionaryElements) {
    for (const index of object.sparse?.indices() ?? []) if (indices.length < most) indices.push(index);
    return indices;
  }
  const elements = object.elements;
  for (let i = 0; i < elements.length && indices.length < most; i++) if (elements[i] !== theHole) indices.push(i);
  return indices;
}

/** ECMAScript: OrdinarySetPrototypeOf without the checks. */
export function setPrototype(object: JSObject, prototype: JSObject | null): void {
  if (object.hiddenClass.prototype === prototype) return;
  noteStructureChange(object);
  if (prototype !== null) optimizeAsPrototype(prototype);
  migrateToMap(object, withPrototypeTransition(object.hiddenClass, prototype));
  recordWrite(object, prototype);
}

export function noteStructureChange(object: JSObject): void {
  const { hiddenClass } = object;
  if (!hiddenClass.isPrototype) return;
  hiddenClass.heap.prototypeEpoch++;
  hiddenClass.heap.mapListener.prototypeChanged(hiddenClass);
}
