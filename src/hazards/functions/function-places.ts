/** Where a function is underlined: at its name, or else where its text begins. */
import type { AnyNode } from '../../engine/index.ts';
import type { FunctionEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { endOfToken } from '../shape-table.ts';

export function functionToken(
  program: AnalyzedProgram,
  { end }: Pick<FunctionEvidence, 'end'>,
): { readonly start: number; readonly end: number } {
  const path = program.pathAt(end - 1);
  const index = path.findLastIndex((node) => node.end === end && isCode(node));
  const code = path[index];
  if (code === undefined || code.type === 'Program') return { start: 0, end: endOfToken(program, 0) };
  const start = nameOf(code, path[index - 1])?.start ?? code.start;
  return { start, end: endOfToken(program, start) };
}

function nameOf(code: AnyNode, parent: AnyNode | undefined): AnyNode | undefined {
  if ('id' in code && code.id) return code.id;
  if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition' || parent?.type === 'Property') {
    return parent.computed ? undefined : parent.key;
  }
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

function isCode({ type }: AnyNode): boolean {
  return type === 'Program' || /^(Function|Arrow)/.test(type);
}
