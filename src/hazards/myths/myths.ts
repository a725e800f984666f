/**
 * What people expect a warning for and what is free: hovering says so in one line, and since when. Nothing is underlined.
 * Each is held against the pinned Node in test/oracle/myths.test.ts: its proof is optimised and stays so.
 *
 * V8: Crankshaft refused many of these; Ignition and TurboFan took its place in V8 5.9 (Node 8.3).
 */
import { walk } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { FreeForm } from '../../protocol/findings.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import type { Myth } from './myth.ts';
import { functionMyths } from './myths-functions.ts';
import { statementMyths } from './myths-statements.ts';

/** Not among the rules of a hazard, but switched off in the same way. */
export const mythsId = 'myths';

export const myths: readonly Myth[] = [...statementMyths, ...functionMyths];

export function mythAnswers(program: AnalyzedProgram, evidence: HazardEvidence | undefined): FreeForm[] {
  const byType = new Map<AnyNode['type'], Myth[]>();
  for (const myth of myths) {
    for (const type of myth.types) byType.set(type, [...(byType.get(type) ?? []), myth]);
  }
  const answers: FreeForm[] = [];
  walk(program.root, (node, parents) => {
    for (const myth of byType.get(node.type) ?? []) {
      for (const { start, end } of myth.tokens(node, parents, program))
        answers.push({ hazard: mythsId, start, end, hover: myth.hover(node, evidence) });
    }
  });
  return answers;
}
