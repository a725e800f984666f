/**
 * A hidden class as V8's object printer shows it. V8: Map::MapPrint, src/diagnostics/objects-printer.cc.
 *
 * Simplified: validity cells, dependent code and prototype infos have no content; transitions are counted, those that change the
 * elements kind left out.
 */
import { fakeAddress } from '../execution/fake-address.ts';
import { elementsKindNames } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { functionText, shortPrint } from './print-object.ts';

export function mapLines(map: HiddenClass): string[] {
  const size = instanceSize(map);
  const { parent } = map;
  const descriptors = map.isDictionary ? 0 : map.propertyCount;
  const owned = map.ownsDescriptors || descriptors === 0 ? ' (own)' : '';
  return [
    `${fakeAddress(map)}: [Map]`,
    ` - map: ${fakeAddress('meta map')} <MetaMap (${fakeAddress('native context')} <NativeContext[302]>)>`,
    ` - type: ${instanceTypeText(map)}`,
    ...(size === undefined ? [] : [` - instance size: ${size}`]),
    ` - inobject properties: ${map.isDictionary ? 0 : map.inObjectProperties}`,
    ` - unused property fields: ${map.isDictionary ? 0 : map.unusedPropertyFields}`,
    ` - elements kind: ${elementsKindNames[map.elementsKind]!}`,
    ' - enum length: invalid',
    ...marks.flatMap(([isSet, text]) => (isSet(map) ? [` - ${text}`] : [])),
    ...(map.isPrototype ? [' - prototype info: 0'] : [` - back pointer: ${shortPrint(parent)}`]),
    ` - prototype_validity cell: ${fakeAddress('cell')} <Cell value= 1>`,
    ` - instance descriptors${owned} #${descriptors}: ${fakeAddress(map, 'properties')} <DescriptorArray[${descriptors}]>`,
    ...(map.transitionCount === 0 ? [] : [` - transitions #${map.transitionCount}`]),
    ` - prototype: ${shortPrint(map.prototype)}`,
    ` - constructor: ${constructorText(map)}`,
    ` - dependent code: ${fakeAddress('dependent code')} <Other heap object (WEAK_ARRAY_LIST_TYPE)>`,
    ` - construction counter: ${map.constructionCounter}`,
  ];
}

const marks: readonly (readonly [(map: HiddenClass) => boolean, string])[] = [
  [(map) => map.isDeprecated, 'deprecated_map'],
  [(map) => map.isStable && !map.isDictionary, 'stable_map'],
  [(map) => map.isDictionary, 'dictionary_map'],
  [(map) => map.isDictionary, 'may_have_interesting_properties'],
  [(map) => map.isCallable, 'callable'],
  [(map) => map.isConstructor, 'constructor'],
  [(map) => map.isConstructor, 'has_prototype_slot'],
  [(map) => !map.isExtensible, 'non-extensible'],
  [(map) => map.isPrototype, 'prototype_map'],
];

/** Words of an object before its properties; what is not here is not shown. */
const headerWords: Readonly<Record<string, number>> = { object: 3, array: 4, map: 4, set: 4, error: 3, arguments: 3 };

/** In bytes, properties inside included. */
export function instanceSize(map: HiddenClass): number | undefined {
  const words = map.instanceType === 'function' ? (map.isConstructor ? 8 : 7) : headerWords[map.instanceType];
  return words === undefined ? undefined : (words + (map.isDictionary ? 0 : map.inObjectProperties)) * 8;
}

export function instanceTypeText({ instanceType }: HiddenClass): string {
  return `JS_${instanceType.toUpperCase().replaceAll(' ', '_')}_TYPE`;
}

/** The function that made the first object of the family; without one, that of all such objects. */
function constructorText({ creator, instanceType }: HiddenClass): string {
  if (creator instanceof JSObject) return shortPrint(creator);
  if (creator instanceof FunctionData) return functionText(creator, fakeAddress('creator'));
  const name = constructorNames[instanceType] ?? 'Object';
  return `${fakeAddress(name)} <JSFunction ${name} (sfi = ${fakeAddress(`sfi of ${name}`).replace(/^0x0+/, '0x')})>`;
}

const constructorNames: Readonly<Record<string, string>> = {
  array: 'Array',
  function: 'Function',
  map: 'Map',
  set: 'Set',
  promise: 'Promise',
  date: 'Date',
};
