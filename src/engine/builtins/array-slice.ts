/** slice, splice, concat and flat. V8: src/builtins/array-slice.tq, array-splice.tq, array-flat.tq, builtins-array.cc. */
import { cloneFastArray } from '../execution/array-literals.ts';
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
import { ElementsKind, generalizeForValue, lastExtensibleFastKind, mergeKinds } from '../objects/elements-kind.ts';
import { convertToSparse, ensureElementsKind, ensureElementsKinds } from '../objects/elements.ts';
import { usedElements } from '../objects/elements-heuristics.ts';
import { ensureCapacity } from '../objects/elements-capacity.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { theHole, type Value } from '../objects/value.ts';
import { fillElements, isFastToRead, isFastToWrite, keyOf, newArrayOfKind, syncLength } from './array-elements.ts';
import { arrayCreate, arraySpecies, arraySpeciesCreate } from './array-species.ts';
import { deleteOrThrow, moveElement } from './array-stack.ts';
import type { Native, NativeTable } from './install.ts';

const slice: Native = (isolate, receiver, [start, end]) => {
  const object = toObject(isolate, receiver);
  const length = lengthOfArrayLike(isolate, object);
  const from = toRelativeIndex(isolate, start, length, 0);
  const to = toRelativeIndex(isolate, end, length, length);
  const count = Math.max(to - from, 0);
  const species = arraySpecies(isolate, object);
  if (species === undefined && isFastToCopy(isolate, object) && object.length >= to) {
    if ((start === undefined || start === 0) && end === undefined) return cloneFastArray(isolate, object, false);
    return newArrayOfKind(isolate, copyOfElements(object, from, count), object.hiddenClass.elementsKind);
  }
  if (isFastArguments(isolate, object) && object.elements.length >= to && count > 0)
    return newArrayOfKind(isolate, copyOfElements(object, from, count), ElementsKind.HOLEY_ELEMENTS);
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

/** V8: FastAliasedSloppyArgumentsElements and siblings, HandleFastSlice. */
function isFastArguments(isolate: Isolate, { hiddenClass, internal }: JSObject): boolean {
  if (hiddenClass.prototype !== isolate.realm.objectPrototype || isolate.realm.hasIndexedPrototypes()) return false;
  if (hiddenClass.elementsKind > lastExtensibleFastKind || hiddenClass.isDictionary) return false;
  if (hiddenClass.instanceType === 'arguments') return true;
  return internal?.kind === 'arguments' && internal.mapped.every((slot) => slot < 0);
}

/** V8: FastJSArrayForCopy. */
function isFastToCopy(isolate: Isolate, object: Value): object is JSObject {
  return isFastToRead(isolate, object) && object.hiddenClass.elementsKind <= lastExtensibleFastKind;
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
    const fast = cloneForConcat(isolate, object, args) ?? fastConcat(isolate, items);
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
  if (species === undefined) storeAsEstimated(items, result);
  return result;
};

/**
 * V8 chooses the store before it copies: a dictionary if less than half of the length are elements. V8: Slow_ArrayConcat,
 * EstimateElementCount.
 */
function storeAsEstimated(items: readonly Value[], result: JSObject): void {
  let length = 0;
  let count = 0;
  for (const item of items) {
    const isArray = item instanceof JSObject && item.hiddenClass.instanceType === 'array';
    length += isArray ? item.length : 1;
    count += isArray ? (item.sparse?.size ?? usedElements(item)) : 1;
  }
  if (count * 2 >= length) {
    if (result.sparse === undefined && result.length <= length) result.capacity = length;
    return;
  }
  convertToSparse(result);
  result.sparse!.expect(count);
}

/** x.concat() and [].concat(x). V8: ArrayPrototypeConcat in src/builtins/array-concat.tq. */
function cloneForConcat(isolate: Isolate, object: JSObject, args: readonly Value[]): JSObject | undefined {
  const [first] = args;
  if (args.length > 1 || !isFastToCopy(isolate, object) || mayHaveSpreadable(isolate, object)) return undefined;
  if (args.length === 0) return cloneFastArray(isolate, object, false);
  if (object.length > 0 || !isFastToCopy(isolate, first) || mayHaveSpreadable(isolate, first)) return undefined;
  return cloneFastArray(isolate, first, false);
}

/** All items are plain arrays, or all values are numbers of which one is a double. V8: Fast_ArrayConcat, Slow_ArrayConcat. */
function fastConcat(isolate: Isolate, items: readonly Value[]): JSObject | undefined {
  const values: Value[] = [];
  let kind: number = ElementsKind.PACKED_SMI_ELEMENTS;
  let packedKind = kind;
  let allFast = true;
  for (const item of items) {
    if (!(item instanceof JSObject)) {
      allFast = false;
      packedKind = generalizeForValue(packedKind, item, isolate.profile.smiBits);
      values.push(item);
      continue;
    }
    if (!isFastToRead(isolate, item) || mayHaveSpreadable(isolate, item)) return undefined;
    const { elementsKind } = item.hiddenClass;
    const isExtensible = elementsKind <= lastExtensibleFastKind;
    allFast &&= isExtensible;
    kind = mergeKinds(kind, elementsKind);
    if (item.length > 0)
      packedKind = mergeKinds(packedKind, isExtensible ? elementsKind & ~1 : ElementsKind.PACKED_ELEMENTS);
    isolate.meter.allocateList(values.length + item.length);
    for (const value of copyOfElements(item, 0, item.length)) values.push(value);
  }
  if (allFast) return newArrayOfKind(isolate, values, kind);
  const isDouble = packedKind === ElementsKind.PACKED_DOUBLE_ELEMENTS && !values.includes(theHole);
  return isDouble ? newArrayOfKind(isolate, values, packedKind) : undefined;
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

function isDoubleArray({ hiddenClass, elements }: JSObject): boolean {
  const kind = hiddenClass.elementsKind & ~1;
  return kind === ElementsKind.PACKED_DOUBLE_ELEMENTS && elements.some((value) => value !== theHole);
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
    // Elements of such an array come out as heap numbers, whole or not.
    if (count > 0 && isDoubleArray(source) && isFastToWrite(isolate, result)) ensureElementsKind(result, 0.5);
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
