/**
 * Elements: the indexed properties, and an array's length. V8: src/objects/elements.cc.
 */
import type { AccessorPair } from './accessor-pair.ts';
import { allocateList } from './allocation.ts';
import { AllocationSite } from './allocation-site.ts';
import { capacityOf, ensureWritable, resizeStore } from './elements-capacity.ts';
import {
  bestFittingKind,
  capacityForIndex,
  capacityIfFast,
  isSmallerAsDictionary,
  isSparseAfterDelete,
  usedElements,
} from './elements-heuristics.ts';
import {
  dictionaryElements,
  ElementsKind,
  generalizeForValue,
  lastExtensibleFastKind,
  toHoley,
} from './elements-kind.ts';
import type { SloppyArgumentsData } from './internal-slots.ts';
import { type JSObject, noElements } from './js-object.ts';
import { elementAttributes } from './lookup.ts';
import { Attribute, makeDetails, PropertyKind } from './property-details.ts';
import { SparseElements } from './sparse-elements.ts';
import { theHole, type Value } from './value.ts';
import { recordWrite, recordWrites } from './write-barrier.ts';

/** Arrays made with a greater length start as a dictionary. V8: JSArray::kMaxFastArrayLength. */
export const maxFastArrayLength = 32 * 1024 * 1024;

const plainDetails = makeDetails(Attribute.all, PropertyKind.data, 0);

/** Adds an element that is not there. V8: JSObject::AddDataElement. */
export function addElement(
  object: JSObject,
  index: number,
  value: Value | AccessorPair,
  attributes: number,
  isAccessor: boolean,
): void {
  const { hiddenClass } = object;
  const kind = hiddenClass.elementsKind;
  if (attributes !== Attribute.all || isAccessor) {
    convertToSparse(object);
    recordWrites(object);
    const property = isAccessor ? PropertyKind.accessor : PropertyKind.data;
    object.sparse!.set(index, { value, details: makeDetails(attributes, property, 0) });
    object.sparse!.requiresSlow = true;
  } else if (kind <= lastExtensibleFastKind) addFastElement(object, index, value as Value, kind);
  else addSlowElement(object, index, value as Value);
  if (hiddenClass.instanceType === 'array' && index >= object.length) object.length = index + 1;
}

function addFastElement(object: JSObject, index: number, value: Value, kind: number): void {
  const { elements } = object;
  // Below the capacity there is nothing to decide.
  const capacity = index < object.capacity ? object.capacity : capacityForIndex(object, index);
  recordWrite(object, value);
  if (capacity < 0) {
    convertToSparse(object);
    object.sparse!.set(index, { value, details: plainDetails });
    return;
  }
  if (capacity !== object.capacity && capacity > capacityOf(object)) allocateList(object.hiddenClass.heap, capacity);
  let next = generalizeForValue(kind, value, smiBitsOf(object));
  if (index > object.length || object.hiddenClass.instanceType !== 'array') next = toHoley(next);
  if (next !== kind) transitionElementsKind(object, next);
  object.capacity = capacity;
  if (elements === noElements) object.elements = fillTo([], index, value);
  else if (index === elements.length) elements.push(value);
  else if (index < elements.length) elements[index] = value;
  else fillTo(elements, index, value);
}

function fillTo(elements: Value[], index: number, value: Value): Value[] {
  while (elements.length < index) elements.push(theHole);
  elements.push(value);
  return elements;
}

/** Gives an element that is there another value. */
export function changeElement(object: JSObject, index: number, value: Value): void {
  recordWrite(object, value);
  if (object.hiddenClass.elementsKind === dictionaryElements) {
    object.sparse!.get(index)!.value = value;
    return;
  }
  ensureElementsKind(object, value);
  ensureWritable(object);
  object.elements[index] = value;
}

/** To a dictionary; it becomes fast if it saves too little. */
function addSlowElement(object: JSObject, index: number, value: Value): void {
  recordWrite(object, value);
  convertToSparse(object);
  const sparse = object.sparse!;
  const capacity = capacityIfFast(object, sparse, index);
  if (capacity < 0) {
    sparse.set(index, { value, details: plainDetails });
    return;
  }
  const kind = bestFittingKind(object, sparse);
  makeFast(object, sparse, capacity, toHoley(generalizeForValue(kind, value, smiBitsOf(object))));
  const { elements } = object;
  if (index < elements.length) elements[index] = value;
  else fillTo(elements, index, value);
}

function makeFast(object: JSObject, sparse: SparseElements, capacity: number, kind: number): void {
  const elements: Value[] = [];
  for (const key of sparse.indices()) fillTo(elements, key, sparse.get(key)!.value as Value);
  object.elements = elements;
  object.sparse = undefined;
  object.capacity = capacity;
  allocateList(object.hiddenClass.heap, capacity);
  object.hiddenClass = object.hiddenClass.withElementsKind(kind);
}

/** Fast kinds. What the array was made by learns of it. V8: JSObject::TransitionElementsKind, UpdateAllocationSite. */
export function transitionElementsKind(object: JSObject, kind: number): void {
  object.hiddenClass.heap.mapListener.elementsTransitioned(object, kind);
  if (object.internal instanceof AllocationSite) object.internal.digest(object.hiddenClass.heap, kind);
  // Doubles have a store of their own.
  if (kind >= ElementsKind.PACKED_DOUBLE_ELEMENTS) ensureWritable(object);
  const before = object.hiddenClass.elementsKind;
  if (isDouble(before) !== isDouble(kind)) allocateList(object.hiddenClass.heap, capacityOf(object));
  object.hiddenClass = object.hiddenClass.withElementsKind(kind);
}

