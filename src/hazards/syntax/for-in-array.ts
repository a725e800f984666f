/**
 * for...in over an array: the keys are strings, inherited ones come too, and nothing is ready for it.
 *
 * V8: src/runtime/runtime-forin.cc; KeyAccumulator collects the indices as strings.
 */
import { defineHazard } from '../define-hazard.ts';
import { fixesOfForIn } from './for-in-array-fix.ts';
import { forInLoops, slowHover, slowMessage, slowWeight, worstPath } from './for-in-paths.ts';
import type { ForInLoop } from './for-in-paths.ts';
import { severityFor } from '../heat.ts';

export const forInArrayHazard = defineHazard<ForInLoop>({
  id: 'for-in-array',
  title: 'for...in over an array',
  docs: `\`for...in\` gives the keys of an object as strings, with those of its prototypes. Over an array it makes a string of
each index and reads the element by it: 48 to 62 times as long as an index loop, 19 to 32 times as long as \`for...of\`
(Node 24). It leaves out holes, and meets what somebody added to the array or to \`Array.prototype\`. \`for...of\` gives the
values in order; \`entries()\` gives index and value.`,
  examples: {
    bad: [
      {
        source:
          'const prices = [3, 4, 5];\nlet total = 0;\nfor (const index in prices) total += prices[index];\nconsole.log(total, prices.length);',
      },
      { source: 'for (const index in [10, 20, 30]) console.log(index);' },
      { source: 'const words = "a b c".split(" ");\nfor (const index in words) console.log(words[index]);' },
    ],
    good: [
      { source: 'for (const word of ["a", "b"]) console.log(word);' },
      {
        source: 'const user = { name: "Ada", age: 36 };\nfor (const key in user) console.log(key, user[key]);',
        run: [{ event: 'forIn', at: 'user) console', detail: 'enumCache', times: 1 }],
      },
    ],
  },
  watches: 'forIn',
  detect: (program) => forInLoops(program),
  judge(data, seen) {
    if (worstPath(data, seen) !== 'array') return undefined;
    return { kind: 'finding', severity: severityFor(slowWeight(seen), 'high') };
  },
  message: (_data, seen) => slowMessage('array', seen),
  fixes: ({ start }, _seen, program) => fixesOfForIn(program, start),
  hover: (data, seen) => ({
    verdict: 'Made for objects, not for arrays.',
    ...slowHover('array', data, seen),
    free: 'over an object with fast properties and named keys, where it is 4 to 6× faster than `Object.keys`.',
  }),
});
