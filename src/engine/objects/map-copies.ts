/**
 * New hidden classes out of old ones, and how they are hung into the transition tree. V8: src/objects/map.cc (RawCopy,
 * CopyDropDescriptors, ShareDescriptor, CopyReplaceDescriptors, CopyForPreventExtensions, Normalize).
 */
import type { AccessorPair } from './accessor-pair.ts';
import { DescriptorArray, type NamedKey } from './descriptor-array.ts';
import { dictionaryElements, ElementsKind, lastExtensibleFastKind } from './elements-kind.ts';
import { HiddenClass, type HiddenClassFields, maxInObjectProperties, type SpecialTransition } from './hidden-class.ts';
import type { JSObject } from './js-object.ts';
import { isSameFamily } from './normalized-map-cache.ts';
import {
  Attribute,
  detailsAttributes,
  detailsKind,
  makeDetails,
  PropertyKind,
  withAttributes,
} from './property-details.ts';
import { type FieldType, Representation } from './representation.ts';
import { JSSymbol } from './value.ts';

/** V8: kMaxNumberOfDescriptors. */
export const maxDescriptors = 1020;

export interface NewField {
  readonly key: NamedKey;
  readonly attributes: number;
  readonly representation: number;
  readonly type: FieldType;
  readonly isMutable: boolean;
}

/** Without properties yet; slots as in the original. V8: Map::CopyDropDescriptors. */
export function copyDropDescriptors(map: HiddenClass, changes: Partial<HiddenClassFields> = {}): HiddenClass {
  const copy = new HiddenClass(map.heap, map.fields(changes));
  copy.unusedPropertyFields = map.unusedPropertyFields;
  copy.isExtensible = map.isExtensible;
  copy.isPrototype = map.isPrototype;
  copy.shouldBeFastPrototype = map.shouldBeFastPrototype;
  copy.constructionCounter = map.constructionCounter;
  map.leaveStable();
  return copy;
}

export function installDescriptors(
  map: HiddenClass,
  descriptors: DescriptorArray,
  count: number,
  fields: number,
): void {
  map.descriptors = descriptors;
  map.propertyCount = count;
  map.fieldCount = fields;
}

/** Free-floating: nobody finds it again. V8: Map::Copy. */
export function copyMap(map: HiddenClass, reason: string, changes: Partial<HiddenClassFields> = {}): HiddenClass {
  const copy = copyDropDescriptors(map, changes);
  const descriptors = map.descriptors.copy(map.propertyCount);
  if (!map.isPrototype && !map.heap.isBootstrapping) descriptors.generalizeAllFields();
  installDescriptors(copy, descriptors, map.propertyCount, map.fieldCount);
  map.heap.mapListener.mapEvent('ReplaceDescriptors', map, copy, reason);
  return copy;
}

export function copyWithField(map: HiddenClass, field: NewField): HiddenClass | undefined {
  if (map.propertyCount >= maxDescriptors) return undefined;
  const general = holdsTransitionableElements(map);
  const details = makeDetails(
    field.attributes,
    PropertyKind.data,
    map.fieldCount,
    general ? Representation.tagged : field.representation,
    field.isMutable,
  );
  const next = copyAddDescriptor(map, field.key, details, general ? 'any' : field.type);
  next.accountAddedField();
  return next;
}

/** Arrays' elements kinds come first in the tree, so their fields hold anything. V8: CanHaveFastTransitionableElementsKind. */
export function holdsTransitionableElements({ instanceType }: HiddenClass): boolean {
  return transitionableTypes.has(instanceType);
}

const transitionableTypes: ReadonlySet<string> = new Set([
  'array',
  'boolean wrapper',
  'number wrapper',
  'string wrapper',
  'symbol wrapper',
  'bigint wrapper',
  'sloppy arguments',
  'arguments',
]);

