/**
 * Things of a run that live from one event to another: frames, queue entries, timers, parked functions, turns. They are
 * kept once, in the order in which they began, so the content of a queue at a moment is "began at or before it, ends
 * after it". A state then needs only two indices per queue, and no moment copies any list.
 */

/** The end of a span that is still open in the log as far as it has arrived. */
export const never = 0x7fffffff;

export interface Spans {
  length: number;
  /** The event that begins the span, and the one that ends it. */
  start: Int32Array;
  end: Int32Array;
  id: Int32Array;
  kind: Int32Array;
  /** Index into the log's texts, or -1. */
  text: Int32Array;
  /** Where in the source it was begun, or -1, and the frame on top at that time, or -1. */
  position: Int32Array;
  frame: Int32Array;
  /** Open spans by id. */
  readonly open: Map<number, number>;
  /** The most that were ever open at once: the page reserves that much room, so that stepping does not make it jump. */
  peak: number;
}

export interface Span {
  readonly start: number;
  readonly id: number;
  readonly kind: number;
  readonly text: number;
  readonly position: number;
  readonly frame: number;
}

export function createSpans(): Spans {
  return {
    length: 0,
    start: new Int32Array(64),
    end: new Int32Array(64),
    id: new Int32Array(64),
    kind: new Int32Array(64),
    text: new Int32Array(64),
    position: new Int32Array(64),
    frame: new Int32Array(64),
    open: new Map(),
    peak: 0,
  };
}

/** Begins a span and returns its index. */
export function openSpan(spans: Spans, span: Span): number {
  const index = spans.length;
  if (index === spans.start.length) grow(spans);
  spans.start[index] = span.start;
  spans.end[index] = never;
  spans.id[index] = span.id;
  spans.kind[index] = span.kind;
  spans.text[index] = span.text;
  spans.position[index] = span.position;
  spans.frame[index] = span.frame;
  spans.length = index + 1;
  spans.open.set(span.id, index);
  if (spans.open.size > spans.peak) spans.peak = spans.open.size;
  return index;
}

/** Ends the open span with that id and returns its index, or -1 where none is open. */
export function closeSpan(spans: Spans, id: number, event: number): number {
  const index = spans.open.get(id);
  if (index === undefined) return -1;
  spans.open.delete(id);
  spans.end[index] = event;
  return index;
}

/** The indices in [from, to) that have begun and not ended at `event`, in order. */
export function liveSpans(spans: Spans, from: number, to: number, event: number): number[] {
  const live: number[] = [];
  for (let index = from; index < to; index++) if (spans.end[index]! > event) live.push(index);
  return live;
}

/** How many spans have begun at or before `event`. */
export function spansBegun(spans: Spans, event: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans.start[middle]! <= event) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grow(spans: Spans): void {
  for (const column of ['start', 'end', 'id', 'kind', 'text', 'position', 'frame'] as const) {
    const larger = new Int32Array(spans[column].length * 2);
    larger.set(spans[column]);
    spans[column] = larger;
  }
}
