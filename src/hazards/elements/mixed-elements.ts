/**
 * Numbers and other values in one array. Fractions lie unboxed in an array as long as it holds numbers only; the first string,
 * null or undefined makes an object of each.
 *
 * V8: JSObject::TransitionElementsKind in src/objects/js-objects.cc, elements-kind.h.
 */
import type { SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor, timesRun } from '../heat.ts';
import { counted, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import {
  accessesOf,
  accessPlaces,
  elementsChanges,
  isArrayMutator,
  isElementWrite,
  kindText,
} from './element-places.ts';
import type { ElementsChange } from './element-places.ts';

interface MixedElements {
  readonly program: AnalyzedProgram;
  readonly change: ElementsChange;
  readonly sites: readonly SiteEvidence[];
  readonly ran: number;
}

export const mixedElementsHazard = defineHazard<MixedElements>({
  id: 'mixed-elements',
  title: 'Mixed elements kinds',
  docs: `An array has an elements kind: small integers, numbers, or anything, and it only goes from the narrower to the wider. In
an array of numbers fractions lie side by side as bits. The first \`null\`, \`undefined\` or string in it makes it an array of
anything: each number in it becomes an object of its own, reading takes 1.2 to 1.6 times as long, and each fraction that is
written allocates (Node 24). Small integers are not boxed in any kind, so a mixed array of integers loses nothing.`,
  examples: {
    bad: [
      {
        source: `const readings = [0.5, 1.5, 2.5];
readings.push(null);
let total = 0;
for (const value of readings) total += value ?? 0;
console.log(total);`,
      },
      {
        source: `function sum(list) {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i] === undefined ? 0 : list[i];
  return total;
}
const measured = [1.5, 2.5, 3.5];
let all = 0;
for (let round = 0; round < 1200; round++) {
  if (round === 600) measured[1] = undefined;
  all += sum(measured);
}
console.log(all);`,
      },
    ],
    good: [
      {
        source: `const readings = [0.5, 1.5, 2.5];
readings.push(NaN);
let total = 0;
for (const value of readings) total += Number.isNaN(value) ? 0 : value;
console.log(total);`,
      },
      { source: 'const row = [];\nrow.push(1);\nrow.push("one");\nrow.push({ one: 1 });\nconsole.log(row.length);' },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const changes = elementsChanges(
      evidence,
      ({ from, to, elements }) => /DOUBLE/.test(from) && /^(PACKED|HOLEY)_ELEMENTS$/.test(to) && elements > 0,
    );
    for (const change of changes) {
      const { position, count, firstEvent } = change;
      if (!isElementWrite(program, position) && !isArrayMutator(program, position)) continue;
      const { sites, ran } = accessesOf(program, evidence, [change.from, change.to]);
      const paid = Math.max(ran, timesRun(program, evidence, position), count);
      yield {
        start: position,
        end: endOfToken(program, position),
        happened: { count, firstEvent },
        data: { program, change, sites, ran: paid },
      };
    }
  },
  judge: ({ ran }) => ({ kind: 'finding', severity: severityFor(ran, 'low') }),
  message: ({ change: { from, to, count } }) =>
    `Here ${count === 1 ? 'an array of numbers gets' : `${counted(count, 'array')} of numbers get`} something else: ${kindText(from)} becomes ${kindText(to)}, and each number is boxed. Keep numbers apart, or write NaN for none.`,
  hover: ({ change: { from, to, count, elements }, sites, ran }) => ({
    verdict: 'An array of numbers that holds anything else holds an object for each number.',
    run: `${kindText(from)} became ${kindText(to)} ${times(count)}, with up to ${counted(elements, 'element')}; ${sites.length === 0 ? 'no access by index met both kinds' : `${counted(sites.length, 'access')} by index met both kinds, the hottest ran ${times(ran)}`}.`,
    cost: 'reading takes 1.2 to 1.6× as long, and each fraction that is written allocates (Node 24); the kind never goes back.',
    free: 'arrays of anything without fractions: small integers, strings and objects are not boxed.',
    instead: 'say "none" with a number, or keep what is no number in an array of its own.',
    code: 'readings.push(NaN); // instead of null\nconst sum = readings.reduce((total, n) => (Number.isNaN(n) ? total : total + n), 0);',
  }),
  related: ({ program, sites }) => accessPlaces(program, sites, 'this access meets both kinds'),
});
