/** `#name`: what private symbols and numbered messages mean at run time. V8: private symbols in src/ic/ic.cc, Runtime_NewTypeError. */
import { messageNumbers, type NumberedMessage } from '../bytecode/message-numbers.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, writeOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { describeUnquoted } from './describe.ts';
import { makeError, throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { formatMessage } from './message-templates.ts';

export function loadPrivateName(isolate: Isolate, object: Value, name: JSSymbol): Value {
  const found = new PropertyLookup();
  if (object instanceof JSObject && lookupNamed(found, object, name)) return found.value as Value;
  if (name.isPrivateBrand) return throwTypeError(isolate, 'InvalidPrivateBrandInstance', brandName(name));
  return throwTypeError(isolate, 'InvalidPrivateMemberRead', name.description ?? '');
}

export function storePrivateName(isolate: Isolate, object: Value, name: JSSymbol, value: Value): void {
  const found = new PropertyLookup();
  if (!(object instanceof JSObject) || !lookupNamed(found, object, name))
    return throwTypeError(isolate, 'InvalidPrivateMemberWrite', name.description ?? '');
  writeOwn(object, name, found, value);
}

/** #name in object. */
export function hasPrivateName(isolate: Isolate, object: Value, name: JSSymbol): boolean {
  if (object instanceof JSObject) return lookupNamed(new PropertyLookup(), object, name);
  return throwTypeError(isolate, 'InvalidInOperatorUse', name.description ?? '', describeUnquoted(object));
}

export function definePrivateName(isolate: Isolate, object: JSObject, name: JSSymbol, value: Value): void {
  if (lookupOwn(new PropertyLookup(), object, name)) {
    const what = name.isPrivateBrand ? `private methods of class ${brandName(name)}` : (name.description ?? '');
    return throwTypeError(isolate, 'InvalidPrivateFieldReinitialization', what);
  }
  // Simplified: what V8 keeps under a brand is the class's context, for debuggers only.
  addOwn(object, name, name.isPrivateBrand ? true : value, Attribute.all);
}

function brandName({ description }: JSSymbol): string {
  return description === undefined || description === '' ? 'anonymous' : description;
}

/** Number of the message, and its words. */
export function newNumberedTypeError(isolate: Isolate, [number, ...words]: readonly Value[]): Value {
  const message = Object.entries(messageNumbers).find(([, known]) => known === number)?.[0] as NumberedMessage;
  const texts = words.map((word) => (typeof word === 'string' ? word : describeUnquoted(word)));
  return makeError(isolate, 'TypeError', formatMessage(message, texts));
}
