/**
 * Reads beyond the end of an array. The first in optimised code deoptimises it; what is made then asks for the bounds and looks
 * into the prototypes.
 *
 * V8: KeyedLoadIC::UpdateLoadElement (KeyedAccessLoadMode), what --log-ic prints as .OOB; reason "out of bounds".
 */
import type { ShapeEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor, timesRun } from '../heat.ts';
import { times } from '../hover-text.ts';
import { accessText } from './element-places.ts';

interface ReadBeyond {
  readonly program: AnalyzedProgram;
  readonly text: string;
  readonly deoptimizations: number;
  readonly ran: number;
}

export const outOfBoundsHazard = defineHazard<ReadBeyond>({
  id: 'out-of-bounds',
  title: 'Reads beyond the end',
  docs: `A read of an index at or behind the length gives \`undefined\`. The place remembers that it happened (\`.OOB\` behind it in
\`--log-ic\`); code that was optimised before is left once, for the reason "out of bounds", and what is made after that allows for
it. From then on reads inside are about as fast as before (Node 24); each read outside also asks whether a prototype has such an
element. A loop whose end is \`i <= list.length\` does it once per round, and mostly means \`<\`.`,
  examples: {
    bad: [
      {
        source: `function sum(list) {
  let total = 0;
  for (let i = 0; i <= list.length; i++) total += list[i] || 0;
  return total;
}
let all = 0;
for (let round = 0; round < 1200; round++) all += sum([1, 2, 3]);
console.log(all);`,
      },
      {
        source: `function at(list, index) {
  return list[index];
}
let last;
for (let i = 0; i < 1200; i++) last = at([1, 2, 3], i % 3);
console.log(last, at([1, 2, 3], 7));
for (let i = 0; i < 1200; i++) last = at([1, 2, 3], i % 3);`,
      },
    ],
    good: [
      {
        source: `function sum(list) {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i];
  return total;
}
let all = 0;
for (let round = 0; round < 1200; round++) all += sum([1, 2, 3]);
console.log(all);`,
      },
      {
        source:
          'const last = (list) => list.at(-1);\nlet n = 0;\nfor (let i = 0; i < 1200; i++) n += last([1, 2]);\nconsole.log(n);',
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const { sites, deoptimizations } = evidence.engine;
    for (const { position, kind, modifiers, misses, shapes } of sites) {
      if (kind !== 'LoadKeyed' || !modifiers.some((modifier) => modifier.includes('OOB'))) continue;
      if (!shapes.some(({ number }) => hasEnd(evidence.engine.shapes.get(number)))) continue;
      const ran = timesRun(program, evidence, position);
      const left = deoptimizations.filter((each) => each.position === position && each.reason === 'out of bounds');
      yield {
        start: position,
        end: position + 1,
        happened: { count: misses, firstEvent: left[0]?.firstEvent ?? shapes[0]?.firstEvent ?? -1 },
        data: {
          program,
          text: accessText(program, position),
          deoptimizations: left.reduce((sum, { count }) => sum + count, 0),
          ran,
        },
      };
    }
  },
  judge: ({ ran }) => ({ kind: 'finding', severity: severityFor(ran, 'low') }),
  message: ({ deoptimizations }) =>
    `This read went beyond the end${deoptimizations > 0 ? `, which deoptimised the code ${times(deoptimizations)}` : ''}. Keep the index below the length; a loop to <= length is one too far.`,
  hover: ({ text, deoptimizations, ran }) => ({
    verdict: 'One deoptimisation, then a longer way for each read outside; reads inside stay fast.',
    run: `${text} ran ${times(ran)} and was at or behind the end at least once; optimised code was left for it ${deoptimizations === 0 ? 'never' : times(deoptimizations)}.`,
    cost: 'a deoptimisation where the code was optimised before; then about the same for reads inside (Node 24).',
    free: '`at(-1)`, and any read below the length.',
    instead: 'ask for the length first.',
    code: 'for (let i = 0; i < list.length; i++) total += list[i];\nconst value = index < list.length ? list[index] : undefined;',
  }),
});

/** Of dictionaries and plain objects V8 says the same when a key is greater than what they have room for. */
function hasEnd(shape: ShapeEvidence | undefined): boolean {
  return /array|string/.test(shape?.instanceType ?? '') && shape?.elementsKind !== 'DICTIONARY_ELEMENTS';
}
