/** What a garbage collection did, in the log's words. */
import { type Collection, collectionReasons, type SpaceSizes } from '../../engine/index.ts';

export function collectionText({
  kind,
  before,
  after,
  promoted,
  reason,
}: Pick<Collection, 'kind' | 'before' | 'after' | 'promoted' | 'reason'>): string {
  const sizes =
    kind === 'scavenge'
      ? `new space ${inKilobytes(before.young)} → ${inKilobytes(after.young)}, ${inKilobytes(promoted)} promoted`
      : `heap ${inKilobytes(total(before))} → ${inKilobytes(total(after))}`;
  return `${sizes} (${collectionReasons[reason]})`;
}

function total({ young, old, large }: SpaceSizes): number {
  return young + old + large;
}

function inKilobytes(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 10_000 ? `${kilobytes} KB` : `${Math.round(kilobytes / 1024)} MB`;
}
