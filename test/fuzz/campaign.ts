/** Many random programs, each held against real Node. What they are follows from one seed. */
import fc from 'fast-check';
import { compare, type Failure, type UndecidedReason } from './compare.ts';
import { Judge } from './judge.ts';
import { type Kind, kindAt, kinds } from './kinds.ts';

export interface CampaignOptions {
  readonly count: number;
  /** The first program's number among those of the seed: a long campaign may be had in parts. */
  readonly from?: number;
  readonly seed: number;
  readonly kind?: Kind | undefined;
  /** Programs that wait in Node at the same time. */
  readonly judges?: number;
  /** After so many failures it ends. */
  readonly maxFailures?: number;
  readonly onFailure?: (failed: FailedProgram) => void;
  readonly onUndecided?: (kind: Kind, programSeed: number, reason: UndecidedReason) => void;
  readonly onProgress?: (done: number) => void;
}

export interface FailedProgram {
  readonly kind: Kind;
  readonly programSeed: number;
  readonly source: string;
  readonly failure: Failure;
}

export interface CampaignResult {
  readonly programs: number;
  readonly undecided: ReadonlyMap<UndecidedReason, number>;
  readonly failures: readonly FailedProgram[];
}

export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const { count, from = 0, seed, judges = 3, maxFailures = Infinity } = options;
  const seeds = fc.sample(fc.noBias(fc.nat()), { seed, numRuns: from + count });
  const failures: FailedProgram[] = [];
  let next = from;
  let done = 0;
  const undecided = new Map<UndecidedReason, number>();
  const work = async (): Promise<void> => {
    const judge = new Judge();
    try {
      while (next < from + count && failures.length < maxFailures) {
        const index = next++;
        const kind = options.kind ?? kindAt(index);
        const programSeed = seeds[index]!;
        const source = kinds[kind].make(programSeed);
        const verdict = await compare(judge, source);
        done++;
        options.onProgress?.(done);
        if (typeof verdict === 'string') {
          if (verdict !== 'same') {
            undecided.set(verdict, (undecided.get(verdict) ?? 0) + 1);
            options.onUndecided?.(kind, programSeed, verdict);
          }
          continue;
        }
        const failed = { kind, programSeed, source, failure: verdict };
        failures.push(failed);
        options.onFailure?.(failed);
      }
    } finally {
      judge.close();
    }
  };
  await Promise.all(Array.from({ length: judges }, work));
  return { programs: done, undecided, failures };
}
