/**
 * Adding, storing to, reconfiguring and deleting own properties with names: each finds the hidden class that the object has
 * afterwards. V8: src/objects/lookup.cc (PrepareTransitionToDataProperty, PrepareForDataProperty, ReconfigureDataProperty,
 * TransitionToAccessorProperty, Delete).
 */
import { initialCellType, updatedCellType } from './property-cell.ts';
import type { DictionaryEntry } from './property-dictionary.ts';
import { AccessorPair } from './accessor-pair.ts';
import type { NamedKey } from './descriptor-array.ts';
import { allocate, bytesOfAddedField } from './allocation.ts';
import type { HiddenClass } from './hidden-class.ts';
import { addField, type JSObject } from './js-object.ts';
import type { PropertyLookup } from './lookup.ts';
import { copyAddDescriptor } from './map-copies.ts';
import {
  prepareForData,
  reconfigureExisting,
  type StoreOrigin,
  transitionToAccessor,
  transitionToData,
} from './map-transitions.ts';
import { migrateSlowToFast, migrateToMap, normalizeObject, tellNormalized } from './migration.ts';
import {
  Attribute,
  detailsFieldIndex,
  detailsIsMutable,
  detailsKind,
  makeDetails,
  PropertyKind,
} from './property-details.ts';
import { uninitialized } from './representation.ts';
import type { Value } from './value.ts';
import { recordWrite, recordWrites } from './write-barrier.ts';

export function addNamed(
  object: JSObject,
  key: NamedKey,
  value: Value | AccessorPair,
  given: number,
  kind: number,
  origin: StoreOrigin = 'named',
  // In place of the value where the hidden class is chosen: an integer that V8 holds as a heap number is a fraction there.
  standIn = value,
): void {
  const before = object.hiddenClass;
  const attributes = attributesFor(key, given);
  if (!before.isDictionary) {
    let next: HiddenClass;
    if (kind === PropertyKind.native) next = copyAddDescriptor(before, key, makeDetails(attributes, kind, 0), 'any');
    else if (value instanceof AccessorPair)
      next = transitionToAccessor(before, key, -1, value.getter, value.setter, attributes);
    else next = transitionToData(before, key, standIn as Value, attributes, origin);
    migrateToMap(object, next);
    if (!next.isDictionary) {
      if (kind === PropertyKind.data) appendField(object, next, value as Value);
      else recordWrites(object);
      return;
    }
    tellNormalized(object, 'tooMany', key, before);
  }
  setEntry(object, key, value, makeDetails(attributes, kind, 0));
}

/** Nobody lists private names. V8: LookupIterator::PrepareTransitionToDataProperty. */
export function attributesFor(key: NamedKey, attributes: number): number {
  return typeof key !== 'string' && key.isPrivate ? attributes & ~Attribute.enumerable : attributes;
}

/** A global variable's entry is V8's property cell: it outlives the value. */
function setEntry(object: JSObject, key: NamedKey, value: Value | AccessorPair, details: number): void {
  const entry: DictionaryEntry = { value, details };
  const { hiddenClass } = object;
  recordWrites(object);
  if (hiddenClass.instanceType === 'global object') {
    entry.cellType = initialCellType(value);
    const replaced = object.dictionary!.get(key);
    if (replaced !== undefined) hiddenClass.heap.mapListener.propertyCellChanged(replaced);
  }
  object.dictionary!.set(key, entry);
}

function writeEntry(object: JSObject, entry: DictionaryEntry, value: Value): void {
  if (entry.cellType !== undefined) {
    const next = updatedCellType(entry, value);
    const changes = next !== entry.cellType;
    entry.cellType = next;
    if (changes) object.hiddenClass.heap.mapListener.propertyCellChanged(entry);
  }
  entry.value = value;
}

function appendField(object: JSObject, next: HiddenClass, value: Value): void {
  const row = next.propertyCount - 1;
  addField(object, detailsFieldIndex(next.detailsAt(row)), value);
  allocate(next.heap, bytesOfAddedField(next, row));
  recordWrite(object, value);
}

