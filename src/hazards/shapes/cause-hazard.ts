/**
 * A hazard that is one cause of several shapes: it differs from its siblings in its words and in what can be done, and in
 * nothing else.
 */
import type { Fix } from '../../protocol/findings.ts';
import { defineHazard, type Hazard, type HazardDefinition } from '../define-hazard.ts';
import type { HoverParts } from '../hover-text.ts';
import {
  causeDetection,
  causeRelated,
  causeRun,
  causeSeverity,
  causeTable,
  type FoundCause,
  polymorphismCost,
} from './cause-words.ts';
import { type CauseKind, causesOf } from './causes.ts';

interface CauseHazardDefinition extends Pick<HazardDefinition<FoundCause>, 'id' | 'title' | 'docs' | 'examples'> {
  readonly kind: CauseKind;
  /** From so many runs of the hottest access on; below, nobody could tell the difference of the shapes. */
  readonly toldFrom?: number;
  message(found: FoundCause): string;
  words(found: FoundCause): Pick<HoverParts, 'verdict' | 'free' | 'instead' | 'code'>;
  fixes?(found: FoundCause): readonly Fix[];
}

const worthTelling = 50;

export function causeHazard({
  kind,
  toldFrom = worthTelling,
  message,
  words,
  fixes,
  ...shared
}: CauseHazardDefinition): Hazard {
  return defineHazard<FoundCause>({
    ...shared,
    *detect(program, evidence) {
      if (evidence === undefined) return;
      for (const cause of causesOf(kind, program, evidence))
        if (cause.ran >= toldFrom) yield causeDetection(program, evidence, cause);
    },
    judge: ({ cause }) => ({ kind: 'finding', severity: causeSeverity(cause) }),
    message: (found) => message(found),
    hover: (found) => ({
      ...words(found),
      run: causeRun(found.cause),
      table: causeTable(found),
      cost: polymorphismCost,
    }),
    related: causeRelated,
    shapes: ({ cause }) => [cause.usual.number, cause.odd.number],
    fixes: (found) => fixes?.(found) ?? [],
  });
}
