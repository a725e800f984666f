/** The receiver checks of Map, Set and their weak siblings, and the self-hosted builtins' access to their data. */
import { describe } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { InstanceTypeName } from '../objects/instance-type.ts';
import type { CollectionData, IteratorData, WeakCollectionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, type Value } from '../objects/value.ts';

export function collectionOf(isolate: Isolate, receiver: Value, type: 'map' | 'set', method: string): CollectionData {
  if (
    receiver instanceof JSObject &&
    receiver.hiddenClass.instanceType === type &&
    receiver.internal?.kind === 'collection'
  )
    return receiver.internal;
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', method, describeReceiver(receiver));
}

export function weakCollectionOf(
  isolate: Isolate,
  receiver: Value,
  type: 'weak map' | 'weak set',
  method: string,
): WeakCollectionData {
  if (
    receiver instanceof JSObject &&
    receiver.hiddenClass.instanceType === type &&
    receiver.internal?.kind === 'weak collection'
  )
    return receiver.internal;
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', method, describeReceiver(receiver));
}

/** V8 prints a receiver without quotes. */
export function describeReceiver(value: Value): string {
  return typeof value === 'string' ? value : describe(value);
}

/** ECMAScript: CanBeHeldWeakly. Registered symbols live for ever. */
export function canBeHeldWeakly(isolate: Isolate, value: Value): boolean {
  if (value instanceof JSObject) return true;
  if (!(value instanceof JSSymbol)) return false;
  for (const registered of isolate.symbolRegistry.values()) if (registered === value) return false;
  return true;
}

export function newCollectionIterator(
  isolate: Isolate,
  type: InstanceTypeName,
  target: JSObject,
  mode: IteratorData['mode'],
): JSObject {
  const prototype = isolate.realm.intrinsic(
    type === 'map iterator' ? '%MapIteratorPrototype%' : '%SetIteratorPrototype%',
  );
  const iterator = new JSObject(isolate.realm.root(type, prototype));
  const { entries } = target.internal as CollectionData;
  iterator.internal = { kind: 'iterator', target, index: 0, mode, extra: entries };
  return iterator;
}
