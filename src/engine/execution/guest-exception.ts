/**
 * A guest's throw on its way through host code. The only thing that engine code throws on purpose: everything else that
 * is thrown is a bug of ours. Builtins throw it by the functions of errors.ts; the interpreter catches it and unwinds
 * the guest's frames. V8: the pending exception of the isolate.
 */
import type { Value } from '../objects/value.ts';

export class GuestException {
  readonly value: Value;
  /** Whether the listener has been told: an exception crosses several nested interpreters but is thrown once. */
  reported = false;

  constructor(value: Value) {
    this.value = value;
  }
}

/**
 * Ends a run from inside: a limit was hit, a replay has reached its moment, or the run needs files that nobody has given
 * it. Guest code cannot catch it.
 */
export class RunStopped {
  readonly reason: 'steps' | 'events' | 'memory' | 'moment' | 'files';

  constructor(reason: RunStopped['reason']) {
    this.reason = reason;
  }
}
