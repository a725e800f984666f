/** What the self-hosted array methods call by name. */
import { cloneFastArray } from '../execution/array-literals.ts';
import { isCallable } from '../execution/calls.ts';
import { defaultCallSite } from '../execution/default-call-site.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getMethod, getProperty, hasProperty, setProperty } from '../execution/property-access.ts';
import { kindOfAll } from '../execution/realm.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { allocateList } from '../objects/allocation.ts';
import { ElementsKind, lastExtensibleFastKind } from '../objects/elements-kind.ts';
import { ensureElementsKinds, transitionElementsKind } from '../objects/elements.ts';
import { ensureWritable, preallocatedElements } from '../objects/elements-capacity.ts';
import type { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { JSSymbol, theHole, type Value } from '../objects/value.ts';
import { recordWrites } from '../objects/write-barrier.ts';
import { fillElements, isFastToRead, isFastToWrite, keyOf, newArrayOfKind } from './array-elements.ts';
import { arraySpecies, arraySpeciesCreate, maxArrayLength } from './array-species.ts';
import { deleteOrThrow } from './array-stack.ts';

/** The values to be sorted, those that are undefined last; without holes unless they read as undefined. */
function collect(isolate: Isolate, object: JSObject, length: number, skipHoles: boolean): JSObject {
  if (!skipHoles && length > maxArrayLength) throwRangeError(isolate, 'InvalidArrayLength');
  const values: Value[] = [];
  let undefinedCount = 0;
  const isFast = isFastToRead(isolate, object);
  for (let i = 0; i < length; i++) {
    let value: Value;
    if (isFast) {
      value = i < object.elements.length ? object.elements[i] : theHole;
      if (value === theHole && skipHoles) continue;
    } else {
      const key = keyOf(i);
      if (skipHoles && !hasProperty(isolate, object, key)) continue;
      value = getProperty(isolate, object, key);
    }
    if (value === undefined || value === theHole) undefinedCount++;
    else values.push(value);
  }
  for (let i = 0; i < undefinedCount; i++) values.push(undefined);
  return newArrayOfKind(isolate, values, ElementsKind.PACKED_ELEMENTS);
}

function store(isolate: Isolate, object: JSObject, length: number, values: readonly Value[]): void {
  if (isFastToWrite(isolate, object) && object.length === length) {
    ensureElementsKinds(object, values);
    ensureWritable(object);
    const elements = fillElements(isolate, object);
    values.forEach((value, index) => {
      elements[index] = value;
    });
    elements.fill(theHole, values.length);
    recordWrites(object);
    return;
  }
  values.forEach((value, index) => setProperty(isolate, object, keyOf(index), value));
  for (let i = values.length; i < length; i++) {
    if (hasProperty(isolate, object, keyOf(i))) deleteOrThrow(isolate, object, i);
  }
}

/** Sorts by the values' strings where no conversion can be observed. */
function sortPrimitives(work: JSObject, count: number): boolean {
  const values = work.elements.slice(0, count);
  if (values.some((value) => value instanceof JSObject || value instanceof JSSymbol)) return false;
  const keyed = values.map((value) => ({ value, text: String(value) }));
  keyed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  keyed.forEach(({ value }, index) => {
    work.elements[index] = value;
  });
  return true;
}

function isDefined(value: Value): boolean {
  return value !== undefined;
}

export const arrayRuntime: RuntimeFunctions = {
  ArraySpeciesCreate: (isolate, [object, length]) => arraySpeciesCreate(isolate, object as JSObject, length as number),
  GetIteratorMethod: (isolate, [value]) => getMethod(isolate, value, isolate.symbols.iterator),
  /** object: undefined if methods make ordinary arrays of it, else the constructor to use. */
  ArraySpecies: (isolate, [object]) => arraySpecies(isolate, object as JSObject),
  /** array: a missing element at its end. */
  AppendHole: (_isolate, [target]) => {
    const array = target as JSObject;
    if (array.length === 0) array.elements = [];
    array.elements.push(theHole);
    array.length++;
    transitionElementsKind(array, array.hiddenClass.elementsKind | 1);
    return undefined;
  },
  /** object: an empty array of its elements kind. */
  NewArrayLike: (isolate, [object]) => {
    const { hiddenClass } = object as JSObject;
    const isFast = hiddenClass.instanceType === 'array' && hiddenClass.elementsKind <= lastExtensibleFastKind;
    return newArrayOfKind(isolate, [], isFast ? hiddenClass.elementsKind : ElementsKind.HOLEY_SMI_ELEMENTS);
  },
  /** What `new Array()` makes. */
  NewPreallocatedArray: (isolate) => {
    const array = newArrayOfKind(isolate, [], ElementsKind.PACKED_SMI_ELEMENTS);
    array.capacity = preallocatedElements;
    allocateList(isolate.heap, preallocatedElements);
    return array;
  },
  /** object, length: the same for what map makes of the object; V8 has a fast way for arrays alone. */
  NewMappedArray: (isolate, [object, length]) => {
    if ((length as number) > maxArrayLength) throwRangeError(isolate, 'InvalidArrayLength');
    const isFast = isFastToRead(isolate, object);
    const kind = isFast ? ElementsKind.PACKED_SMI_ELEMENTS : ElementsKind.HOLEY_SMI_ELEMENTS;
    const array = newArrayOfKind(isolate, [], kind);
    array.capacity = length as number;
    allocateList(isolate.heap, array.capacity);
    return array;
  },
  /** length: an array for as many elements; they are appended, so it starts empty. */
  NewArrayOfLength: (isolate, [length]) => {
    if ((length as number) > maxArrayLength) throwRangeError(isolate, 'InvalidArrayLength');
    const array = newArrayOfKind(isolate, [], ElementsKind.PACKED_SMI_ELEMENTS);
    array.capacity = length as number;
    allocateList(isolate.heap, array.capacity);
    return array;
  },
  IsArrayConstructor: (isolate, [value]) => value === isolate.realm.intrinsic('Array'),
  /** items: a copy if it is an array whose iteration cannot be observed. */
  CopyFastArray: (isolate, [items]) => {
    if (!isFastToRead(isolate, items) || items.hiddenClass.prototype !== isolate.realm.arrayPrototype) return undefined;
    if (!hasDefaultIteration(isolate, items)) return undefined;
    return cloneFastArray(isolate, items, true);
  },
  /** items: whether it iterates in the ordinary way over a list that is at hand. V8: IterableToList. */
  IsListIterable: (isolate, [items]) => isListIterable(isolate, items),
  IteratorMethod: (isolate, [items]) => iteratorMethod(isolate, items, 'Array.fromAsync'),
  ArrayIteratorMethod: (isolate, [items]) => iteratorMethod(isolate, items, '%Array%.from'),
  AsyncIteratorMethod: (isolate, [items]) => {
    if (items === undefined || items === null) {
      return throwTypeError(
        isolate,
        'NonObjectPropertyLoadWithProperty',
        String(items),
        'Symbol(Symbol.asyncIterator)',
      );
    }
    const method = getProperty(isolate, items, isolate.symbols.asyncIterator);
    if (method === undefined || method === null) return undefined;
    return isCallable(method) ? method : throwTypeError(isolate, 'AsyncIteratorSymbolNonCallable', 'Array.fromAsync');
  },
  SortCollect: (isolate, [object, length, skipHoles]) =>
    collect(isolate, object as JSObject, length as number, skipHoles === true),
  CountDefined: (_isolate, [work]) => (work as JSObject).elements.filter(isDefined).length,
  SortPrimitives: (_isolate, [work, count]) => sortPrimitives(work as JSObject, count as number),
  SortStore: (isolate, [object, length, work]) => {
    store(isolate, object as JSObject, length as number, (work as JSObject).elements);
    return undefined;
  },
  SortedArray: (isolate, [work]) => {
    const values = (work as JSObject).elements.slice();
    const kind = kindOfAll(values, isolate.profile.smiBits);
    // V8 sorts doubles as tagged values and makes the result from those.
    return newArrayOfKind(
      isolate,
      values,
      kind === ElementsKind.PACKED_DOUBLE_ELEMENTS ? ElementsKind.PACKED_ELEMENTS : kind,
    );
  },
  CopyValues: (isolate, [work, start, count]) => {
    const values = (work as JSObject).elements.slice(start as number, (start as number) + (count as number));
    return newArrayOfKind(isolate, values, ElementsKind.PACKED_ELEMENTS);
  },
  /** work, to, from: takes the value at `from` out and puts it in at `to`, which is not behind it. */
  MoveToFront: (_isolate, [work, to, from]) => {
    const { elements } = work as JSObject;
    const value = elements[from as number];
    elements.copyWithin((to as number) + 1, to as number, from as number);
    elements[to as number] = value;
    return undefined;
  },
  ReverseRange: (_isolate, [work, start, end]) => {
    const { elements } = work as JSObject;
    const reversed = elements.slice(start as number, end as number).reverse();
    for (let i = 0; i < reversed.length; i++) elements[(start as number) + i] = reversed[i];
    return undefined;
  },
  CopyRange: (_isolate, [source, start, end, target, to]) => {
    const values = (source as JSObject).elements;
    const { elements } = target as JSObject;
    for (let i = start as number; i < (end as number); i++)
      elements[(to as number) + i - (start as number)] = values[i];
    recordWrites(target as JSObject);
    return undefined;
  },
  /** Two strings: their order. */
  Order: (_isolate, [a, b]) => ((a as string) < (b as string) ? -1 : (a as string) > (b as string) ? 1 : 0),
};

/** Simplified: a changed `next` of the builtin iterators is only looked for where the iteration happens. */
function isListIterable(isolate: Isolate, items: Value): boolean {
  const object = typeof items === 'string' ? isolate.realm.stringPrototype : items;
  if (!(object instanceof JSObject)) return false;
  if (typeof items !== 'string' && !isSetOrIterator(object)) return false;
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (!lookupNamed(found, holder, isolate.symbols.iterator)) continue;
    return found.value instanceof JSObject && (found.value.internal as FunctionData).native !== undefined;
  }
  return false;
}

