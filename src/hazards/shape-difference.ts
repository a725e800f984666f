/** In what two hidden classes differ, as V8 sees it: the first of these that holds is why they are two. */
import type { ShapeEvidence } from '../recorder/evidence/engine-evidence.ts';
import { inlineCode } from './hover-text.ts';

export const differenceKinds = {
  prototype: 'they have other prototypes: other classes, or other constructors',
  dictionary: 'one of them is a dictionary',
  integrity: 'one of them is frozen, sealed or not extensible',
  elements: 'they hold their elements in other ways',
  order: 'the same properties came in another order',
  missing: 'one of them lacks properties of the other',
  keys: 'each has properties that the other lacks',
  accessor: 'a property is a getter in one and a value in the other',
  attributes: 'a property is read-only or hidden in one of them only',
  representation: 'a property holds another kind of value',
  origin: 'they have the same properties, made in another way',
} as const;
export type DifferenceKind = keyof typeof differenceKinds;

export interface ShapeDifference {
  readonly kind: DifferenceKind;
  /** Properties that it is about; empty where it is about none. */
  readonly keys: readonly string[];
}

export function differenceOf(one: ShapeEvidence, other: ShapeEvidence): ShapeDifference {
  if (one.instanceType !== other.instanceType || one.prototype !== other.prototype) return about('prototype');
  if (one.isDictionary !== other.isDictionary) return about('dictionary');
  if (one.integrity !== other.integrity) return about('integrity');
  const [own, others] = [keysOf(one), keysOf(other)];
  const lacking = others.filter((key) => !own.includes(key));
  const extra = own.filter((key) => !others.includes(key));
  if (lacking.length > 0 && extra.length > 0) return about('keys', [...extra, ...lacking]);
  if (lacking.length > 0 || extra.length > 0) return about('missing', [...extra, ...lacking]);
  const moved = own.filter((key, index) => others[index] !== key);
  if (moved.length > 0) return about('order', moved);
  if (one.elementsKind !== other.elementsKind) return about('elements');
  const rows = one.properties.map((property, index) => ({ property, opposite: other.properties[index]! }));
  const where = (differs: (row: (typeof rows)[number]) => boolean): string[] =>
    rows.filter(differs).map(({ property }) => property.key);
  const accessors = where(({ property, opposite }) => property.kind !== opposite.kind);
  if (accessors.length > 0) return about('accessor', accessors);
  const attributes = where(
    ({ property, opposite }) =>
      property.isWritable !== opposite.isWritable || property.isEnumerable !== opposite.isEnumerable,
  );
  if (attributes.length > 0) return about('attributes', attributes);
  const kinds = where(({ property, opposite }) => property.representation !== opposite.representation);
  return kinds.length > 0 ? about('representation', kinds) : about('origin');
}

export function keysOf({ properties }: ShapeEvidence): string[] {
  return properties.map(({ key }) => key);
}

/** What `one` is in comparison with `other`, in a few words. */
export function differenceText(one: ShapeEvidence, other: ShapeEvidence): string {
  const { kind, keys } = differenceOf(one, other);
  const named = keys
    .slice(0, 3)
    .map((key) => inlineCode(key))
    .join(', ');
  const more = keys.length > 3 ? ', …' : '';
  switch (kind) {
    case 'prototype':
      return one.owner === '' || one.owner === other.owner ? 'another prototype' : `of ${inlineCode(one.owner)}`;
    case 'dictionary':
      return one.isDictionary ? 'a dictionary' : 'fast properties';
    case 'integrity':
      return one.integrity === '' ? 'not frozen' : one.integrity;
    case 'elements':
      return one.elementsKind;
    case 'order':
      return `order of ${named}${more}`;
    case 'missing':
      return `${one.properties.length > other.properties.length ? 'also has' : 'lacks'} ${named}${more}`;
    case 'keys':
      return `other properties: ${named}${more}`;
    case 'accessor':
      return `${named} ${one.properties.find(({ key }) => key === keys[0])?.kind === 'accessor' ? 'is a getter' : 'is a value'}`;
    case 'attributes':
      return `${named} has other attributes`;
    case 'representation':
      return `${named} holds ${one.properties.find(({ key }) => key === keys[0])?.representation ?? 'other values'}`;
    case 'origin':
      return 'made in another way';
  }
}

function about(kind: DifferenceKind, keys: readonly string[] = []): ShapeDifference {
  return { kind, keys };
}
