/** Elements kinds. V8: src/objects/elements-kind.h. */
import { isSmiOf, type Value } from './value.ts';

const elementsKinds = {
  PACKED_SMI_ELEMENTS: 'small integers without holes',
  HOLEY_SMI_ELEMENTS: 'small integers, maybe with holes',
  PACKED_ELEMENTS: 'anything, without holes',
  HOLEY_ELEMENTS: 'anything, maybe with holes',
  PACKED_DOUBLE_ELEMENTS: 'unboxed doubles without holes',
  HOLEY_DOUBLE_ELEMENTS: 'unboxed doubles, maybe with holes',
  PACKED_NONEXTENSIBLE_ELEMENTS: 'nothing can be added',
  HOLEY_NONEXTENSIBLE_ELEMENTS: 'nothing can be added, maybe with holes',
  PACKED_SEALED_ELEMENTS: 'nothing can be added or removed',
  HOLEY_SEALED_ELEMENTS: 'nothing can be added or removed, maybe with holes',
  PACKED_FROZEN_ELEMENTS: 'nothing can change',
  HOLEY_FROZEN_ELEMENTS: 'nothing can change, maybe with holes',
  DICTIONARY_ELEMENTS: 'a hash table: sparse, or with attributes',
} as const;

export type ElementsKindName = keyof typeof elementsKinds;
export const elementsKindNames = Object.keys(elementsKinds) as ElementsKindName[];
/** The number of each kind, as V8 orders them. */
export const ElementsKind = Object.fromEntries(elementsKindNames.map((name, id) => [name, id])) as Record<
  ElementsKindName,
  number
>;

export const dictionaryElements = ElementsKind.DICTIONARY_ELEMENTS;
/** Kinds up to this one can be written to and grow. */
export const lastExtensibleFastKind = ElementsKind.HOLEY_DOUBLE_ELEMENTS;

export function isHoley(kind: number): boolean {
  return kind < dictionaryElements && (kind & 1) === 1;
}

export function toHoley(kind: number): number {
  return kind < dictionaryElements ? kind | 1 : kind;
}

/** The kind that holds what `kind` holds, and `value`. Smi to double to tagged, one way. */
export function generalizeForValue(kind: number, value: Value, smiBits: number): number {
  if (kind > lastExtensibleFastKind) return kind;
  const holey = kind & 1;
  if (kind <= ElementsKind.HOLEY_SMI_ELEMENTS) {
    if (isSmiOf(value, smiBits)) return kind;
    return (typeof value === 'number' ? ElementsKind.PACKED_DOUBLE_ELEMENTS : ElementsKind.PACKED_ELEMENTS) | holey;
  }
  if (kind >= ElementsKind.PACKED_DOUBLE_ELEMENTS) {
    return typeof value === 'number' ? kind : ElementsKind.PACKED_ELEMENTS | holey;
  }
  return kind;
}

/** Whether an array of the kind `from` becomes another one by a transition to `to`. V8: IsMoreGeneralElementsKindTransition. */
export function isMoreGeneralKind(from: number, to: number): boolean {
  return from <= lastExtensibleFastKind && to <= lastExtensibleFastKind && sequence(to) > sequence(from);
}

/** V8: GetSequenceIndexFromFastElementsKind. */
function sequence(kind: number): number {
  const holey = kind & 1;
  return (kind <= ElementsKind.HOLEY_SMI_ELEMENTS ? 0 : kind >= ElementsKind.PACKED_DOUBLE_ELEMENTS ? 2 : 4) + holey;
}

/** The most general of two fast kinds. */
export function mergeKinds(a: number, b: number): number {
  return (sequence(a) > sequence(b) ? a : b) | ((a | b) & 1);
}

/** The kind that an array takes next on its way to a more general one; undefined after the last. */
export function nextElementsKind(kind: number): number | undefined {
  return allFastKinds.find((next) => sequence(next) === sequence(kind) + 1);
}

const allFastKinds: readonly number[] = elementsKindNames.map((name) => ElementsKind[name]).slice(0, 6);
