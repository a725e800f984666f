/**
 * Object literals, and what `{...source}` begins with. V8: src/runtime/runtime-literals.cc (CreateObjectLiteral), ic.cc
 * (Runtime_CloneObjectIC_Miss).
 */
import type { BoilerplateValue, Constant, ObjectBoilerplate } from '../bytecode/bytecode-array.ts';
import { LiteralFlag } from '../bytecode/literal-boilerplates.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { convertToSparse } from '../objects/elements.ts';
import { JSObject, noProperties } from '../objects/js-object.ts';
import { migrateInstance, migrateSlowToFast } from '../objects/migration.ts';
import { defineOwn } from '../objects/own-properties.ts';
import { Attribute, detailsAttributes, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { uninitialized } from '../objects/representation.ts';
import { JSSymbol, keyFromString, type PropertyKey, type Value } from '../objects/value.ts';
import { arrayFromBoilerplate, copyOfLiteral, type MakeObject } from './array-literals.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';

/** The flags tell of the prototype, because all empty boilerplates are one. */
export function createObjectLiteral(
  isolate: Isolate,
  constant: Constant,
  flags: number,
  { feedback: vector, optimized }: Frame,
  slot: number,
): JSObject {
  const known = vector.slots[slot];
  if (known instanceof JSObject) return copyOfLiteral(known, optimized === undefined);
  const { isAllocated } = vector;
  const hasNullPrototype = (flags & LiteralFlag.nullPrototype) !== 0;
  const object = objectFromBoilerplate(isolate, constant as ObjectBoilerplate, isAllocated, hasNullPrototype);
  if (!isAllocated || object.hiddenClass.isDictionary) return object;
  vector.slots[slot] = object;
  return copyOfLiteral(object, true);
}

/** `withSites`: arrays in it have allocation sites. */
export const nestedObject: MakeObject = (isolate, boilerplate, withSites) =>
  objectFromBoilerplate(isolate, boilerplate, withSites);

function objectFromBoilerplate(
  isolate: Isolate,
  boilerplate: ObjectBoilerplate,
  withSites: boolean,
  hasNullPrototype = boilerplate.nullPrototype,
): JSObject {
  const { realm } = isolate;
  const object = hasNullPrototype
    ? realm.newObjectWithPrototype(null)
    : realm.newObjectForLiteral(boilerplate.propertyCount);
  for (const { key, value } of boilerplate.properties) {
    const propertyKey = typeof key === 'number' ? key : keyFromString(key);
    defineInitial(object, propertyKey, boilerplateValue(isolate, value, withSites));
  }
  if (hasSparseIndices(boilerplate)) convertToSparse(object);
  // Too many for the cache of roots: fast, but nobody's family. V8 14.1 leaves them slow.
  if (!hasNullPrototype && boilerplate.propertyCount <= isolate.profile.maxLiteralPropertiesFast)
    migrateSlowToFast(object, 'FastLiteral');
  return object;
}

/** V8: fast_elements of ObjectLiteralBoilerplateBuilder. */
function hasSparseIndices({ properties }: ObjectBoilerplate): boolean {
  let count = 0;
  let last = 0;
  for (const { key } of properties) {
    if (typeof key !== 'number') continue;
    count++;
    if (key > last) last = key;
  }
  return last > 32 && 2 * count < last;
}

/** Elements have no state of their own for what comes later. */
function defineInitial(object: JSObject, key: PropertyKey, value: Value): void {
  const initial = value === uninitialized && typeof key === 'number' ? 0 : value;
  defineOwn(object, key, { value: initial, writable: true, enumerable: true, configurable: true });
}

function boilerplateValue(isolate: Isolate, value: BoilerplateValue, withSites: boolean): Value {
  switch (value.kind) {
    case 'value':
      return value.value;
    case 'object':
      return objectFromBoilerplate(isolate, value.value, withSites);
    case 'array':
      return arrayFromBoilerplate(isolate, value.value, nestedObject, withSites);
    case 'hole':
    case 'uninitialized':
      return uninitialized;
  }
}

/** What `{...source}` starts with; `isComplete`: it is the copy already. */
export function startOfClone(isolate: Isolate, source: Value): { target: JSObject; isComplete: boolean } {
  if (!(source instanceof JSObject)) return { target: isolate.realm.newObject(), isComplete: false };
  const wasDeprecated = source.hiddenClass.isDeprecated;
  migrateInstance(source);
  const { hiddenClass } = source;
  if (
    !wasDeprecated &&
    isolate.profile.spreadKeepsMap &&
    source.elements.length === 0 &&
    canShareMap(isolate, hiddenClass)
  ) {
    isolate.meter.allocateList(source.properties.length);
    const target = new JSObject(hiddenClass);
    if (source.properties !== noProperties) target.properties = source.properties.slice();
    return { target, isComplete: true };
  }
  const isSimple = isolate.profile.spreadKeepsMap && !hiddenClass.isDictionary && !hiddenClass.isExotic;
  const slots = isSimple ? Math.min(hiddenClass.fieldCount, hiddenClass.inObjectProperties) : 0;
  const target = isSimple ? isolate.realm.newObjectForLiteral(slots) : isolate.realm.newObject();
  return { target, isComplete: false };
}

/** Plain, enumerable data only, of an object like those that literals make. V8: GetCloneModeForMap. */
function canShareMap(isolate: Isolate, map: HiddenClass): boolean {
  if (map.instanceType !== 'object' || map.isDictionary || map.isPrototype || !map.isExtensible) return false;
  if (
    map.prototype !== isolate.realm.objectPrototype ||
    map.creator !== undefined ||
    map.elementsKind !== ElementsKind.HOLEY_ELEMENTS
  )
    return false;
  for (let row = 0; row < map.propertyCount; row++) {
    const details = map.detailsAt(row);
    const key = map.keyAt(row);
    if (detailsKind(details) !== PropertyKind.data || detailsAttributes(details) !== Attribute.all) return false;
    if (key instanceof JSSymbol && key.isPrivate) return false;
  }
  return true;
}
