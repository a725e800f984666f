/** slice, splice, concat and flat. V8: src/builtins/array-slice.tq, array-splice.tq, array-flat.tq, builtins-array.cc. */
import { construct } from '../execution/calls.ts';
import { toBoolean, toIntegerOrInfinity, toObject, toRelativeIndex } from '../execution/conversions.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import {
  createDataPropertyOrThrow,
  getProperty,
  hasProperty,
  lengthOfArrayLike,
  setProperty,
} from '../execution/property-access.ts';
import { isArray } from '../execution/proxy.ts';
import {
  dictionaryElements,
  ElementsKind,
  generalizeForValue,
  isHoley,
  lastExtensibleFastKind,
  mergeKinds,
} from '../objects/elements-kind.ts';
import { ensureElementsKinds } from '../objects/elements.ts';
import { ensureCapacity, isCopyOnWrite, markCopyOnWrite } from '../objects/elements-capacity.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { theHole, type Value } from '../objects/value.ts';
import { fillElements, isFastToRead, isFastToWrite, keyOf, newArrayOfKind, syncLength } from './array-elements.ts';
import { arrayCreate, arraySpecies, arraySpeciesCreate } from './array-species.ts';
import { deleteOrThrow, moveElement } from './array-stack.ts';
import type { Native, NativeTable } from './install.ts';

const slice: Native = (isolate, receiver, args) => {
  const [start, end] = args;
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const from = toRelativeIndex(isolate, start, length, 0);
  const to = toRelativeIndex(isolate, end, length, length);
  const count = Math.max(to - from, 0);
  const species = arraySpecies(isolate, object);
  if (species === undefined && isFastToRead(isolate, object) && object.length >= to) {
    const copy = newArrayOfKind(isolate, copyOfElements(object, from, count), extensibleKind(object));
    // Without arguments V8 clones the array with its store, which two may share.
    if (args.length === 0 && isCopyOnWrite(object)) markCopyOnWrite(copy);
    return copy;
  }
  const result = species === undefined ? arrayCreate(isolate, count) : construct(isolate, species, [count]);
  for (let i = 0; i < count; i++) copyElement(isolate, object, from + i, result, i);
  setProperty(isolate, result, 'length', count);
  return result;
};

/** The elements with holes; the backing store may be shorter than the array. */
function copyOfElements(array: JSObject, from: number, count: number): Value[] {
  const values = array.elements.slice(from, from + count);
  while (values.length < count) values.push(theHole);
  return values;
}

function extensibleKind(array: JSObject): number {
  const kind = array.hiddenClass.elementsKind;
  if (kind <= lastExtensibleFastKind) return kind;
  return isHoley(kind) ? ElementsKind.HOLEY_ELEMENTS : ElementsKind.PACKED_ELEMENTS;
}

function copyElement(isolate: Isolate, source: JSObject, from: number, target: JSObject, to: number): void {
  const key = keyOf(from);
  if (hasProperty(isolate, source, key))
    createDataPropertyOrThrow(isolate, target, keyOf(to), getProperty(isolate, source, key));
}

const splice: Native = (isolate, receiver, args) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const start = toRelativeIndex(isolate, args[0], length, 0);
  const items = args.slice(2);
  const wanted = args.length === 0 ? 0 : args.length === 1 ? length - start : toIntegerOrInfinity(isolate, args[1]);
  const deleteCount = Math.min(Math.max(wanted, 0), length - start);
  if (length + items.length - deleteCount > Number.MAX_SAFE_INTEGER) throwTypeError(isolate, 'InvalidArrayLength');
  const species = arraySpecies(isolate, object);
  if (species === undefined && isFastToWrite(isolate, object) && object.length === length) {
    return fastSplice(isolate, object, start, deleteCount, items);
  }
  const removed =
    species === undefined ? arrayCreate(isolate, deleteCount) : construct(isolate, species, [deleteCount]);
  for (let i = 0; i < deleteCount; i++) copyElement(isolate, object, start + i, removed, i);
  setProperty(isolate, removed, 'length', deleteCount);
  shiftTail(isolate, object, length, start + deleteCount, items.length - deleteCount);
  items.forEach((item, index) => setProperty(isolate, object, keyOf(start + index), item));
  setProperty(isolate, object, 'length', length + items.length - deleteCount);
  return removed;
};

function fastSplice(isolate: Isolate, array: JSObject, start: number, deleteCount: number, items: Value[]): JSObject {
  ensureElementsKinds(array, items);
  const length = array.length + items.length - deleteCount;
  ensureCapacity(array, length);
  const removed = fillElements(isolate, array).splice(start, deleteCount, ...items);
  if (length === 0) array.capacity = 0;
  syncLength(array);
  return newArrayOfKind(isolate, removed, array.hiddenClass.elementsKind);
}

