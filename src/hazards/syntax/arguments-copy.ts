/**
 * Copies of arguments: `slice.call(arguments)`, `[...arguments]`, `Array.from(arguments)`, and going through it with an
 * iterator. A rest parameter is an array from the start.
 *
 * V8: IterableToList, CloneFastJSArray: the fast ways are for arrays, not for arguments objects.
 */
import { fixByRestParameter } from './arguments-fix.ts';
import { argumentsUses, isCopying } from './arguments-uses.ts';
import type { ArgumentsUse, CopyingForm } from './arguments-uses.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor, timesRun } from '../heat.ts';
import { counted, grouped, inlineCode, runOr, times } from '../hover-text.ts';
import type { HoverParts } from '../hover-text.ts';

export const argumentsCopyHazard = defineHazard<ArgumentsUse>({
  id: 'arguments-copy',
  title: 'Copying arguments',
  docs: `To hand \`arguments\` on costs nothing; to copy it into an array does: \`slice.call(arguments)\` takes 50 times as long as
a rest parameter, \`[...arguments]\` 440 times, \`Array.from(arguments)\` 540 times (Node 24), because the fast ways of these
are for arrays. Going through it with \`for...of\` or destructuring it needs an iterator, too. A rest parameter is that array
from the start, and one that does not leave the function is not even made.`,
  examples: {
    bad: [
      { source: 'function list() {\n  return [...arguments];\n}\nconsole.log(list(1, 2));' },
      {
        source:
          '"use strict";\nfunction list() {\n  return Array.prototype.slice.call(arguments, 1);\n}\nconsole.log(list(1, 2));',
      },
      {
        source:
          'function log(level) {\n  var parts = [].slice.call(arguments, 1);\n  console.log(level, parts.join(" "));\n}\nlog("info", "a", "b");\nlog("none");',
      },
      {
        source:
          'function sum() {\n  let total = 0;\n  for (const n of arguments) total += n;\n  return total / arguments.length;\n}\nconsole.log(sum(1, 2, 3), sum());',
      },
    ],
    good: [
      { source: 'function list(...items) {\n  return items;\n}\nconsole.log(list(1, 2));' },
      { source: 'function forward() {\n  return Math.max(...arguments);\n}\nconsole.log(forward(1, 2));' },
    ],
  },
  watches: 'argumentsObject',
  *detect(program, evidence) {
    for (const use of argumentsUses(program)) {
      if (!isCopying(use.data.form) && !isCopying(use.data.first)) continue;
      // The object is made with each call, the copy only where the function comes to it.
      const isReached = evidence === undefined || timesRun(program, evidence, use.start) > 0;
      yield isReached ? use : { ...use, happened: { count: 0, firstEvent: -1 } };
    }
  },
  judge({ form }, { isKnown, count }) {
    if (!isCopying(form)) return { kind: 'free' };
    return { kind: 'finding', severity: severityFor(isKnown ? count : -1, 'high') };
  },
  message({ form, functionName }, seen) {
    const ran = seen.count >= 2 ? ` ${functionName} did it ${times(seen.count)}.` : '';
    return form === 'iterate'
      ? `Going through arguments makes the object and an iterator.${ran} A rest parameter is an array.`
      : `This copies arguments into an array.${ran} A rest parameter is that array already.`;
  },
  hover: ({ form, functionName, text }, seen) => ({
    ...hovers[isCopying(form) ? form : 'copy'],
    run: runOr(
      seen,
      () =>
        `${inlineCode(functionName)} made ${counted(seen.count, 'arguments object')}, with ${grouped(seen.sum)} arguments in all.`,
    ),
    code: `function example(...items) {\n  return items; // instead of ${text !== '' && text.length <= 40 && !text.includes('\n') ? text : '[...arguments]'}\n}`,
  }),
  freeForm: ({ first }) =>
    `The same as at the first such use of \`arguments\` in this function: ${hovers[isCopying(first) ? first : 'copy'].verdict}`,
  fixes: ({ code }, _seen, program) => fixByRestParameter(program, code),
});

const hovers: { readonly [Form in CopyingForm]: Omit<HoverParts, 'run' | 'code'> } = {
  copy: {
    verdict: 'The copy is what costs, not arguments: no optimisation is lost by passing it on.',
    cost: '`slice.call` 50×, `[...arguments]` 440×, `Array.from` 540× a rest parameter (Node 24).',
    free: '`f.apply(this, arguments)` and `f(...arguments)` copy nothing; a rest parameter that does not leave the function costs nothing at all.',
    instead: 'declare the array as a parameter.',
  },
  iterate: {
    verdict: 'The iterator is what costs: an arguments object has no fast path there.',
    cost: 'about 20 to 40× the same over a rest parameter (Node 24).',
    free: 'an index loop up to `arguments.length` in strict code, or any loop over a rest parameter.',
    instead: 'declare the array as a parameter.',
  },
};
