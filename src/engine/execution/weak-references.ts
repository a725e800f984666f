/**
 * Weak references after a mark-compact: what refers to objects that are gone forgets them, and finalization registries get a task in
 * which their callbacks run. V8: MarkCompactCollector::ClearJSWeakRefs, ClearWeakCollections (src/heap/mark-compact.cc),
 * src/heap/finalization-registry-cleanup-task.cc, src/builtins/finalization-registry.tq.
 *
 * Simplified: of several registries the one that was made last comes first, where V8 goes by the order in which it has marked them.
 */
import type { FinalizationRegistryData, WeakCollectionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { HeapWalk } from './heap-walk.ts';
import type { Isolate } from './isolate.ts';

const taskName = 'FinalizationRegistry cleanup';

/** After a walk that has not followed weak references. */
export function clearWeakReferences(isolate: Isolate, walk: HeapWalk): void {
  const isGone = (value: unknown): boolean => value instanceof JSObject && !walk.isMarked(value);
  for (const collection of walk.weakCollections) clearKeys(collection, isGone);
  const dirty: JSObject[] = [];
  for (const object of walk.weakObjects) {
    const { internal } = object;
    if (internal?.kind === 'weak ref' && isGone(internal.target)) internal.target = undefined;
    else if (internal?.kind === 'finalization registry' && clearTargets(internal, isGone)) dirty.push(object);
  }
  dirty.sort((a, b) => b.serial - a.serial);
  for (const registry of dirty) if (!isolate.dirtyRegistries.includes(registry)) isolate.dirtyRegistries.push(registry);
  postCleanup(isolate);
}

function clearKeys({ entries }: WeakCollectionData, isGone: (value: unknown) => boolean): void {
  for (const key of entries.keys()) if (isGone(key)) entries.delete(key);
}

/** The cell that is cleared last is the first to be told of. */
function clearTargets(data: FinalizationRegistryData, isGone: (value: unknown) => boolean): boolean {
  const before = data.cleared.length;
  for (const { target, holdings } of data.registrations) if (isGone(target)) data.cleared.unshift(holdings);
  if (data.cleared.length === before) return false;
  data.registrations = data.registrations
    .filter(({ target }) => !isGone(target))
    .map((cell) => (isGone(cell.token) ? { ...cell, token: undefined } : cell));
  return true;
}

/** One task for one registry; the next is posted when it is over. */
function postCleanup(isolate: Isolate): void {
  if (isolate.dirtyRegistries.length === 0 || isolate.isCleanupPosted || isolate.postTask === undefined) return;
  isolate.isCleanupPosted = true;
  isolate.postTask({ name: taskName, run: () => cleanUp(isolate) });
}

/** What a callback throws ends the task; the others get another. */
function cleanUp(isolate: Isolate): void {
  isolate.isCleanupPosted = false;
  const registry = isolate.dirtyRegistries.shift();
  const data = registry?.internal;
  if (registry === undefined || data?.kind !== 'finalization registry') return;
  // A root while its callbacks run.
  isolate.keptAlive.add(registry);
  try {
    while (data.cleared.length > 0) isolate.callNested(data.cleanup, undefined, [data.cleared.shift()]);
  } finally {
    if (data.cleared.length > 0 && !isolate.dirtyRegistries.includes(registry)) isolate.dirtyRegistries.push(registry);
    postCleanup(isolate);
  }
}
