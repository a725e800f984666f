/**
 * Whoever gives an object another one says so here: an old object that refers to young ones is where a scavenge begins, beside
 * the roots. V8: src/heap/heap-write-barrier.h (GenerationalBarrier).
 *
 * Simplified: the whole object is looked through again, where V8 remembers the slot. What is in `internal` and in contexts
 * needs no barrier: a scavenge goes through all old ones that can change.
 */
import { JSObject } from './js-object.ts';

export function recordWrite(object: JSObject, value: unknown): void {
  const { heap } = object.hiddenClass;
  if (object.serial < heap.firstYoung && value instanceof JSObject && value.serial >= heap.firstYoung)
    heap.remembered.add(object);
}

/** Any number of values were written. */
export function recordWrites(object: JSObject): void {
  const { heap } = object.hiddenClass;
  if (object.serial < heap.firstYoung) heap.remembered.add(object);
}
