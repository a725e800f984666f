/** Object, array, regular expression and template literals. V8: src/runtime/runtime-literals.cc. */
import type { Constant, TemplateObjectDescription } from '../bytecode/bytecode-array.ts';
import { regExpFlagOrder } from '../bytecode/generator-expressions.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import { addElement, changeElement } from '../objects/elements.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import type { NamedKey } from '../objects/descriptor-array.ts';
import { addNamed } from '../objects/named-properties.ts';
import { Representation } from '../objects/representation.ts';
import { addOwn, defineOwn, writeOwn } from '../objects/own-properties.ts';
import { setIntegrityLevel } from '../objects/integrity-level.ts';
import { Attribute, detailsRepresentation, PropertyKind } from '../objects/property-details.ts';
import { JSSymbol, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { cloneFastArray, createArrayLiteral as arrayLiteral } from './array-literals.ts';
import { toObject, toPropertyKey } from './conversions.ts';
import { noteDefineByKey, noteDefineInLiteral } from './keyed-store-ic.ts';
import { functionName } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';
import { nestedObject, startOfClone } from './object-literals.ts';
import { definePrivateName } from './private-names.ts';
import { createDataPropertyOrThrow, getOwnProperty, getProperty, ownPropertyKeys } from './property-access.ts';

export function createArrayLiteral(isolate: Isolate, constant: Constant, frame: Frame, slot: number): JSObject {
  return arrayLiteral(isolate, constant, frame, slot, nestedObject);
}

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

export function defineKeyedOwn(
  isolate: Isolate,
  object: JSObject,
  keyValue: Value,
  value: Value,
  flags: number,
  vector: FeedbackVector,
  slot: number,
): void {
  const key = toPropertyKey(isolate, keyValue);
  if (vector.kinds[slot] === 'DefineKeyedOwn') noteDefineByKey(isolate, object, keyValue, value, vector, slot);
  else noteDefineInLiteral(isolate, object, keyValue, vector, slot);
  if ((flags & setFunctionNameFlag) !== 0 && value instanceof JSObject) setFunctionName(value, key);
  if (key instanceof JSSymbol && key.isPrivate) {
    definePrivateName(isolate, object, key, value);
    return;
  }
  createDataPropertyOrThrow(isolate, object, key, value);
}

/** Whatever a class has under `name` is overwritten. V8: JSFunction::SetName. */
export function setFunctionName(object: JSObject, key: PropertyKey, prefix = ''): void {
  const data = object.internal;
  if (!(data instanceof FunctionData)) return;
  const found = new PropertyLookup();
  lookupOwn(found, object, 'name');
  const isNative = found.kind === PropertyKind.native;
  const isSlot = data.shared?.literal.isNamedAtRunTime === true && found.kind === PropertyKind.data;
  const text =
    key instanceof JSSymbol
      ? key.isPrivate
        ? (key.description ?? '')
        : key.description === undefined
          ? ''
          : `[${key.description}]`
      : String(key);
  const name = prefix === '' ? text : `${prefix} ${text}`;
  if (isNative && functionName(object) === name) return;
  if (isSlot) writeOwn(object, 'name', found, name);
  else defineOwn(object, 'name', { value: name, writable: false, enumerable: false, configurable: true });
}

export function createRegExpLiteral(isolate: Isolate, pattern: Constant, bits: number): JSObject {
  const flags = Array.from('dgimsuvy').filter((flag) => (bits & (1 << regExpFlagOrder.indexOf(flag))) !== 0);
  return isolate.runtimeFunction('NewRegExp')(isolate, [pattern as string, flags.join('')]) as JSObject;
}

/** {...source} */
export function cloneObject(isolate: Isolate, source: Value): JSObject {
  const { target, isComplete } = startOfClone(isolate, source);
  if (!isComplete) copyDataProperties(isolate, target, source, [], true);
  return target;
}

/** Names and symbols mixed, as they were added. V8: PropertiesEnumerationMode::kPropertyAdditionOrder. */
function sortAsAdded(keys: PropertyKey[], { hiddenClass }: JSObject): void {
  if (hiddenClass.isDictionary || hiddenClass.isExotic || !keys.some((key) => key instanceof JSSymbol)) return;
  const place = (key: PropertyKey): number => (typeof key === 'number' ? key - 2 ** 32 : hiddenClass.lookup(key));
  keys.sort((a, b) => place(a) - place(b));
}

/** ECMAScript: CopyDataProperties. `asAdded`: what the copy's order of properties is. Getters of the source nest. */
export function copyDataProperties(
  isolate: Isolate,
  target: JSObject,
  source: Value,
  excluded: readonly Value[],
  asAdded = false,
): void {
  if (source === undefined || source === null) return;
  const from = toObject(isolate, source);
  const skip = new Set(excluded.map((value) => toPropertyKey(isolate, value)));
  const keys = ownPropertyKeys(isolate, from);
  if (asAdded) sortAsAdded(keys, from);
  for (const key of keys) {
    if (skip.has(key)) continue;
    const own = getOwnProperty(isolate, from, key);
    if (own?.enumerable !== true) continue;
    const isPlain = 'value' in own && from.hiddenClass.instanceType !== 'proxy';
    const value = isPlain ? own.value : getProperty(isolate, from, key);
    if (isPlain && typeof key !== 'number' && isHeldAsHeapNumber(from, key) && canAddNamed(target, key))
      addNamed(target, key, value, Attribute.all, PropertyKind.data, 'named', 0.5);
    else createDataPropertyOrThrow(isolate, target, key, value);
  }
}

/** What is read from a double field is a heap number, integer or not. */
function isHeldAsHeapNumber({ hiddenClass }: JSObject, key: NamedKey): boolean {
  if (hiddenClass.isDictionary) return false;
  const row = hiddenClass.lookup(key);
  return row >= 0 && detailsRepresentation(hiddenClass.detailsAt(row)) === Representation.double;
}

function canAddNamed({ hiddenClass }: JSObject, key: NamedKey): boolean {
  const { instanceType, isExtensible, isDictionary } = hiddenClass;
  return instanceType === 'object' && isExtensible && !isDictionary && hiddenClass.lookup(key) < 0;
}

/** [...iterable] in an array literal or call. May answer `framePushed`. */
export function createArrayFromIterable(isolate: Isolate, iterable: Value): Value {
  if (isFastIterable(isolate, iterable)) return cloneFastArray(isolate, iterable, true);
  return isolate.interpreter.enterCall(isolate.internalFunction('ArrayFromIterable'), undefined, [iterable]);
}

/** An array that iterates in the ordinary way. V8: IsFastJSArrayWithNoCustomIteration. */
function isFastIterable(isolate: Isolate, iterable: Value): iterable is JSObject {
  const { realm, symbols } = isolate;
  return (
    iterable instanceof JSObject &&
    iterable.hiddenClass.instanceType === 'array' &&
    iterable.hiddenClass.prototype === realm.arrayPrototype &&
    realm.arrayIterationIsIntact(symbols.iterator) &&
    iterable.sparse === undefined &&
    !realm.hasIndexedPrototypes()
  );
}

/** The elements of such an array. V8: IterableToListFast. */
export function fastIterableToList(isolate: Isolate, iterable: Value): Value[] | undefined {
  if (!isFastIterable(isolate, iterable)) return undefined;
  const values: Value[] = [];
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
