/** A property of undefined or null is read. V8: ErrorUtils::ThrowLoadFromNullOrUndefined, Isolate::ThrowAt. */
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { errorPlaceSymbols, type PropertyKey, type Value } from '../objects/value.ts';
import { makeError } from './errors.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { currentSourceFrame, nullishLoadMessage } from './render-call-site.ts';
import { framePosition } from './stack-trace.ts';

/** `key` is undefined where a pattern only looks whether it can be taken apart. */
export function throwNullishLoad(isolate: Isolate, value: Value, key: PropertyKey | undefined): never {
  const error = makeError(isolate, 'TypeError', nullishLoadMessage(isolate, value, key));
  const frame = currentSourceFrame(isolate);
  if (frame !== undefined) {
    const start = isolate.messageLocation?.start ?? framePosition(frame);
    // Simplified: V8 keeps the script under the last; it is known by the error's frames here.
    const place = [start, start + 1, undefined];
    for (const [i, symbol] of errorPlaceSymbols.entries()) addOwn(error, symbol, place[i], Attribute.all);
  }
  throw new GuestException(error);
}
