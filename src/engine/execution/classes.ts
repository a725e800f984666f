/** CallRuntime [DefineClass]. V8: src/runtime/runtime-classes.cc. */
import type { ClassBoilerplate } from '../bytecode/bytecode-array.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { copyDropDescriptors, installDescriptors } from '../objects/map-copies.ts';
import { normalizeObject, optimizeAsPrototype } from '../objects/migration.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import { keyFromString, type PropertyKey, theHole, type Value } from '../objects/value.ts';
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
  const prototype = newPrototype(isolate, parents.prototype);
  makeOwnMap(constructor, parents.constructor);
  // Keys that the text does not tell are looked up in a hash table from the beginning.
  const computed = boilerplate.members.filter(({ key, kind }) => kind !== 'field' && !('name' in key));
  if (computed.some(({ isStatic }) => !isStatic)) normalizeObject(prototype, 'ClassWithComputedNames');
  if (computed.some(({ isStatic }) => isStatic)) normalizeObject(constructor, 'ClassWithComputedNames');
  (constructor.internal as FunctionData).data = prototype;
  addOwn(prototype, 'constructor', constructor, builtinAttributes);
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
  return prototype;
}

function nameKey(name: string | number): PropertyKey {
  return typeof name === 'number' ? name : keyFromString(name);
}

/** Fast from the beginning, other than a function's: its methods are all there. V8: CreateClassPrototype. */
function newPrototype(isolate: Isolate, parent: JSObject | null): JSObject {
  if (parent !== null) optimizeAsPrototype(parent);
  const map = new HiddenClass(isolate.heap, {
    instanceType: 'object',
    prototype: parent,
    elementsKind: ElementsKind.HOLEY_ELEMENTS,
  });
  map.isPrototype = true;
  return new JSObject(map);
}

/** No two classes share one, not even two of one text. V8: InitClassConstructor. */
function makeOwnMap(constructor: JSObject, parent: JSObject): void {
  optimizeAsPrototype(parent, false);
  const map = constructor.hiddenClass;
  const own = copyDropDescriptors(map, { prototype: parent });
  installDescriptors(own, map.descriptors.copy(map.propertyCount), map.propertyCount, map.fieldCount);
  own.isPrototype = true;
  constructor.hiddenClass = own;
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
  if (kind === 'method') {
    if (!isNamed) setFunctionName(closure, key);
    defineOwn(home, key, { value: closure, writable: true, enumerable: false, configurable: true });
    return;
  }
  setFunctionName(closure, key, kind);
  const found = new PropertyLookup();
  const exists = lookupOwn(found, home, key) && found.isAccessor;
  if (!exists) {
    const pair = kind === 'get' ? new AccessorPair(closure, undefined) : new AccessorPair(undefined, closure);
    if (lookupOwn(found, home, key))
      defineOwn(home, key, { getter: pair.getter, setter: pair.setter, enumerable: false, configurable: true });
    else addOwn(home, key, pair, Attribute.configurable, true);
    return;
  }
  if (found.row >= 0) {
    // The hidden class is this object's alone: the other half joins the pair.
    const pair = home.hiddenClass.accessorPairAt(found.row);
    if (kind === 'get') pair.getter = closure;
    else pair.setter = closure;
    return;
  }
  defineOwn(
    home,
    key,
    kind === 'get'
      ? { getter: closure, enumerable: false, configurable: true }
      : { setter: closure, enumerable: false, configurable: true },
  );
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

/** A class is called like a function. */
export function throwNonCallableConstructor(isolate: Isolate, constructor: JSObject): never {
  const name = functionName(constructor);
  if (name === '') return throwTypeError(isolate, 'AnonymousConstructorNonCallable');
  return throwTypeError(isolate, 'ConstructorNonCallable', name);
}
