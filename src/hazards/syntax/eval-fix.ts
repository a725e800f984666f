/**
 * Code in the place of a direct eval of a text that is known and is nothing but an expression: it names the same variables, and
 * gives the same value.
 */
import { walk } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { Fix } from '../../protocol/findings.ts';
import { analyzeProgram } from '../analyzed-program.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import { isMentioned } from './local-values.ts';

/** `start`: of the call. */
export function fixesOfEval(program: AnalyzedProgram, start: number): readonly Fix[] {
  const path = program.pathAt(start);
  const index = path.findLastIndex((node) => node.type === 'CallExpression' && node.start === start);
  const call = path[index];
  if (call?.type !== 'CallExpression' || call.arguments.length !== 1) return [];
  const [argument] = call.arguments;
  const data = dataIn(program, argument!);
  if (data !== undefined) {
    const parse = `JSON.parse(${data.name})`;
    return [{ title: 'Read it with JSON.parse', edits: [{ start: call.start, end: call.end, text: parse }] }];
  }
  const text = textOf(program, argument!)?.trim().replace(/;$/, '');
  if (text === undefined || /\n|\/\/|\/\*|-->|<!--/.test(text)) return [];
  const expression = onlyExpression(text);
  if (expression === undefined || !takesAnyExpression(path[index - 1], call)) return [];
  return [{ title: 'Write the code itself', edits: [{ start: call.start, end: call.end, text }] }];
}

/** `'(' + data + ')'` where `data` is a constant and its text is JSON. */
function dataIn(program: AnalyzedProgram, argument: AnyNode): NodeOf<'Identifier'> | undefined {
  if (argument.type !== 'BinaryExpression' || argument.left.type !== 'BinaryExpression') return undefined;
  const { left, right } = argument.left;
  const isInParentheses = textOf(program, left) === '(' && textOf(program, argument.right) === ')';
  if (!isInParentheses || argument.operator !== '+' || right.type !== 'Identifier') return undefined;
  const text = textOf(program, right);
  // JSON.parse makes a property of what a literal takes for the prototype.
  if (text === undefined || text.includes('__proto__') || text.includes('\\') || !isJson(text)) return undefined;
  return isMentioned(program, ['JSON']) ? undefined : right;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text that is written out, in pieces or by the name of a constant. */
function textOf(program: AnalyzedProgram, expression: AnyNode): string | undefined {
  const value = program.knownValue(expression);
  if (value?.type === 'Literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value?.type !== 'BinaryExpression' || value.operator !== '+') return undefined;
  const left = textOf(program, value.left);
  const right = textOf(program, value.right);
  return left === undefined || right === undefined ? undefined : left + right;
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
