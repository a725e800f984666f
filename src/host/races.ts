/**
 * Orders that the real runtime decides by chance: the log tells where either is legal, and the environment can have the other.
 * Node: whether a process that sets a timer of 1 ms and an immediate comes to its first timers phase within that millisecond.
 * Browsers: whether the screen draws before or after a timer is due that was set in the same frame.
 */
import type { Host } from './host.ts';

/** The first timers phase of the process begins. */
export function noteRaces(host: Host): void {
  if (host.hasBegunTimers) return;
  host.hasBegunTimers = true;
  if (!host.immediates.some(({ isDestroyed, isInternal }) => !isDestroyed && !isInternal)) return;
  const isSlow = host.environment.races === 'second';
  const begun = host.now();
  if (!host.timers.hasDue(begun + 1) || host.timers.hasDue(begun)) return;
  host.listener?.race('timersOrImmediates', isSlow);
  if (isSlow) host.clock.jumpTo(begun + 1);
}

/** A timer and a frame of a screen that was still both wait: had it drawn earlier or later, they would come in the other order. */
export function noteFrameRace(host: Host): void {
  if (host.frames.hasNotedRace) return;
  host.frames.hasNotedRace = true;
  host.listener?.race('timersOrFrame', host.environment.races === 'second');
}