/** The same and one row more; the caller counts a field. V8: Map::CopyAddDescriptor. */
export function copyAddDescriptor(
  map: HiddenClass,
  key: NamedKey,
  details: number,
  value: FieldType | AccessorPair,
): HiddenClass {
  const next = copyDropDescriptors(map);
  const inTree = !map.isDetached && map.canHaveMoreTransitions && !map.heap.isBootstrapping;
  const shares = map.ownsDescriptors && (map.isPrototype || (inTree && map.parent !== undefined));
  const descriptors = shares ? map.descriptors : map.descriptors.copy(map.propertyCount);
  if (!shares && !map.isPrototype && !inTree && !map.isDetached && !map.heap.isBootstrapping)
    descriptors.generalizeAllFields();
  const isField = detailsKind(details) === PropertyKind.data;
  descriptors.push(
    key,
    !inTree && !map.isDetached && !map.heap.isBootstrapping && isField ? generalField(details) : details,
    value,
  );
  if (shares) map.ownsDescriptors = false;
  installDescriptors(next, descriptors, map.propertyCount + 1, map.fieldCount);
  if (inTree) {
    map.insertTransition(key, next);
    map.heap.mapListener.mapEvent('Transition', map, next, '', key);
  } else if (map.isDetached && !map.isPrototype)
    map.heap.mapListener.mapEvent('Transition', map, next, 'prototype', key);
  else map.heap.mapListener.mapEvent('ReplaceDescriptors', map, next, 'CopyAddDescriptor', key);
  return next;
}

function generalField(details: number): number {
  return makeDetails(detailsAttributes(details), PropertyKind.data, details >> 9, Representation.tagged, true);
}

/** The same rows with another accessor pair in the last. V8: Map::CopyReplaceDescriptor. */
export function copyReplaceLastAccessor(map: HiddenClass, pair: AccessorPair): HiddenClass {
  const last = map.propertyCount - 1;
  const next = copyDropDescriptors(map);
  const descriptors = map.descriptors.copy(map.propertyCount);
  descriptors.values[last] = pair;
  installDescriptors(next, descriptors, map.propertyCount, map.fieldCount);
  const key = map.keyAt(last);
  const inTree = !map.isDetached && map.canHaveMoreTransitions && !map.heap.isBootstrapping;
  if (inTree) map.insertTransition(key, next);
  map.heap.mapListener.mapEvent(
    inTree ? 'Transition' : 'ReplaceDescriptors',
    map,
    next,
    inTree ? '' : 'CopyReplaceDescriptor',
    key,
  );
  return next;
}

/** A branch from `split` on that adds the remaining rows of `descriptors`. V8: Map::AddMissingTransitions. */
export function addMissingTransitions(split: HiddenClass, descriptors: DescriptorArray): HiddenClass {
  let map = split;
  for (let row = split.propertyCount; row < descriptors.keys.length; row++) {
    const next = copyDropDescriptors(map);
    installDescriptors(next, descriptors, row + 1, map.fieldCount);
    if (detailsKind(descriptors.details[row]!) === PropertyKind.data) next.accountAddedField();
    next.ownsDescriptors = row === descriptors.keys.length - 1;
    const key = descriptors.keys[row]!;
    if (!map.isDetached) map.insertTransition(key, next);
    map.heap.mapListener.mapEvent('Transition', map, next, map.isDetached ? 'prototype' : '', key);
    map = next;
  }
  return map;
}

export type IntegrityTransition = Exclude<SpecialTransition, 'elements'>;

export const integrityAttributes: Readonly<Record<IntegrityTransition, number>> = {
  nonextensible: 0,
  sealed: Attribute.configurable,
  frozen: Attribute.configurable | Attribute.writable,
};

/** The names that such transitions have in V8: roots like elements_transition_symbol. */
const specialKeys: Readonly<Record<SpecialTransition, JSSymbol>> = {
  elements: new JSSymbol('(elements_transition_symbol)', true),
  nonextensible: new JSSymbol('(nonextensible_symbol)', true),
  sealed: new JSSymbol('(sealed_symbol)', true),
  frozen: new JSSymbol('(frozen_symbol)', true),
};

/** V8: Map::CopyForPreventExtensions. */
export function copyForPreventExtensions(
  map: HiddenClass,
  level: IntegrityTransition,
  wasDictionary: boolean,
): HiddenClass {
  const next = copyDropDescriptors(map);
  next.isExtensible = false;
  next.elementsKind = integrityElementsKind(map, level, wasDictionary);
  const inTree = !map.isDetached && map.canHaveMoreTransitions && !map.heap.isBootstrapping;
  const descriptors = map.descriptors.copy(map.propertyCount);
  if (!inTree && !map.isDetached && !map.heap.isBootstrapping) descriptors.generalizeAllFields();
  for (let row = 0; row < map.propertyCount; row++) {
    const key = descriptors.keys[row]!;
    if (key instanceof JSSymbol && key.isPrivate) continue;
    const details = descriptors.details[row]!;
    const cleared = attributesCleared(details, integrityAttributes[level]);
    descriptors.details[row] = withAttributes(details, detailsAttributes(details) & ~cleared);
  }
  installDescriptors(next, descriptors, map.propertyCount, map.fieldCount);
  if (inTree) map.insertSpecial(level, next);
  const isLoose = map.isDetached && !map.isPrototype;
  map.heap.mapListener.mapEvent(
    inTree || isLoose ? 'Transition' : 'ReplaceDescriptors',
    map,
    next,
    inTree ? '' : isLoose ? 'prototype' : 'CopyForPreventExtensions',
    specialKeys[level],
  );
  return next;
}

