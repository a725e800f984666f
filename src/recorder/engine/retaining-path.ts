/** Why an object can still be reached: the shortest way to it from a root, in words. DevTools: the retainers of a heap snapshot. */
import { Context, contextSize, type HeapObject, type Isolate, totalSize } from '../../engine/index.ts';
import type { HeapObjectView, RetainingPathView } from '../../protocol/engine-views.ts';
import type { Marking } from '../heap/marking.ts';
import { type Edge, ReachedObjects } from '../heap/reached-objects.ts';
import { referenceText, rootText } from '../heap/reference-words.ts';
import { lineOfTimer } from '../heap/timer-starts.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { textOf } from './heap.ts';
import { shapeBrief } from './shape-names.ts';

const maxSteps = 100;

interface Kept {
  readonly path: RetainingPathView | undefined;
  readonly object: HeapObjectView | undefined;
}

const unknown: Kept = { path: undefined, object: undefined };

/** At a moment where the run stands. */
export function keptAt(run: RecordedRun, isolate: Isolate | undefined, serial: number): Kept {
  if (isolate === undefined) return unknown;
  const { edges, found } = new ReachedObjects(isolate, true, { wanted: serial });
  if (found === undefined) return unknown;
  const object = objectView(found, isolate.heap.firstYoung, true);
  return { path: pathTo(run, found, edges), object };
}

/** Where it is known what all is in the heap. */
export function keptInMarking(run: RecordedRun, marking: Marking | undefined, serial: number): Kept {
  if (marking === undefined) return unknown;
  const { reached, contents, bytes, firstYoung, cause } = marking;
  const object =
    contents.find((each) => each.serial === serial) ?? reached.order.find((each) => each.serial === serial);
  if (object === undefined) return unknown;
  const isOld = cause?.[0] === 'scavenge' && object.serial < firstYoung;
  const isReachable = isOld || reached.has(object) || bytes.has(object);
  return {
    path: reached.has(object) ? pathTo(run, object, reached.edges) : undefined,
    object: objectView(object, firstYoung, isReachable, bytes.get(object)),
  };
}

function pathTo(run: RecordedRun, target: HeapObject, edges: ReadonlyMap<HeapObject, Edge>): RetainingPathView {
  const steps: { via: string; text: string; serial: number }[] = [];
  let root = '';
  for (let object: HeapObject | undefined = target; object !== undefined && steps.length < maxSteps;) {
    const edge = edges.get(object);
    const isRoot = edge?.from === undefined;
    steps.unshift({ via: isRoot ? '' : referenceText(edge), text: textOf(object), serial: object.serial });
    // A scavenge begins at old objects, too, and does not ask what keeps those.
    if (edge === undefined) root = 'old space';
    else if (isRoot) root = rootText(edge, edge.timer && lineOfTimer(run, edge.timer.id));
    object = edge?.from;
  }
  return { root, steps };
}

export function bytesOfObject(object: HeapObject): number {
  return object instanceof Context ? contextSize(object.slots.length - 2) : totalSize(object);
}

function objectView(
  object: HeapObject,
  firstYoung: number,
  isReachable: boolean,
  bytes = bytesOfObject(object),
): HeapObjectView {
  return {
    text: textOf(object),
    ...(object instanceof Context ? {} : { shape: shapeBrief(object.hiddenClass) }),
    bytes,
    isYoung: object.serial >= firstYoung,
    isReachable,
  };
}
