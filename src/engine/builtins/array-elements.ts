/**
 * The fast paths' view of arrays: which arrays may be read and written by their backing store alone, and new arrays of a
 * given elements kind. V8: the ElementsAccessor, FastJSArray of src/builtins/*.tq.
 */
import type { Isolate } from '../execution/isolate.ts';
import { dictionaryElements, ElementsKind, lastExtensibleFastKind } from '../objects/elements-kind.ts';
import { JSObject, noElements } from '../objects/js-object.ts';
import { isLengthWritable } from '../objects/own-properties.ts';
import { keyFromNumber, type PropertyKey, theHole, type Value } from '../objects/value.ts';

/** An array whose backing store holds all its elements, and whose holes read as undefined. */
export function isFastToRead(isolate: Isolate, value: Value): value is JSObject {
  if (!(value instanceof JSObject)) return false;
  const { hiddenClass } = value;
  if (hiddenClass.instanceType !== 'array' || hiddenClass.elementsKind === dictionaryElements) return false;
  if (value.elements.length === value.length && (hiddenClass.elementsKind & 1) === 0) return true;
  return hiddenClass.prototype === isolate.realm.arrayPrototype && prototypesHaveNoElements(isolate);
}

/** Also may elements be added, changed and removed. */
export function isFastToWrite(isolate: Isolate, value: Value): value is JSObject {
  if (!isFastToRead(isolate, value)) return false;
  const { hiddenClass } = value;
  if (hiddenClass.elementsKind > lastExtensibleFastKind || !hiddenClass.isExtensible || hiddenClass.isPrototype)
    return false;
  if (hiddenClass.prototype !== isolate.realm.arrayPrototype && !hasPlainChain(isolate, value)) return false;
  return prototypesHaveNoElements(isolate) && isLengthWritable(value);
}

/** Subclasses of Array whose prototypes have no elements either. */
function hasPlainChain(isolate: Isolate, array: JSObject): boolean {
  for (let holder = array.hiddenClass.prototype; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder === isolate.realm.arrayPrototype) return true;
    if (holder.hiddenClass.isExotic || holder.elements !== noElements || holder.sparse !== undefined) return false;
  }
  return true;
}

function prototypesHaveNoElements(isolate: Isolate): boolean {
  const { arrayPrototype, objectPrototype } = isolate.realm;
  return (
    arrayPrototype.elements.length === 0 &&
    arrayPrototype.sparse === undefined &&
    objectPrototype.elements.length === 0 &&
    objectPrototype.sparse === undefined &&
    arrayPrototype.hiddenClass.prototype === objectPrototype
  );
}

/** Element of an array that is fast to read. */
export function fastElement(array: JSObject, index: number): Value {
  const value = array.elements[index];
  return value === theHole ? undefined : value;
}

/** Makes the backing store as long as the array, so that it can be changed in place. */
export function fillElements(isolate: Isolate, array: JSObject): Value[] {
  if (array.elements.length < array.length) isolate.meter.allocateList(array.length);
  if (array.elements === noElements) array.elements = [];
  const { elements } = array;
  while (elements.length < array.length) elements.push(theHole);
  return elements;
}

/** After a change of the backing store in place. */
export function syncLength(array: JSObject): void {
  array.length = array.elements.length;
  if (array.length === 0) array.elements = noElements;
}

/** An array that owns `values` from now on; `kind` must be able to hold them. */
export function newArrayOfKind(isolate: Isolate, values: Value[], kind: number): JSObject {
  isolate.meter.allocateList(values.length);
  const array = new JSObject(isolate.realm.array.withElementsKind(kind));
  array.elements = values.length === 0 ? noElements : values;
  array.length = values.length;
  return array;
}

/** What `new Array(0)` makes: V8 calls it holey at once. */
export function newHoleyArray(isolate: Isolate): JSObject {
  return newArrayOfKind(isolate, [], ElementsKind.HOLEY_SMI_ELEMENTS);
}

export function keyOf(index: number): PropertyKey {
  return keyFromNumber(index);
}
