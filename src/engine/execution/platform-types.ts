/**
 * Objects of the host's as structured cloning meets them: each type says how its objects go from one agent to another.
 * HTML: serializable objects, transferable objects; V8: ValueSerializer::Delegate.
 */
import type { JSObject } from '../objects/js-object.ts';
import type { Isolate } from './isolate.ts';

/** What the host says of one type of its objects, for `Isolate.platformTypes`. */
export interface PlatformType {
  readonly is: (object: JSObject) => boolean;
  /** A copy that belongs to no isolate; without it objects of the type can only be transferred, if at all. */
  readonly serialize?: (object: JSObject) => unknown;
  /** Takes away what makes it work: another object gets it. */
  readonly transfer?: (object: JSObject) => unknown;
  readonly deserialize: (data: unknown) => JSObject;
  /** What is said of one that could only be transferred, and is not. */
  readonly refusal?: string | ((object: JSObject) => string);
}

export function platformTypeOf(isolate: Isolate, object: JSObject): [string, PlatformType] | undefined {
  for (const entry of isolate.platformTypes) if (entry[1].is(object)) return entry;
  return undefined;
}
