/**
 * Code in the place of a direct eval of a text that is known and is nothing but an expression: it names the same variables, and
 * gives the same value.
 */
import { walk } from '../engine/index.ts';
import type { AnyNode } from '../engine/index.ts';
import type { Fix } from '../protocol/findings.ts';
import { analyzeProgram } from './analyzed-program.ts';
import type { AnalyzedProgram } from './analyzed-program.ts';

/** `start`: of the call. */
export function fixesOfEval(program: AnalyzedProgram, start: number): readonly Fix[] {
  const path = program.pathAt(start);
  const index = path.findLastIndex((node) => node.type === 'CallExpression' && node.start === start);
  const call = path[index];
  if (call?.type !== 'CallExpression' || call.arguments.length !== 1) return [];
  const value = program.knownValue(call.arguments[0]!);
  if (value?.type !== 'Literal' || typeof value.value !== 'string') return [];
  const text = value.value.trim().replace(/;$/, '');
  if (/\n|\/\/|\/\*|-->|<!--/.test(text)) return [];
  const expression = onlyExpression(text);
  if (expression === undefined || !takesAnyExpression(path[index - 1], call)) return [];
  return [{ title: 'Write the code itself', edits: [{ start: call.start, end: call.end, text }] }];
}

function onlyExpression(text: string): AnyNode | undefined {
  const root = analyzeProgram(text, 'script', 'javascript')?.root;
  const [statement] = root?.body ?? [];
  if (root === undefined || root.body.length !== 1 || statement?.type !== 'ExpressionStatement') return undefined;
  let isPlain = true;
  walk(statement.expression, ({ type }) => {
    if (!plainTypes.has(type)) isPlain = false;
  });
  return isPlain ? statement.expression : undefined;
}

const plainTypes: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BinaryExpression',
  'ConditionalExpression',
  'Identifier',
  'Literal',
  'LogicalExpression',
  'MemberExpression',
  'ObjectExpression',
  'Property',
]);

/** No operator stands around it that could bind closer. */
function takesAnyExpression(parent: AnyNode | undefined, call: AnyNode): boolean {
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init === call;
    case 'AssignmentExpression':
      return parent.right === call;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== call;
    case 'ReturnStatement':
    case 'ArrayExpression':
      return true;
    default:
      return false;
  }
}
