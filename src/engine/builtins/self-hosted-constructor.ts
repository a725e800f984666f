/** Constructors written in JavaScript, and methods that fast paths compare with. V8: InstallFunction in src/init/bootstrapper.cc. */
import type { Isolate } from '../execution/isolate.ts';
import type { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';

/** A constructor in JavaScript, with its prototype, on the global object. */
export function installSelfHostedConstructor(
  isolate: Isolate,
  name: string,
  source: string,
  prototype: JSObject,
): void {
  const object = isolate.selfHostedFunction(name, source);
  const found = new PropertyLookup();
  // A function that has a prototype by birth keeps its place; its attributes become a builtin's.
  if (lookupNamed(found, object, 'prototype')) defineOwnPrototype(object, prototype);
  else addOwn(object, 'prototype', prototype, Attribute.none);
  addOwn(prototype, 'constructor', object, builtinAttributes);
  const { intrinsics, globalObject } = isolate.realm;
  intrinsics.set(name, object);
  intrinsics.set(`${name}.prototype`, prototype);
  addOwn(globalObject, name, object, builtinAttributes);
}

function defineOwnPrototype(object: JSObject, prototype: JSObject): void {
  defineOwn(object, 'prototype', { value: prototype, writable: false, enumerable: false, configurable: false });
}

/** Makes a method an intrinsic, so that fast paths can tell whether somebody replaced it. */
export function rememberMethod(isolate: Isolate, holderName: string, holder: JSObject, key: string): void {
  const found = new PropertyLookup();
  if (lookupNamed(found, holder, key)) isolate.realm.intrinsics.set(`${holderName}.${key}`, found.value as JSObject);
}