/** Stores to a data property that `found` describes. */
export function writeNamed(object: JSObject, key: NamedKey, found: PropertyLookup, value: Value): void {
  if (found.row >= 0) prepareField(object, key, found.row, value);
  const { hiddenClass } = object;
  recordWrite(object, value);
  if (hiddenClass.isDictionary) writeEntry(object, object.dictionary!.get(key)!, value);
  else object.properties[detailsFieldIndex(hiddenClass.detailsAt(found.row))] = value;
}

/** Makes a field able to hold the value, if need be by another hidden class. */
export function prepareField(object: JSObject, key: NamedKey, row: number, value: Value): void {
  const map = object.hiddenClass;
  const details = map.detailsAt(row);
  const isMutable = detailsIsMutable(details) || !isConstantEqual(object.properties[detailsFieldIndex(details)], value);
  const next = prepareForData(map, row, isMutable, value);
  if (next === map) return;
  migrateToMap(object, next);
  tellNormalized(object, 'accessor', key, map);
}

/** A field that has had one value only stays constant when it gets it again. V8: IsConstFieldValueEqualTo. */
export function isConstantEqual(current: Value | AccessorPair, value: Value): boolean {
  return current === uninitialized || value === uninitialized || Object.is(current, value);
}

/** Other attributes, or another kind of property. The caller has found that this is allowed. */
export function reconfigureNamed(
  object: JSObject,
  key: NamedKey,
  found: PropertyLookup,
  attributes: number,
  kind: number,
  value: Value | AccessorPair,
): void {
  const before = object.hiddenClass;
  if (!before.isDictionary) {
    const next = reconfigured(before, key, found.row, attributes, kind, value);
    migrateToMap(object, next);
    if (!next.isDictionary) {
      if (kind === PropertyKind.data) setField(object, detailsFieldIndex(next.detailsAt(found.row)), value as Value);
      else recordWrites(object);
      return;
    }
    tellNormalized(object, 'accessor', key, before);
  }
  setEntry(object, key, value, makeDetails(attributes, kind, 0));
}

function setField(object: JSObject, field: number, value: Value): void {
  addField(object, field, value);
  recordWrite(object, value);
}

function reconfigured(
  map: HiddenClass,
  key: NamedKey,
  row: number,
  attributes: number,
  kind: number,
  value: Value | AccessorPair,
): HiddenClass {
  if (value instanceof AccessorPair) return transitionToAccessor(map, key, row, value.getter, value.setter, attributes);
  const next = reconfigureExisting(map, row, attributes);
  return next.isDictionary || kind !== PropertyKind.data ? next : prepareForData(next, row, true, value);
}

export type NamedDeleteResult = 'dictionary' | 'alreadyDictionary' | 'rolledBack';

/** V8 ≥ 12: every delete leads to dictionary mode. */
export function deleteNamed(object: JSObject, key: NamedKey): NamedDeleteResult {
  const before = object.hiddenClass;
  if (!before.isDictionary && rollBack(object, key)) return 'rolledBack';
  const result = before.isDictionary ? 'alreadyDictionary' : 'dictionary';
  normalizeObject(object, 'DeletingProperty');
  tellNormalized(object, 'delete', key, before);
  object.dictionary!.delete(key);
  if (object.hiddenClass.isPrototype && object.hiddenClass.shouldBeFastPrototype)
    migrateSlowToFast(object, 'OptimizeAsPrototype');
  return result;
}

/** The property that was added last goes the way that it came. V8 < 12: DeleteObjectPropertyFast. */
function rollBack(object: JSObject, key: NamedKey): boolean {
  const map = object.hiddenClass;
  const { parent } = map;
  if (!map.heap.profile.deleteOfLastPropertyRollsBack || parent === undefined) return false;
  const last = map.propertyCount - 1;
  if (map.isDeprecated || map.keyAt(last) !== key || parent.propertyCount !== last) return false;
  if (detailsKind(map.detailsAt(last)) === PropertyKind.data) object.properties.length = parent.fieldCount;
  object.hiddenClass = parent;
  map.leaveStable();
  return true;
}
