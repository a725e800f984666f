/** What the whole run claims of V8: see claims.ts. */
import type { Answers } from '../../protocol/questions.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { noEngineEvidence } from './engine-evidence.ts';
import { claimsOf } from './claims.ts';

export function claimAnswers({ simulation }: RecordedRun): Pick<Answers, 'claims'> {
  return {
    claims: () => ({
      claims: {
        claims: claimsOf(simulation.options.source, simulation.engineEvidence() ?? noEngineEvidence),
        isCut: simulation.summary().outcome === 'limit',
      },
    }),
  };
}
