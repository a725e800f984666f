/** Jobs that wait for an empty call stack (ECMAScript: jobs; HTML: microtasks). V8: src/execution/microtask-queue.cc, objects/microtask.h. */
import type { PromiseReaction } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';

export type Microtask =
  /** A reaction of a settled promise: run its handler, or resume the async function that awaits. */
  | {
      readonly kind: 'reaction';
      readonly id: number;
      readonly reaction: PromiseReaction;
      readonly isRejected: boolean;
      readonly argument: Value;
    }
  /** NewPromiseResolveThenableJob. */
  | {
      readonly kind: 'thenable';
      readonly id: number;
      readonly promise: JSObject;
      readonly thenable: JSObject;
      readonly then: JSObject;
      readonly asyncContext: Value;
    }
  /** queueMicrotask and process.nextTick; where they were called stands in scriptId and position. */
  | {
      readonly kind: 'callback';
      readonly id: number;
      readonly source: 'queueMicrotask' | 'nextTick';
      readonly callback: JSObject;
      readonly args: readonly Value[];
      readonly scriptId: number;
      readonly position: number;
      readonly asyncContext: Value;
    };
