/** Spread in calls. V8: CallWithSpread in src/builtins/builtins-call-gen.cc. */
import type { Value } from '../objects/value.ts';
import type { Isolate } from './isolate.ts';
import { fastIterableToList } from './literals.ts';
import { spreadArgumentMessage } from './render-call-site.ts';

/** `before` and the elements of `spread`, or undefined if iterating needs guest code. */
export function expandSpread(isolate: Isolate, before: readonly Value[], spread: Value): Value[] | undefined {
  const values = fastIterableToList(isolate, spread);
  return values === undefined ? undefined : [...before, ...values];
}

/** V8's words for undefined and null that cannot be spread into a call. */
export function checkSpread(isolate: Isolate, spread: Value): void {
  if (spread === undefined || spread === null) {
    throw isolate.error('TypeError', spreadArgumentMessage(isolate, spread));
  }
}
