/**
 * The same function left again and again: each time it is optimised anew for what it has met so far, and then meets something
 * else. V8 never gives up; the time goes into the slow tiers between.
 *
 * V8: Deoptimizer, TieringManager; the function's budget starts anew at each deoptimisation.
 */
import type { AnyNode } from '../../engine/index.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor, timesRun } from '../heat.ts';
import { inlineCode, quoted, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import { deoptimizationLoops } from './deoptimizations.ts';
import type { LeftFunction } from './deoptimizations.ts';
import { functionToken } from './function-places.ts';

interface DeoptimizationLoop {
  readonly program: AnalyzedProgram;
  readonly left: LeftFunction;
  readonly name: string;
  readonly ran: number;
}

/** More often than this the slow tiers are where it lives. */
const dearFrom = 10;

export const deoptLoopHazard = defineHazard<DeoptimizationLoop>({
  id: 'deopt-loop',
  title: 'Deoptimisation loop',
  docs: `Optimised code counts on what the function has met so far. When that fails it is left, the function goes on in the
interpreter, learns, and is optimised anew. Once or twice is how it works. A function that is left five times and more meets
something new each time: it spends its time in the slow tiers and in the compiler. There is no number after which V8 gives up
(60 of 60 forced deoptimisations were optimised again, Node 22 to 26).`,
  examples: {
    bad: [
      {
        source: `function work(a, b, list, i) {
  let result = a + b;
  result = result - (a * b);
  if (list[i] > a) result = -result;
  return result;
}
const warm = (a, b, list, i) => {
  for (let round = 0; round < 1500; round++) work(a, b, list, i);
};
warm(1, 2, [1, 2, 3], 1);
work(2147483647, 1, [1, 2, 3], 1);
warm(1, 2, [1, 2, 3], 1);
work(0, -1, [1, 2, 3], 1);
warm(1, 2, [1, 2, 3], 1);
work(1, 2, [1, 2, 3], 7);
warm(1, 2, [1, 2, 3], 1);
work(1, 2, [0.5, 2], 1);
warm(1, 2, [1, 2, 3], 1);
work("1", "2", [1, 2, 3], 1);
warm(1, 2, [1, 2, 3], 1);`,
      },
      {
        source: `function parse(a, b, c, d, e) {
  const found = [a * 2, b - 1, c | 0, d % 7, e < 3];
  return found.length;
}
const inputs = [1, 1, 1, 1, 1];
let total = 0;
for (let round = 0; round <= 5; round++) {
  for (let i = 0; i < 1500; i++) total += parse(1, 1, 1, 1, 1);
  const [a, b, c, d, e] = inputs.map((value, index) => (index === round ? String(value) : value));
  total += parse(a, b, c, d, e);
}
console.log(total);`,
      },
    ],
    good: [
      {
        source: `function add(a, b) {
  return a + b;
}
let total = 0;
for (let i = 0; i < 2000; i++) total = add(total, i);
total = add(total, 0.5);
for (let i = 0; i < 2000; i++) total = add(total, i);
console.log(total);`,
      },
      { source: 'let n = 0;\nfor (let i = 0; i < 3000; i++) n = (n * 31 + i) % 1000;\nconsole.log(n);' },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const left of deoptimizationLoops(evidence)) {
      const info = evidence.engine.functions.find(({ end }) => end === left.functionEnd);
      if (info === undefined) continue;
      const token = functionToken(program, info);
      yield {
        ...token,
        happened: { count: left.total, firstEvent: left.reasons[0]!.firstEvent },
        data: {
          program,
          left,
          name: info.name,
          ran: timesRun(program, evidence, bodyStart(program, info.end, token.start)),
        },
      };
    }
  },
  judge: ({ left, ran }) => ({ kind: 'finding', severity: severityFor(ran, left.total >= dearFrom ? 'high' : 'low') }),
  message: ({ left, name }) =>
    `${name === '' ? 'This code' : quoted(name)} was optimised and left ${times(left.total)}, for ${new Set(left.reasons.map(({ reason }) => reason)).size} reasons: it keeps meeting something new. Give it one kind of input.`,
  hover: ({ program, left, ran }) => ({
    verdict: 'Each time it is made for what it has met so far, and then it meets something else.',
    run: `optimised code was left ${times(left.total)}; the function ran ${times(ran)}.`,
    table: reasonTable(program, left),
    cost: 'each time the calls in between run in the slow tiers until it is optimised again, after some 400 to 500 calls of a small function (Node 24). There is no limit at which V8 gives up.',
    free: 'one or two: that is how V8 learns what a function is for.',
    instead: 'split what handles different inputs, or bring them into one form before.',
    code: 'const amount = Number(text); // once, at the door\nadd(amount, 1); // numbers only from here on',
  }),
  related: ({ program, left }) =>
    left.reasons
      .filter(({ position }) => position >= 0)
      .slice(0, 8)
      .map(({ position, reason, count }) => ({
        start: position,
        end: endOfToken(program, position),
        message: `left here ${times(count)}: ${reason}`,
      })),
});

/** `reason | place | tier | times`, as they came. */
function reasonTable(program: AnalyzedProgram, { reasons }: LeftFunction): string {
  const rows = reasons
    .slice(0, 8)
    .map(
      ({ reason, position, causePosition, tier, count }) =>
        `| ${inlineCode(reason)} | ${placeText(program, causePosition >= 0 ? causePosition : position)} | ${tier} | ${count} |`,
    );
  return ['| reason | at | code of | times |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function placeText(program: AnalyzedProgram, position: number): string {
  return position < 0 ? '' : `line ${program.lineOf(position)}`;
}

/** An offset inside of the function and of no other. */
function bodyStart(program: AnalyzedProgram, end: number, start: number): number {
  const node: AnyNode | undefined = program.pathAt(start).findLast((each) => each.end === end && 'body' in each);
  return node === undefined ? start : end - 1;
}
