/**
 * The value of a global property that is made when it is first looked at. V8: lazy data properties
 * (SetLazyDataProperty in include/v8-object.h), with which runtimes give their globals.
 *
 * It stands in the entry of a dictionary, of kind `native`, until somebody looks the property up: then the entry becomes what
 * it claims to be from the beginning, so that nobody sees the difference.
 */
import { AccessorPair } from './accessor-pair.ts';
import type { JSObject } from './js-object.ts';
import { initialCellType } from './property-cell.ts';
import type { DictionaryEntry } from './property-dictionary.ts';
import { detailsAttributes, detailsKind, makeDetails, PropertyKind } from './property-details.ts';
import type { PropertyKey, Value } from './value.ts';

export class LazyValue {
  readonly make: () => Value | AccessorPair;

  constructor(make: () => Value | AccessorPair) {
    this.make = make;
  }
}

/** Adds such a property to the global object, or another with a dictionary, or puts it in the place of what it has by that name. */
export function defineLazy(object: JSObject, key: string, attributes: number, make: () => Value | AccessorPair): void {
  const details = makeDetails(attributes, PropertyKind.native, 0);
  object.dictionary!.set(key, { value: new LazyValue(make), details, cellType: initialCellType(null) });
}

/** Whether nobody has looked at the object's property yet. */
export function isLazy(object: JSObject, key: PropertyKey): boolean {
  return typeof key !== 'number' && object.dictionary?.get(key)?.value instanceof LazyValue;
}

/** Nothing for entries that are no longer lazy, and for other native ones. */
export function makeLazyEntry(entry: DictionaryEntry): void {
  if (detailsKind(entry.details) !== PropertyKind.native || !(entry.value instanceof LazyValue)) return;
  const value = entry.value.make();
  const kind = value instanceof AccessorPair ? PropertyKind.accessor : PropertyKind.data;
  entry.details = makeDetails(detailsAttributes(entry.details), kind, 0);
  entry.value = value;
}
