/**
 * The backing store's capacity. V8: JSObject::NewElementsCapacity, EnsureWritableFastElements and
 * FastElementsAccessor::SetLengthImpl in src/objects/elements.cc.
 *
 * `elements` of the host are never longer than V8's backing store; `capacity` says how long that is. Who makes an array that
 * fills its store exactly need not set it.
 */
import { allocateList } from './allocation.ts';
import { ElementsKind } from './elements-kind.ts';
import { type JSObject, noElements } from './js-object.ts';

/** What is added at least when a store grows. V8: JSObject::kMinAddedElementsCapacity. */
const minAddedCapacity = 16;
/** Longer stores are not moved when their first element goes: their beginning is trimmed. V8: JSArray::kMaxCopyElements. */
const maxCopyElements = 100;
/** Elements of a store that is no large object, which alone can be trimmed at its beginning. V8: kMaxRegularHeapObjectSize. */
export const maxRegularStoreLength = (128 * 1024 - 16) / 8;
/** `new Array()` has room for as many. V8: JSArray::kPreallocatedArrayElements. */
export const preallocatedElements = 4;

/** V8: JSObject::NewElementsCapacity. */
export function grownCapacity(needed: number): number {
  return needed + Math.floor(needed / 2) + minAddedCapacity;
}

/** Of elements of a fast kind. */
export function capacityOf(object: JSObject): number {
  const { capacity } = object;
  if (capacity < 0) return ~capacity;
  return capacity > object.elements.length ? capacity : object.elements.length;
}

export function isCopyOnWrite(object: JSObject): boolean {
  return object.capacity < 0;
}

/** Only small integers and tagged values are ever shared: doubles are copied. */
export function markCopyOnWrite(object: JSObject): void {
  if (object.length > 0 && object.hiddenClass.elementsKind < ElementsKind.PACKED_DOUBLE_ELEMENTS)
    object.capacity = ~object.length;
}

/** Before a change in place. V8: JSObject::EnsureWritableFastElements. */
export function ensureWritable(object: JSObject): void {
  if (object.capacity >= 0) return;
  object.capacity = ~object.capacity;
  allocateList(object.hiddenClass.heap, object.capacity);
}

/** Room for `needed` elements: a store that is too short grows. */
export function ensureCapacity(object: JSObject, needed: number): void {
  const capacity = capacityOf(object);
  object.capacity = needed > capacity ? grownCapacity(needed) : capacity;
  if (needed > capacity) allocateList(object.hiddenClass.heap, object.capacity);
}

/** Before the array's length becomes another; the caller changes kind, elements and length. */
export function resizeStore(array: JSObject, length: number, capacity = capacityOf(array)): void {
  const before = Math.min(array.length, capacity);
  if (length === 0) {
    array.capacity = 0;
    array.elements = noElements;
  } else if (length > capacity) {
    array.capacity = capacity === 0 ? length : Math.max(length, grownCapacity(capacity));
    allocateList(array.hiddenClass.heap, array.capacity);
  } else if (2 * length + minAddedCapacity <= capacity) {
    // One less leaves half of what is free to those that are pushed next.
    array.capacity = length + 1 === before ? (capacity + length) >> 1 : length;
  } else array.capacity = capacity;
}

/** Before the last element goes: the store is only touched where much of it is free, or shared. V8: ArrayPrototypePop. */
export function shrinkForPop(array: JSObject): void {
  const length = array.length - 1;
  const isShared = array.capacity < 0;
  const capacity = capacityOf(array);
  array.capacity = capacity;
  if (isShared || 2 * length + minAddedCapacity < capacity) resizeStore(array, length);
}

/** Before the first element goes. V8: ArrayPrototypeShift, FastElementsAccessor::MoveElements. */
export function shrinkForShift(array: JSObject): void {
  const length = array.length - 1;
  let capacity = capacityOf(array);
  array.capacity = capacity;
  if (2 * length + minAddedCapacity >= capacity && length <= maxCopyElements) return;
  if (length > maxCopyElements && capacity <= maxRegularStoreLength) capacity--;
  resizeStore(array, length, capacity);
}