function shiftTail(isolate: Isolate, object: JSObject, length: number, tail: number, by: number): void {
  if (by < 0) {
    for (let from = tail; from < length; from++) moveElement(isolate, object, from, from + by);
    for (let index = length; index > length + by; index--) deleteOrThrow(isolate, object, index - 1);
  } else if (by > 0) {
    for (let from = length - 1; from >= tail; from--) moveElement(isolate, object, from, from + by);
  }
}

const concat: Native = (isolate, receiver, args) => {
  if (receiver === undefined || receiver === null)
    throwTypeError(isolate, 'CalledOnNullOrUndefined', 'Array.prototype.concat');
  const object = toObject(isolate, receiver);
  const items: Value[] = [object, ...args];
  const species = arraySpecies(isolate, object);
  if (species === undefined) {
    const fast = fastConcat(isolate, items);
    if (fast !== undefined) return fast;
  }
  const result =
    species === undefined ? newArrayOfKind(isolate, [], ElementsKind.HOLEY_ELEMENTS) : construct(isolate, species, [0]);
  let next = 0;
  for (const item of items) {
    if (item instanceof JSObject && isConcatSpreadable(isolate, item)) {
      const length = lengthOfArrayLike(isolate, item);
      if (next + length > Number.MAX_SAFE_INTEGER) throwTypeError(isolate, 'InvalidArrayLength');
      for (let i = 0; i < length; i++) copyElement(isolate, item, i, result, next++);
    } else {
      if (next >= Number.MAX_SAFE_INTEGER) throwTypeError(isolate, 'InvalidArrayLength');
      createDataPropertyOrThrow(isolate, result, keyOf(next++), item);
    }
  }
  setProperty(isolate, result, 'length', next);
  // V8 has estimated the length before.
  if (species === undefined && result.hiddenClass.elementsKind !== dictionaryElements) result.capacity = next;
  return result;
};

/** All items are plain arrays, or all values are numbers of which one is a double. V8: Fast_ArrayConcat, Slow_ArrayConcat. */
function fastConcat(isolate: Isolate, items: readonly Value[]): JSObject | undefined {
  const values: Value[] = [];
  let kind: number = ElementsKind.PACKED_SMI_ELEMENTS;
  let allArrays = true;
  for (const item of items) {
    if (!(item instanceof JSObject)) {
      allArrays = false;
      kind = generalizeForValue(kind, item);
      values.push(item);
      continue;
    }
    if (
      !isFastToRead(isolate, item) ||
      item.hiddenClass.elementsKind > lastExtensibleFastKind ||
      mayHaveSpreadable(isolate, item)
    )
      return undefined;
    kind = mergeKinds(kind, item.hiddenClass.elementsKind);
    isolate.meter.allocateList(values.length + item.length);
    for (const value of copyOfElements(item, 0, item.length)) values.push(value);
  }
  if (!allArrays && kind !== ElementsKind.PACKED_DOUBLE_ELEMENTS) return undefined;
  return newArrayOfKind(isolate, values, kind);
}

function mayHaveSpreadable(isolate: Isolate, object: JSObject): boolean {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy' || lookupNamed(found, holder, isolate.symbols.isConcatSpreadable))
      return true;
  }
  return false;
}

function isConcatSpreadable(isolate: Isolate, object: JSObject): boolean {
  const spreadable = getProperty(isolate, object, isolate.symbols.isConcatSpreadable);
  return spreadable === undefined ? isArray(isolate, object) : toBoolean(spreadable);
}

/** Arrays in arrays; V8 overflows its stack at about as many. */
const maxFlatDepth = 4000;

const flat: Native = (isolate, receiver, [wanted]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const depth = wanted === undefined ? 1 : toIntegerOrInfinity(isolate, wanted);
  const result = arraySpeciesCreate(isolate, object, 0);
  let next = 0;
  const flatten = (source: JSObject, count: number, remaining: number, level = 0): void => {
    if (level > maxFlatDepth) throwRangeError(isolate, 'StackOverflow');
    for (let i = 0; i < count; i++) {
      const key = keyOf(i);
      if (!hasProperty(isolate, source, key)) continue;
      const value = getProperty(isolate, source, key);
      if (remaining > 0 && isArray(isolate, value))
        flatten(value, lengthOfArrayLike(isolate, value), remaining - 1, level + 1);
      else createDataPropertyOrThrow(isolate, result, keyOf(next++), value);
    }
  };
  flatten(object, length, depth);
  return result;
};

export const slicingMethods: NativeTable = {
  slice: [2, slice],
  splice: [2, splice],
  concat: [1, concat],
  flat: [0, flat],
};
