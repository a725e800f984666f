/**
 * for...of in the place of a for...in over an array, where they are equal for certain: an array literal without holes that is only
 * read, and nothing that could put enumerable properties on it or on its prototypes.
 */
import { walk } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { Fix, TextEdit } from '../../protocol/findings.ts';
import type { AnalyzedProgram, NodeOf, Occurrence } from '../analyzed-program.ts';
import { countOfWith, isMentioned, unusedName, usesOfConstant } from './local-values.ts';

/** `start`: of the loop. */
export function fixesOfForIn(program: AnalyzedProgram, start: number): readonly Fix[] {
  const loop = program.pathAt(start).findLast((node) => node.type === 'ForInStatement' && node.start === start);
  if (loop?.type !== 'ForInStatement' || loop.left.type !== 'VariableDeclaration' || loop.left.kind === 'var')
    return [];
  const index = loop.left.declarations[0]?.id;
  if (index?.type !== 'Identifier' || isMentioned(program, reachers) || countOfWith(program) > 0) return [];
  if (!isWholeArray(program.knownValue(loop.right))) return [];
  if (loop.right.type === 'ArrayExpression') return [overKeys(loop)];
  const uses = usesOfConstant(program, loop.right);
  if (uses === undefined || !uses.every((use) => use.node === loop.right || isOnlyRead(use))) return [];
  return [overValues(program, loop, index) ?? overKeys(loop)];
}

const reachers = [
  'eval',
  'prototype',
  '__proto__',
  'setPrototypeOf',
  'getPrototypeOf',
  'defineProperty',
  'constructor',
  'require',
];

function isWholeArray(value: AnyNode | undefined): boolean {
  return value?.type === 'ArrayExpression' && value.elements.every((element) => element !== null);
}

/** `list[i]` or `list.length`, read; or printed. */
function isOnlyRead({ node, parents }: Occurrence): boolean {
  const parent = parents.at(-1);
  const outer = parents.at(-2);
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
  const isLength = !parent.computed && parent.property.type === 'Identifier' && parent.property.name === 'length';
  if (!parent.computed && !isLength) return false;
  switch (outer?.type) {
    case 'AssignmentExpression':
      return outer.right === parent;
    case 'UpdateExpression':
    case 'TaggedTemplateExpression':
    case 'ChainExpression':
    case 'ArrayPattern':
    case 'AssignmentPattern':
    case 'RestElement':
      return false;
    case 'UnaryExpression':
      return outer.operator !== 'delete';
    case 'CallExpression':
      return outer.callee !== parent;
    case 'ForInStatement':
    case 'ForOfStatement':
      return outer.left !== parent;
    case 'Property':
      return outer.value === parent && parents.at(-3)?.type === 'ObjectExpression';
    default:
      return true;
  }
}

/** `for (const value of list)`, if the index serves for nothing but to read the element. */
function overValues(
  program: AnalyzedProgram,
  loop: NodeOf<'ForInStatement'>,
  index: NodeOf<'Identifier'>,
): Fix | undefined {
  const name = unusedName(program, ['value', 'item', 'element', 'each']);
  const { left, right, body } = loop;
  if (name === undefined || right.type !== 'Identifier') return undefined;
  const edits: TextEdit[] = [];
  let isOnlyIndex = true;
  walk(body, (node, parents) => {
    if (node.type !== 'Identifier' || node.name !== index.name) return;
    const parent = parents.at(-1);
    if (parent?.type === 'MemberExpression' && parent.property === node && parent.computed) {
      if (parent.object.type === 'Identifier' && parent.object.name === right.name)
        edits.push({ start: parent.start, end: parent.end, text: name });
      else isOnlyIndex = false;
    } else if (!(parent?.type === 'MemberExpression' && parent.property === node)) isOnlyIndex = false;
  });
  if (!isOnlyIndex || edits.length === 0) return undefined;
  return {
    title: 'Loop over the values with for...of',
    edits: [{ start: left.start, end: right.start, text: `const ${name} of ` }, ...edits],
  };
}

function overKeys({ left, right }: NodeOf<'ForInStatement'>): Fix {
  const { kind } = left as NodeOf<'VariableDeclaration'>;
  const { name } = (left as NodeOf<'VariableDeclaration'>).declarations[0]!.id as NodeOf<'Identifier'>;
  return {
    title: 'Loop over the keys with for...of',
    edits: [
      { start: left.start, end: right.start, text: `${kind} ${name} of Object.keys(` },
      { start: right.end, end: right.end, text: ')' },
    ],
  };
}
