/**
 * What optimised code counts on without checking it: when it changes, whoever changes it throws the code away.
 * V8: src/compiler/compilation-dependencies.h, src/objects/dependent-code.h.
 */
import type { DeoptimizeReason } from './deoptimize-reasons.ts';
import type { OptimizedCode } from './optimized-code.ts';

/** The groups of V8's DependentCode, with what --log-deopt says when one is told. */
export const dependencyReasons = {
  transition: 'mapDeprecated',
  prototypeCheck: 'prototypeChange',
  propertyCell: 'propertyCellChange',
  fieldConst: 'fieldConstChange',
  fieldType: 'fieldTypeChange',
  fieldRepresentation: 'fieldRepresentationChange',
  initialMap: 'initialMapChange',
  allocationSite: 'allocationSiteTransitionChange',
  scriptContextSlot: 'scriptContextSlotChange',
} as const satisfies Record<string, DeoptimizeReason>;
export type DependencyGroup = keyof typeof dependencyReasons;

/** Of a hidden class the row, of a context the slot, 0 where there is only one. */
type Aspect = number;

export class Dependencies {
  private readonly byTarget = new Map<object, Map<string, Set<OptimizedCode>>>();

  add(code: OptimizedCode, target: object, group: DependencyGroup, aspect: Aspect = 0): void {
    let groups = this.byTarget.get(target);
    if (groups === undefined) this.byTarget.set(target, (groups = new Map()));
    const key = `${group} ${aspect}`;
    const codes = groups.get(key);
    if (codes === undefined) groups.set(key, new Set([code]));
    else codes.add(code);
  }

  has(target: object): boolean {
    return this.byTarget.has(target);
  }

  /** The code that counted on it and has not been thrown away yet, the newest first; it does not any more. */
  take(target: object, group: DependencyGroup, aspect: Aspect = 0): readonly OptimizedCode[] {
    const groups = this.byTarget.get(target);
    const key = `${group} ${aspect}`;
    const codes = groups?.get(key);
    if (codes === undefined) return [];
    groups!.delete(key);
    return [...codes].filter((code) => !code.markedForDeoptimization).reverse();
  }
}
