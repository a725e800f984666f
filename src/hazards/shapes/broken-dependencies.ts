/**
 * Optimised code that was thrown away because something changed that it counted on: per place that changed it, with what kind
 * of change it was, so that one hazard tells of each place.
 *
 * V8: src/compiler/compilation-dependencies.cc.
 */
import type { ChangeEvidence, DeoptimizationEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { RelatedPlace } from '../../protocol/findings.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import { inlineCode, quoted } from '../hover-text.ts';
import { tokenAt } from './places.ts';

export type BrokenKind = 'representation' | 'prototype' | 'constant';

export interface BrokenDependency {
  readonly kind: BrokenKind;
  readonly position: number;
  /** The change at the place, where the engine noted one. */
  readonly change: ChangeEvidence | undefined;
  readonly deoptimizations: readonly DeoptimizationEvidence[];
  /** How often code was thrown away. */
  readonly count: number;
}

export function brokenDependencies(program: AnalyzedProgram, evidence: HazardEvidence): readonly BrokenDependency[] {
  return program.once(findBroken, evidence);
}

function findBroken(_program: AnalyzedProgram, { engine }: HazardEvidence): readonly BrokenDependency[] {
  const places = new Map<number, DeoptimizationEvidence[]>();
  for (const each of engine.deoptimizations) {
    if (each.kind !== 'dependency' || each.causePosition < 0) continue;
    places.set(each.causePosition, [...(places.get(each.causePosition) ?? []), each]);
  }
  return [...places].map(([position, deoptimizations]) => {
    const changes = engine.changes.filter((change) => change.position === position);
    const find = (kind: string): ChangeEvidence | undefined => changes.find((change) => change.kind === kind);
    const representation = find('representation');
    const prototype = find('prototype');
    const kind = representation !== undefined ? 'representation' : prototype !== undefined ? 'prototype' : 'constant';
    return {
      kind,
      position,
      change: representation ?? find('constness') ?? find('cell') ?? prototype,
      deoptimizations,
      count: deoptimizations.reduce((sum, { count }) => sum + count, 0),
    };
  });
}

/** `read and 2 other functions` */
export function functionsLeft({ deoptimizations }: BrokenDependency): string {
  const names = [...new Set(deoptimizations.map(({ functionName }) => functionName))];
  const [first = '', ...others] = names;
  const name = first === '' ? 'a function' : quoted(first);
  if (others.length === 0) return name;
  return `${name} and ${others.length} other function${others.length === 1 ? '' : 's'}`;
}

export function functionPlaces(program: AnalyzedProgram, { deoptimizations }: BrokenDependency): RelatedPlace[] {
  return deoptimizations
    .filter(({ position }) => position >= 0)
    .slice(0, 5)
    .map(({ position, functionName, tier, reason }) => ({
      ...tokenAt(program, position),
      message: `${functionName === '' ? 'a function without a name' : inlineCode(functionName)} lost its ${tierNames[tier]} code: ${reason}`,
    }));
}

const tierNames = { maglev: 'Maglev', turbofan: 'TurboFan' } as const;
