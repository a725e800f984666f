/** CallRuntime [DefineClass]. V8: src/runtime/runtime-classes.cc. */
import type { ClassBoilerplate } from '../bytecode/bytecode-array.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { allocateList } from '../objects/allocation.ts';
import { addElement } from '../objects/elements.ts';
import { dictionaryElements } from '../objects/elements-kind.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { addField, JSObject, noProperties } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { copyDropDescriptors, installDescriptors } from '../objects/map-copies.ts';
import { dictionaryOf, makePrototypesFast, optimizeAsPrototype } from '../objects/migration.ts';
import {
  Attribute,
  builtinAttributes,
  detailsFieldIndex,
  detailsKind,
  makeDetails,
  PropertyKind,
} from '../objects/property-details.ts';
import { Representation } from '../objects/representation.ts';
import { keyFromString, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { recordWrites } from '../objects/write-barrier.ts';
import { isConstructor } from './calls.ts';
import { toPropertyKey } from './conversions.ts';
import { describeUnquoted, functionName } from './describe.ts';
import { throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { setFunctionName } from './literals.ts';
import { getProperty } from './property-access.ts';

/** args: boilerplate, constructor, super class, then closures and computed keys. Returns the prototype. */
export function defineClass(isolate: Isolate, args: readonly Value[]): JSObject {
  const boilerplate = args[0] as unknown as ClassBoilerplate;
  const constructor = args[1] as JSObject;
  const superClass = args[2];
  const parents = parentsOf(isolate, superClass);
  const prototype = newPrototype(isolate);
  initConstructor(constructor, superClass instanceof JSObject ? parents.constructor : undefined);
  initPrototype(constructor, prototype, parents.prototype);
  // Keys that the text does not tell are looked up in a hash table from the beginning.
  const computed = boilerplate.members.filter(({ key, kind }) => kind !== 'field' && !('name' in key));
  if (computed.some(({ isStatic }) => !isStatic)) makeDictionary(prototype);
  if (computed.some(({ isStatic }) => isStatic)) makeDictionary(constructor);
  // Simplified: where the class begins and ends, which its function knows anyhow.
  addMember(constructor, isolate.internalSymbol('class_positions'), true);
  addMember(prototype, 'constructor', constructor);
  for (const member of boilerplate.members) {
    // Its key is of use to the function that initialises the fields only.
    if (member.kind === 'field') continue;
    const home = member.isStatic ? constructor : prototype;
    const isNamed = 'name' in member.key;
    const key: PropertyKey =
      'name' in member.key ? nameKey(member.key.name) : toPropertyKey(isolate, args[member.key.argument]);
    const closure = args[member.argument] as JSObject;
    defineMember(isolate, home, key, closure, member.kind, isNamed, member.isStatic);
  }
  for (const object of [constructor, prototype]) {
    if (object.hiddenClass.fieldCount > 0) allocateList(isolate.heap, object.hiddenClass.fieldCount);
    recordWrites(object);
  }
  const { mapListener } = isolate.heap;
  const { name } = (constructor.internal as FunctionData).shared!;
  mapListener.mapEvent('InitialMap', undefined, constructor.hiddenClass, 'init class constructor', name);
  mapListener.mapEvent('InitialMap', undefined, prototype.hiddenClass, 'init class prototype');
  return prototype;
}

function nameKey(name: string | number): PropertyKey {
  return typeof name === 'number' ? name : keyFromString(name);
}

/** Without slots: its methods are all there when it is made. V8: CreateClassPrototype. */
function newPrototype(isolate: Isolate): JSObject {
  const { emptyObject } = isolate.realm;
  const map = new HiddenClass(isolate.heap, emptyObject.fields({ inObjectProperties: 0 }));
  isolate.heap.mapListener.mapEvent('ReplaceDescriptors', emptyObject, map, 'MapCreate');
  return new JSObject(map);
}

/** No two classes share one, not even two of one text. V8: InitClassConstructor. */
function initConstructor(constructor: JSObject, parent: JSObject | undefined): void {
  const map = constructor.hiddenClass;
  if (parent !== undefined) {
    optimizeAsPrototype(parent, false);
    // It is never set up again, as prototypes of instances are.
    makePrototypesFast(parent);
  }
  const own = copyDropDescriptors(map, parent === undefined ? {} : { prototype: parent });
  installDescriptors(own, map.descriptors.copy(map.propertyCount), map.propertyCount, map.fieldCount);
  own.isPrototype = true;
  constructor.hiddenClass = own;
}

/** Fast from the beginning, other than a function's. V8: InitClassPrototype. */
function initPrototype(constructor: JSObject, prototype: JSObject, parent: JSObject | null): void {
  if (parent !== null) optimizeAsPrototype(parent);
  const map = copyDropDescriptors(prototype.hiddenClass, { prototype: parent, creator: undefined });
  map.isPrototype = true;
  prototype.hiddenClass = map;
  (constructor.internal as FunctionData).data = prototype;
}

/** Nobody has seen the hidden class yet: it needs no successor. */
function makeDictionary(object: JSObject): void {
  const map = object.hiddenClass;
  object.dictionary = dictionaryOf(object);
  object.properties = noProperties;
  object.hiddenClass = copyDropDescriptors(map, { isDictionary: true });
}

function defineMember(
  isolate: Isolate,
  home: JSObject,
  key: PropertyKey,
  closure: JSObject,
  kind: 'method' | 'get' | 'set',
  isNamed: boolean,
  isStatic: boolean,
): void {
  if (isStatic && key === 'prototype') throwTypeError(isolate, 'StaticPrototype');
  if (kind !== 'method') setFunctionName(closure, key, kind);
  else if (!isNamed) setFunctionName(closure, key);
  addMember(home, key, kind === 'method' ? closure : pairWith(home, key, kind, closure));
}

/** The other half joins a pair that is there; it is this object's alone. */
function pairWith(home: JSObject, key: PropertyKey, kind: 'get' | 'set', closure: JSObject): AccessorPair {
  const found = new PropertyLookup();
  const known = lookupOwn(found, home, key) && found.isAccessor;
  return new AccessorPair(
    kind === 'get' ? closure : known ? found.getter : undefined,
    kind === 'set' ? closure : known ? found.setter : undefined,
  );
}

/**
 * Into the hidden class that the object begins with; a later member of the same name takes the place of an earlier one.
 * V8: AddDescriptorsByTemplate, ClassBoilerplate.
 */
function addMember(home: JSObject, key: PropertyKey, value: Value | AccessorPair): void {
  const { hiddenClass: map } = home;
  const isAccessor = value instanceof AccessorPair;
  const kind = isAccessor ? PropertyKind.accessor : PropertyKind.data;
  const attributes = isAccessor ? Attribute.configurable : builtinAttributes;
  if (typeof key === 'number') {
    map.elementsKind = dictionaryElements;
    addElement(home, key, value, attributes, isAccessor);
    return;
  }
  if (map.isDictionary) {
    home.dictionary!.set(key, { value, details: makeDetails(attributes, kind, 0) });
    return;
  }
  const { descriptors } = map;
  const row = map.lookup(key);
  const wasField = row >= 0 && detailsKind(descriptors.details[row]!) === PropertyKind.data;
  const field = wasField ? detailsFieldIndex(descriptors.details[row]!) : map.fieldCount;
  const details = isAccessor
    ? makeDetails(attributes, kind, 0, Representation.none, false)
    : makeDetails(attributes, kind, field, Representation.heapObject, false);
  if (row < 0) {
    descriptors.push(key, details, isAccessor ? value : 'any');
    map.propertyCount++;
  } else {
    descriptors.details[row] = details;
    descriptors.values[row] = isAccessor ? value : 'any';
  }
  if (isAccessor) return;
  if (!wasField) map.fieldCount++;
  addField(home, field, value);
}

function parentsOf(isolate: Isolate, superClass: Value): { prototype: JSObject | null; constructor: JSObject } {
  if (superClass === theHole)
    return { prototype: isolate.realm.objectPrototype, constructor: isolate.realm.functionPrototype };
  if (superClass === null) return { prototype: null, constructor: isolate.realm.functionPrototype };
  if (!isConstructor(superClass))
    return throwTypeError(isolate, 'ExtendsValueNotConstructor', describeUnquoted(superClass));
  const prototype = getProperty(isolate, superClass, 'prototype');
  if (prototype !== null && !(prototype instanceof JSObject)) {
    throw isolate.error(
      'TypeError',
      `Class extends value does not have valid prototype property ${describeUnquoted(prototype)}`,
    );
  }
  return { prototype, constructor: superClass };
}

/** A class is called like a function: it is named as in the source, whatever its property `name` is. */
export function throwNonCallableConstructor(isolate: Isolate, constructor: JSObject): never {
  const { internal } = constructor;
  const shared = internal instanceof FunctionData ? internal.shared : undefined;
  const name = shared?.name ?? functionName(constructor);
  if (name === '') return throwTypeError(isolate, 'AnonymousConstructorNonCallable');
  // What the host says where one of its classes is called; without it as the language says it.
  const say = shared?.isBuiltin === true ? isolate.runtime.get('CalledHostClass') : undefined;
  if (say !== undefined) throw isolate.error('TypeError', String(say(isolate, [name])));
  return throwTypeError(isolate, 'ConstructorNonCallable', name);
}
