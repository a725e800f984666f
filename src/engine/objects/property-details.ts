/**
 * What a descriptor says of a property, in one integer. V8: src/objects/property-details.h.
 *
 *   bits 0-2 writable, enumerable, configurable; 3-4 kind; 5-7 representation; 8 mutable; from bit 9 on the field index.
 *
 * Entries of a dictionary use attributes and kind only.
 */
import { Representation } from './representation.ts';

export const Attribute = { none: 0, writable: 1, enumerable: 2, configurable: 4, all: 7 } as const;
/** writable and configurable, not enumerable: how builtins are installed. */
export const builtinAttributes = Attribute.writable | Attribute.configurable;

/**
 * `data` lives in a field; an `accessor`'s pair in the descriptor itself. `native` is a data property whose value is computed
 * (V8: AccessorInfo): an array's length, a function's name.
 */
export const PropertyKind = { data: 0, accessor: 1, native: 2 } as const;

export const attributesMask = 7;
const kindShift = 3;
const representationShift = 5;
const mutableBit = 1 << 8;
const fieldShift = 9;

export function makeDetails(
  attributes: number,
  kind: number,
  fieldIndex: number,
  representation: number = Representation.tagged,
  isMutable = true,
): number {
  return (
    attributes |
    (kind << kindShift) |
    (representation << representationShift) |
    (isMutable ? mutableBit : 0) |
    (fieldIndex << fieldShift)
  );
}

export function detailsAttributes(details: number): number {
  return details & attributesMask;
}

export function detailsKind(details: number): number {
  return (details >> kindShift) & 3;
}

/** Representation of a data property's field. */
export function detailsRepresentation(details: number): number {
  return (details >> representationShift) & 7;
}

/** Whether a field has been stored to again after its first value. V8: PropertyConstness. */
export function detailsIsMutable(details: number): boolean {
  return (details & mutableBit) !== 0;
}

export function detailsFieldIndex(details: number): number {
  return details >> fieldShift;
}

export function withAttributes(details: number, attributes: number): number {
  return (details & ~attributesMask) | attributes;
}

export function withRepresentation(details: number, representation: number, isMutable: boolean): number {
  const cleared = details & ~((7 << representationShift) | mutableBit);
  return cleared | (representation << representationShift) | (isMutable ? mutableBit : 0);
}

export function withFieldIndex(details: number, fieldIndex: number): number {
  return (details & ((1 << fieldShift) - 1)) | (fieldIndex << fieldShift);
}
