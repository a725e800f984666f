/** DefinePropertyOrThrow with V8's words for proxies. V8: JSReceiver::DefineOwnProperty with kThrowOnError. */
import { lookupData } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { defineOwnProperty, definePropertyOrThrow, hasOwnProperty } from '../execution/property-access.ts';
import type { PropertyDescriptor, ProxyData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { keyToDisplay, type PropertyKey } from '../objects/value.ts';

export function defineOrThrow(
  isolate: Isolate,
  object: JSObject,
  key: PropertyKey,
  descriptor: PropertyDescriptor,
): void {
  if (object.hiddenClass.instanceType !== 'proxy') {
    definePropertyOrThrow(isolate, object, key, descriptor);
    return;
  }
  if (defineOwnProperty(isolate, object, key, descriptor)) return;
  const { handler } = object.internal as ProxyData;
  if (handler !== null && lookupData(handler, 'defineProperty') === undefined) {
    throwTypeError(
      isolate,
      hasOwnProperty(isolate, object, key) ? 'RedefineDisallowed' : 'DefineDisallowed',
      keyToDisplay(key),
    );
  }
  throwTypeError(isolate, 'ProxyTrapReturnedFalsishFor', 'defineProperty', keyToDisplay(key));
}
