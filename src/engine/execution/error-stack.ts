/**
 * `stack` of errors: an accessor of each, whose text is made when somebody first reads it, by the program's
 * Error.prepareStackTrace if it has one. V8: ErrorUtils::GetFormattedStack, FormatStackTrace in src/execution/messages.cc.
 */
import type { ErrorData, StackTraceFrame } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import type { Value } from '../objects/value.ts';
import { serializeFrame } from './call-site-info.ts';
import { toStringValue } from './conversions.ts';
import { lookupData } from './describe.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { getProperty } from './property-access.ts';

/** What the object, or what it inherits from, captured. */
export function errorDataOf(
  isolate: Isolate,
  object: Value,
): { readonly holder: JSObject; readonly data: ErrorData } | undefined {
  if (!(object instanceof JSObject)) return undefined;
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.internal?.kind === 'error') return { holder, data: holder.internal };
    if (holder.hiddenClass.instanceType === 'proxy') return undefined;
    // Error.captureStackTrace(object)
    if (!lookupOwn(found, holder, isolate.symbols.errorStack)) continue;
    const captured = (found.value as JSObject).internal;
    if (captured?.kind === 'error') return { holder, data: captured };
  }
  return undefined;
}

/** May run guest code, which nests. */
export function formattedStack(isolate: Isolate, object: Value): Value {
  const found = errorDataOf(isolate, object);
  if (found === undefined) return undefined;
  const { holder, data } = found;
  data.formatted ??= { value: format(isolate, holder, data) };
  return data.formatted.value;
}

function format(isolate: Isolate, error: JSObject, data: ErrorData): Value {
  const { frames } = data;
  if (frames === undefined) return undefined;
  const prepare = lookupData(isolate.realm.intrinsic('Error'), 'prepareStackTrace');
  const isOwn = prepare !== isolate.realm.intrinsics.get('Error.prepareStackTrace');
  if (isOwn && prepare instanceof JSObject && prepare.hiddenClass.isCallable && !isolate.isPreparingStack) {
    isolate.isPreparingStack = true;
    try {
      const sites = isolate.realm.newArray(frames.map((frame) => newCallSite(isolate, frame)));
      return isolate.callNested(prepare, isolate.realm.intrinsic('Error'), [error, sites]);
    } finally {
      isolate.isPreparingStack = false;
    }
  }
  return stackText(isolate, data.header ?? errorHeader(isolate, error), frames);
}

export function stackText(isolate: Isolate, header: string, frames: readonly StackTraceFrame[]): string {
  return [header, ...frames.map((frame) => `    at ${serializeFrame(isolate, frame)}`)].join('\n');
}

function newCallSite(isolate: Isolate, frame: StackTraceFrame): JSObject {
  const site = isolate.realm.newObjectWithPrototype(isolate.realm.intrinsic('CallSite.prototype'));
  site.internal = { kind: 'opaque', value: frame };
  return site;
}

/** Name and message as they are now. */
function errorHeader(isolate: Isolate, error: JSObject): string {
  try {
    return errorToString(isolate, error);
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    return '<error>';
  }
}

/** ECMAScript: Error.prototype.toString, of an object. */
export function errorToString(isolate: Isolate, error: JSObject): string {
  const givenName = getProperty(isolate, error, 'name');
  const name = givenName === undefined ? 'Error' : toStringValue(isolate, givenName);
  const givenMessage = getProperty(isolate, error, 'message');
  const message = givenMessage === undefined ? '' : toStringValue(isolate, givenMessage);
  if (name === '') return message;
  return message === '' ? name : `${name}: ${message}`;
}

/** The stack as inspection reads it: where reading it throws there is none. */
export function readStack(isolate: Isolate, error: JSObject): Value {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = error; holder !== null; holder = holder.hiddenClass.prototype) {
    if (!lookupOwn(found, holder, 'stack')) continue;
    if (found.value === isolate.realm.errorStackAccessor) return formattedStack(isolate, holder);
    if (!found.isAccessor) return found.value as Value;
    try {
      return getProperty(isolate, error, 'stack');
    } catch (thrown) {
      if (!(thrown instanceof GuestException)) throw thrown;
      return undefined;
    }
  }
  return undefined;
}
