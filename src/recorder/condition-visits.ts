/** Decides conditions and makes the texts of logpoints. */
import type { Journey } from '../questions.ts';
import type { AskedLogpoint, AskedSource } from './stop-conditions.ts';
import type { StopSource } from './stop-sources.ts';

export class ConditionVisits {
  /**
   * Decides what has to be known of the hits from one position to another, both included, until `isEnough` says of one that
   * no later one matters.
   */
  decide(
    asked: readonly AskedSource[],
    from: number,
    to: number,
    _isEnough?: (source: StopSource, index: number) => boolean,
  ): void {
    if (asked.some(({ source }) => source.undecidedBetween(from, to).length > 0))
      throw new Error('conditions have no answer yet');
  }

  /** What logpoints say at hits from one position to another, both included. */
  say(logpoints: readonly AskedLogpoint[], _from: number, _to: number): Journey['logs'] {
    if (logpoints.length > 0) throw new Error('logpoints have no answer yet');
    return [];
  }
}
