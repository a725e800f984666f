/**
 * Ways out of a delete that keep what the program does: `= undefined` where nobody gets the object or asks whether the property
 * is there, and a copy by rest where the object is a copy that was made for the purpose.
 */
import type { AnyNode } from '../../engine/index.ts';
import type { Fix } from '../../protocol/findings.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import { countOfWith, isMentioned, keyOfAccess, plainKeys, unusedName, usesOfConstant } from './local-values.ts';

/** `start`: of the delete. */
export function fixesOfDelete(program: AnalyzedProgram, start: number): readonly Fix[] {
  const path = program.pathAt(start);
  const statement = path.findLast((node) => node.type === 'ExpressionStatement');
  const deletion = statement?.expression;
  if (statement?.start !== start || deletion?.type !== 'UnaryExpression') return [];
  const { argument } = deletion;
  if (argument.type !== 'MemberExpression' || argument.computed || argument.property.type !== 'Identifier') return [];
  if (isMentioned(program, ['eval', 'prototype', '__proto__']) || countOfWith(program) > 0) return [];
  const { object } = argument;
  const key = argument.property.name;
  if (object.type !== 'Identifier') return [];
  return [...assignUndefined(program, deletion, object, key), ...copyByRest(program, path, statement, object, key)];
}

function assignUndefined(
  program: AnalyzedProgram,
  deletion: NodeOf<'UnaryExpression'>,
  object: NodeOf<'Identifier'>,
  key: string,
): readonly Fix[] {
  const keys = plainKeys(program.knownValue(object));
  const uses = usesOfConstant(program, object);
  if (keys?.includes(key) !== true || uses === undefined) return [];
  if (!uses.every((use) => keyOfAccess(use) !== undefined)) return [];
  const { start, end, argument } = deletion;
  return [
    {
      title: `Assign undefined to ${key}`,
      edits: [
        { start, end: argument.start, text: '' },
        { start: end, end, text: ' = undefined' },
      ],
    },
  ];
}

/** `const copy = { ...source };` and the delete right behind it. */
function copyByRest(
  program: AnalyzedProgram,
  path: readonly AnyNode[],
  statement: NodeOf<'ExpressionStatement'>,
  object: NodeOf<'Identifier'>,
  key: string,
): readonly Fix[] {
  const block = path[path.indexOf(statement) - 1];
  const statements =
    block !== undefined && 'body' in block && Array.isArray(block.body) ? (block.body as AnyNode[]) : [];
  const before = statements[statements.indexOf(statement) - 1];
  if (before?.type !== 'VariableDeclaration' || before.declarations.length !== 1 || before.kind === 'var') return [];
  const { id, init } = before.declarations[0]!;
  if (id.type !== 'Identifier' || id.name !== object.name || init?.type !== 'ObjectExpression') return [];
  const [spread] = init.properties;
  if (init.properties.length !== 1 || spread?.type !== 'SpreadElement') return [];
  // The property is read first, which a getter or a proxy could tell.
  const source = program.knownValue(spread.argument);
  if (plainKeys(source) === undefined || isMentioned(program, accessorMakers)) return [];
  const removed = unusedName(program, ['removed', `${key}Removed`]);
  if (removed === undefined) return [];
  return [
    {
      title: `Copy it without ${key}`,
      edits: [
        {
          start: id.start,
          end: init.end,
          text: `{ ${key}: ${removed}, ...${id.name} } = ${program.textOf(spread.argument)}`,
        },
        { start: before.end, end: statement.end, text: '' },
      ],
    },
  ];
}

const accessorMakers = [
  'defineProperty',
  'defineProperties',
  '__defineGetter__',
  'Proxy',
  'setPrototypeOf',
  '__proto__',
];
