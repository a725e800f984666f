/**
 * Attributes, kind and field index of a property in one integer. V8: src/objects/property-details.h.
 *
 *   bits 0-2 writable, enumerable, configurable; bits 3-4 kind; from bit 5 on the field index.
 */
export const Attribute = { none: 0, writable: 1, enumerable: 2, configurable: 4, all: 7 } as const;
/** writable and configurable, not enumerable: how builtins are installed. */
export const builtinAttributes = Attribute.writable | Attribute.configurable;

/** `native` is a data property whose value is computed (V8: AccessorInfo): an array's length, a function's name. */
export const PropertyKind = { data: 0, accessor: 1, native: 2 } as const;

export const attributesMask = 7;
const kindShift = 3;
const fieldShift = 5;

export function makeDetails(attributes: number, kind: number, fieldIndex: number): number {
  return attributes | (kind << kindShift) | (fieldIndex << fieldShift);
}

export function detailsAttributes(details: number): number {
  return details & attributesMask;
}

export function detailsKind(details: number): number {
  return (details >> kindShift) & 3;
}

export function detailsFieldIndex(details: number): number {
  return details >> fieldShift;
}
