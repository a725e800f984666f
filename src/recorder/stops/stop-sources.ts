/**
 * What a run may stop at, each with all the moments at which it may: a breakpoint, a function, an exception. Which of the
 * moments count, a condition or a hit condition decides; verdicts are kept, so that a second journey asks only what the
 * first did not.
 */
import type { StopReason } from '../../protocol/questions.ts';
import { countBefore, type Hits } from './hits.ts';

/** What has been found out about a hit. */
export const Verdict = { unknown: 0, no: 1, yes: 2 } as const;

export class StopSource {
  readonly reason: StopReason;
  readonly hits: Hits;
  /** An expression; undefined: every hit counts. */
  readonly condition: string | undefined;
  /** What the condition or the hit condition did wrong, a sentence. */
  problem: string | undefined;
  private readonly isCounted: ((count: number) => boolean) | undefined;
  private readonly verdicts: Uint8Array;
  /** How many of the first hits, up to each, had a true condition; as far as they are decided without a gap. */
  private readonly counts: number[] = [];

  constructor(
    reason: StopReason,
    hits: Hits,
    condition: string | undefined,
    isCounted: ((count: number) => boolean) | undefined,
  ) {
    this.reason = reason;
    this.hits = hits;
    this.condition = condition;
    this.isCounted = isCounted;
    this.verdicts = new Uint8Array(condition === undefined ? 0 : hits.positions.length);
  }

  /** The hits that have to be decided before it is known which are stops between two positions, both included. */
  undecidedBetween(from: number, to: number): number[] {
    const result: number[] = [];
    if (this.condition === undefined) return result;
    const { positions } = this.hits;
    const end = countBefore(positions, to, true);
    for (let index = this.isCounted === undefined ? countBefore(positions, from, false) : 0; index < end; index++)
      if (this.verdicts[index] === Verdict.unknown) result.push(index);
    return result;
  }

  decide(index: number, isTrue: boolean): void {
    this.verdicts[index] = isTrue ? Verdict.yes : Verdict.no;
  }

  /** Whether the run stops there, as far as it has been decided. */
  isStop(index: number): boolean {
    if (this.condition !== undefined && this.verdicts[index] !== Verdict.yes) return false;
    return this.isCounted === undefined || this.isCounted(this.countOf(index));
  }

  firstStopAfter(position: number): number {
    const { positions } = this.hits;
    for (let index = countBefore(positions, position, true); index < positions.length; index++)
      if (this.isStop(index)) return positions[index]!;
    return Infinity;
  }

  lastStopBefore(position: number): number {
    const { positions } = this.hits;
    for (let index = countBefore(positions, position, false) - 1; index >= 0; index--)
      if (this.isStop(index)) return positions[index]!;
    return -Infinity;
  }

  private countOf(index: number): number {
    if (this.condition === undefined) return index + 1;
    const { counts, verdicts } = this;
    while (counts.length <= index && verdicts[counts.length] !== Verdict.unknown)
      counts.push((counts.at(-1) ?? 0) + (verdicts[counts.length] === Verdict.yes ? 1 : 0));
    return counts[index] ?? 0;
  }
}
