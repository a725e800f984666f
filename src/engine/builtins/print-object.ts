/** The parts of an object as V8's object printer shows them. V8: src/diagnostics/objects-printer.cc, ShortPrint of objects. */
import { fakeAddress } from '../execution/fake-address.ts';
import { describeElements } from '../objects/elements-description.ts';
import { dictionaryElements, elementsKindNames } from '../objects/elements-kind.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import {
  Attribute,
  detailsAttributes,
  detailsFieldIndex,
  detailsKind,
  PropertyKind,
} from '../objects/property-details.ts';
import { isSmi, JSSymbol, theHole, type Value } from '../objects/value.ts';

/** V8: ShortPrint. */
export function shortPrint(value: unknown): string {
  if (value instanceof HiddenClass) {
    const { elementsKind } = value;
    return `${fakeAddress(value)} <Map(${elementsKindNames[elementsKind]!})>`;
  }
  if (value instanceof JSObject) return `${fakeAddress(value)} <${objectText(value)}>`;
  if (value === theHole) return `${fakeAddress('the_hole')} <the_hole_value>`;
  if (value instanceof JSSymbol) return `${fakeAddress('symbol')} <Symbol: ${value.description ?? ''}>`;
  if (typeof value === 'string') return `${fakeAddress(value)} <String[${value.length}]: #${value}>`;
  if (typeof value === 'bigint') return `${fakeAddress('bigint')} <BigInt ${value}>`;
  if (isSmi(value as Value)) return String(value as number);
  if (typeof value === 'number') return `${fakeAddress('number')} <HeapNumber ${numberText(value)}>`;
  return `${fakeAddress(String(value))} <${String(value)}>`;
}

function numberText(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function objectText(object: JSObject): string {
  const { internal, hiddenClass } = object;
  if (internal instanceof FunctionData) {
    const name = internal.shared?.name ?? internal.name;
    return `JSFunction${name === '' ? '' : ` ${name}`}`;
  }
  if (hiddenClass.instanceType === 'array') return `JSArray[${object.length}]`;
  return `${constructorName(hiddenClass)} map = ${fakeAddress(hiddenClass)}`;
}

function constructorName({ prototype }: HiddenClass): string {
  if (prototype === null || prototype.hiddenClass.isDictionary) return 'Object';
  const row = prototype.hiddenClass.lookup('constructor');
  const details = row < 0 ? 0 : prototype.hiddenClass.detailsAt(row);
  const constructor = row < 0 ? undefined : prototype.properties[detailsFieldIndex(details)];
  const data = constructor instanceof JSObject ? constructor.internal : undefined;
  const name = data instanceof FunctionData ? (data.shared?.name ?? data.name) : '';
  return name === '' ? 'Object' : name;
}

/** What the printer calls an object. */
export function typeName({ hiddenClass, internal }: JSObject): string {
  if (internal instanceof FunctionData) return 'Function';
  return (
    typeNames[hiddenClass.instanceType] ?? `JS_${hiddenClass.instanceType.toUpperCase().replaceAll(' ', '_')}_TYPE`
  );
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'JSArray',
  function: 'Function',
  'typed array': 'JSTypedArray',
  'array buffer': 'JSArrayBuffer',
  map: 'JSMap',
  set: 'JSSet',
  promise: 'JSPromise',
  proxy: 'JSProxy',
  date: 'JSDate',
};

/** The line above the properties, or the list below them. */
export function elementsLines(object: JSObject, isHead: boolean): string[] {
  const { kind, backing, capacity, isCopyOnWrite } = describeElements(object);
  const store = `${capacity === 0 ? fakeAddress('empty_fixed_array') : fakeAddress(object, 'elements')} <${backing}[${capacity}]>`;
  if (isHead) {
    const head = [` - elements: ${store} [${kind}${isCopyOnWrite ? ' (COW)' : ''}]`];
    if (object.hiddenClass.instanceType === 'array') head.push(` - length: ${object.length}`);
    return head;
  }
  if (capacity === 0) return [];
  return [` - elements: ${store} {`, ...elementRows(object, capacity), ' }'];
}

function elementRows(object: JSObject, capacity: number): string[] {
  if (object.hiddenClass.elementsKind === dictionaryElements) {
    const indices = object.sparse?.indices() ?? [];
    return indices.map((index) => `   ${index}: ${shortPrint(object.sparse!.get(index)?.value)}`);
  }
  const isDouble = elementsKindNames[object.hiddenClass.elementsKind]!.includes('DOUBLE');
  const texts = Array.from({ length: capacity }, (_, index) => {
    const value = index < object.elements.length ? object.elements[index] : theHole;
    if (isDouble) return value === theHole ? '<the_hole>' : String(value);
    return shortPrint(value);
  });
  const rows: string[] = [];
  for (let from = 0; from < texts.length;) {
    let to = from;
    while (texts[to + 1] === texts[from]) to++;
    rows.push(`${(from === to ? String(from) : `${from}-${to}`).padStart(12)}: ${texts[from]!}`);
    from = to + 1;
  }
  return rows;
}

export function propertiesLines(object: JSObject): string[] {
  const { hiddenClass } = object;
  const lines = [' - All own properties (excluding elements): {'];
  if (hiddenClass.isDictionary) {
    let index = 0;
    for (const [key, { value, details }] of object.dictionary ?? [])
      lines.push(
        `   ${keyText(key)}: ${shortPrint(value)} (data, dict_index: ${++index}, attrs: [${attributes(details)}])`,
      );
  } else for (let row = 0; row < hiddenClass.propertyCount; row++) lines.push(propertyLine(object, row));
  return [...lines, ' }'];
}

function propertyLine(object: JSObject, row: number): string {
  const { hiddenClass } = object;
  const details = hiddenClass.detailsAt(row);
  const kind = detailsKind(details);
  const head = `    ${fakeAddress(keyText(hiddenClass.keyAt(row)))}: [String]: #${keyText(hiddenClass.keyAt(row))}: `;
  if (kind !== PropertyKind.data)
    return `${head}(const accessor descriptor, attrs: [${attributes(details)}]), location: descriptor`;
  const field = detailsFieldIndex(details);
  return `${head}${shortPrint(object.properties[field])} (data field ${field}, attrs: [${attributes(details)}])`;
}

function keyText(key: string | JSSymbol): string {
  return typeof key === 'string' ? key : `Symbol(${key.description ?? ''})`;
}

function attributes(details: number): string {
  const bits = detailsAttributes(details);
  const letter = (attribute: number, text: string): string => ((bits & attribute) === 0 ? '_' : text);
  return letter(Attribute.writable, 'W') + letter(Attribute.enumerable, 'E') + letter(Attribute.configurable, 'C');
}

export function mapLines(hiddenClass: HiddenClass): string[] {
  const { parent } = hiddenClass;
  return [
    `${fakeAddress(hiddenClass)}: [Map]`,
    ` - type: JS_${hiddenClass.instanceType.toUpperCase().replaceAll(' ', '_')}_TYPE`,
    ` - elements kind: ${elementsKindNames[hiddenClass.elementsKind]!}`,
    ...(hiddenClass.isDictionary ? [' - dictionary_map'] : []),
    ...(hiddenClass.isExtensible ? [] : [' - non-extensible']),
    ` - back pointer: ${parent === undefined ? shortPrint(undefined) : shortPrint(parent)}`,
    ` - instance descriptors #${hiddenClass.isDictionary ? 0 : hiddenClass.propertyCount}`,
    ` - transitions #${hiddenClass.transitionCount}`,
    ` - prototype: ${shortPrint(hiddenClass.prototype)}`,
  ];
}
