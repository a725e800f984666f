/**
 * A turn that keeps the thread while others wait: the event loop runs one callback at a time, and goes on when it returns.
 *
 * HTML: event loop processing model, long tasks; libuv: uv_run. Simplified: time is counted in bytecodes, 10 ns each as on the
 * virtual clock; how long they take in a real engine depends on its tiers and on the machine.
 */
import { childrenOf } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { counted, grouped, inlineCode, quoted, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import type { StretchEvidence } from './loop-evidence.ts';
import { waitingPlaces, waitingTable, waitingText } from './waiting-table.ts';

interface Stretch {
  readonly program: AnalyzedProgram;
  readonly stretch: StretchEvidence;
  /** What runs on and on: `this loop`, or the function. */
  readonly subject: string;
}

/** As the web platform counts: a task above 50 ms is a long one. Here at 10 ns a bytecode. */
const stepsOfLongTask = 5_000_000;

export const blockedLoopHazard = defineHazard<Stretch>({
  id: 'blocked-loop',
  title: 'A synchronous stretch that blocks the event loop',
  docs: `A callback runs to its end before the next one begins. Until then no timer fires, no promise reaction runs, nothing is
read from a socket, and in a browser nothing is painted. What was due in the meantime is late by as much, and late callbacks come
all at once. This is told where one turn ran more than 100,000 bytecodes (about 1 ms in V8's interpreter, less in optimised
code) and others waited for it. Up to 50 ms in one go is what the web platform takes for short; a server that answers many requests wants less. A stretch that nobody waits for costs nothing.`,
  examples: {
    bad: [
      {
        source: `setTimeout(function tick() {
  console.log('late');
}, 0);
let sum = 0;
for (let i = 0; i < 60000; i++) sum += i;
console.log(sum);`,
      },
      {
        source: `function search(list, wanted) {
  let found = 0;
  for (const each of list) {
    if (each % 7 === wanted) found++;
  }
  return found;
}
const list = Array.from({ length: 20000 }, (_, index) => index);
setImmediate(function answer() {
  setImmediate(function next() {});
  Promise.resolve().then(function reaction() {});
  console.log(search(list, 3));
});`,
      },
    ],
    good: [
      {
        source: `let sum = 0;
for (let i = 0; i < 60000; i++) sum += i;
console.log(sum);
setTimeout(() => console.log('in time'), 0);`,
      },
      {
        source: `let done = 0;
function piece() {
  for (let i = 0; i < 1000; i++) done++;
  if (done < 60000) setImmediate(piece);
}
piece();
setTimeout(() => console.log(done), 0);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const stretch of evidence.loop.stretches) {
      const place = placeOf(program, evidence, stretch);
      if (place === undefined) continue;
      yield {
        start: place.start,
        end: endOfToken(program, place.start),
        happened: { count: stretch.count, firstEvent: stretch.firstEvent },
        data: { program, stretch, subject: place.subject },
      };
    }
  },
  judge: ({ stretch: { steps } }) => ({
    kind: 'finding',
    severity: steps >= stepsOfLongTask ? 'warning' : steps >= stepsOfLongTask / 5 ? 'information' : 'hint',
  }),
  message({ stretch, subject }) {
    const { steps, waiting, isUnfinished } = stretch;
    const until = isUnfinished ? ' and had not ended when the run was stopped' : '';
    return `${subject} kept the thread for ${grouped(steps)} bytecodes${until}, while ${waitingText(waiting)} waited. Do it in pieces, or in a worker.`;
  },
  hover: ({ program, stretch: { steps, waiting, count, turnName, isUnfinished } }) => ({
    verdict: 'Nothing else runs until this is done.',
    run: `${turnName === '' ? 'the script' : inlineCode(turnName)} took ${grouped(steps)} bytecodes in one go, ${milliseconds(steps)} ms at 10 ns each${isUnfinished ? ', when the run was stopped' : ''}; ${counted(waiting.length, 'callback')} waited${count > 1 ? `; it happened ${times(count)}` : ''}.`,
    table: waitingTable(program, waiting),
    cost: 'what waits is late by as long as this takes, which in optimised code is less than here.',
    free: 'as long as nobody waits: at the start of a program, in a worker, in a command line tool.',
    instead:
      'pieces with a task in between (`setImmediate`, `setTimeout`; microtasks do not let tasks in), or a worker.',
    code: `function piece(from) {\n  const to = Math.min(from + 1000, list.length);\n  for (let i = from; i < to; i++) work(list[i]);\n  if (to < list.length) setImmediate(piece, to);\n}`,
  }),
  related: ({ program, stretch }) => waitingPlaces(program, stretch.waiting),
});

function milliseconds(steps: number): string {
  return (steps / 100_000).toFixed(steps < 1_000_000 ? 1 : 0);
}

/** The loop that ran most in the function where the time went, or else the function. */
function placeOf(
  program: AnalyzedProgram,
  evidence: HazardEvidence,
  { functionEnd, functionName }: StretchEvidence,
): { start: number; subject: string } | undefined {
  if (functionEnd < 0) return undefined;
  const code = codeEndingAt(program, functionEnd);
  const loop = busiestLoop(code, evidence);
  if (loop !== undefined) return { start: loop.start, subject: 'This loop' };
  if (code.type === 'Program') return { start: code.body[0]?.start ?? 0, subject: 'The script' };
  const start = 'id' in code && code.id ? code.id.start : code.start;
  return { start, subject: functionName === '' ? 'This function' : quoted(functionName) };
}

function codeEndingAt(program: AnalyzedProgram, end: number): AnyNode {
  const path = program.pathAt(end - 1);
  return path.findLast((node) => node.end === end && isCode(node)) ?? program.root;
}

function isCode({ type }: AnyNode): boolean {
  return type === 'Program' || /^(Function|Arrow)/.test(type);
}

/** The outermost loop around the statement that ran most; none if that ran in no loop of the function. */
function busiestLoop(code: AnyNode, { statements }: HazardEvidence): AnyNode | undefined {
  let busiest: { readonly loop: AnyNode; readonly count: number } | undefined;
  const visit = (node: AnyNode, loop: AnyNode | undefined): void => {
    if (node !== code && isCode(node)) return;
    const inner = loop ?? (/^(?:For|While|DoWhile)\w*Statement$/.test(node.type) ? node : undefined);
    const count = statements.get(node.start) ?? 0;
    if (inner !== undefined && count > (busiest?.count ?? 0)) busiest = { loop: inner, count };
    for (const child of childrenOf(node)) visit(child, inner);
  };
  visit(code, undefined);
  return busiest?.loop;
}
