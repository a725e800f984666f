/** What is said of a cause of several shapes, whichever it is. */
import type { RelatedPlace, Severity } from '../../protocol/findings.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { Detection } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { severityFor } from '../heat.ts';
import { counted, grouped, inlineCode, times } from '../hover-text.ts';
import { birthPlaces, shapeTable } from '../shape-table.ts';
import type { ShapeCause } from './causes.ts';
import { tokenAt } from './places.ts';

export interface FoundCause {
  readonly program: AnalyzedProgram;
  readonly evidence: HazardEvidence;
  readonly cause: ShapeCause;
}

/** So many places that pay are listed. */
const shownSites = 5;

export const polymorphismCost =
  'a check more per access for each shape up to four; from the fifth on the access is megamorphic: a load takes 2.4 to 3.9× as long, a method call 4 to 15× (Node 24).';

export function causeDetection(
  program: AnalyzedProgram,
  evidence: HazardEvidence,
  cause: ShapeCause,
): Detection<FoundCause> {
  const { position, ran, firstEvent } = cause;
  return {
    ...tokenAt(program, position),
    data: { program, evidence, cause },
    happened: { count: ran, firstEvent },
  };
}

/** Two shapes cost hardly anything; what is dear is an access that meets more than it remembers. */
export function causeSeverity({ ran, sites }: ShapeCause): Severity {
  return severityFor(ran, sites.some(({ state }) => state === 'MEGAMORPHIC') ? 'high' : 'low');
}

/** `3 accesses meet both shapes` */
export function accessesMeet(cause: ShapeCause): string {
  const { length } = cause.sites;
  return `${accesses(length)} ${length === 1 ? 'meets' : 'meet'} ${shapesAtOnce(cause)}`;
}

export function causeRun(cause: ShapeCause): string {
  return `${accesses(cause.sites.length)} met ${shapesAtOnce(cause)}, the hottest ran ${times(cause.ran)}.`;
}

export function causeTable({ program, evidence, cause }: FoundCause): string {
  return shapeTable(program, evidence.engine.shapes, cause.met);
}

export function causeRelated({ program, evidence, cause }: FoundCause): RelatedPlace[] {
  const { met, sites, adders, position: told } = cause;
  return [
    ...adders
      .filter(({ position }) => position !== told)
      .slice(0, shownSites)
      .map(({ key, position }) => ({
        ...tokenAt(program, position),
        message: `${inlineCode(key)} is added here`,
      })),
    ...birthPlaces(program, evidence.engine.shapes, met)
      .slice(0, shownSites)
      .map((place) => ({ ...place, ...tokenAt(program, place.start) })),
    ...sites.slice(0, shownSites).map(({ position, key, state, shapeCount }) => ({
      ...tokenAt(program, position),
      message: `${key === '' ? 'this access' : inlineCode(key)} meets ${counted(shapeCount, 'shape')}: ${state.toLowerCase()}`,
    })),
  ];
}

export function accesses(count: number): string {
  return count === 1 ? '1 access' : `${grouped(count)} accesses`;
}

/** The most that one of them meets. */
function shapesAtOnce({ sites, met }: ShapeCause): string {
  const isMet = new Set(met.map(({ number }) => number));
  const most = Math.max(...sites.map(({ shapes }) => shapes.filter(({ number }) => isMet.has(number)).length));
  return most <= 2 ? 'both shapes' : `up to ${most} shapes`;
}
