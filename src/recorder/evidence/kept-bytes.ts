/**
 * How much something keeps: what would be free if it were not there. DevTools: the retained size. Where a limit has ended the run in
 * the midst of a turn, as if that were over.
 */
import type { Isolate } from '../../engine/index.ts';

type Prepare = NonNullable<Parameters<Isolate['collector']['walkAll']>[2]>;

/** `all`: what can be reached with it, where that is known. */
export function bytesKeptBy(isolate: Isolate, without: Prepare, all = reachableBytes(isolate)): number {
  return Math.max(0, all - reachableBytes(isolate, without));
}

export function reachableBytes({ collector }: Isolate, prepare?: Prepare): number {
  let sum = 0;
  const walk = collector.walkAll(
    true,
    (_object, bytes) => {
      sum += bytes;
    },
    (each) => {
      each.skipsFrames = true;
      prepare?.(each);
    },
  );
  return sum + walk.largeBytes;
}
