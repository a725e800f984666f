/**
 * Operators that met other values than at first: a result beyond the small integers, minus zero, a fraction, a string. The
 * feedback of the operator widens, and code that was optimised for the narrower is left.
 *
 * V8: BinaryOperationFeedback, CompareOperationFeedback in src/common/globals.h.
 */
import type { DeoptimizationEvidence, FeedbackStep } from '../../recorder/evidence/engine-evidence.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor, timesRun } from '../heat.ts';
import { inlineCode, times } from '../hover-text.ts';
import { singleDeoptimizations } from './deoptimizations.ts';
import { operatorsIn } from './operator-places.ts';

interface WidenedOperator {
  readonly operator: string;
  readonly isUnary: boolean;
  readonly steps: readonly FeedbackStep[];
  readonly left: readonly DeoptimizationEvidence[];
  readonly ran: number;
}

export const arithmeticHazard = defineHazard<WidenedOperator>({
  id: 'arithmetic',
  title: 'Operators that meet other values',
  docs: `An operator remembers what it has met: small integers, numbers, strings, anything. Optimised code is made for that, and
left when more comes: a sum beyond 2,147,483,647, minus zero, a fraction, a string, undefined. The feedback only widens, from
SignedSmall to Number to Any, so this happens two or three times at most and is stable then: after it, the same sums took the same
time (0.4 to 0.7 ns each, Node 24). It costs the deoptimisation. A string where a number is meant is mostly a mistake of another
kind.`,
  examples: {
    bad: [
      {
        source: `function add(a, b) {
  return a + b;
}
let total = 0;
for (let i = 0; i < 1500; i++) total = add(i, 1);
total = add(2147483647, 1);
for (let i = 0; i < 1500; i++) total = add(i, 1);
console.log(add("1", 1), total);
for (let i = 0; i < 1500; i++) total = add(i, 1);`,
      },
      {
        source: `function scale(value, factor) {
  return value * factor;
}
let last = 0;
for (let i = 1; i < 1500; i++) last = scale(i, 2);
last = scale(0, -1);
for (let i = 1; i < 1500; i++) last = scale(i, 2);
console.log(last);`,
      },
    ],
    good: [
      {
        source: `function add(a, b) {
  return a + b;
}
let total = 0;
for (let i = 0; i < 1500; i++) total = add(i, 0.5);
console.log(total);`,
      },
      { source: 'const text = "n: " + 1;\nconst sum = 1 + 1;\nconsole.log(text, sum, 2147483647 + 1);' },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const deoptimizations = singleDeoptimizations(evidence);
    for (const { site, start, end, operator, isUnary } of operatorsIn(program, evidence.engine.sites)) {
      const left = deoptimizations.filter(
        ({ position, reason }) => position === site.position && Object.hasOwn(reasons, reason),
      );
      if (left.length === 0) continue;
      yield {
        start,
        end,
        happened: { count: left.reduce((sum, { count }) => sum + count, 0), firstEvent: left[0]!.firstEvent },
        data: { operator, isUnary, steps: site.steps, left, ran: timesRun(program, evidence, site.position) },
      };
    }
  },
  judge: ({ ran, left }) => ({
    kind: 'finding',
    severity: left.length > 1 ? severityFor(ran, 'low') : 'hint',
  }),
  message: ({ operator, steps, left }, { count }) =>
    `${operator} met ${metText(left)}: optimised code was left ${times(count)}, its feedback went ${pathText(steps)}. Keep what it gets of one kind.`,
  hover: ({ operator, isUnary, steps, left, ran }, { count }) => ({
    verdict: 'It is optimised again, for more than before; what it cost is the way there.',
    run: `${inlineCode(operator)} ran ${times(ran)}, and optimised code was left here ${times(count)}.`,
    table: stepTable(isUnary, steps, left),
    cost: 'a deoptimisation each time the feedback widens, at most a few; after that the same numbers take the same time (Node 24).',
    free: 'fractions, large numbers or strings from the beginning: then the first code is made for them.',
    instead: 'convert once where values come in; keep integers small with `| 0` only where they are meant to wrap.',
    code: 'const amount = Number(input.value); // once\ntotal = total + amount; // numbers only',
  }),
});

/** Reasons for which code is left at an operator, and what it met. */
const reasons: Readonly<Record<string, string>> = {
  overflow: 'a result beyond the small integers',
  'minus zero': 'minus zero',
  'lost precision': 'a fraction',
  'lost precision or NaN': 'a fraction or NaN',
  'not int32': 'a fraction',
  'division by zero': 'a division by zero',
  'not a Smi': 'something else than a small integer',
  'not a Number': 'something else than a number',
  'not a Number or Oddball': 'something else than a number',
  'not a heap number': 'something else than a number',
  'not a String': 'something else than a string',
  'not a BigInt': 'something else than a BigInt',
  'Insufficient type feedback for binary operation': 'its first values',
  'Insufficient type feedback for compare operation': 'its first values',
};

function metText(left: readonly DeoptimizationEvidence[]): string {
  return [...new Set(left.map(({ reason }) => reasons[reason]!))].slice(0, 3).join(', then ');
}

function pathText(steps: readonly FeedbackStep[]): string {
  const names = steps.map(({ state }) => state.replace(/^.*:/, ''));
  return `from ${names[0] ?? 'None'}${names
    .slice(1)
    .map((name) => ` to ${name}`)
    .join('')}`;
}

/** `feedback | met | first seen`, and the deoptimisation that came with it. */
function stepTable(isUnary: boolean, steps: readonly FeedbackStep[], left: readonly DeoptimizationEvidence[]): string {
  const rows = steps.map(({ state, left: one, right, event }) => {
    const deoptimization = left.find(({ firstEvent }) => Math.abs(firstEvent - event) <= 1);
    const reason = deoptimization === undefined ? '' : inlineCode(deoptimization.reason);
    return `| ${state.replace(/^.*:/, '')} | ${one}${isUnary ? '' : `, ${right}`} | event ${event + 1} | ${reason} |`;
  });
  return ['| feedback | met | first seen | code left for |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
