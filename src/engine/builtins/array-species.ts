/** Making the array that a method returns. ECMAScript: ArrayCreate, ArraySpeciesCreate. V8: ArraySpeciesCreate in src/objects/objects.cc. */
import { construct, isConstructor } from '../execution/calls.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import { functionRealm } from '../execution/construct.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty } from '../execution/property-access.ts';
import { isArray } from '../execution/proxy.ts';
import { setArrayLength } from '../objects/elements.ts';
import { lookupNamed, lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { newHoleyArray } from './array-elements.ts';

export const maxArrayLength = 4294967295;

/** ECMAScript: ArrayCreate with the default prototype, as `new Array(length)` does it. */
export function arrayCreate(isolate: Isolate, length: number): JSObject {
  if (length > maxArrayLength) throwRangeError(isolate, 'InvalidArrayLength');
  const array = newHoleyArray(isolate);
  setArrayLength(array, length);
  if (array.sparse === undefined) array.capacity = length;
  return array;
}

/** Undefined where the result is to be an ordinary array, which the caller makes then; else its constructor. */
export function arraySpecies(isolate: Isolate, original: JSObject): JSObject | undefined {
  if (hasDefaultSpecies(isolate, original)) return undefined;
  if (!isArray(isolate, original)) return undefined;
  let constructor = getProperty(isolate, original, 'constructor');
  // The Array of another realm gives way to that of this one.
  if (isConstructor(constructor)) {
    const realm = functionRealm(isolate, constructor);
    if (realm !== isolate.realm && constructor === realm.intrinsic('Array')) return undefined;
  }
  if (constructor instanceof JSObject) {
    const species = getProperty(isolate, constructor, isolate.symbols.species);
    constructor = species === null ? undefined : species;
  }
  if (constructor === undefined || constructor === isolate.realm.intrinsic('Array')) return undefined;
  if (!isConstructor(constructor)) return throwTypeError(isolate, 'SpeciesNotConstructor');
  return constructor;
}

export function arraySpeciesCreate(isolate: Isolate, original: JSObject, length: number): JSObject {
  const constructor = arraySpecies(isolate, original);
  return constructor === undefined ? arrayCreate(isolate, length) : construct(isolate, constructor, [length]);
}

/** V8: the array species protector and the check of the initial array prototype. */
function hasDefaultSpecies(isolate: Isolate, original: JSObject): boolean {
  const { arrayPrototype } = isolate.realm;
  if (original.hiddenClass.instanceType !== 'array' || original.hiddenClass.prototype !== arrayPrototype) return false;
  const found = new PropertyLookup();
  if (lookupNamed(found, original, 'constructor')) return false;
  const constructor: Value = isolate.realm.intrinsic('Array');
  if (!lookupOwn(found, arrayPrototype, 'constructor') || found.value !== constructor) return false;
  return (
    lookupOwn(found, constructor, isolate.symbols.species) &&
    found.getter === isolate.realm.intrinsics.get('get Array[Symbol.species]')
  );
}
