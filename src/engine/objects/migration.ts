/**
 * How an object follows its hidden class: to a newer one, into dictionary mode and back, into the role of a prototype.
 * V8: src/objects/js-objects.cc (MigrateToMap, NormalizeProperties, MigrateSlowToFast, OptimizeAsPrototype, MakePrototypesFast).
 */
import type { AccessorPair } from './accessor-pair.ts';
import { DescriptorArray, type NamedKey } from './descriptor-array.ts';
import type { HiddenClass } from './hidden-class.ts';
import { type JSObject, noProperties } from './js-object.ts';
import { copyDropDescriptors, copyMap, installDescriptors, maxDescriptors, normalizeMap } from './map-copies.ts';
import { updateMap } from './map-updater.ts';
import { detailsAttributes, detailsFieldIndex, detailsKind, makeDetails, PropertyKind } from './property-details.ts';
import { PropertyDictionary } from './property-dictionary.ts';
import { Representation } from './representation.ts';
import type { Value } from './value.ts';

/** Gives the object another hidden class and moves its values to where that has them. */
export function migrateToMap(object: JSObject, next: HiddenClass): void {
  const old = object.hiddenClass;
  if (old === next) return;
  if (old.isPrototype) old.heap.prototypeEpoch++;
  if (old.isDictionary) {
    object.hiddenClass = next;
    return;
  }
  // Inline caches of what inherits from it know its fields. V8: JSObject::InvalidatePrototypeChains.
  if (old.isPrototype) old.heap.prototypeEpoch++;
  if (next.isDictionary) {
    object.dictionary = dictionaryOf(object);
    object.properties = noProperties;
  } else moveFields(object, old, next);
  object.hiddenClass = next;
}

/** Fields keep their places unless an accessor before them took or left one. */
function moveFields(object: JSObject, old: HiddenClass, next: HiddenClass): void {
  const count = Math.min(old.propertyCount, next.propertyCount);
  let isMoved = false;
  for (let row = 0; row < count && !isMoved; row++) {
    const before = old.detailsAt(row);
    const after = next.detailsAt(row);
    isMoved =
      (detailsKind(before) === PropertyKind.data) !== (detailsKind(after) === PropertyKind.data) ||
      detailsFieldIndex(before) !== detailsFieldIndex(after);
  }
  if (!isMoved) return;
  const values: (Value | AccessorPair)[] = [];
  for (let row = 0; row < next.propertyCount; row++) {
    if (detailsKind(next.detailsAt(row)) !== PropertyKind.data) continue;
    const before = row < count ? old.detailsAt(row) : 0;
    const hasValue = row < count && detailsKind(before) === PropertyKind.data;
    values.push(hasValue ? object.properties[detailsFieldIndex(before)] : undefined);
  }
  object.properties = values;
}

export function dictionaryOf(object: JSObject): PropertyDictionary {
  const { hiddenClass, properties } = object;
  // V8: two more than there are.
  const dictionary = new PropertyDictionary().reserve(hiddenClass.propertyCount + 2);
  for (let row = 0; row < hiddenClass.propertyCount; row++) {
    const details = hiddenClass.detailsAt(row);
    const kind = detailsKind(details);
    let value: Value | AccessorPair = undefined;
    if (kind === PropertyKind.data) value = properties[detailsFieldIndex(details)];
    else if (kind === PropertyKind.accessor) value = hiddenClass.accessorPairAt(row);
    dictionary.set(hiddenClass.keyAt(row), { value, details: makeDetails(detailsAttributes(details), kind, 0) });
  }
  return dictionary;
}

/** V8: JSObject::MigrateInstance. */
export function migrateInstance(object: JSObject): void {
  if (object.hiddenClass.isDeprecated) migrateToMap(object, updateMap(object.hiddenClass));
}

/** Why a program's object is a dictionary now: a property was deleted, became an accessor or stopped to be one, or there were too many. */
export type DictionaryReason = 'delete' | 'accessor' | 'tooMany';

