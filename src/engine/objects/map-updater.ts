/**
 * How a hidden class gives way to a more general one: fields in place, or by a new branch of the tree that deprecates the old
 * one; the same steps carry objects over to another elements kind or prototype. V8: src/objects/map-updater.cc.
 */
import { DescriptorArray } from './descriptor-array.ts';
import { dictionaryElements, isMoreGeneralKind, lastExtensibleFastKind, nextElementsKind } from './elements-kind.ts';
import { generalizeField } from './field-generalization.ts';
import type { HiddenClass } from './hidden-class.ts';
import type { JSObject } from './js-object.ts';
import {
  addMissingTransitions,
  copyAsElementsKind,
  copyForPreventExtensions,
  copyMap,
  holdsTransitionableElements,
  type IntegrityTransition,
  isTransitionEquivalent,
  normalizeMap,
} from './map-copies.ts';
import {
  detailsAttributes,
  detailsIsMutable,
  detailsKind,
  detailsRepresentation,
  makeDetails,
  PropertyKind,
} from './property-details.ts';
import {
  canBeChangedInPlace,
  type FieldType,
  fitsInto,
  generalizeRepresentation,
  generalizeType,
  Representation,
  typeIs,
} from './representation.ts';

/** What a row is to become. */
interface Modification {
  readonly row: number;
  readonly kind: number;
  readonly attributes: number;
  readonly isMutable: boolean;
  readonly representation: number;
  readonly type: FieldType;
}

interface Goal {
  readonly elementsKind: number;
  readonly prototype: JSObject | null;
  readonly modification: Modification | undefined;
}

/** The hidden class in which a data property's field holds more, or has other attributes. V8: ReconfigureToDataField. */
export function reconfigureToDataField(
  map: HiddenClass,
  row: number,
  attributes: number,
  isMutable: boolean,
  representation: number,
  type: FieldType,
): HiddenClass {
  const details = map.detailsAt(row);
  let wanted: Modification;
  if (detailsKind(details) === PropertyKind.data) {
    const old = detailsRepresentation(details);
    const next = generalizeRepresentation(representation, old);
    wanted = {
      row,
      kind: PropertyKind.data,
      attributes,
      isMutable: isMutable || detailsIsMutable(details),
      representation: next,
      type: generalizeType(old, map.fieldTypeAt(row), next, type),
    };
  } else wanted = { row, kind: PropertyKind.data, attributes, isMutable: true, representation, type };
  if (holdsTransitionableElements(map)) wanted = { ...wanted, representation: Representation.tagged, type: 'any' };
  if (isInPlace(map, wanted)) {
    generalizeField(map, row, wanted.isMutable, wanted.representation, wanted.type);
    return map;
  }
  return update(map, { elementsKind: map.elementsKind, prototype: map.prototype, modification: wanted });
}

/** V8: TryReconfigureToDataFieldInplace. */
function isInPlace(map: HiddenClass, { row, attributes, kind, representation }: Modification): boolean {
  const details = map.detailsAt(row);
  return (
    !map.isDeprecated &&
    representation !== Representation.none &&
    detailsAttributes(details) === attributes &&
    detailsKind(details) === kind &&
    canBeChangedInPlace(detailsRepresentation(details), representation)
  );
}

/** The newest version of a deprecated hidden class. V8: Map::Update. */
export function updateMap(map: HiddenClass): HiddenClass {
  if (!map.isDeprecated) return map;
  return update(map, { elementsKind: map.elementsKind, prototype: map.prototype, modification: undefined });
}

/** V8: MapUpdater::ReconfigureElementsKind. */
export function reconfigureElementsKind(map: HiddenClass, elementsKind: number): HiddenClass {
  return update(map, { elementsKind, prototype: map.prototype, modification: undefined });
}

/** V8: MapUpdater::ApplyPrototypeTransition; before 13, Map::TransitionToPrototype. */
export function withPrototypeTransition(map: HiddenClass, prototype: JSObject | null): HiddenClass {
  if (map.isPrototype) return copyMap(map, 'TransitionToPrototype', { prototype });
  if (!map.heap.profile.setPrototypeBackRestoresMap) return transitionToPrototype(map, prototype, false);
  return update(map, { elementsKind: map.elementsKind, prototype, modification: undefined });
}

