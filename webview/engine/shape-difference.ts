/** In which way two hidden classes differ, in words: order, keys, representation, mode. */
import type { ShapeDetails, ShapePropertyView } from '../../src/protocol/engine-views.ts';
import { shapeName } from './shape-words.ts';

/** Sentences, the most telling first; none where they differ in nothing that is shown. */
export function differences(first: ShapeDetails, second: ShapeDetails): string[] {
  const [a, b] = [shapeName(first.shape.number), shapeName(second.shape.number)];
  const said: string[] = [];
  if (first.mode !== second.mode) {
    const slow = first.mode === 'dictionary' ? a : b;
    said.push(
      `${slow} is in dictionary mode: each of its objects has a hash table of its own, and it says nothing of them`,
    );
  } else said.push(...propertyDifferences(first, second, a, b));
  if (first.prototype !== second.prototype)
    said.push(`other prototypes: ${first.prototype} for ${a}, ${second.prototype} for ${b}`);
  if (first.elementsKind !== second.elementsKind)
    said.push(`other elements: ${first.elementsKind} for ${a}, ${second.elementsKind} for ${b}`);
  if (first.isExtensible !== second.isExtensible)
    said.push(`${first.isExtensible ? b : a} takes no new properties (frozen, sealed or not extensible)`);
  if (first.isDeprecated !== second.isDeprecated)
    said.push(`${first.isDeprecated ? a : b} is deprecated: its objects move to another when they are next used`);
  if (first.inObjectSlots !== second.inObjectSlots)
    said.push(
      `other room in the object itself: ${slots(first.inObjectSlots)} for ${a}, ${slots(second.inObjectSlots)} for ${b}`,
    );
  return said;
}

function propertyDifferences(first: ShapeDetails, second: ShapeDetails, a: string, b: string): string[] {
  const said: string[] = [];
  const [inFirst, inSecond] = [byKey(first), byKey(second)];
  const extra = (from: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
    [...from.keys()].filter((key) => !other.has(key));
  const onlyFirst = extra(inFirst, inSecond);
  const onlySecond = extra(inSecond, inFirst);
  if (onlyFirst.length > 0) said.push(`only ${a} has ${list(onlyFirst)}`);
  if (onlySecond.length > 0) said.push(`only ${b} has ${list(onlySecond)}`);
  const shared = [...inFirst.keys()].filter((key) => inSecond.has(key));
  const order = [...inSecond.keys()].filter((key) => inFirst.has(key));
  if (shared.join('\u0000') !== order.join('\u0000'))
    said.push(
      `another order: ${list(shared)} in ${a}, ${list(order)} in ${b}. Write properties in one order, and they share one`,
    );
  for (const key of shared) said.push(...oneProperty(key, inFirst.get(key)!, inSecond.get(key)!, a, b));
  return said;
}

function oneProperty(key: string, first: ShapePropertyView, second: ShapePropertyView, a: string, b: string): string[] {
  const said: string[] = [];
  if (first.kind !== second.kind) return [`${key} is ${kinds[first.kind]} in ${a}, ${kinds[second.kind]} in ${b}`];
  if (first.representation !== second.representation)
    said.push(`${key} holds ${first.representation} in ${a}, ${second.representation} in ${b}`);
  if (first.isConstant !== second.isConstant)
    said.push(`${key} was stored to again after its first value in ${first.isConstant ? b : a} only`);
  if (first.attributes !== second.attributes)
    said.push(`${key} has other attributes: ${first.attributes} in ${a}, ${second.attributes} in ${b}`);
  return said;
}

const kinds = { data: 'a value', accessor: 'a getter or setter', native: 'built in' } as const;

const byKey = ({ properties }: ShapeDetails): Map<string, ShapePropertyView> =>
  new Map(properties.items.map((property) => [property.key, property]));

const list = (keys: readonly string[]): string =>
  keys.length > 6 ? `${keys.slice(0, 6).join(', ')} and ${keys.length - 6} more` : keys.join(', ');

const slots = (count: number): string => `${count} ${count === 1 ? 'slot' : 'slots'}`;

/** What a representation means. */
export const representationTitles: Readonly<Record<string, string>> = {
  None: 'no value has been stored yet',
  Smi: 'small integers only: the value is in the field itself',
  Double: 'numbers: the field leads to a number of 64 bits of its own',
  HeapObject: 'objects and texts only, no small integers',
  Tagged: 'anything',
};
