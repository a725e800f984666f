/**
 * Holes: an element is written behind the end, or an array is made with a length and no elements. Holey is for good; today
 * that is nearly free, so there is a hint at most.
 *
 * V8: elements-kind.h, Builtin ArrayConstructor; Array.prototype.fill packs since V8 13.6.
 */
import { isGlobal } from '../analyzed-program.ts';
import type { AnalyzedProgram, NodeOf, Occurrence } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { timesRun } from '../heat.ts';
import { runOr, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import { accessText, elementsChanges, isElementWrite } from './element-places.ts';

interface Holes {
  readonly by: 'write' | 'length';
  readonly text: string;
  /** Filled or read at once: nobody meets the holes. */
  readonly isFilled: boolean;
}

export const holeyArrayHazard = defineHazard<Holes>({
  id: 'holey-array',
  title: 'Holes in arrays',
  docs: `An array in which an element is missing is holey, and stays so when the hole is filled: after \`list[list.length + 1] = x\`,
and from the start after \`new Array(n)\`. Plain reads of elements that are there cost the same as in a packed array (no gap that
could be measured, Node 24); what costs is to read a hole, which looks into the prototypes and deoptimises once. Since V8 13.6
\`new Array(n).fill(value)\` is packed. So this is a hint, never more.`,
  examples: {
    bad: [
      {
        source: 'const list = [1, 2, 3];\nlist[5] = 6;\nconsole.log(list.length, list[4]);',
      },
      {
        source:
          'function squares(count) {\n  const list = new Array(count);\n  for (let i = 0; i < count; i++) list[i] = i * i;\n  return list;\n}\nconsole.log(squares(4));',
      },
    ],
    good: [
      { source: 'const list = [1, 2, 3];\nlist[3] = 4;\nlist.push(5);\nconsole.log(list);' },
      { source: 'const zeros = new Array(5).fill(0);\nconsole.log(zeros, Array(3).join("-"), new Array(1, 2));' },
    ],
  },
  *detect(program, evidence) {
    for (const type of ['NewExpression', 'CallExpression'] as const) {
      for (const occurrence of program.all(type)) {
        if (!isSizedArray(program, occurrence.node)) continue;
        const { callee } = occurrence.node;
        const count = evidence === undefined ? 0 : timesRun(program, evidence, callee.start);
        yield {
          start: callee.start,
          end: callee.end,
          happened: { count, firstEvent: -1 },
          data: { by: 'length', text: program.textOf(occurrence.node), isFilled: isUsedUp(occurrence) },
        };
      }
    }
    if (evidence === undefined) return;
    const isHole = ({ from, to }: { from: string; to: string }): boolean =>
      from.startsWith('PACKED') && to.startsWith('HOLEY');
    for (const { position, count, firstEvent } of elementsChanges(evidence, isHole)) {
      if (!isElementWrite(program, position)) continue;
      yield {
        start: position,
        end: endOfToken(program, position),
        happened: { count, firstEvent },
        data: { by: 'write', text: accessText(program, position), isFilled: false },
      };
    }
  },
  judge: ({ isFilled }) => (isFilled ? { kind: 'free' } : { kind: 'finding', severity: 'hint' }),
  message: ({ by }, { count }) =>
    by === 'write'
      ? `This write leaves holes${count > 1 ? `, ${times(count)} in this run` : ''}: the array is holey from now on. Append in order, or use a Map.`
      : 'An array made by its length begins with holes and stays holey. Reads cost the same unless they meet a hole; push, or fill, keeps it packed.',
  hover: ({ by, text }, seen) => ({
    verdict: 'Holey for good, and hardly worse for it.',
    run: runOr(seen, () =>
      by === 'write'
        ? `${text} left holes in a packed array ${times(seen.count)}.`
        : `it was made ${times(seen.count)}.`,
    ),
    cost: 'none that could be measured on elements that are there; a read that meets a hole goes through the prototypes, and the first in optimised code deoptimises it (Node 24).',
    free: 'up to 33,554,432 elements `new Array(n)` spares the growing; `new Array(n).fill(value)` is packed (since V8 13.6).',
    instead: 'begin empty and append, or let a function make the elements.',
    code: 'const squares = Array.from({ length: count }, (_, i) => i * i);\nlist.push(value); // instead of list[list.length + 1] = value',
  }),
  freeForm: () =>
    'Free: what is made by its length is used up or filled at once; `new Array(n).fill(value)` is packed since V8 13.6 (Node 24).',
});

function isSizedArray(
  program: AnalyzedProgram,
  { callee, arguments: given }: NodeOf<'NewExpression' | 'CallExpression'>,
): boolean {
  if (callee.type !== 'Identifier' || callee.name !== 'Array' || !isGlobal(callee) || given.length !== 1) return false;
  const value = program.knownValue(given[0]!) ?? given[0]!;
  if (value.type === 'Literal') return typeof value.value === 'number' && value.value > 0;
  return !/^(SpreadElement|ArrayExpression|ObjectExpression|TemplateLiteral|Function|Arrow|New|Class)/.test(value.type);
}

/** `new Array(n).fill(0)`, `Array(n).join()`, `[...Array(n).keys()]`. */
function isUsedUp({ node, parents }: Occurrence): boolean {
  const parent = parents.at(-1);
  if (parent?.type === 'SpreadElement') return true;
  if (parent?.type === 'CallExpression') return isArrayFrom(parent);
  if (parent?.type !== 'MemberExpression' || parent.object !== node || parent.property.type !== 'Identifier')
    return false;
  return ['fill', 'join', 'keys', 'entries', 'values'].includes(parent.property.name);
}

function isArrayFrom({ callee }: NodeOf<'CallExpression'>): boolean {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'from';
}