/** The same slots with another prototype; each prototype's once. */
export function transitionToPrototype(
  map: HiddenClass,
  prototype: JSObject | null,
  inTree = map.heap.profile.setPrototypeBackRestoresMap,
): HiddenClass {
  const known = map.findPrototypeTransition(prototype);
  if (known !== undefined) return known;
  const next = copyMap(map, 'TransitionToPrototype', { prototype });
  // V8 caches none for dictionaries and prototypes.
  if (!map.isPrototype && !map.isDictionary) map.insertPrototypeTransition(prototype, next, inTree && !map.isDetached);
  return next;
}

/** V8: MapUpdater::UpdateImpl. */
function update(map: HiddenClass, goal: Goal): HiddenClass {
  const integrity = map.isExtensible ? undefined : integrityOf(map);
  const found = findRootMap(map, goal, integrity);
  if ('result' in found) return found.result;
  const source = integrity?.source ?? map;
  const rows = oldRows(source, goal.modification, integrity?.level);
  const target = findTargetMap(found.root, rows);
  if (target === 'incompatible') return normalizeFor(map, goal, 'Normalize_Incompatible');
  const isComplete = target.propertyCount === rows.keys.length;
  if (isComplete && target !== map) map.leaveStable();
  if (isComplete && integrity === undefined) return target;
  const replayed = isComplete && integrity !== undefined ? target.findSpecial(integrity.level) : undefined;
  if (replayed !== undefined) return replayed;
  const extended = isComplete ? target : constructNewMap(map, goal, found.root, target, rows);
  if (extended === undefined) return normalizeFor(map, goal, 'Normalize_CantHaveMoreTransitions');
  if (integrity === undefined) return extended;
  const again = extended.findSpecial(integrity.level);
  if (again !== undefined) return again;
  if (!extended.canHaveMoreTransitions) return normalizeFor(map, goal, 'Normalize_CantHaveMoreTransitions');
  return copyForPreventExtensions(extended, integrity.level, map.elementsKind === dictionaryElements);
}

function normalizeFor(map: HiddenClass, { elementsKind, prototype }: Goal, reason: string): HiddenClass {
  return normalizeMap(map, reason, { elementsKind, prototype });
}

interface Integrity {
  readonly level: IntegrityTransition;
  /** The hidden class before anything was taken from its objects. */
  readonly source: HiddenClass;
}

/** V8: TrySaveIntegrityLevelTransitions. Undefined too where something else came after. */
function integrityOf(map: HiddenClass): Integrity | undefined {
  const level = map.specialName;
  if (level === undefined || level === 'elements') return undefined;
  let source = map.parent!;
  while (!source.isExtensible) {
    const name = source.specialName;
    if (name === undefined || name === 'elements') return undefined;
    source = source.parent!;
  }
  return { level, source };
}

function findRootMap(
  map: HiddenClass,
  goal: Goal,
  integrity: Integrity | undefined,
): { readonly root: HiddenClass } | { readonly result: HiddenClass } {
  const { modification } = goal;
  let root = map.root;
  let toKind = goal.elementsKind;
  const normalized = (reason: string): { result: HiddenClass } => ({ result: normalizeFor(map, goal, reason) });
  if (!isTransitionEquivalent(map, root)) return normalized('Normalize_NotEquivalent');
  if (map.isExtensible !== root.isExtensible) {
    if (integrity === undefined) return normalized('Normalize_PrivateSymbolsOnNonExtensible');
    toKind = integrity.source.elementsKind;
  }
  const fromKind = root.elementsKind;
  if (fromKind !== toKind && toKind !== dictionaryElements && !isMoreGeneralKind(fromKind, toKind))
    return normalized('Normalize_InvalidElementsTransition');
  if (modification !== undefined && modification.row < root.propertyCount) {
    const details = map.detailsAt(modification.row);
    if (detailsKind(details) !== modification.kind || detailsAttributes(details) !== modification.attributes)
      return normalized('Normalize_RootModification1');
    if (detailsKind(details) !== PropertyKind.data) return normalized('Normalize_RootModification2');
    const representation = detailsRepresentation(details);
    if (!fitsInto(modification.representation, representation)) return normalized('Normalize_RootModification4');
    generalizeField(map, modification.row, modification.isMutable, representation, modification.type);
  }
  if (root.prototype !== goal.prototype) root = transitionToPrototype(root, goal.prototype);
  return { root: asElementsKind(root, toKind) };
}

