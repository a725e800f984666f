/** Why an object can still be reached: the shortest way to it from a root, in words. DevTools: the retainers of a heap snapshot. */
import { Context, contextSize, type HeapObject, type Isolate, totalSize } from '../../engine/index.ts';
import type { Cut } from '../../protocol/engine-views.ts';
import type { HeapNeighbour, HeapObjectView, RetainingPathView } from '../../protocol/heap-views.ts';
import type { Marking } from '../heap/marking.ts';
import { forEachOwnReference } from '../heap/own-references.ts';
import { type Edge, ReachedObjects } from '../heap/reached-objects.ts';
import { referenceText, rootText } from '../heap/reference-words.ts';
import { lineOfTimer } from '../heap/timer-starts.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { textOf } from './heap.ts';
import { shapeBrief } from './shape-names.ts';

const maxSteps = 100;
const maxNeighbours = 20;

interface Kept {
  readonly path: RetainingPathView | undefined;
  readonly object: HeapObjectView | undefined;
}

const unknown: Kept = { path: undefined, object: undefined };

/** At a moment where the run stands. */
export function keptAt(run: RecordedRun, isolate: Isolate | undefined, serial: number): Kept {
  if (isolate === undefined) return unknown;
  const reached = new ReachedObjects(isolate, true, { namesRoots: true });
  const found = reached.order.find((each) => each.serial === serial);
  if (found === undefined) return unknown;
  const object = objectView(reached, found, isolate.heap.firstYoung, true);
  return { path: pathTo(run, found, reached.edges), object };
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
    object: objectView(reached, object, firstYoung, isReachable, bytes.get(object)),
  };
}

function pathTo(run: RecordedRun, target: HeapObject, edges: ReachedObjects['edges']): RetainingPathView {
  const steps: HeapNeighbour[] = [];
  let root = '';
  for (let object: HeapObject | undefined = target; object !== undefined && steps.length < maxSteps;) {
    const edge = edges.get(object);
    const isRoot = edge?.from === undefined;
    steps.unshift({
      via: isRoot && edge?.frame === undefined ? '' : referenceText(edge!),
      text: textOf(object),
      serial: object.serial,
    });
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
  reached: ReachedObjects,
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
    ...neighboursOf(reached, object),
  };
}

/** Among what can be reached: what refers to it, roots first, and what it refers to. */
function neighboursOf(
  { order, fromRoots }: ReachedObjects,
  object: HeapObject,
): Pick<HeapObjectView, 'holders' | 'references'> {
  const holders: (() => HeapNeighbour)[] = [];
  const references: (() => HeapNeighbour)[] = [];
  for (const { target, edge } of fromRoots)
    if (target === object && edge.frame !== undefined)
      holders.push(() => ({ via: referenceText(edge), text: rootText(edge), serial: -1 }));
  for (const holder of order)
    forEachOwnReference(holder, (target, kind, name) => {
      if (target === object) holders.push(neighbour(holder, kind, name));
    });
  forEachOwnReference(object, (target, kind, name) => references.push(neighbour(target, kind, name)));
  return { holders: cut(holders), references: cut(references) };
}

function neighbour(object: HeapObject, kind: Edge['kind'], name: string | number): () => HeapNeighbour {
  return () => ({ via: referenceText({ kind, name }), text: textOf(object), serial: object.serial });
}

function cut(neighbours: readonly (() => HeapNeighbour)[]): Cut<HeapNeighbour> {
  return { items: neighbours.slice(0, maxNeighbours).map((tell) => tell()), total: neighbours.length };
}
