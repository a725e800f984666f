/** Properties of `super`. V8: src/runtime/runtime-classes.cc (LoadFromSuper, StoreToSuper). */
import type { JSObject } from '../objects/js-object.ts';
import { keyToDisplay, type Value } from '../objects/value.ts';
import { toPropertyKey } from './conversions.ts';
import { throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { setOfObject, throwSetFailure } from './property-access.ts';
import { loadSlow } from './property-operations.ts';

/** super.key with the receiver `this`. */
export function loadFromSuper(isolate: Isolate, receiver: Value, homeObject: Value, keyValue: Value): Value {
  // The prototype is fetched before a key that is an object is converted.
  const prototype = (homeObject as JSObject).hiddenClass.prototype;
  const key = toPropertyKey(isolate, keyValue);
  if (prototype === null)
    return throwTypeError(isolate, 'NonObjectPropertyLoadWithProperty', 'null', keyToDisplay(key));
  return loadSlow(isolate, prototype, key, receiver);
}

/** super.key = value. */
export function storeToSuper(
  isolate: Isolate,
  receiver: Value,
  homeObject: Value,
  keyValue: Value,
  value: Value,
): Value {
  const prototype = (homeObject as JSObject).hiddenClass.prototype;
  const key = toPropertyKey(isolate, keyValue);
  if (prototype === null)
    return throwTypeError(isolate, 'NonObjectPropertyStoreWithProperty', 'null', keyToDisplay(key));
  if (!setOfObject(isolate, prototype, key, value, receiver) && isolate.currentFrame!.shared.isStrict)
    throwSetFailure(isolate, receiver, key);
  return value;
}
