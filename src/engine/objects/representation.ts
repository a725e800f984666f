/**
 * How a field holds its values, from nothing yet to anything. V8: src/objects/property-details.h (Representation),
 * field-type.h.
 */
import { JSObject } from './js-object.ts';
import type { HiddenClass } from './hidden-class.ts';
import { theHole, type Value } from './value.ts';

export const Representation = { none: 0, smi: 1, double: 2, heapObject: 3, tagged: 4 } as const;
export const representationNames = ['None', 'Smi', 'Double', 'HeapObject', 'Tagged'] as const;
/** V8: Representation::Mnemonic. */
export const representationMnemonics = ['v', 's', 'd', 'h', 't'] as const;

/** Of a field with representation HeapObject: the one hidden class that its objects had. */
export type FieldType = 'any' | 'none' | HiddenClass;

/** A field of a literal whose value is computed later; V8: uninitialized_value. Guest code never sees it. */
export const uninitialized = theHole;

function isSmiOf(value: number, smiBits: number): boolean {
  if ((value | 0) !== value || (value === 0 && 1 / value < 0)) return false;
  return smiBits === 32 || (value << 1) >> 1 === value;
}

/** V8: Object::OptimalRepresentation. */
export function optimalRepresentation(value: unknown, smiBits: number): number {
  if (typeof value === 'number') return isSmiOf(value, smiBits) ? Representation.smi : Representation.double;
  return value === uninitialized ? Representation.none : Representation.heapObject;
}

/** V8: Object::OptimalType. */
export function optimalType(value: unknown, representation: number): FieldType {
  if (representation === Representation.none) return 'none';
  if (representation !== Representation.heapObject || !(value instanceof JSObject)) return 'any';
  return value.hiddenClass.isStable ? value.hiddenClass : 'any';
}

/** V8: Object::FitsRepresentation. Numbers beyond the Smis are heap objects, too. */
export function fitsRepresentation(value: Value, representation: number, smiBits: number): boolean {
  switch (representation) {
    case Representation.tagged:
      return true;
    case Representation.smi:
      return typeof value === 'number' && isSmiOf(value, smiBits);
    case Representation.double:
      return typeof value === 'number';
    case Representation.heapObject:
      return !(typeof value === 'number' && isSmiOf(value, smiBits));
    default:
      return false;
  }
}

/** V8: Representation::fits_into. */
export function fitsInto(from: number, to: number): boolean {
  if (from === to) return true;
  return to === Representation.heapObject ? from === Representation.none : to > from;
}

export function generalizeRepresentation(a: number, b: number): number {
  if (fitsInto(a, b)) return b;
  return fitsInto(b, a) ? a : Representation.tagged;
}

/** V8: Representation::CanBeInPlaceChangedTo. Only a double needs another kind of field. */
export function canBeChangedInPlace(from: number, to: number): boolean {
  if (from === to) return true;
  return from === Representation.none ? to !== Representation.double : to === Representation.tagged;
}

/** V8: FieldType::NowIs. */
export function typeIs(type: FieldType, other: FieldType): boolean {
  return other === 'any' || type === 'none' || type === other;
}

/** V8: FieldType::NowContains. */
export function typeContains(type: FieldType, value: Value): boolean {
  if (type === 'any') return true;
  return type !== 'none' && value instanceof JSObject && value.hiddenClass === type;
}

export function generalizeType(rep1: number, type1: FieldType, rep2: number, type2: FieldType): FieldType {
  const isCleared = (representation: number, type: FieldType): boolean =>
    type === 'none' && representation === Representation.heapObject;
  if (isCleared(rep1, type1) || isCleared(rep2, type2)) return 'any';
  if (typeIs(type1, type2)) return type2;
  return typeIs(type2, type1) ? type1 : 'any';
}
