/**
 * Random programs must print in Underhood what they print in real Node: half of them of the whole language, half of turns.
 * `npm test` runs 500 of always the same seed; `npm run fuzz` (FUZZ_RUNS, FUZZ_SEED) runs more of a new one.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import { asyncProgram } from './async-programs.ts';
import { compare, type Difference } from './compare.ts';
import { Judge } from './judge.ts';
import { languageProgram } from './language-programs.ts';
import { reduce } from './reduce.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 500);
const seed = Number(process.env.FUZZ_SEED ?? 20_260);

const grammars: Readonly<Record<string, { readonly make: (seed: number) => string; readonly share: number }>> = {
  'programs of the whole language': { make: languageProgram, share: 0.7 },
  'programs of promises, timers, ticks and immediates': { make: asyncProgram, share: 0.3 },
};

describe('fuzz: random programs print what they print in Node', function () {
  this.timeout(0);
  let judge: Judge;
  before(() => {
    judge = new Judge();
  });
  after(() => judge.close());

  for (const [name, { make, share }] of Object.entries(grammars)) {
    const numRuns = Math.max(1, Math.round(runs * share));
    it(`${name} (${numRuns}, seed ${seed})`, async () => {
      let failed: { readonly source: string; readonly difference: Difference } | undefined;
      const property = fc.asyncProperty(fc.noBias(fc.nat()), async (programSeed) => {
        const source = make(programSeed);
        const difference = await compare(judge, source);
        if (difference === undefined) return true;
        failed ??= { source, difference };
        return false;
      });
      // The program is made small by its syntax tree: a smaller seed is not a smaller program.
      const details = await fc.check(property, { seed, numRuns, endOnFailure: true });
      if (failed === undefined) {
        assert.ok(!details.failed, String(details.errorInstance));
        return;
      }
      assert.fail(await describeFailure(judge, failed.source, failed.difference, details.counterexample?.[0]));
    });
  }
});

/** The smallest program that still fails in the same way, and what it prints in both. */
async function describeFailure(
  judge: Judge,
  source: string,
  difference: Difference,
  programSeed: number | undefined,
): Promise<string> {
  const small = await reduce(source, async (candidate) => {
    const found = await compare(judge, candidate);
    return (
      found !== undefined &&
      endOf(found.expected) === endOf(difference.expected) &&
      endOf(found.actual) === endOf(difference.actual)
    );
  });
  const found = (await compare(judge, small)) ?? difference;
  return `program ${programSeed}:\n${small}\n-- in Node:\n${found.expected}\n-- in Underhood:\n${found.actual}`;
}

/** The exit code: a program that is made smaller should not begin to fail in another way. */
function endOf(text: string): string {
  return text.slice(text.lastIndexOf('--'));
}
