/** What the scrubber draws: the run in as many buckets as the track has pixels, so a million events stay a few paths. */
import { textAt } from './log.ts';
import type { Timeline } from './timeline.ts';
import { never } from './spans.ts';

/** Bits of a bucket's `turns`. */
export const TurnMark = { script: 1, task: 2, tick: 4, microtask: 8 } as const;

export interface Marks {
  /** How many buckets there are; at most one per pixel, at most one per event. */
  readonly buckets: number;
  /** The greatest depth of the stack in each bucket. */
  readonly depth: Uint16Array;
  readonly turns: Uint8Array;
  readonly console: Uint8Array;
  readonly errors: Uint8Array;
  readonly collections: Uint8Array;
}

export function marksOf(timeline: Timeline, width: number): Marks {
  const { log, turns } = timeline;
  const length = log.length;
  const buckets = Math.max(1, Math.min(Math.floor(width), length));
  const marks: Marks = {
    buckets,
    depth: new Uint16Array(buckets),
    turns: new Uint8Array(buckets),
    console: new Uint8Array(buckets),
    errors: new Uint8Array(buckets),
    collections: new Uint8Array(buckets),
  };
  if (length === 0) return marks;
  const bucketOf = (event: number): number => Math.floor((event * buckets) / length);
  for (let bucket = 0, event = 0; bucket < buckets; bucket++) {
    const end = Math.ceil(((bucket + 1) * length) / buckets);
    let depth = 0;
    for (; event < end; event++) if (timeline.depth[event]! > depth) depth = timeline.depth[event]!;
    marks.depth[bucket] = depth;
  }
  for (let turn = 0; turn < turns.length; turn++) {
    const kind = turns.kind[turn] === 0 ? 'script' : timeline.turnStations[turn]!;
    if (kind === 'wait') continue;
    const end = turns.end[turn]! === never ? length - 1 : turns.end[turn]!;
    const last = bucketOf(end);
    for (let bucket = bucketOf(turns.start[turn]!); bucket <= last; bucket++) marks.turns[bucket]! |= TurnMark[kind];
  }
  for (const event of timeline.consoleEvents) marks.console[bucketOf(event)] = 1;
  for (const event of timeline.errorEvents) marks.errors[bucketOf(event)] = 1;
  for (const event of timeline.collectionEvents) marks.collections[bucketOf(event)] = 1;
  return marks;
}

/** The stretches [from, to) of buckets for which `has` holds: one rectangle each. */
export function stretches(buckets: number, has: (bucket: number) => boolean): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let bucket = 0; bucket < buckets; bucket++) {
    if (!has(bucket)) continue;
    const from = bucket;
    while (bucket + 1 < buckets && has(bucket + 1)) bucket++;
    found.push([from, bucket + 1]);
  }
  return found;
}

export interface ConsoleLine {
  readonly event: number;
  readonly frame: number;
  readonly text: string;
}

/** The console as physical lines: the event that printed line `line`, and which of its lines it is. */
export function consoleLineAt(timeline: Timeline, line: number): ConsoleLine {
  const { log, consoleEvents, consoleLines } = timeline;
  let low = 0;
  let high = consoleLines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (consoleLines[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  const index = Math.max(0, low - 1);
  const event = consoleEvents[index] ?? 0;
  const text = textAt(log, log.a[event]!).split('\n')[line - (consoleLines[index] ?? 0)] ?? '';
  return { event, frame: timeline.consoleFrames[index] ?? -1, text: ' '.repeat(Math.max(0, log.c[event] ?? 0)) + text };
}
