/**
 * Where a hidden class leads when a property is added, stored to or given other attributes, when elements need another kind.
 * V8: src/objects/map.cc (TransitionToDataProperty, TransitionToAccessorProperty, PrepareForDataProperty, TooManyFastProperties).
 */
import { AccessorPair } from './accessor-pair.ts';
import type { NamedKey } from './descriptor-array.ts';
import { dictionaryElements, ElementsKind, isMoreGeneralKind, lastExtensibleFastKind } from './elements-kind.ts';
import type { HiddenClass } from './hidden-class.ts';
import type { JSObject } from './js-object.ts';
import {
  copyAddDescriptor,
  copyAsElementsKind,
  copyReplaceLastAccessor,
  copyWithField,
  maxDescriptors,
  normalizeMap,
} from './map-copies.ts';
import { reconfigureElementsKind, reconfigureToDataField, updateMap } from './map-updater.ts';
import {
  detailsAttributes,
  detailsIsMutable,
  detailsKind,
  detailsRepresentation,
  makeDetails,
  PropertyKind,
} from './property-details.ts';
import { fitsRepresentation, optimalRepresentation, optimalType, typeContains } from './representation.ts';
import type { Value } from './value.ts';

/** A store by a name that stands in the source, or by a key: those make dictionaries sooner. V8: StoreOrigin. */
export type StoreOrigin = 'named' | 'keyed';

/** V8: Map::TransitionToDataProperty. */
export function transitionToData(
  from: HiddenClass,
  key: NamedKey,
  value: Value,
  attributes: number,
  origin: StoreOrigin,
): HiddenClass {
  const map = updateMap(from);
  if (map.isDictionary) return map;
  const known = map.findTransition(key, PropertyKind.data, attributes);
  if (known !== undefined) return updateForValue(known, known.propertyCount - 1, false, value);
  if (!hasTooManyFastProperties(map, origin)) {
    const representation = optimalRepresentation(value, map.heap.profile.smiBits);
    const type = optimalType(value, representation);
    const next = copyWithField(map, { key, attributes, representation, type, isMutable: false });
    if (next !== undefined) return next;
  }
  return normalizeMap(map, 'TooManyFastProperties');
}

/** V8: Map::TooManyFastProperties. */
function hasTooManyFastProperties(map: HiddenClass, origin: StoreOrigin): boolean {
  if (map.unusedPropertyFields !== 0 || map.isPrototype) return false;
  const { profile } = map.heap;
  const inObject = map.inObjectProperties;
  if (origin === 'keyed') return map.fieldCount - inObject > Math.max(profile.fastPropertiesSoftLimit, inObject);
  if (profile.maxFastProperties === Infinity) return false;
  let mutable = 0;
  for (let row = 0; row < map.propertyCount; row++) {
    const details = map.detailsAt(row);
    if (detailsKind(details) === PropertyKind.data && detailsIsMutable(details)) mutable++;
  }
  return mutable - inObject > Math.max(profile.maxFastProperties, inObject);
}

/** The hidden class whose field can hold the value. V8: UpdateDescriptorForValue. */
export function updateForValue(map: HiddenClass, row: number, isMutable: boolean, value: Value): HiddenClass {
  const details = map.detailsAt(row);
  const { smiBits } = map.heap.profile;
  if (
    detailsKind(details) === PropertyKind.data &&
    (!isMutable || detailsIsMutable(details)) &&
    fitsRepresentation(value, detailsRepresentation(details), smiBits) &&
    typeContains(map.fieldTypeAt(row), value)
  )
    return map;
  const representation = optimalRepresentation(value, smiBits);
  const type = optimalType(value, representation);
  return reconfigureToDataField(map, row, detailsAttributes(details), isMutable, representation, type);
}

/** V8: Map::PrepareForDataProperty. */
export function prepareForData(map: HiddenClass, row: number, isMutable: boolean, value: Value): HiddenClass {
  const newest = updateMap(map);
  return newest.isDictionary ? newest : updateForValue(newest, row, isMutable, value);
}

/** Other attributes, or data instead of an accessor. V8: MapUpdater::ReconfigureExistingProperty. */
export function reconfigureExisting(map: HiddenClass, row: number, attributes: number): HiddenClass {
  if (map.parent === undefined) return normalizeMap(map, 'Normalize_AttributesMismatchProtoMap', slotsOf(map));
  return reconfigureToDataField(map, row, attributes, true, 0, 'none');
}

function slotsOf(map: HiddenClass): { keepsSlots: boolean } {
  return { keepsSlots: map.isPrototype };
}

/** `row` is that of the property as it is, or -1; undefined halves of the pair stay as they are. V8: TransitionToAccessorProperty. */
export function transitionToAccessor(
  from: HiddenClass,
  key: NamedKey,
  row: number,
  getter: JSObject | undefined,
  setter: JSObject | undefined,
  attributes: number,
): HiddenClass {
  const map = updateMap(from);
  if (map.isDictionary) return map;
  const normalized = (reason: string): HiddenClass => normalizeMap(map, reason, slotsOf(map));
  const known = map.findTransition(key, PropertyKind.accessor, attributes);
  if (known !== undefined) {
    const pair = known.accessorPairAt(known.propertyCount - 1);
    if (pair.getter !== getter || pair.setter !== setter) return normalized('TransitionToDifferentAccessor');
    return known;
  }
  if (row < 0) {
    if (map.propertyCount >= maxDescriptors || hasTooManyFastProperties(map, 'named'))
      return normalizeMap(map, 'TooManyAccessors');
    const details = makeDetails(attributes, PropertyKind.accessor, 0, 0, false);
    return copyAddDescriptor(map, key, details, new AccessorPair(getter, setter));
  }
  if (row !== map.propertyCount - 1) return normalized('AccessorsOverwritingNonLast');
  const details = map.detailsAt(row);
  if (detailsKind(details) !== PropertyKind.accessor) return normalized('AccessorsOverwritingNonAccessors');
  if (detailsAttributes(details) !== attributes) return normalized('AccessorsWithAttributes');
  const pair = map.accessorPairAt(row);
  if (pair.getter === getter && pair.setter === setter) return map;
  const overwrites =
    (pair.getter !== undefined && getter !== pair.getter) || (pair.setter !== undefined && setter !== pair.setter);
  if (overwrites) return normalized('AccessorsOverwritingAccessors');
  return copyReplaceLastAccessor(map, new AccessorPair(getter, setter));
}

/** V8: Map::TransitionElementsTo. */
export function transitionElements(map: HiddenClass, to: number): HiddenClass {
  const from = map.elementsKind;
  if (from === to) return map;
  // Dictionary mode has no tree.
  if (map.isDictionary) return copyAsElementsKind(map, to, false);
  const { parent } = map;
  if ((from & 1) === 1 && to === (from & ~1) && parent?.elementsKind === to && map.specialName === 'elements')
    return parent;
  const canStore = from <= lastExtensibleFastKind;
  const isStored =
    canStore && (to > lastExtensibleFastKind || (from !== ElementsKind.HOLEY_ELEMENTS && isMoreGeneralKind(from, to)));
  if (!isStored || (to > lastExtensibleFastKind && to !== dictionaryElements) || map.isDetached)
    return copyAsElementsKind(map, to, false);
  return reconfigureElementsKind(map, to);
}