/** Accessors cannot be read-only. */
export function attributesCleared(details: number, clear: number): number {
  return detailsKind(details) === PropertyKind.accessor ? clear & ~Attribute.writable : clear;
}

function integrityElementsKind(map: HiddenClass, level: IntegrityTransition, wasDictionary: boolean): number {
  if (map.instanceType === 'typed array') return map.elementsKind;
  const kind = map.elementsKind;
  if (wasDictionary || map.instanceType === 'sloppy arguments' || map.instanceType === 'string wrapper')
    return dictionaryElements;
  if (kind <= lastExtensibleFastKind && kind >> 1 !== ElementsKind.PACKED_ELEMENTS >> 1) return dictionaryElements;
  if (kind === dictionaryElements) return dictionaryElements;
  const base = {
    nonextensible: ElementsKind.PACKED_NONEXTENSIBLE_ELEMENTS,
    sealed: ElementsKind.PACKED_SEALED_ELEMENTS,
    frozen: ElementsKind.PACKED_FROZEN_ELEMENTS,
  }[level];
  return Math.max(kind, base | (kind & 1));
}

/** With another elements kind, hung into the tree (near the root) or free. V8: Map::CopyAsElementsKind. */
export function copyAsElementsKind(map: HiddenClass, elementsKind: number, insert: boolean): HiddenClass {
  if (!insert || map.isDetached || !map.canHaveMoreTransitions || map.findSpecial('elements') !== undefined)
    return copyMap(map, 'CopyAsElementsKind', { elementsKind });
  const next = copyDropDescriptors(map, { elementsKind });
  installDescriptors(next, map.descriptors.copy(map.propertyCount), map.propertyCount, map.fieldCount);
  map.insertSpecial('elements', next);
  map.heap.mapListener.mapEvent('Transition', map, next, '', specialKeys.elements);
  return next;
}

/**
 * The hidden class of an object in dictionary mode: it says nothing about properties. Ordinary objects give their slots up,
 * prototypes keep them. V8: Map::Normalize.
 */
export function normalizeMap(
  map: HiddenClass,
  reason: string,
  options: { prototype?: JSObject | null; elementsKind?: number; keepsSlots?: boolean; useCache?: boolean } = {},
): HiddenClass {
  const { heap } = map;
  const prototype = options.prototype === undefined ? map.prototype : options.prototype;
  const elementsKind = options.elementsKind ?? map.elementsKind;
  const inObject = options.keepsSlots === true ? map.inObjectProperties : 0;
  const useCache = options.useCache !== false && !map.isPrototype;
  let next = useCache ? heap.normalizedMaps.get(map, prototype, elementsKind, inObject) : undefined;
  const isCached = next !== undefined;
  if (next === undefined) {
    next = new HiddenClass(
      heap,
      map.fields({ prototype, elementsKind, isDictionary: true, inObjectProperties: inObject }),
    );
    next.unusedPropertyFields = 0;
    next.isExtensible = map.isExtensible;
    next.isPrototype = map.isPrototype;
    next.shouldBeFastPrototype = map.shouldBeFastPrototype;
    if (useCache) heap.normalizedMaps.set(next);
  }
  heap.mapListener.mapEvent(isCached ? 'NormalizeCached' : 'Normalize', map, next, reason);
  map.leaveStable();
  return next;
}

/** A root of its own for objects with so many slots. V8: Map::CopyInitialMap, Map::Create. */
export function copyInitialMap(map: HiddenClass, inObjectProperties: number): HiddenClass {
  const slots = Math.min(inObjectProperties, maxInObjectProperties);
  return new HiddenClass(map.heap, map.fields({ inObjectProperties: slots }));
}

/** V8: Map::EquivalentToForTransition, but for the prototype. */
export function isTransitionEquivalent(map: HiddenClass, root: HiddenClass): boolean {
  return map.isExtensible === root.isExtensible
    ? isSameFamily(map, root)
    : map.creator === root.creator && map.isCallable === root.isCallable && map.isConstructor === root.isConstructor;
}
