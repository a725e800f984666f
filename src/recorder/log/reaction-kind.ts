/** By which of its methods something waits for a promise: the engine has one kind of reaction for all. */
import { FunctionData, JSObject, type PromiseReaction } from '../../engine/index.ts';

export function reactionKind({
  kind,
  onFulfilled,
  onRejected,
}: PromiseReaction): 'await' | 'then' | 'catch' | 'finally' {
  if (kind !== 'then') return 'await';
  const data = onFulfilled instanceof JSObject ? onFulfilled.internal : undefined;
  // finally registers a function of its own with the program's in it.
  const script = data instanceof FunctionData ? data.shared?.script : undefined;
  if (script?.kind === 'builtin' && script.name === 'finally') return 'finally';
  return onFulfilled === undefined && onRejected !== undefined ? 'catch' : 'then';
}
