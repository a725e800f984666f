/**
 * A promise whose result is dropped: nobody waits for it and nobody would hear of a rejection. Calm: many are meant.
 *
 * Where it was rejected that is unhandled-rejection's to tell.
 */
import type { PromiseEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import { variableOf } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { inlineCode, quoted, runOr, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';

interface Dropped {
  /** What is called, as the text has it. */
  readonly call: string;
  readonly promises: PromiseEvidence | undefined;
  /** A limit ended the run: what is pending may be so for that reason. */
  readonly isCut: boolean;
}

export const floatingPromiseHazard = defineHazard<Dropped>({
  id: 'floating-promise',
  title: 'Floating promise',
  docs: `A call gives a promise, and the statement drops it. What comes next does not wait for it, the program may end before it is
done, and a rejection has no handler, which ends a Node process. Often that is meant: \`main()\` as the last line. Where the text shows that an
async function's result is dropped, it could happen; where the run shows that such a promise was still pending when the program was over, it did:
the rest of that function never ran. \`await\` it, return it, give it a \`catch\`, or write \`void\` in front to say that it is meant.`,
  examples: {
    bad: [
      {
        source: `async function save() {
  await new Promise(() => {});
  console.log('saved');
}
save();`,
      },
      {
        source: `function wait() {
  return new Promise((resolve) => {
    if (globalThis.isReady) resolve();
  });
}
async function start() {
  wait().then(() => console.log('ready'));
}
start();`,
      },
    ],
    good: [
      {
        source: `async function save() {
  await null;
  console.log('saved');
}
save();`,
      },
      {
        source: `async function save() {
  await new Promise(() => {});
}
void save();`,
      },
      {
        source: `async function load() {
  return 1;
}
load().then((value) => console.log(value)).catch(console.error);`,
      },
    ],
  },
  *detect(program, evidence) {
    const isCut = evidence !== undefined && !evidence.loop.hasEnded;
    const told = new Set<AnyNode>();
    for (const promises of evidence?.engine.promises ?? []) {
      if (promises.pending + promises.rejected === 0) continue;
      const call = droppedCallAt(program, promises.position);
      if (call === undefined || told.has(call)) continue;
      told.add(call);
      if (promises.rejected > 0) continue;
      yield {
        ...rangeOf(program, call),
        happened: happenedIn(promises),
        data: { call: calleeOf(program, call), promises, isCut },
      };
    }
    for (const call of droppedAsyncCalls(program)) {
      if (told.has(call)) continue;
      const promises = evidence?.engine.promises.find(({ position }) => droppedCallAt(program, position) === call);
      yield {
        ...rangeOf(program, call),
        happened: { count: promises?.made ?? 0, firstEvent: -1 },
        data: { call: calleeOf(program, call), promises, isCut },
      };
    }
  },
  judge({ promises, isCut }, seen) {
    if (promises !== undefined && (promises.pending === 0 || isCut)) return { kind: 'free' };
    return promises === undefined && seen.isKnown ? undefined : { kind: 'finding', severity: 'hint' };
  },
  message({ call, promises }) {
    if (promises === undefined)
      return `The promise of ${quoted(call)} is dropped: nobody could hear of its rejection. Await it, catch it, or write void.`;
    return `The promise of ${quoted(call)} is dropped, and it was still pending when the program was over. Await it, catch it, or write void.`;
  },
  hover: ({ call, promises }, seen) => ({
    verdict: 'Nobody waits for this promise.',
    run: runOr(seen, () =>
      promises === undefined
        ? `it was made ${times(seen.count)}.`
        : `${promises.pending} of ${promises.made} were still pending at the end.`,
    ),
    cost: 'what comes behind its `await` may never run, and a rejection ends a Node process.',
    free: 'where neither its end nor its failure matters to anybody.',
    instead: '`await` or return it, or add `.catch`; `void` says that it is meant.',
    code: `await ${call.replaceAll('`', '')}();\n// or\n${call.replaceAll('`', '')}().catch(report);`,
  }),
  freeForm: ({ call, promises }) =>
    `Nobody waits for the promise of ${inlineCode(call)}, but nothing was lost in this run: ${promises?.pending === 0 ? 'it was fulfilled each time' : 'the run was stopped before its end'}.`,
});

type Call = NodeOf<'CallExpression'> | NodeOf<'NewExpression'>;

function happenedIn({ pending, firstEvent }: PromiseEvidence): { count: number; firstEvent: number } {
  return { count: pending, firstEvent };
}

/** The last name of what is called. */
function rangeOf(program: AnalyzedProgram, { callee }: Call): { start: number; end: number } {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return { start: name.start, end: endOfToken(program, name.start) };
}

function calleeOf(program: AnalyzedProgram, { callee }: Call): string {
  return callee.type === 'MemberExpression' ? program.textOf(callee.property) : program.textOf(callee);
}

/** The call at a position, if its value goes nowhere. */
function droppedCallAt(program: AnalyzedProgram, position: number): Call | undefined {
  if (position < 0) return undefined;
  const path = program.pathAt(position);
  const index = path.findLastIndex(({ type }) => type === 'CallExpression' || type === 'NewExpression');
  const call = path[index];
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return undefined;
  return path[index - 1]?.type === 'ExpressionStatement' && positionOf(call) === position ? call : undefined;
}

/** Where V8 says that a call is. */
function positionOf({ type, callee, start }: Call): number {
  return type === 'CallExpression' && callee.type === 'MemberExpression' ? callee.property.start : start;
}

/** Statements that are nothing but the call of a function that the text shows to be async. */
function* droppedAsyncCalls(program: AnalyzedProgram): Iterable<Call> {
  for (const { node } of program.all('ExpressionStatement')) {
    const call = node.expression;
    if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') continue;
    const variable = variableOf(call.callee);
    const known = (variable && program.declaredFunction(variable)) ?? program.knownValue(call.callee);
    const isFunction =
      known?.type === 'FunctionDeclaration' ||
      known?.type === 'FunctionExpression' ||
      known?.type === 'ArrowFunctionExpression';
    if (isFunction && known.async && !known.generator) yield call;
  }
}
