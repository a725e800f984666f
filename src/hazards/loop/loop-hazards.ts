/** Hazards about the thread and its event loop. */
import type { Hazard } from '../define-hazard.ts';
import { blockedLoopHazard } from './blocked-loop.ts';
import { floatingPromiseHazard } from './floating-promise.ts';
import { microtaskStarvationHazard } from './microtask-starvation.ts';
import { repeatedListenerHazard } from './repeated-listener.ts';
import { stackOverflowHazard } from './stack-overflow.ts';
import { unclearedIntervalHazard } from './uncleared-interval.ts';
import { unhandledRejectionHazard } from './unhandled-rejection.ts';

export const loopHazards: readonly Hazard[] = [
  stackOverflowHazard,
  blockedLoopHazard,
  microtaskStarvationHazard,
  unhandledRejectionHazard,
  floatingPromiseHazard,
  unclearedIntervalHazard,
  repeatedListenerHazard,
];
