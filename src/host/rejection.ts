/** What the host keeps of rejected promises that nobody handles. Node: lib/internal/process/promises.js. */
import type { JSObject, Value } from '../engine/index.ts';

export interface Rejection {
  readonly id: number;
  /** Of the moment when the promise was rejected. */
  readonly asyncContext: Value;
  /** The number of the turn in which that was. */
  readonly turn: number;
}

/** It was reported, and has a handler since. */
export interface HandledRejection {
  readonly promise: JSObject;
  readonly id: number;
  readonly turn: number;
}
