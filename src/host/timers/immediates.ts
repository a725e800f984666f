/** What setImmediate has queued, as the check phase takes it. Node: processImmediate in lib/internal/timers.js. */
import type { Host, Immediate } from '../host.ts';
import { callbackName } from '../task-names.ts';

/** All that wait when the phase begins become its tasks. False: the program has none of its own among them. */
export function takeImmediates({ immediates, outstanding, listener }: Host): boolean {
  const isSeen = immediates.some(({ isInternal, isDestroyed }) => !isInternal && !isDestroyed);
  for (const immediate of immediates) {
    immediate.isTask = true;
    if (immediate.isInternal || immediate.isDestroyed) continue;
    listener?.enqueueTask(immediate.id, 'immediate', callbackName(immediate.callback));
    listener?.apiEnd(immediate.id, false);
  }
  outstanding.takeAll(immediates);
  return isSeen;
}

export function nextImmediate({ outstanding }: Host): Immediate | undefined {
  for (let next = outstanding.shift(); next !== undefined; next = outstanding.shift()) {
    if (next.isDestroyed) continue;
    next.isDestroyed = true;
    return next;
  }
  return undefined;
}
