/**
 * The calls that are still to come in the statement where a frame is: each can be stepped into. Their break locations tell which
 * (a target's id is the offset of one), the syntax tree where they stand.
 */
import {
  type AnyNode,
  breakLocationsOf,
  expressionPosition,
  type Frame,
  RunStopped,
  statementPositionAt,
  walk,
} from '../../engine/index.ts';
import type { Answer, Moment } from '../../protocol/questions.ts';
import type { RecordedRun } from '../recorded-run.ts';

type Targets = Answer<'stepInTargets'>['targets'];
/** A label is read in a menu. */
const longestName = 60;

export function stepInTargetsAt(run: RecordedRun, moment: Moment, frame: number): Targets {
  let targets: Targets = [];
  run.replayer.goOnFrom(moment, (isolate) => {
    const found = isolate.interpreter.liveFrames().at(-1 - frame);
    if (found !== undefined && found.shared.script.kind !== 'builtin') targets = targetsIn(found);
    throw new RunStopped('moment');
  });
  return targets;
}

function targetsIn({ bytecode, pc, shared }: Frame): Targets {
  const statement = statementPositionAt(bytecode, pc);
  const offsets = breakLocationsOf(bytecode)
    .filter(({ kind, codeIndex }) => kind === 'call' && codeIndex >= pc)
    .filter(({ codeIndex }) => statementPositionAt(bytecode, codeIndex) === statement)
    .map(({ offset }) => offset);
  const { root, source } = shared.script;
  if (root === undefined) return [];
  const calls = new Map<number, AnyNode>();
  walk(root as AnyNode, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression' && node.type !== 'TaggedTemplateExpression')
      return;
    calls.set(expressionPosition(source, node), node);
  });
  return [...new Set(offsets)].flatMap((id) => {
    const node = calls.get(id);
    return node === undefined ? [] : [{ id, name: nameOf(node, source), start: node.start, end: node.end }];
  });
}

/** What is called, as it is written. */
function nameOf(node: AnyNode, source: string): string {
  const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : undefined;
  const tag = node.type === 'TaggedTemplateExpression' ? node.tag : callee;
  const text = source.slice(node.type === 'NewExpression' ? node.start : tag!.start, tag!.end).replace(/\s+/g, ' ');
  return text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text;
}
