/** What queues show of what waits in them. */
import {
  FunctionData,
  functionName,
  JSObject,
  type Microtask,
  type PromiseReaction,
  type Value,
} from '../engine/index.ts';

/** A callback as queues show it: its name, or '' for an anonymous one. */
export function callbackName(callback: Value): string {
  return callback instanceof JSObject && callback.internal instanceof FunctionData ? functionName(callback) : '';
}

/** What a microtask will run, as the queue shows it. */
export function microtaskName(task: Microtask): string {
  if (task.kind === 'callback') return callbackName(task.callback);
  if (task.kind === 'thenable') return callbackName(task.then);
  return reactionName(task.reaction, task.isRejected);
}

/** Of a reaction that waits nobody knows yet which of its callbacks will run. */
export function reactionName(reaction: PromiseReaction, isRejected?: boolean): string {
  const { onFulfilled, onRejected } = reaction;
  const generator = reaction.generator?.internal;
  if (generator?.kind === 'generator') return callbackName(generator.function);
  if (isRejected === undefined) return callbackName(onFulfilled ?? onRejected);
  return callbackName(isRejected ? onRejected : onFulfilled);
}
