/**
 * When elements become a dictionary and when they become fast again. V8: ShouldConvertToSlowElements and
 * ShouldConvertToFastElements in src/objects/js-objects-inl.h and js-objects.cc.
 * Simplified: every object counts as young, so that stores of up to 5000 elements grow unchecked (V8: 500 for old objects).
 */
import { allocateList } from './allocation.ts';
import { capacityOf, grownCapacity, maxRegularStoreLength } from './elements-capacity.ts';
import { ElementsKind } from './elements-kind.ts';
import type { JSObject } from './js-object.ts';
import { dictionaryCapacity, dictionaryEntrySize, type SparseElements } from './sparse-elements.ts';
import { isSmiOf, theHole } from './value.ts';

/** A store further than this beyond the capacity makes the elements a dictionary. V8: JSObject::kMaxGap. */
export const maxGap = 1024;
/** V8: JSObject::kMaxUncheckedFastElementsLength. */
const maxUncheckedLength = 5000;
/** A dictionary's entry weighs as much as this many elements. V8: NumberDictionary::kPreferFastElementsSizeFactor. */
const preferFastFactor = 3;
const maxSmi = 2 ** 31 - 1;
/** Fewer elements are not worth being counted when one is deleted. V8: kMinLengthForSparseness, kLengthFraction. */
const minLengthForSparseness = 64;
const deletionsPerLength = 16;

/** The capacity that a fast store needs for one more element, or -1 if it is to become a dictionary. */
export function capacityForIndex(object: JSObject, index: number): number {
  const capacity = capacityOf(object);
  if (index < capacity) return capacity;
  if (index - capacity >= maxGap) return -1;
  const grown = grownCapacity(index + 1);
  if (grown <= maxUncheckedLength) return grown;
  return isSmallerAsDictionary(usedElements(object), grown) ? -1 : grown;
}

/**
 * A site that knows the array's hidden class lets the store grow without asking how sparse it is. V8: TryGrowElementsCapacity
 * of src/codegen/code-stub-assembler.cc. Simplified: V8's site has to have met a store beyond the end before.
 */
export function growInPlace(array: JSObject, index: number): void {
  const capacity = capacityOf(array);
  if (index < capacity || index - capacity >= maxGap) return;
  const grown = grownCapacity(index + 1);
  if (grown >= maxRegularStoreLength) return;
  array.capacity = grown;
  allocateList(array.hiddenClass.heap, grown);
}

/** V8: ShouldConvertToSlowElements(used_elements, new_capacity). */
export function isSmallerAsDictionary(used: number, capacity: number): boolean {
  return preferFastFactor * dictionaryCapacity(used) * dictionaryEntrySize <= capacity;
}

/** V8: JSObject::GetFastElementsUsage. */
export function usedElements(object: JSObject): number {
  const isArray = object.hiddenClass.instanceType === 'array';
  if ((object.hiddenClass.elementsKind & 1) === 0) return isArray ? object.length : object.elements.length;
  let count = 0;
  for (const value of object.elements) if (value !== theHole) count++;
  return count;
}

/** The capacity of the fast store that replaces a dictionary when `index` is added, or -1 if it stays. */
export function capacityIfFast(object: JSObject, sparse: SparseElements, index: number): number {
  if (sparse.requiresSlow || index >= maxSmi) return -1;
  const type = object.hiddenClass.instanceType;
  if (type === 'arguments' || type === 'sloppy arguments') return -1;
  if (type === 'array' && object.length > maxSmi) return -1;
  const before = type === 'array' ? object.length : sparse.maxKey + 1;
  const capacity = Math.max(index + 1, before);
  return 2 * sparse.capacity * dictionaryEntrySize >= capacity ? capacity : -1;
}

/** The kind that a dictionary's elements have when it becomes fast. V8: BestFittingFastElementsKind. */
export function bestFittingKind(object: JSObject, sparse: SparseElements): number {
  if (object.hiddenClass.instanceType !== 'array') return ElementsKind.HOLEY_ELEMENTS;
  let kind: number = ElementsKind.HOLEY_SMI_ELEMENTS;
  for (const { value } of sparse.values()) {
    if (typeof value !== 'number') return ElementsKind.HOLEY_ELEMENTS;
    if (!isSmiOf(value, object.hiddenClass.heap.profile.smiBits)) kind = ElementsKind.HOLEY_DOUBLE_ELEMENTS;
  }
  return kind;
}

/** After an element was deleted: whether so few are left that a dictionary is smaller. V8: FastElementsAccessor::DeleteCommon. */
export function isSparseAfterDelete(object: JSObject): boolean {
  const capacity = capacityOf(object);
  if (capacity < minLengthForSparseness) return false;
  const { heap, instanceType } = object.hiddenClass;
  const length = instanceType === 'array' ? object.length : capacity;
  // Not at each of them: counting takes long.
  if (Math.floor(length / deletionsPerLength) > heap.elementsDeleted) {
    heap.elementsDeleted++;
    return false;
  }
  heap.elementsDeleted = 0;
  let count = 0;
  for (const value of object.elements) if (value !== theHole) count++;
  return count === 0 || isSmallerAsDictionary(count, capacity);
}
