/** What timers that still wait keep in memory: what would be free if each were cleared. */
import { Context, FunctionData, type HeapWalk, type Isolate, JSObject } from '../../engine/index.ts';
import { Timer } from '../../host/timers/timers.ts';
import { bytesKeptBy, reachableBytes } from './kept-bytes.ts';
import type { HeldByTimer } from './memory-evidence.ts';

const mostTimers = 8;
/** Of less it is not told what it is. */
const leastBytes = 1024;

/** In a larger heap it is not looked for which variable it is. */
const mostObjects = 500_000;

export function heldByTimers(isolate: Isolate): readonly HeldByTimer[] {
  const timers = intervalsOf(isolate).slice(0, mostTimers);
  if (timers.length === 0) return [];
  const all = reachableBytes(isolate);
  return timers.map((timer) => {
    const cut = (walk: HeapWalk): void => {
      walk.cut(timer);
      // What the program holds of it refers to the callback, too, until it is cleared.
      if (timer.object !== undefined) walk.cut(timer.object);
    };
    const bytes = bytesKeptBy(isolate, cut, all);
    return { id: timer.id, bytes, ...largestVariable(isolate, timer, bytes, all) };
  });
}

function intervalsOf(isolate: Isolate): readonly Timer[] {
  const found: Timer[] = [];
  for (const root of isolate.hostRoots?.() ?? [])
    if (root instanceof Map)
      for (const each of root.values()) if (each instanceof Timer && each.isInterval) found.push(each);
  return found;
}

/** Of those that the callback sees, in its own context and those around it. */
function largestVariable(
  isolate: Isolate,
  { callback }: Timer,
  bytes: number,
  all: number,
): { readonly variable: string; readonly variableBytes: number } {
  let largest = { variable: '', variableBytes: 0 };
  const data = callback instanceof JSObject ? callback.internal : undefined;
  if (!(data instanceof FunctionData) || bytes < leastBytes || isolate.collector.uncollected > mostObjects)
    return largest;
  for (let context = data.context; context !== undefined; context = context.previous) {
    const { contextLocals, firstSlot } = context.scopeInfo;
    const held = context;
    contextLocals.forEach(({ name }, row) => {
      const value = held.slots[firstSlot + row];
      const isLarge = (value instanceof JSObject && value.internal?.kind !== 'function') || typeof value === 'string';
      if (!isLarge || name.startsWith('.')) return;
      const kept = bytesKeptBy(
        isolate,
        (walk) => {
          walk.skipsSlot = (each: Context, slot) => each === held && slot === firstSlot + row;
        },
        all,
      );
      if (kept > largest.variableBytes) largest = { variable: name, variableBytes: kept };
    });
  }
  return largest;
}
