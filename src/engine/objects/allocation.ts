/**
 * What is allocated beside objects and contexts, which count themselves: backing stores, boxes of numbers, texts. V8:
 * src/heap/heap-allocator-inl.h, factory.cc.
 *
 * Simplified: numbers that arithmetic boxes in registers are not counted, nor what builtins use for themselves.
 */
import { maxRegularObjectBytes } from '../heap/spaces.ts';
import { fieldsAdded, type HiddenClass, type HiddenClassHeap } from './hidden-class.ts';
import { wordBytes } from './instance-size.ts';
import { detailsRepresentation } from './property-details.ts';
import { Representation } from './representation.ts';

/** Map and length: what every list of words begins with. */
const listHeaderBytes = 2 * wordBytes;
export const heapNumberBytes = 2 * wordBytes;
/** Behind an array or object that code made which still learns. V8: AllocationMemento. */
export const mementoBytes = 2 * wordBytes;
/** Shorter texts are copied when they are put together. V8: ConsString::kMinLength. */
const minConsLength = 13;
const consStringBytes = 4 * wordBytes;

export function allocate(heap: HiddenClassHeap, bytes: number): void {
  if (bytes > maxRegularObjectBytes) heap.largeLeft -= bytes;
  else heap.youngLeft -= bytes;
  if (heap.youngLeft < 0 || heap.largeLeft < 0) heap.youngIsFull();
}

/** A store of so many elements or properties. V8: FixedArray, FixedDoubleArray, PropertyArray. */
export function allocateList(heap: HiddenClassHeap, length: number): void {
  if (length > 0) allocate(heap, bytesOfList(length));
}

export function bytesOfList(length: number): number {
  return listHeaderBytes + length * wordBytes;
}

/** The text that two others become. V8: Factory::NewConsString. */
export function allocateConcatenation(heap: HiddenClassHeap, left: string, right: string): void {
  const length = left.length + right.length;
  if (left.length === 0 || right.length === 0) return;
  allocate(heap, length < minConsLength ? textBytes(length) : consStringBytes);
}

/** A text in one piece. Simplified: as if it were of one-byte characters. */
export function allocateText(heap: HiddenClassHeap, length: number): void {
  // V8 keeps those of one character. Factory::LookupSingleCharacterStringFromCode.
  if (length > 1) allocate(heap, textBytes(length));
}

function textBytes(length: number): number {
  return listHeaderBytes + Math.ceil(length / wordBytes) * wordBytes;
}

/** What the field that a hidden class has in addition to the one before makes necessary: it is the first outside of it, or a box. */
export function bytesOfAddedField(map: HiddenClass, row: number): number {
  const outside = map.fieldCount - map.inObjectProperties;
  const box = detailsRepresentation(map.detailsAt(row)) === Representation.double ? heapNumberBytes : 0;
  // The list is made anew each time that it is full. V8: JSObject::kFieldsAdded more.
  if (outside <= 0 || outside % fieldsAdded !== 1) return box;
  return box + listHeaderBytes + (outside + map.unusedPropertyFields) * wordBytes;
}
