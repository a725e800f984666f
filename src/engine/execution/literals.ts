/** Object, array, regular expression and template literals. V8: src/runtime/runtime-literals.cc. */
import type {
  BoilerplateValue,
  Constant,
  ObjectBoilerplate,
  TemplateObjectDescription,
} from '../bytecode/bytecode-array.ts';
import { regExpFlagOrder } from '../bytecode/generator-expressions.ts';
import { LiteralFlag } from '../bytecode/literal-boilerplates.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import { addElement, changeElement } from '../objects/elements.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject, noProperties } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { setIntegrityLevel } from '../objects/integrity-level.ts';
import { Attribute, detailsAttributes, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { JSSymbol, keyFromString, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { arrayFromBoilerplate, createArrayLiteral as arrayLiteral, type MakeObject } from './array-literals.ts';
import { toObject, toPropertyKey } from './conversions.ts';
import { functionName } from './describe.ts';
import type { Isolate } from './isolate.ts';
import { definePrivateName } from './private-names.ts';
import { createDataPropertyOrThrow, getOwnProperty, getProperty, ownPropertyKeys } from './property-access.ts';

/** The flags tell of the prototype, because all empty boilerplates are one. */
export function createObjectLiteral(isolate: Isolate, constant: Constant, flags: number): JSObject {
  return objectFromBoilerplate(isolate, constant as ObjectBoilerplate, (flags & LiteralFlag.nullPrototype) !== 0);
}

function objectFromBoilerplate(
  isolate: Isolate,
  boilerplate: ObjectBoilerplate,
  hasNullPrototype = boilerplate.nullPrototype,
): JSObject {
  const realm = isolate.realm;
  const object = hasNullPrototype
    ? realm.newObjectWithPrototype(null)
    : new JSObject(realm.literalRoot(boilerplate.propertyCount));
  for (const { key, value } of boilerplate.properties) {
    const propertyKey = typeof key === 'number' ? key : keyFromString(key);
    const initial = boilerplateValue(isolate, value);
    defineOwn(object, propertyKey, {
      value: initial === theHole ? undefined : initial,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return object;
}

function boilerplateValue(isolate: Isolate, value: BoilerplateValue): Value {
  switch (value.kind) {
    case 'value':
      return value.value;
    case 'object':
      return objectFromBoilerplate(isolate, value.value);
    case 'array':
      return arrayFromBoilerplate(isolate, value.value, nestedObject, false);
    case 'hole':
    case 'uninitialized':
      return theHole;
  }
}

export function createArrayLiteral(
  isolate: Isolate,
  constant: Constant,
  vector: FeedbackVector,
  slot: number,
): JSObject {
  return arrayLiteral(isolate, constant, vector, slot, nestedObject);
}

const nestedObject: MakeObject = (isolate, boilerplate) => objectFromBoilerplate(isolate, boilerplate);

/** StaInArrayLiteral: elements of a literal under construction. */
export function storeInArrayLiteral(array: JSObject, index: number, value: Value): void {
  if (index >= array.elements.length) {
    addElement(array, index, value, Attribute.all, false);
    return;
  }
  changeElement(array, index, value);
}

/** V8: DefineKeyedOwnPropertyInLiteralFlag::kSetFunctionName; class fields and private names use 0 and others. */
const setFunctionNameFlag = 1;

export function defineKeyedOwn(isolate: Isolate, object: JSObject, keyValue: Value, value: Value, flags: number): void {
  const key = toPropertyKey(isolate, keyValue);
  if ((flags & setFunctionNameFlag) !== 0 && value instanceof JSObject) setFunctionName(value, key);
  if (key instanceof JSSymbol && key.isPrivate) {
    definePrivateName(isolate, object, key, value);
    return;
  }
  createDataPropertyOrThrow(isolate, object, key, value);
}

/** ECMAScript: SetFunctionName, for functions whose `name` is still the one of their text. */
export function setFunctionName(object: JSObject, key: PropertyKey, prefix = ''): void {
  const data = object.internal;
  if (!(data instanceof FunctionData)) return;
  const found = new PropertyLookup();
  if (!lookupOwn(found, object, 'name') || found.kind !== PropertyKind.native) return;
  const text =
    key instanceof JSSymbol
      ? key.isPrivate
        ? (key.description ?? '')
        : key.description === undefined
          ? ''
          : `[${key.description}]`
      : String(key);
  const name = prefix === '' ? text : `${prefix} ${text}`;
  if (functionName(object) === name) return;
  defineOwn(object, 'name', { value: name });
}

export function createRegExpLiteral(isolate: Isolate, pattern: Constant, bits: number): JSObject {
  const flags = Array.from('dgimsuvy').filter((flag) => (bits & (1 << regExpFlagOrder.indexOf(flag))) !== 0);
  return isolate.runtimeFunction('NewRegExp')(isolate, [pattern as string, flags.join('')]) as JSObject;
}

/** {...source} */
export function cloneObject(isolate: Isolate, source: Value): JSObject {
  if (source instanceof JSObject && canCloneFast(isolate, source)) {
    isolate.meter.allocateList(source.properties.length);
    const clone = new JSObject(source.hiddenClass);
    clone.properties = source.properties === noProperties ? noProperties : source.properties.slice();
    return clone;
  }
  const target = isolate.realm.newObject();
  copyDataProperties(isolate, target, source, []);
  return target;
}

/** Fast properties that are all plain data and enumerable, and no elements: the clone shares the hidden class (V8 ≥ 12). */
function canCloneFast(isolate: Isolate, source: JSObject): boolean {
  const hiddenClass = source.hiddenClass;
  if (
    hiddenClass.instanceType !== 'object' ||
    hiddenClass.isDictionary ||
    hiddenClass.isPrototype ||
    !hiddenClass.isExtensible
  )
    return false;
  if (
    hiddenClass.prototype !== isolate.realm.objectPrototype ||
    source.elements.length > 0 ||
    source.sparse !== undefined
  )
    return false;
  for (let row = 0; row < hiddenClass.propertyCount; row++) {
    const details = hiddenClass.detailsAt(row);
    const key = hiddenClass.keyAt(row);
    if (detailsKind(details) !== PropertyKind.data || detailsAttributes(details) !== Attribute.all) return false;
    if (key instanceof JSSymbol && key.isPrivate) return false;
  }
  return true;
}

/** ECMAScript: CopyDataProperties. Getters of the source nest. */
export function copyDataProperties(
  isolate: Isolate,
  target: JSObject,
  source: Value,
  excluded: readonly Value[],
): void {
  if (source === undefined || source === null) return;
  const from = toObject(isolate, source);
  const skip = new Set(excluded.map((value) => toPropertyKey(isolate, value)));
  for (const key of ownPropertyKeys(isolate, from)) {
    if (skip.has(key)) continue;
    const own = getOwnProperty(isolate, from, key);
    if (own?.enumerable !== true) continue;
    const isPlain = 'value' in own && from.hiddenClass.instanceType !== 'proxy';
    const value = isPlain ? own.value : getProperty(isolate, from, key);
    createDataPropertyOrThrow(isolate, target, key, value);
  }
}

/** [...iterable] in an array literal or call. May answer `framePushed`. */
export function createArrayFromIterable(isolate: Isolate, iterable: Value): Value {
  const fast = fastIterableToList(isolate, iterable);
  if (fast !== undefined) return isolate.realm.newArray(fast);
  return isolate.interpreter.enterCall(isolate.internalFunction('ArrayFromIterable'), undefined, [iterable]);
}

/** The elements of an array that iterates in the ordinary way. V8: IterableToListFast. */
export function fastIterableToList(isolate: Isolate, iterable: Value): Value[] | undefined {
  if (!(iterable instanceof JSObject) || iterable.hiddenClass.instanceType !== 'array') return undefined;
  if (
    iterable.hiddenClass.prototype !== isolate.realm.arrayPrototype ||
    !isolate.realm.arrayIterationIsIntact(isolate.symbols.iterator)
  )
    return undefined;
  const values: Value[] = [];
  if (iterable.sparse !== undefined || isolate.realm.hasIndexedPrototypes()) return undefined;
  for (let i = 0; i < iterable.length; i++) {
    const value = iterable.elements[i];
    values.push(value === theHole ? undefined : value);
  }
  return values;
}

/** The frozen strings array of a tagged template: one per site. */
export function templateObject(isolate: Isolate, constant: Constant, slots: unknown[], slot: number): JSObject {
  const known = slots[slot];
  if (known instanceof JSObject) return known;
  const description = constant as TemplateObjectDescription;
  const raw = isolate.realm.newArray([...description.raw]);
  const cooked = isolate.realm.newArray([...description.cooked]);
  setIntegrityLevel(raw, 'frozen');
  addOwn(cooked, 'raw', raw, Attribute.none);
  setIntegrityLevel(cooked, 'frozen');
  slots[slot] = cooked;
  return cooked;
}
