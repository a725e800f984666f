/**
 * for...in over what has no enum cache: dictionaries, integer keys, enumerable properties on the prototype chain. Only a run
 * says so; for all other loops there is a word of peace.
 *
 * V8: src/runtime/runtime-forin.cc, ForInPrepare.
 */
import { defineHazard } from '../define-hazard.ts';
import { forInLoops, slowHover, slowMessage, slowWeight, worstPath } from './for-in-paths.ts';
import type { ForInLoop } from './for-in-paths.ts';
import { severityFor } from '../heat.ts';

export const forInHazard = defineHazard<ForInLoop>({
  id: 'for-in',
  title: 'for...in on a slow receiver',
  docs: `Over a fast object \`for...in\` is the fastest way to its keys: they lie ready in the enum cache of the hidden class,
and with \`o[k]\` the loop is 4 to 6 times faster than \`Object.keys\` in Node 24. It is slow without that cache: over
dictionaries and integer keys (20×), and with anything enumerable on the prototype chain (15×).
The old advice to filter with \`hasOwnProperty\` costs nothing here, but does not make a slow loop fast.`,
  examples: {
    bad: [
      {
        source: 'const user = { name: "Ada", age: 36 };\ndelete user.age;\nfor (const key in user) console.log(key);',
        run: [{ event: 'forIn', at: 'user) console', detail: 'dictionary', times: 1 }],
      },
      {
        source: 'const child = Object.create({ inherited: true });\nfor (const key in child) console.log(key);',
        run: [{ event: 'forIn', at: 'child) console', detail: 'prototype', times: 1 }],
      },
    ],
    good: [
      {
        source: 'const user = { name: "Ada", age: 36 };\nfor (const key in user) console.log(key, user[key]);',
        run: [{ event: 'forIn', at: 'user) console', detail: 'enumCache', times: 1 }],
      },
      { source: 'for (const word of ["a", "b"]) console.log(word);' },
      {
        source:
          'function keys(object) {\n  const found = [];\n  for (const key in object) found.push(key);\n  return found;\n}\nconsole.log(keys({ a: 1 }));',
      },
    ],
  },
  watches: 'forIn',
  detect: (program) => forInLoops(program),
  judge(data, seen) {
    const path = worstPath(data, seen);
    if (path === 'array') return undefined;
    return path === undefined ? { kind: 'free' } : { kind: 'finding', severity: severityFor(slowWeight(seen), 'high') };
  },
  message: (data, seen) => slowMessage(worstPath(data, seen) ?? 'other', seen),
  hover: (data, seen) => ({
    verdict: 'Not the loop is slow, but the object: there is no enum cache to read the keys from.',
    ...slowHover(worstPath(data, seen) ?? 'other', data, seen),
    free: 'over an object with fast properties, named keys and nothing enumerable on its prototypes: there it is 4 to 6× faster than `Object.keys`. A `hasOwnProperty` filter is free, too.',
  }),
  freeForm(_data, seen) {
    if (seen.details.has('enumCache'))
      return 'Fast: the keys come from the enum cache, 4 to 6× faster than `Object.keys` here (Node 24).';
    if (seen.details.has('empty')) return 'Free: there was nothing to enumerate in this run.';
    return 'Fast as long as the object keeps fast properties, named keys and a prototype without enumerable properties: then the keys come from the enum cache (Node 24).';
  },
});
