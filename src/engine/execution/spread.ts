/** Spread in calls. V8: CallWithSpread in src/builtins/builtins-call-gen.cc. */
import type { Value } from '../objects/value.ts';
import type { Isolate } from './isolate.ts';
import { fastIterableToList } from './literals.ts';

/** `before` and the elements of `spread`, or undefined if iterating needs guest code. */
export function expandSpread(isolate: Isolate, before: readonly Value[], spread: Value): Value[] | undefined {
  const values = fastIterableToList(isolate, spread);
  return values === undefined ? undefined : [...before, ...values];
}
