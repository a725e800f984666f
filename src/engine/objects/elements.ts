/**
 * Elements: the indexed properties, and an array's length. V8: src/objects/elements.cc.
 */
import type { AccessorPair } from './accessor-pair.ts';
import {
  dictionaryElements,
  ElementsKind,
  generalizeForValue,
  lastExtensibleFastKind,
  toHoley,
} from './elements-kind.ts';
import { type JSObject, noElements } from './js-object.ts';
import { elementAttributes } from './lookup.ts';
import { Attribute, makeDetails, PropertyKind } from './property-details.ts';
import { SparseElements } from './sparse-elements.ts';
import { theHole, type Value } from './value.ts';

/** A store further than this beyond the end makes the elements a dictionary. V8: JSObject::kMaxGap. */
export const maxGap = 1024;
/** Arrays made with a greater length start as a dictionary. V8: JSArray::kInitialMaxFastElementArray. */
export const maxFastArrayLength = 32 * 1024 * 1024;

/** Adds an element that is not there. */
export function addElement(
  object: JSObject,
  index: number,
  value: Value | AccessorPair,
  attributes: number,
  isAccessor: boolean,
): void {
  const kind = object.hiddenClass.elementsKind;
  const plain = attributes === Attribute.all && !isAccessor && kind <= lastExtensibleFastKind;
  if (!plain || index - object.elements.length >= maxGap) {
    convertToSparse(object);
    const property = isAccessor ? PropertyKind.accessor : PropertyKind.data;
    object.sparse!.set(index, { value, details: makeDetails(attributes, property, 0) });
  } else {
    if (object.elements === noElements) object.elements = [];
    const elements = object.elements;
    const next =
      index > elements.length
        ? toHoley(generalizeForValue(kind, value as Value))
        : generalizeForValue(kind, value as Value);
    if (next !== kind) object.hiddenClass = object.hiddenClass.withElementsKind(next);
    while (elements.length < index) elements.push(theHole);
    if (index === elements.length) elements.push(value as Value);
    else elements[index] = value as Value;
  }
  if (object.hiddenClass.instanceType === 'array' && index >= object.length) object.length = index + 1;
}

/** The elements kind that can hold the value; fast kinds only. */
export function ensureElementsKind(object: JSObject, value: Value): void {
  const kind = object.hiddenClass.elementsKind;
  const next = generalizeForValue(kind, value);
  if (next !== kind) object.hiddenClass = object.hiddenClass.withElementsKind(next);
}

export function convertToSparse(object: JSObject): void {
  const kind = object.hiddenClass.elementsKind;
  if (kind === dictionaryElements) {
    object.sparse ??= new SparseElements();
    return;
  }
  const sparse = new SparseElements();
  const details = makeDetails(elementAttributes(kind), PropertyKind.data, 0);
  object.elements.forEach((value, index) => {
    if (value !== theHole) sparse.set(index, { value, details });
  });
  object.sparse = sparse;
  object.elements = noElements;
  object.hiddenClass = object.hiddenClass.withElementsKind(dictionaryElements);
}

export function deleteElement(object: JSObject, index: number): 'hole' | 'element' {
  const kind = object.hiddenClass.elementsKind;
  if (kind === dictionaryElements) {
    object.sparse!.delete(index);
    return 'element';
  }
  const wasHoley = (kind & 1) === 1;
  object.hiddenClass = object.hiddenClass.withElementsKind(toHoley(kind));
  object.elements[index] = theHole;
  return wasHoley ? 'element' : 'hole';
}

/** ECMAScript: ArraySetLength, for a valid length. False if an element in the way cannot be deleted. */
export function setArrayLength(array: JSObject, length: number): boolean {
  const kind = array.hiddenClass.elementsKind;
  if (kind === dictionaryElements) return setSparseLength(array, length);
  if (length < array.length) {
    if (kind > lastExtensibleFastKind && array.elements.length > length) {
      if (kind >= ElementsKind.PACKED_SEALED_ELEMENTS) return false;
    }
    if (array.elements.length > length) array.elements.length = length;
    array.length = length;
    return true;
  }
  if (length === array.length) return true;
  if (length - array.elements.length >= maxGap && length > maxFastArrayLength) {
    convertToSparse(array);
  } else if (kind <= lastExtensibleFastKind) {
    array.hiddenClass = array.hiddenClass.withElementsKind(toHoley(kind));
  }
  array.length = length;
  return true;
}

function setSparseLength(array: JSObject, length: number): boolean {
  const sparse = array.sparse!;
  const indices = sparse.indices();
  for (let i = indices.length - 1; i >= 0 && indices[i]! >= length; i--) {
    const index = indices[i]!;
    if ((sparse.get(index)!.details & Attribute.configurable) === 0) {
      array.length = index + 1;
      return false;
    }
    sparse.delete(index);
  }
  array.length = length;
  return true;
}
