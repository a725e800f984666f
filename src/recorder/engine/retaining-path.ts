/** Why an object can still be reached: the shortest way to it from a root, in words. DevTools: the retainers of a heap snapshot. */
import type { HeapObject, Isolate } from '../../engine/index.ts';
import type { RetainingPathView } from '../../protocol/engine-views.ts';
import { type Edge, ReachedObjects } from '../heap/reached-objects.ts';
import { referenceText, rootText } from '../heap/reference-words.ts';
import { textOf } from './heap.ts';

const maxSteps = 100;

/** `lineOfTimer`: where the timer of that id was started. */
export function retainingPathOf(
  isolate: Isolate,
  serial: number,
  lineOfTimer: (id: number) => number | undefined,
): RetainingPathView | undefined {
  const { edges, found } = new ReachedObjects(isolate, true, serial);
  if (found === undefined) return undefined;
  const steps: { via: string; text: string; serial: number }[] = [];
  let root = '';
  for (let object: HeapObject | undefined = found; object !== undefined && steps.length < maxSteps;) {
    const edge: Edge = edges.get(object)!;
    const isRoot = edge.from === undefined;
    steps.unshift({ via: isRoot ? '' : referenceText(edge), text: textOf(object), serial: object.serial });
    if (isRoot) root = rootText(edge, edge.timer && lineOfTimer(edge.timer.id));
    object = edge.from;
  }
  return { root, steps };
}
