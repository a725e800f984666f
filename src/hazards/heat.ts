/**
 * How much a place in the program matters in this run. Only what is hot earns a warning: a pattern that costs 200 ns and runs
 * once costs nothing that anybody could notice.
 *
 * V8: src/execution/tiering-manager.cc. Simplified: one threshold for all; V8 weighs calls by the length of their bytecode.
 */
import type { AnyNode } from '../engine/index.ts';
import type { Severity } from '../protocol/findings.ts';
import type { AnalyzedProgram } from './analyzed-program.ts';
import type { HazardEvidence } from './evidence.ts';

const heats = {
  unknown: { from: -1, doc: 'there is no run to judge by' },
  unreached: { from: 0, doc: 'this run did not come here' },
  cold: { from: 1, doc: 'it ran, but too seldom for the cost to show' },
  hot: {
    from: 1000,
    doc: 'it ran so often that V8 would have optimised the code around it: Maglev comes after 411 to 511 calls',
  },
} as const satisfies Record<string, { from: number; doc: string }>;

export type Heat = keyof typeof heats;

/** What it costs each time that it is met: `high` where code takes several times as long, `low` where it can be measured at all. */
export type Cost = 'high' | 'low';

/** Evidence times heat: a warning only for what is dear and ran hot; cold code has a hint at most. */
export function severityFor(count: number, cost: Cost): Severity {
  if (heatOf(count) !== 'hot') return 'hint';
  return cost === 'high' ? 'warning' : 'information';
}

/** `count` is -1 where nothing is known about the run. */
export function heatOf(count: number): Heat {
  if (count < heats.unreached.from) return 'unknown';
  if (count < heats.cold.from) return 'unreached';
  return count < heats.hot.from ? 'cold' : 'hot';
}

/** How often the code at an offset began to run, as far as the log tells: its statement, or else its function. */
export function timesRun(program: AnalyzedProgram, evidence: HazardEvidence, offset: number): number {
  const path = program.pathAt(offset);
  for (let index = path.length - 1; index >= 0; index--) {
    const node = path[index]!;
    const count = evidence.statements.get(node.start);
    if (count !== undefined) return count;
    if (isCode(node)) return evidence.calls.get(node.end) ?? 0;
    // It has a marker somewhere: if nothing counted it, this run did not come here, however often what is around it ran.
    if (isMarked(node, path[index - 1]) && evidence.statements.size > 0) return timesMarked(program, evidence, node);
  }
  return 0;
}

function isMarked({ type }: AnyNode, parent: AnyNode | undefined): boolean {
  if (type === 'VariableDeclaration') return parent?.type.startsWith('For') !== true;
  if (/^(For|While|DoWhile)\w*Statement$/.test(type)) return true;
  return type === 'ExpressionStatement' || type === 'ReturnStatement' || type === 'ThrowStatement';
}

/** By the marker inside of it, which is where V8 has the position of its expression; not in functions that it holds. */
function timesMarked(program: AnalyzedProgram, evidence: HazardEvidence, { start, end }: AnyNode): number {
  const code = program.pathAt(start).findLast(isCode);
  const positions = program.once(sortedStatements, evidence);
  for (let index = firstFrom(positions, start); index < positions.length && positions[index]! < end; index++) {
    const position = positions[index]!;
    if (program.pathAt(position).findLast(isCode) === code) return evidence.statements.get(position)!;
  }
  return 0;
}

function sortedStatements(_program: AnalyzedProgram, { statements }: HazardEvidence): readonly number[] {
  return [...statements.keys()].toSorted((one, other) => one - other);
}

function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isCode({ type }: AnyNode): boolean {
  return type === 'Program' || /^(Function|Arrow)/.test(type);
}