/** Into dictionary mode. V8: JSObject::NormalizeProperties. */
export function normalizeObject(object: JSObject, reason: string): void {
  const { hiddenClass } = object;
  if (hiddenClass.isDictionary) return;
  migrateToMap(object, normalizeMap(hiddenClass, reason, { keepsSlots: hiddenClass.isPrototype }));
}

export function tellNormalized(object: JSObject, reason: DictionaryReason, key: NamedKey, before: HiddenClass): void {
  if (!before.isDictionary && object.hiddenClass.isDictionary) before.heap.normalized(reason, object, key, before.id);
}

/** Back from dictionary mode, to a hidden class of its own. V8: JSObject::MigrateSlowToFast. */
export function migrateSlowToFast(object: JSObject, reason: string): void {
  const old = object.hiddenClass;
  const { dictionary } = object;
  if (!old.isDictionary || dictionary === undefined || dictionary.size > maxDescriptors) return;
  // Handlers know in which field of a prototype a property is. V8: JSObject::InvalidatePrototypeChains.
  if (old.isPrototype) old.heap.prototypeEpoch++;
  const next = copyDropDescriptors(old, { isDictionary: false });
  const descriptors = new DescriptorArray();
  const values: (Value | AccessorPair)[] = [];
  // Only arrays and the like have elements kinds that may still change.
  const isMutable = old.elementsKind < 3 || (old.elementsKind > 3 && old.elementsKind < 6);
  for (const [key, { value, details }] of dictionary) {
    const kind = detailsKind(details);
    const attributes = detailsAttributes(details);
    if (kind === PropertyKind.data) {
      descriptors.push(key, makeDetails(attributes, kind, values.length, Representation.tagged, isMutable), 'any');
      values.push(value as Value);
    } else
      descriptors.push(
        key,
        makeDetails(attributes, kind, 0),
        kind === PropertyKind.accessor ? (value as AccessorPair) : 'any',
      );
  }
  installDescriptors(next, descriptors, descriptors.keys.length, values.length);
  next.unusedPropertyFields = Math.max(0, old.inObjectProperties - values.length);
  old.heap.mapListener.mapEvent('SlowToFast', old, next, reason);
  object.hiddenClass = next;
  object.dictionary = undefined;
  object.properties = values.length === 0 ? noProperties : values;
}

/**
 * The object is some object's prototype now: it has a hidden class of its own, in dictionary mode while it is being set up and
 * fast once it is used. V8: JSObject::OptimizeAsPrototype.
 */
export function optimizeAsPrototype(object: JSObject, enableSetupMode = true): void {
  const map = object.hiddenClass;
  if (map.instanceType === 'global object' || map.instanceType === 'proxy') return;
  const benefits =
    enableSetupMode &&
    !map.isDictionary &&
    !map.heap.isBootstrapping &&
    !(map.isPrototype && map.shouldBeFastPrototype);
  if (map.isPrototype) {
    if (benefits) normalizeObject(object, 'NormalizeAsPrototype');
    if (object.hiddenClass.shouldBeFastPrototype) migrateSlowToFast(object, 'OptimizeAsPrototype');
    return;
  }
  let next: HiddenClass;
  if (benefits) next = normalizeMap(map, 'NormalizeAndCopyAsPrototype', { keepsSlots: true, useCache: false });
  else next = copyMap(map, 'CopyAsPrototype');
  migrateToMap(object, next);
  next.isPrototype = true;
  // Who constructed it does not matter any more.
  next.creator = undefined;
  map.heap.prototypeEpoch++;
}

/** What an inline cache goes through is fast from then on. V8: JSObject::MakePrototypesFast. */
export function makePrototypesFast(start: JSObject | null): void {
  for (let object = start; object !== null; object = object.hiddenClass.prototype) {
    const map = object.hiddenClass;
    if (map.instanceType === 'proxy') return;
    if (!map.isPrototype) continue;
    if (map.shouldBeFastPrototype) return;
    map.shouldBeFastPrototype = true;
    optimizeAsPrototype(object);
  }
}