/** V8: Map::AsElementsKind: along the transitions, which are made where they are missing. */
export function asElementsKind(map: HiddenClass, kind: number): HiddenClass {
  let closest = map;
  while (closest.elementsKind !== kind) {
    const next = closest.findSpecial('elements');
    if (next === undefined) break;
    if (next.elementsKind === dictionaryElements && kind !== dictionaryElements) break;
    closest = next;
  }
  const insert = !map.isDetached;
  while (closest.elementsKind !== kind && closest.elementsKind <= lastExtensibleFastKind) {
    const next = nextElementsKind(closest.elementsKind);
    if (next === undefined) break;
    closest = copyAsElementsKind(closest, insert ? next : kind, insert);
  }
  return closest.elementsKind === kind ? closest : copyAsElementsKind(closest, kind, insert);
}

/** The rows of the old hidden class, modified. */
function oldRows(
  map: HiddenClass,
  modification: Modification | undefined,
  level: IntegrityTransition | undefined,
): DescriptorArray {
  const rows = map.descriptors.copy(map.propertyCount);
  if (modification === undefined) return rows;
  const { row } = modification;
  // What seal and freeze took, the way before them still has.
  const keepsAttributes = (level === 'sealed' || level === 'frozen') && (modification.attributes & 1) !== 0;
  const attributes = keepsAttributes ? detailsAttributes(rows.details[row]!) : modification.attributes;
  rows.details[row] = makeDetails(
    attributes,
    modification.kind,
    0,
    modification.representation,
    modification.isMutable,
  );
  rows.values[row] = modification.type;
  return rows;
}

/** Follows the transitions as far as they can hold the rows, generalising fields in place. */
function findTargetMap(root: HiddenClass, rows: DescriptorArray): HiddenClass | 'incompatible' {
  let target = root;
  for (let row = root.propertyCount; row < rows.keys.length; row++) {
    const details = rows.details[row]!;
    const kind = detailsKind(details);
    const next = target.findTransition(rows.keys[row]!, kind, detailsAttributes(details));
    if (next === undefined) return target;
    if (kind === PropertyKind.accessor && rows.accessorPair(row) !== next.accessorPairAt(row)) return 'incompatible';
    if (kind === PropertyKind.data) {
      let representation = detailsRepresentation(next.detailsAt(row));
      const own = detailsRepresentation(details);
      if (!fitsInto(own, representation)) {
        const general = generalizeRepresentation(representation, own);
        if (!canBeChangedInPlace(representation, general)) return target;
        representation = general;
      }
      generalizeField(next, row, detailsIsMutable(details), representation, rows.fieldType(row));
    }
    target = next;
  }
  return target;
}

/** A new branch beside the one that cannot hold the rows. V8: ConstructNewMap. Undefined: too many transitions. */
function constructNewMap(
  map: HiddenClass,
  goal: Goal,
  root: HiddenClass,
  firstTarget: HiddenClass,
  rows: DescriptorArray,
): HiddenClass | undefined {
  const target = lastCompatible(firstTarget, rows);
  const merged = buildDescriptors(map, root, target, rows);
  const split = findSplitMap(root, merged);
  if (split.propertyCount === merged.keys.length) return split;
  const details = rows.details[split.propertyCount]!;
  const key = rows.keys[split.propertyCount]!;
  const replaced = split.findTransition(key, detailsKind(details), detailsAttributes(details));
  if (replaced === undefined && !split.canHaveMoreTransitions) return undefined;
  if (replaced !== undefined) deprecateTree(replaced);
  map.leaveStable();
  if (goal.modification !== undefined) tellNewBranch(map, goal.modification, merged);
  return addMissingTransitions(split, merged);
}

