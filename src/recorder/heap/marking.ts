/**
 * A collection step by step: what the roots refer to, what that refers to, and so on until nothing more is met; what is left then is
 * freed. V8: src/heap/mark-compact.cc, scavenger.cc, which do the same with a work list, in another order.
 */
import { type HeapObject, type Isolate } from '../../engine/index.ts';
import type { Cause } from './heap-contents.ts';
import { ReachedObjects } from './reached-objects.ts';

export interface Marking {
  readonly isolate: Isolate;
  /** Undefined: nothing is collected at that moment, it is looked at as if. */
  readonly cause: Cause | undefined;
  readonly reached: ReachedObjects;
  /** Of a scavenge: by ways that have no name, through the engine's own data. */
  readonly rest: readonly HeapObject[];
  /** Bytes of each object that is marked, in V8's layout. */
  readonly bytes: ReadonlyMap<HeapObject, number>;
  /** All that is in the heap beside the surroundings, in the order in which it was made. */
  readonly contents: readonly HeapObject[];
  /** Objects with lower serial numbers are old. */
  readonly firstYoung: number;
}

export function markingOf(isolate: Isolate, contents: readonly HeapObject[], cause: Cause | undefined): Marking {
  const { firstYoung } = isolate.heap;
  const shared = { isolate, cause, contents: [...contents], firstYoung };
  return { ...shared, ...(cause?.[0] === 'scavenge' ? markYoung(isolate, contents) : markAll(isolate)) };
}

type Marked = Pick<Marking, 'reached' | 'rest' | 'bytes'>;

function markAll(isolate: Isolate): Marked {
  const isWeak = isolate.interpreter.nestingDepth <= 1;
  const bytes = new Map<HeapObject, number>();
  isolate.collector.walkAll(isWeak, (object, size) => bytes.set(object, size));
  return { reached: new ReachedObjects(isolate, isWeak, { namesRoots: true }), rest: [], bytes };
}

/** Old objects are taken for reachable, also those that are not. */
function markYoung(isolate: Isolate, contents: readonly HeapObject[]): Marked {
  const { firstYoung } = isolate.heap;
  const bytes = new Map<HeapObject, number>();
  isolate.collector.walkYoung((object, size) => bytes.set(object, size));
  const isOld = (object: HeapObject): boolean => object.serial < firstYoung;
  const surroundings = new ReachedObjects(isolate, false, { within: isOld });
  const reached = new ReachedObjects(isolate, false, {
    namesRoots: true,
    within: (object) => bytes.has(object),
    also: [...surroundings.order, ...contents.filter((object) => isOld(object) && !surroundings.has(object))],
  });
  return { reached, rest: [...bytes.keys()].filter((object) => !reached.has(object)), bytes };
}
