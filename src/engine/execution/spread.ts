/** Spread in calls. V8: CallWithSpread in src/builtins/builtins-call-gen.cc. */
import type { Value } from '../objects/value.ts';
import { isCallable } from './calls.ts';
import { toObject } from './conversions.ts';
import type { Isolate } from './isolate.ts';
import { fastIterableToList } from './literals.ts';
import { loadSlow } from './property-operations.ts';

/** `before` and the elements of `spread`, or undefined if iterating needs guest code. */
export function expandSpread(isolate: Isolate, before: readonly Value[], spread: Value): Value[] | undefined {
  const values = fastIterableToList(isolate, spread);
  return values === undefined ? undefined : [...before, ...values];
}

/** V8's words for what cannot be spread into a call. */
export function checkSpread(isolate: Isolate, spread: Value): void {
  if (spread === undefined || spread === null) {
    throw isolate.error('TypeError', `${String(spread)} is not iterable (cannot read property ${String(spread)})`);
  }
  const method = isolate.interpreter.nest(() =>
    loadSlow(isolate, toObject(isolate, spread), isolate.symbols.iterator, spread),
  );
  if (!isCallable(method))
    throw isolate.error('TypeError', 'Spread syntax requires ...iterable[Symbol.iterator] to be a function');
}
