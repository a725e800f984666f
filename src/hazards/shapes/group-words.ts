/** What is said of megamorphic accesses, whether a class is to blame or not. */
import type { RelatedPlace } from '../../protocol/findings.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { Detection } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { inlineCode } from '../hover-text.ts';
import { birthPlaces } from '../shape-table.ts';
import type { MegamorphicGroup } from './megamorphic-sites.ts';
import { tokenAt } from './places.ts';

export interface FoundGroup {
  readonly program: AnalyzedProgram;
  readonly evidence: HazardEvidence;
  readonly group: MegamorphicGroup;
}

/** So many places are listed. */
const shownPlaces = 5;

export function groupDetection(
  program: AnalyzedProgram,
  evidence: HazardEvidence,
  group: MegamorphicGroup,
): Detection<FoundGroup> {
  const { hottest, ran } = group;
  return {
    ...tokenAt(program, hottest.position),
    data: { program, evidence, group },
    happened: { count: ran, firstEvent: hottest.megamorphicSince },
  };
}

export function groupRelated({ program, evidence, group: { hottest, sites } }: FoundGroup): RelatedPlace[] {
  return [
    ...birthPlaces(program, evidence.engine.shapes, hottest.shapes)
      .slice(0, shownPlaces)
      .map((place) => ({ ...place, ...tokenAt(program, place.start) })),
    ...sites
      .filter((site) => site !== hottest)
      .slice(0, shownPlaces)
      .map(({ position, key, shapeCount }) => ({
        ...tokenAt(program, position),
        message: `${inlineCode(key)} meets ${shapeCount} shapes, too`,
      })),
  ];
}
