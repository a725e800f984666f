/**
 * Keeping the moment across an edit. An anchor is a moment told without its index: the type of its event, its place in
 * the source, and which occurrence of the two it is. In the new run the same occurrence is looked for, at the place to
 * which the edit moved it; failing that the last occurrence there is, failing that the same relative position.
 * A cursor at the end stays at the end, so that a run that grows is watched live.
 */
import { placeOfMoment, sourceOf } from './run.ts';
import type { Run } from './run.ts';
import { stateAt } from './state.ts';

export interface Anchor {
  readonly atEnd: boolean;
  readonly relative: number;
  /** The number of the event's type. */
  readonly type: number;
  /** Offset in the old source, -1 where the event has none. */
  readonly position: number;
  /** The file that the offset is in, as the log names it; '' for the one that was started. */
  readonly file: string;
  /** From 0. */
  readonly occurrence: number;
  readonly source: string;
}

export function anchorOf(run: Run, event: number): Anchor {
  const { log } = run.timeline;
  const last = log.length - 1;
  const type = log.type[event] ?? 0;
  const column = log.position[event] ?? -1;
  const before = stateAt(run.timeline, event - 1);
  const place = placeOfMoment(run, before, stateAt(run.timeline, event));
  const info = log.scripts[place.script];
  const source = info?.kind === 'eval' ? undefined : sourceOf(run, place.script);
  const position = source === undefined ? -1 : column;
  let occurrence = 0;
  for (let index = 0; index < event; index++)
    if (log.type[index] === type && log.position[index] === position) occurrence++;
  return {
    atEnd: event >= last,
    relative: last > 0 ? event / last : 0,
    type,
    position,
    occurrence,
    file: info?.kind === 'file' ? info.name : '',
    source: source ?? run.source,
  };
}

/** Follows the log of a new run as it arrives and finds the anchor's moment in it. */
export interface Search {
  readonly anchor: Anchor;
  readonly run: Run;
  /** Where the edit moved the anchor's position; -2 where that text is gone, undefined until the new run knows the text. */
  position: number | undefined;
  searched: number;
  seen: number;
  /** The last event of the right type at the right place; -1 so far. */
  best: number;
}

export function searchFor(anchor: Anchor, run: Run): Search {
  return { anchor, run, position: positionIn(run, anchor), searched: 0, seen: 0, best: -1 };
}

function positionIn(run: Run, { file, source, position }: Anchor): number | undefined {
  if (position < 0) return -1;
  if (file === '') return movedPosition(source, run.source, position);
  const script = run.timeline.log.scripts.findIndex(({ kind, name }) => kind === 'file' && name === file);
  const text = script < 0 ? undefined : sourceOf(run, script);
  return text === undefined ? undefined : movedPosition(source, text, position);
}

/** The exact moment as soon as it has arrived, else -1. */
export function continueSearch(search: Search): number {
  const { log } = search.run.timeline;
  if (search.anchor.atEnd || search.seen > search.anchor.occurrence) return -1;
  search.position ??= positionIn(search.run, search.anchor);
  // No event of a file comes before the log knows the file.
  if (search.position === undefined) return -1;
  for (; search.searched < log.length; search.searched++) {
    const event = search.searched;
    if (log.type[event] !== search.anchor.type || log.position[event] !== search.position) continue;
    search.best = event;
    if (search.seen++ === search.anchor.occurrence) return event;
  }
  return -1;
}

/** The nearest moment in what has arrived, when the exact one is not there (yet). */
export function nearestMoment(search: Search): number {
  const last = Math.max(0, search.run.timeline.log.length - 1);
  if (search.anchor.atEnd) return last;
  return search.best >= 0 ? search.best : Math.round(search.anchor.relative * last);
}

/** Where an offset of the old text is in the new one, seen as one replaced stretch; -2 inside that stretch. */
export function movedPosition(before: string, after: string, position: number): number {
  if (before === after) return position;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  if (position < prefix) return position;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++;
  }
  return position >= before.length - suffix ? position + after.length - before.length : -2;
}
