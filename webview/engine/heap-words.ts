/** What the heap's view says: sizes, spaces and what has been collected. */
import type { HeapSpaceView, HeapView } from '../../src/protocol/heap-views.ts';
import * as words from '../words.ts';

export const spaceTitles: Readonly<Record<HeapSpaceView['name'], string>> = {
  new: 'New space: all objects begin here. When it is full, a scavenge keeps what can be reached',
  old: 'Old space: what has survived two scavenges. When it has outgrown its limit, everything is marked',
  large: 'Large object space: what is larger than 128 KB is never moved',
};

export type SpacePart = 'surroundings' | 'reachable' | 'unreachable' | 'free';

/** What the space is made of, as shares of it. */
export function spaceParts({
  used,
  surroundings,
  reachable,
  room,
}: HeapSpaceView): { kind: SpacePart; share: number }[] {
  const whole = Math.max(room, used, 1);
  const own = Math.max(0, used - surroundings);
  const alive = Math.min(reachable, own);
  const parts: { kind: SpacePart; share: number }[] = [
    { kind: 'surroundings', share: Math.min(surroundings, used) / whole },
    { kind: 'reachable', share: alive / whole },
    { kind: 'unreachable', share: (own - alive) / whole },
    { kind: 'free', share: Math.max(0, whole - used) / whole },
  ];
  return parts.filter(({ share }) => share > 0);
}

export function spaceText({ used, room, name }: HeapSpaceView): string {
  return `${bytesText(used)}${name === 'large' ? '' : ` of ${bytesText(room)}`}`;
}

/** Of the program's objects. */
export function goneBytes({ used, surroundings, reachable }: HeapSpaceView): number {
  return Math.max(0, used - surroundings - reachable);
}

export function collectionsText({ scavenges, markCompacts, unreachable, spaces }: HeapView): string {
  const collected =
    scavenges + markCompacts === 0
      ? 'Nothing has been collected yet'
      : `${words.count(scavenges, 'scavenge')} and ${words.count(markCompacts, 'mark-compact')} so far`;
  const gone = spaces.reduce((sum, space) => sum + goneBytes(space), 0);
  const waiting =
    unreachable === 0 ? '' : `; ${words.count(unreachable, 'object')} (${bytesText(gone)}) cannot be reached any more`;
  return `${collected}${waiting}. Node’s own objects count as far as they fill the spaces.`;
}

export function bytesText(bytes: number): string {
  if (bytes < 10_000) return `${words.formatNumber(Math.round(bytes))} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 10_000
    ? `${words.formatNumber(Math.round(kilobytes))} KB`
    : `${words.formatNumber(Math.round(kilobytes / 1024))} MB`;
}