function tellNewBranch(map: HiddenClass, { row }: Modification, merged: DescriptorArray): void {
  const before = map.detailsAt(row);
  const after = merged.details[row]!;
  if (detailsKind(before) !== PropertyKind.data) return;
  map.heap.mapListener.fieldReplaced(map, row, {
    oldRepresentation: detailsRepresentation(before),
    newRepresentation: detailsRepresentation(after),
    wasMutable: detailsIsMutable(before),
    isMutable: detailsIsMutable(after),
    oldType: map.fieldTypeAt(row),
    newType: merged.fieldType(row),
  });
}

function lastCompatible(from: HiddenClass, rows: DescriptorArray): HiddenClass {
  let target = from;
  for (let row = from.propertyCount; row < rows.keys.length; row++) {
    const details = rows.details[row]!;
    const next = target.findTransition(rows.keys[row]!, detailsKind(details), detailsAttributes(details));
    if (next === undefined) return target;
    if (detailsKind(details) === PropertyKind.accessor && rows.accessorPair(row) !== next.accessorPairAt(row))
      return target;
    target = next;
  }
  return target;
}

/** Old rows and those of the target, each as general as both. V8: BuildDescriptorArray. */
function buildDescriptors(
  map: HiddenClass,
  root: HiddenClass,
  target: HiddenClass,
  rows: DescriptorArray,
): DescriptorArray {
  const merged = new DescriptorArray();
  const isTagged = holdsTransitionableElements(map);
  let field = 0;
  for (let row = 0; row < rows.keys.length; row++) {
    const details = rows.details[row]!;
    const kind = detailsKind(details);
    const key = rows.keys[row]!;
    if (kind !== PropertyKind.data) {
      merged.push(key, details, rows.values[row]!);
      continue;
    }
    let representation = detailsRepresentation(details);
    let isMutable = detailsIsMutable(details);
    let type = rows.fieldType(row);
    if (row >= root.propertyCount && row < target.propertyCount) {
      const other = target.detailsAt(row);
      const old = representation;
      representation = generalizeRepresentation(old, detailsRepresentation(other));
      isMutable ||= detailsIsMutable(other);
      type = generalizeType(old, type, representation, target.fieldTypeAt(row));
    }
    if (isTagged) {
      representation = Representation.tagged;
      type = 'any';
    }
    merged.push(key, makeDetails(detailsAttributes(details), kind, field++, representation, isMutable), type);
  }
  return merged;
}

/** How far the tree already says exactly the same. */
function findSplitMap(root: HiddenClass, merged: DescriptorArray): HiddenClass {
  let current = root;
  for (let row = root.propertyCount; row < merged.keys.length; row++) {
    const details = merged.details[row]!;
    const kind = detailsKind(details);
    const next = current.findTransition(merged.keys[row]!, kind, detailsAttributes(details));
    if (next === undefined) return current;
    if (kind === PropertyKind.data) {
      const other = next.detailsAt(row);
      const isSame =
        detailsIsMutable(other) === detailsIsMutable(details) &&
        detailsRepresentation(other) === detailsRepresentation(details) &&
        typeIs(merged.fieldType(row), next.fieldTypeAt(row));
      if (!isSame) return current;
    } else if (kind === PropertyKind.accessor && merged.accessorPair(row) !== next.accessorPairAt(row)) return current;
    current = next;
  }
  return current;
}

/** V8: Map::DeprecateTransitionTree. */
function deprecateTree(map: HiddenClass): void {
  if (map.isDeprecated) return;
  map.forEachTransition(deprecateTree);
  map.isDeprecated = true;
  map.forgetHandlers();
  const { mapListener } = map.heap;
  mapListener.mapEvent('Deprecate', map, map, '');
  mapListener.mapDeprecated(map);
  map.leaveStable();
}
