/**
 * What the hazards about elements share: where an element is read or written in the text, and which accesses met arrays of
 * several elements kinds.
 *
 * V8: src/objects/elements-kind.h.
 */
import type { AnyNode } from '../../engine/index.ts';
import type { ChangeEvidence, SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { RelatedPlace } from '../../protocol/findings.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import { timesRun } from '../heat.ts';
import { inlineCode } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';

/** Several changes at one place of the text are one: an array that goes from integers to fractions to objects there. */
export interface ElementsChange {
  readonly position: number;
  readonly from: string;
  readonly to: string;
  readonly firstEvent: number;
  readonly count: number;
  /** The most elements that an object had before. */
  readonly elements: number;
}

export function elementsChanges(
  { engine }: HazardEvidence,
  isMeant: (change: ChangeEvidence) => boolean,
): readonly ElementsChange[] {
  const byPlace = new Map<number, ElementsChange>();
  for (const change of engine.changes) {
    if (change.kind !== 'elements' || !isMeant(change)) continue;
    const known = byPlace.get(change.position);
    if (known === undefined) byPlace.set(change.position, change);
    else {
      byPlace.set(change.position, {
        ...known,
        to: change.to,
        count: known.count + change.count,
        elements: Math.max(known.elements, change.elements),
      });
    }
  }
  return [...byPlace.values()];
}

/** Element accesses that met arrays of all these kinds, with how often the hottest ran. */
export function accessesOf(
  program: AnalyzedProgram,
  evidence: HazardEvidence,
  kinds: readonly string[],
): { readonly sites: readonly SiteEvidence[]; readonly ran: number } {
  const { sites, shapes } = evidence.engine;
  const meeting = sites.filter((site) => {
    if (!/Keyed/.test(site.kind)) return false;
    const met = new Set(site.shapes.map(({ number }) => shapes.get(number)?.elementsKind));
    return kinds.every((kind) => met.has(kind));
  });
  return { sites: meeting, ran: Math.max(0, ...meeting.map(({ position }) => timesRun(program, evidence, position))) };
}

export function accessPlaces(program: AnalyzedProgram, sites: readonly SiteEvidence[], what: string): RelatedPlace[] {
  return sites
    .slice(0, 5)
    .map(({ position }) => ({ start: position, end: endOfToken(program, position), message: what }));
}

/** The innermost `object[key]` around a position. */
export function elementAccessAt(program: AnalyzedProgram, position: number): NodeOf<'MemberExpression'> | undefined {
  const path = program.pathAt(position);
  const inside = path.findLast(isElementAccess);
  if (inside !== undefined) return inside;
  const assignment = path.findLast((node) => node.type === 'AssignmentExpression');
  return assignment !== undefined && isElementAccess(assignment.left) ? assignment.left : undefined;
}

/** `object[key] = …`: not what a builtin or a delete did to the elements. */
export function isElementWrite(program: AnalyzedProgram, position: number): boolean {
  const path = program.pathAt(position);
  const access = elementAccessAt(program, position);
  const isAssigned = path.some((node) => node.type === 'AssignmentExpression' && node.left === access);
  return isAssigned && !path.some((node) => node.type === 'UnaryExpression' && node.operator === 'delete');
}

/** The name of a method that puts what it is given into the array. */
export function isArrayMutator(program: AnalyzedProgram, position: number): boolean {
  const name = program.source.slice(position, endOfToken(program, position));
  return ['push', 'unshift', 'splice', 'fill', 'with', 'concat'].includes(name);
}

/** `d[i]` as code, for the words. */
export function accessText(program: AnalyzedProgram, position: number): string {
  const access = elementAccessAt(program, position);
  return inlineCode(access === undefined ? 'array[index]' : program.textOf(access));
}

/** `PACKED_DOUBLE_ELEMENTS` as V8's people say it: PACKED_DOUBLE. */
export function kindText(kind: string): string {
  return kind.replace(/_ELEMENTS$/, '').replace(/^(PACKED|HOLEY)_ELEMENTS$/, '$1');
}

function isElementAccess(node: AnyNode): node is NodeOf<'MemberExpression'> {
  return node.type === 'MemberExpression' && node.computed;
}
