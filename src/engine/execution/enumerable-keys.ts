/** Own enumerable string keys. ECMAScript: EnumerableOwnProperties. */
import type { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { JSSymbol, keyToDisplay, keyToValue, theHole } from '../objects/value.ts';
import { throwReferenceError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { getOwnProperty, ownPropertyKeys } from './property-access.ts';

/** Own enumerable string keys, as Object.keys sees them. */
export function enumerableOwnKeys(isolate: Isolate, object: JSObject): string[] {
  const result: string[] = [];
  const found = new PropertyLookup();
  for (const key of ownPropertyKeys(isolate, object)) {
    if (key instanceof JSSymbol) continue;
    const enumerable =
      object.hiddenClass.instanceType === 'proxy'
        ? getOwnProperty(isolate, object, key)?.enumerable === true
        : lookupOwn(found, object, key) && found.isEnumerable;
    if (found.value === theHole) throwReferenceError(isolate, 'AccessedUninitializedVariable', keyToDisplay(key));
    if (enumerable) result.push(keyToValue(key) as string);
  }
  return result;
}
