/**
 * Moments of a run at which something may hold, and their order. A boundary's position is the number of bytecodes before
 * it. An event comes of a bytecode, between two boundaries: its position is that of the later one, less a half. A statement is
 * told of where its boundary is.
 */
import { eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { Moment, Place } from '../../protocol/questions.ts';

/** Without two at the same position, and in the order of the run. */
export interface Hits {
  readonly positions: readonly number[];
  /** Parallel to the positions; for those between two boundaries: the event. */
  readonly events?: readonly number[];
  /** Parallel: a sentence for the user. */
  readonly details?: readonly string[];
  /** Parallel: where it happened, which the top frame has left by then. */
  readonly places?: readonly (Place | undefined)[];
}

export const noHits: Hits = { positions: [] };

export function positionOf(log: LogChunk, { event, step }: Moment): number {
  if (step !== undefined) return step;
  const before = log.step[event] ?? 0;
  return log.type[event] === eventTypeIds.statement ? before : before - 0.5;
}

/** The boundary at or before which everything that can be looked at at the position stands as it does there. */
export function boundaryOf(position: number): number {
  return Math.max(Math.floor(position), 0);
}

/** The last event that has come by the time so many bytecodes have run, -1 before the first. */
export function lastEventAt(log: LogChunk, step: number): number {
  let low = 0;
  let high = log.step.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log.step[middle]! <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many of the ascending positions are less than the one, or at most it. */
export function countBefore(positions: readonly number[], position: number, isInclusive: boolean): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! < position || (isInclusive && positions[middle] === position)) low = middle + 1;
    else high = middle;
  }
  return low;
}
