/**
 * The heap at a moment with all that is in it, by a replay that keeps what is made: at the event of a collection as it is before that
 * looks at anything, at any other moment as if everything were marked then.
 */
import { type Isolate } from '../../engine/index.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { boundaryOf, positionOf } from '../stops/hits.ts';
import { HeapContents } from './heap-contents.ts';
import { type Marking, markingOf } from './marking.ts';

const collections: readonly number[] = [eventTypeIds.scavenge, eventTypeIds.markCompact];

/** `step` -1: the very moment of the event. */
export function replayMarking(run: RecordedRun, event: number, step: number): Marking | undefined {
  const { log } = run;
  const wanted = step < 0 && collections.includes(log.type[event]!) ? collectionsUpTo(log, event) : -1;
  const at = step >= 0 ? step : boundaryOf(positionOf(log, { event }));
  let marking: Marking | undefined;
  let contents: HeapContents | undefined;
  const look = (isolate: Isolate): void => {
    marking ??= wanted < 0 && contents !== undefined ? markingOf(isolate, contents.all, undefined) : undefined;
  };
  const end = run.replayer.walk(
    at,
    ({ host: { isolate } }) => {
      look(isolate);
      // A collection comes with the next bytecode, or ends one that runs.
      return marking === undefined && isolate.steps <= at + 2 ? isolate.steps + 1 : undefined;
    },
    ({ host: { isolate } }) => {
      contents = new HeapContents(isolate, (count, cause) => {
        if (count === wanted) marking = markingOf(isolate, contents!.all, cause);
      });
    },
  );
  if (marking === undefined) look(end);
  return marking;
}

/** How many there were, with that one. */
function collectionsUpTo({ type }: LogChunk, event: number): number {
  let count = 0;
  for (let at = 0; at <= event; at++) if (collections.includes(type[at]!)) count++;
  return count;
}
