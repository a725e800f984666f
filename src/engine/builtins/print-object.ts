/** The parts of an object as V8's object printer shows them. V8: src/diagnostics/objects-printer.cc, ShortPrint of objects. */
import { functionDebugName } from '../bytecode/function-names.ts';
import { fakeAddress } from '../execution/fake-address.ts';
import { describeElements } from '../objects/elements-description.ts';
import { dictionaryElements, elementsKindNames } from '../objects/elements-kind.ts';
import { fieldsAdded, HiddenClass } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import {
  Attribute,
  detailsAttributes,
  detailsFieldIndex,
  detailsIsMutable,
  detailsKind,
  PropertyKind,
} from '../objects/property-details.ts';
import { isSmi, JSSymbol, theHole, type Value } from '../objects/value.ts';
import { instanceSize, instanceTypeText } from './print-map.ts';

/** V8: ShortPrint. */
export function shortPrint(value: unknown): string {
  if (value instanceof HiddenClass) {
    const { elementsKind } = value;
    const size = instanceSize(value);
    return `${fakeAddress(value)} <Map${size === undefined ? '' : `[${size}]`}(${elementsKindNames[elementsKind]!})>`;
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
  if (internal instanceof FunctionData) return functionName(internal);
  if (hiddenClass.instanceType === 'array') return `JSArray[${object.length}]`;
  return `${constructorName(hiddenClass)} map = ${fakeAddress(hiddenClass)}`;
}

/** V8: ShortPrint of a JSFunction. */
export function functionText(data: FunctionData, address: string): string {
  return `${address} <${functionName(data)}>`;
}

function functionName({ shared, name }: FunctionData): string {
  const shown = shared === undefined ? name : functionDebugName(shared);
  const sharedAddress = shared === undefined ? fakeAddress(`sfi of ${name}`) : fakeAddress(shared);
  return `JSFunction${shown === '' ? '' : ` ${shown}`} (sfi = ${sharedAddress.replace(/^0x0+/, '0x')})`;
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
  return typeNames[hiddenClass.instanceType] ?? instanceTypeText(hiddenClass);
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
  const isEmpty = hiddenClass.isDictionary ? object.dictionary!.size === 0 : hiddenClass.propertyCount === 0;
  if (isEmpty && !hiddenClass.isDictionary)
    return [propertiesHead(object), ' - All own properties (excluding elements): {}'];
  const lines = [propertiesHead(object), ' - All own properties (excluding elements): {'];
  if (hiddenClass.isDictionary) {
    let index = 0;
    for (const [key, { value, details }] of object.dictionary ?? [])
      lines.push(dictionaryLine(key, value, details, ++index));
  } else for (let row = 0; row < hiddenClass.propertyCount; row++) lines.push(propertyLine(object, row));
  return [...lines, ' }'];
}

function dictionaryLine(key: string | JSSymbol, value: unknown, details: number, index: number): string {
  const name = typeof key === 'string' ? key : shortPrint(key);
  const isAccessor = detailsKind(details) === PropertyKind.accessor;
  const text = isAccessor ? `${fakeAddress('accessor pair')} <AccessorPair>` : shortPrint(value);
  return `   ${name}: ${text} (${isAccessor ? 'accessor' : 'data'}, dict_index: ${index}, attrs: [${attributes(details)}])`;
}

/** V8: the property array, or the dictionary, of which the smallest possible size is shown. */
function propertiesHead(object: JSObject): string {
  const { hiddenClass } = object;
  const address = fakeAddress(object, 'properties');
  if (hiddenClass.isDictionary) {
    const entries = object.dictionary?.size ?? 0;
    const needed = entries + 2 + ((entries + 2) >> 1);
    return ` - properties: ${address} <NameDictionary[${6 + 3 * Math.max(4, 2 ** Math.ceil(Math.log2(needed)))}]>`;
  }
  const outside = hiddenClass.fieldCount - hiddenClass.inObjectProperties;
  if (outside <= 0) return ` - properties: ${fakeAddress('empty_fixed_array')} <FixedArray[0]>`;
  return ` - properties: ${address} <PropertyArray[${Math.ceil(outside / fieldsAdded) * fieldsAdded}]>`;
}

function propertyLine(object: JSObject, row: number): string {
  const { hiddenClass } = object;
  const details = hiddenClass.detailsAt(row);
  const kind = detailsKind(details);
  const key = hiddenClass.keyAt(row);
  const head = typeof key === 'string' ? `${fakeAddress(key)}: [String]: #${key}` : shortPrint(key);
  const attrs = `attrs: [${attributes(details)}]`;
  if (kind === PropertyKind.native) {
    const info = `AccessorInfo name= ${shortPrint(key)}, data= ${shortPrint(undefined)}`;
    return `    ${head}: ${fakeAddress(`AccessorInfo ${keyText(key)}`)} <${info}> (const accessor descriptor, ${attrs}), location: descriptor`;
  }
  if (kind === PropertyKind.accessor)
    return `    ${head}: ${fakeAddress(object, 'properties', row + 1)} <AccessorPair> (const accessor descriptor, ${attrs}), location: descriptor`;
  const field = detailsFieldIndex(details);
  const outside = field - hiddenClass.inObjectProperties;
  const constness = detailsIsMutable(details) ? '' : 'const ';
  return `    ${head}: ${shortPrint(object.properties[field])} (${constness}data field ${field}, ${attrs}) @ ${fieldTypeText(hiddenClass, row)}, location: ${outside < 0 ? 'in-object' : `properties[${outside}]`}`;
}

function fieldTypeText(hiddenClass: HiddenClass, row: number): string {
  const type = hiddenClass.fieldTypeAt(row);
  if (type === 'any') return 'Any';
  return type === 'none' ? 'None' : `Class(${fakeAddress(type)})`;
}

function keyText(key: string | JSSymbol): string {
  return typeof key === 'string' ? key : `Symbol(${key.description ?? ''})`;
}

function attributes(details: number): string {
  const bits = detailsAttributes(details);
  // An accessor is never read-only.
  const isAccessor = detailsKind(details) === PropertyKind.accessor;
  const letter = (attribute: number, text: string): string => ((bits & attribute) === 0 ? '_' : text);
  return (
    (isAccessor ? 'W' : letter(Attribute.writable, 'W')) +
    letter(Attribute.enumerable, 'E') +
    letter(Attribute.configurable, 'C')
  );
}