function isDouble(kind: number): boolean {
  return kind === ElementsKind.PACKED_DOUBLE_ELEMENTS || kind === ElementsKind.HOLEY_DOUBLE_ELEMENTS;
}

function smiBitsOf({ hiddenClass }: JSObject): number {
  return hiddenClass.heap.profile.smiBits;
}

/** The elements kind that can hold the value; fast kinds only. */
export function ensureElementsKind(object: JSObject, value: Value): void {
  const kind = object.hiddenClass.elementsKind;
  const next = generalizeForValue(kind, value, smiBitsOf(object));
  if (next !== kind) transitionElementsKind(object, next);
}

/** One transition to the kind that can hold them all. V8: MatchArrayElementsKindToArguments. */
export function ensureElementsKinds(object: JSObject, values: readonly Value[]): void {
  const kind = object.hiddenClass.elementsKind;
  let next = kind;
  for (const value of values) next = generalizeForValue(next, value, smiBitsOf(object));
  if (next !== kind) transitionElementsKind(object, next);
}

/**
 * Whoever made the object at once knew how many elements there would be, and up to which index. V8: JsonParser::BuildJsonObject.
 */
export function fitElements(object: JSObject): void {
  const { sparse } = object;
  const count = sparse?.size ?? usedElements(object);
  if (count === 0) return;
  const capacity = sparse === undefined ? object.elements.length : sparse.maxKey + 1;
  if (isSmallerAsDictionary(count, capacity)) {
    convertToSparse(object);
    object.sparse!.expect(count);
  } else if (sparse !== undefined) makeFast(object, sparse, capacity, ElementsKind.HOLEY_ELEMENTS);
  else object.capacity = capacity;
}

/** V8: JSObject::NormalizeElements. */
export function convertToSparse(object: JSObject): void {
  const kind = object.hiddenClass.elementsKind;
  if (kind === dictionaryElements) {
    object.sparse ??= new SparseElements();
    return;
  }
  object.hiddenClass.heap.mapListener.elementsTransitioned(object, dictionaryElements);
  const sparse = new SparseElements(usedElements(object));
  allocateList(object.hiddenClass.heap, sparse.storeLength);
  const details = makeDetails(elementAttributes(kind), PropertyKind.data, 0);
  if (elementAttributes(kind) !== Attribute.all) sparse.requiresSlow = true;
  object.elements.forEach((value, index) => {
    if (value !== theHole) sparse.set(index, { value, details });
  });
  object.sparse = sparse;
  object.elements = noElements;
  object.capacity = 0;
  object.hiddenClass = object.hiddenClass.withElementsKind(dictionaryElements);
}

/** V8: FastElementsAccessor::DeleteImpl, DictionaryElementsAccessor::DeleteImpl. */
export function deleteElement(object: JSObject, index: number): 'hole' | 'element' {
  const { elementsKind: kind, instanceType } = object.hiddenClass;
  if (kind === dictionaryElements) {
    object.sparse!.delete(index);
    return 'element';
  }
  const wasHoley = (kind & 1) === 1;
  if (instanceType === 'sloppy arguments' && (object.internal as SloppyArgumentsData).hasParameters) {
    convertToSparse(object);
    object.sparse!.delete(index);
    return 'element';
  }
  if (!wasHoley) transitionElementsKind(object, toHoley(kind));
  ensureWritable(object);
  if (instanceType !== 'array' && index === capacityOf(object) - 1) deleteAtEnd(object, index);
  else {
    object.elements[index] = theHole;
    if (isSparseAfterDelete(object)) convertToSparse(object);
  }
  return wasHoley ? 'element' : 'hole';
}

/** What is no array has no length, so that its store ends at the last element. */
function deleteAtEnd(object: JSObject, index: number): void {
  let length = index;
  while (length > 0 && object.elements[length - 1] === theHole) length--;
  object.elements.length = length;
  object.capacity = length;
  if (length === 0) object.elements = noElements;
}

/** ECMAScript: ArraySetLength, for a valid length. False if an element in the way cannot be deleted. */
export function setArrayLength(array: JSObject, length: number): boolean {
  const kind = array.hiddenClass.elementsKind;
  if (kind !== dictionaryElements) {
    if (kind > lastExtensibleFastKind && length === array.length) return true;
    // What cannot grow becomes a dictionary, which can be cut off.
    if (kind > lastExtensibleFastKind || length > maxFastArrayLength) convertToSparse(array);
  }
  if (array.hiddenClass.elementsKind === dictionaryElements) return setSparseLength(array, length);
  if (length > array.length && (kind & 1) === 0) transitionElementsKind(array, toHoley(kind));
  resizeStore(array, length);
  if (array.elements.length > length) array.elements.length = length;
  array.length = length;
  return true;
}

/** V8: DictionaryElementsAccessor::SetLengthImpl. */
function setSparseLength(array: JSObject, length: number): boolean {
  const sparse = array.sparse!;
  const indices = sparse.indices();
  for (let i = indices.length - 1; i >= 0 && indices[i]! >= length; i--) {
    const index = indices[i]!;
    if ((sparse.get(index)!.details & Attribute.configurable) === 0) {
      array.length = index + 1;
      return false;
    }
    sparse.cut(index);
  }
  if (length === 0) array.sparse = SparseElements.empty();
  array.length = length;
  return true;
}
