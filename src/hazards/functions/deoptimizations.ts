/**
 * Deoptimisations, by what tells of them: a function that is left again and again is told of as a whole; what is left of the
 * others belongs to the operator or the access at its place.
 *
 * V8: src/deoptimizer/deoptimizer.cc. There is no limit to how often a function is optimised anew.
 */
import type { DeoptimizationEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { HazardEvidence } from '../evidence.ts';

/** So often it is left before that is called a loop. Operators and accesses that meet all there is take two or three. */
const loopFrom = 5;

export interface LeftFunction {
  /** Where its text ends. */
  readonly functionEnd: number;
  readonly name: string;
  /** In the order of the first of each kind. */
  readonly reasons: readonly DeoptimizationEvidence[];
  readonly total: number;
}

/** Functions that were left again and again. */
export function deoptimizationLoops({ engine }: HazardEvidence): readonly LeftFunction[] {
  const byFunction = new Map<number, DeoptimizationEvidence[]>();
  for (const each of engine.deoptimizations) {
    // A frame that finds its code gone is the echo of another deoptimisation.
    if (each.kind === 'lazy') continue;
    const known = byFunction.get(each.functionEnd);
    if (known === undefined) byFunction.set(each.functionEnd, [each]);
    else known.push(each);
  }
  return [...byFunction]
    .map(([functionEnd, reasons]) => ({
      functionEnd,
      name: reasons[0]!.functionName,
      reasons: reasons.toSorted((one, other) => one.firstEvent - other.firstEvent),
      total: reasons.reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ total }) => total >= loopFrom);
}

/** Those that a loop does not tell of. */
export function singleDeoptimizations(evidence: HazardEvidence): readonly DeoptimizationEvidence[] {
  const told = new Set(deoptimizationLoops(evidence).map(({ functionEnd }) => functionEnd));
  return evidence.engine.deoptimizations.filter(({ functionEnd }) => !told.has(functionEnd));
}
