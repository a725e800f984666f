/**
 * Mapped arguments: in a sloppy function whose parameters are plain names, `arguments[i]` and the parameters are the same
 * variables. Most other uses are free today, and say so.
 *
 * V8: CreateMappedArguments; src/builtins/arguments.tq.
 */
import { fixByRestParameter } from './arguments-fix.ts';
import { argumentsUses, isCopying, isMapped } from './arguments-uses.ts';
import type { ArgumentsUse, MappedForm } from './arguments-uses.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor } from '../heat.ts';
import { counted, grouped, inlineCode, runOr, times } from '../hover-text.ts';
import type { HoverParts } from '../hover-text.ts';
import type { Seen } from '../site-evidence.ts';

export const argumentsHazard = defineHazard<ArgumentsUse>({
  id: 'arguments',
  title: 'Mapped arguments',
  docs: `\`arguments\` no longer keeps a function from being optimised, and passing it on (\`f.apply(this, arguments)\`),
\`arguments.length\`, strict code and functions without named parameters pay nothing. One form does: in a sloppy function with
plain parameters, \`arguments[i]\` and the parameters are the same variables, which therefore live on the heap: 24 to 67 times
slower than the parameter, 220 times where the index is beyond what was passed (Node 24).`,
  examples: {
    bad: [
      { source: 'function second(first) {\n  return arguments[1] + first;\n}\nconsole.log(second(1, 2));' },
      {
        source:
          'function total(a) {\n  let sum = 0;\n  for (let i = 0; i < arguments.length; i++) sum += arguments[i] + arguments[i] - a;\n  return sum;\n}\nconsole.log(total(1, 2));',
      },
    ],
    good: [
      { source: 'function count() {\n  return arguments.length;\n}\nconsole.log(count(1, 2));' },
      {
        source:
          '"use strict";\nfunction second(first) {\n  return arguments[1] + first;\n}\nconsole.log(second(1, 2));',
      },
      { source: 'function second() {\n  return arguments[1];\n}\nconsole.log(second(1, 2));' },
      { source: 'function forward(f) {\n  return Math.max.apply(null, arguments);\n}\nconsole.log(forward(1, 2));' },
      { source: 'function shadowed(arguments) {\n  return arguments[0];\n}\nconsole.log(shadowed([1]));' },
      { source: 'function list(...items) {\n  return items;\n}\nconsole.log(list(1, 2));' },
    ],
  },
  watches: 'argumentsObject',
  *detect(program) {
    for (const use of argumentsUses(program)) {
      if (!isCopying(use.data.form) && !isCopying(use.data.first)) yield use;
    }
  },
  judge({ form }, { isKnown, count }) {
    if (!isMapped(form)) return { kind: 'free' };
    return { kind: 'finding', severity: severityFor(isKnown ? count : -1, 'high') };
  },
  message({ form, functionName }, seen) {
    const ran = seen.count >= 2 ? ` ${functionName} did it ${times(seen.count)}.` : '';
    return form === 'callee'
      ? `arguments.callee hides from V8 which function is called, and strict mode refuses it.${ran} Name the function.`
      : `In sloppy code with named parameters, arguments[i] and the parameters are the same variables, kept on the heap.${ran} Use the names, a rest parameter or strict mode.`;
  },
  hover: (data, seen) => ({
    ...hovers[isMapped(data.form) ? data.form : 'mappedIndex'],
    run: runText(data, seen),
  }),
  freeForm({ form, first }) {
    if (form === 'again')
      return `The same as at the first such use of \`arguments\` in this function: ${hovers[isMapped(first) ? first : 'mappedIndex'].verdict}`;
    return isMapped(form) || isCopying(form) ? '' : freeTexts[form];
  },
  fixes: ({ code }, _seen, program) => fixByRestParameter(program, code),
});

type FreelyUsed = Exclude<ArgumentsUse['form'], MappedForm | 'copy' | 'iterate' | 'again'>;

const hovers: { readonly [Form in MappedForm]: Omit<HoverParts, 'run'> } = {
  mappedIndex: {
    verdict: 'Optimised, but slow: a mapped arguments object aliases the parameters.',
    cost: '24 to 67× the parameter itself, about 220× for an index beyond what was passed (Node 24).',
    free: 'in strict code, in functions without named parameters, and with default or rest parameters: there `arguments[i]` costs what a parameter costs.',
    instead: 'take the rest by name.',
    code: 'function example(first, ...rest) {\n  return rest[0]; // instead of arguments[1]\n}',
  },
  callee: {
    verdict: 'The call goes through a property: it cannot be inlined.',
    cost: 'about 8× a recursive call by name (Node 24).',
    free: 'a function expression may have a name, visible only inside.',
    instead: 'call it by that name.',
    code: 'const factorial = function self(n) {\n  return n < 2 ? 1 : n * self(n - 1);\n};',
  },
};

function runText({ form, functionName, index }: ArgumentsUse, seen: Seen): string {
  const isBeyond = index !== undefined && seen.count > 0 && seen.least <= index;
  return runOr(seen, () => {
    const made = `${inlineCode(functionName)} made ${counted(seen.count, 'arguments object')}, with ${grouped(seen.sum)} arguments in all`;
    return isBeyond && form === 'mappedIndex'
      ? `${made}; index ${index} was beyond the end at least once, the dearest case.`
      : `${made}.`;
  });
}

const freeTexts: { readonly [Form in FreelyUsed]: string } = {
  length:
    'Free: `arguments.length` alone makes no arguments object in optimised code; it costs what `rest.length` costs (Node 24).',
  unmapped:
    'Free: in strict code, or with default, rest or destructured parameters, `arguments` is a plain copy and `arguments[i]` costs what a parameter costs (Node 24).',
  noParameters:
    'Free: without named parameters there is nothing that `arguments[i]` could alias; it costs what a rest parameter costs (Node 24).',
  forward: 'Free: passing all arguments on copies nothing; it is as fast as a direct call (Node 24).',
  passed:
    'Free: handing `arguments` to another function or keeping it no longer prevents optimisation, it costs what a rest array costs (Node 24).',
  wrapper:
    'These are the arguments of the function that Node wraps around a file: exports, require, module, __filename, __dirname.',
};
