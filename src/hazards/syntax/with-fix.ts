/**
 * The object's name before each of its properties, in the place of a with: where the object is a literal that a const holds and
 * that nobody else gets, it is certain which names in the block are properties.
 */
import { walk } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { Fix, TextEdit } from '../../protocol/findings.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import { countOfWith, isMentioned, keyOfAccess, plainKeys, usesOfConstant } from './local-values.ts';

/** `start`: of the statement. */
export function fixesOfWith(program: AnalyzedProgram, start: number): readonly Fix[] {
  const statement = program.pathAt(start).findLast((node) => node.type === 'WithStatement');
  if (statement?.start !== start || countOfWith(program) > 1 || isMentioned(program, ['eval'])) return [];
  const { object, body } = statement;
  const keys = plainKeys(program.knownValue(object));
  const uses = usesOfConstant(program, object);
  if (object.type !== 'Identifier' || keys === undefined || uses === undefined) return [];
  const isKept = uses.every((use) => use.node === object || keys.includes(keyOfAccess(use) ?? ''));
  if (!isKept || isMentioned(program, ['prototype', '__proto__', 'unscopables', 'setPrototypeOf'])) return [];
  const edits = namesIn(body, keys, object);
  if (edits === undefined) return [];
  return [
    {
      title: `Write ${object.name} before its properties`,
      edits: [{ start: statement.start, end: body.start, text: '' }, ...edits],
    },
  ];
}

/** Undefined where a name is declared inside, or could be one of Object.prototype. */
function namesIn(body: AnyNode, keys: readonly string[], object: NodeOf<'Identifier'>): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let isCertain = true;
  walk(body, (node, parents) => {
    if (
      /^(VariableDeclaration|Function|Arrow|Class|Catch|LabeledStatement|BreakStatement|ContinueStatement)/.test(
        node.type,
      )
    )
      isCertain = false;
    if (node.type !== 'Identifier') return;
    const parent = parents.at(-1);
    if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) return;
    if (parent?.type === 'Property') {
      if (parent.shorthand) isCertain = false;
      if (parent.key === node && !parent.computed) return;
    }
    if (node.name in Object.prototype) isCertain = false;
    // Called with another receiver, or a name that is looked up in vain.
    if (parent?.type === 'CallExpression' && parent.callee === node && keys.includes(node.name)) isCertain = false;
    if (keys.includes(node.name)) edits.push({ start: node.start, end: node.start, text: `${object.name}.` });
  });
  return isCertain ? edits : undefined;
}