function isSetOrIterator({ hiddenClass: { instanceType }, internal }: JSObject): boolean {
  if (instanceType === 'set') return true;
  const isIterator = instanceType === 'set iterator' || instanceType === 'map iterator';
  return isIterator && internal?.kind === 'iterator' && internal.mode !== 'entries';
}

function hasDefaultIteration(isolate: Isolate, array: JSObject): boolean {
  const { realm, symbols } = isolate;
  return (
    getProperty(isolate, array, symbols.iterator) === realm.intrinsic('Array.prototype.values') &&
    getProperty(isolate, realm.intrinsic('ArrayIteratorPrototype'), 'next') ===
      realm.intrinsic('ArrayIteratorPrototype.next')
  );
}

/** items[Symbol.iterator], if there is one; `name` stands in the words for one that is no function. V8: IteratorSymbolNonCallable. */
export function iteratorMethod(isolate: Isolate, items: Value, name: string): JSObject | undefined {
  if (items === undefined || items === null) {
    throwTypeError(isolate, 'NotIterableNoSymbolLoad', defaultCallSite(items), 'Symbol(Symbol.iterator)');
  }
  const method = getProperty(isolate, items, isolate.symbols.iterator);
  if (method === undefined || method === null) return undefined;
  return isCallable(method) ? method : throwTypeError(isolate, 'IteratorSymbolNonCallable', name);
}
