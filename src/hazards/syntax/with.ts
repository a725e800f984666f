/**
 * with. Every name in the block may be a property of the object, so each is looked up by name when it is used.
 *
 * V8: LdaLookupSlot, Runtime_LoadLookupSlot, ScopeInfo of with scopes.
 */
import { codeAround, nameOf, siteOf } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { severityFor } from '../heat.ts';
import { fixesOfWith } from './with-fix.ts';
import { grouped, inlineCode, runOr, times } from '../hover-text.ts';

interface WithBlock {
  readonly start: number;
  readonly objectText: string;
  readonly functionName: string;
}

export const withHazard = defineHazard<WithBlock>({
  id: 'with',
  title: 'with',
  docs: `Inside \`with (object)\` every name is searched at run time, first in the object, then outside: also the function's
own locals, and names that the object never had. Two property reads by with take 260 times as long as \`o.x + o.y\` in Node 24,
a loop inside the block more than 500 times. The function around it is optimised all the same. Strict code and modules do not
have the statement.`,
  examples: {
    bad: [
      { source: 'const point = { x: 1, y: 2 };\nwith (point) console.log(x + y);' },
      {
        source:
          'function area(size) {\n  let result = 0;\n  with (size) {\n    result = width * height;\n  }\n  return result;\n}\nconsole.log(area({ width: 2, height: 3 }));',
      },
    ],
    good: [
      { source: 'const { x, y } = { x: 1, y: 2 };\nconsole.log(x + y);' },
      {
        source:
          'function area(size) {\n  return size.width * size.height;\n}\nconsole.log(area({ width: 2, height: 3 }), "with".length);',
      },
    ],
  },
  watches: 'withEnter',
  *detect(program) {
    for (const occurrence of program.all('WithStatement')) {
      const { node } = occurrence;
      yield {
        start: node.start,
        end: node.start + 'with'.length,
        site: { ...siteOf(occurrence, { start: node.start, end: node.object.end }), body: node.body },
        data: {
          start: node.start,
          objectText: program.textOf(node.object),
          functionName: nameOf(codeAround(occurrence)),
        },
      };
    }
  },
  judge(_data, seen) {
    const weight = seen.isKnown ? Math.max(seen.count, seen.count > 0 ? seen.busiestStatement : 0) : -1;
    return { kind: 'finding', severity: severityFor(weight, 'high') };
  },
  message(_data, seen) {
    const ran = seen.count >= 2 ? ` It was entered ${times(seen.count)}.` : '';
    return `In this block every name is searched at run time, local variables too.${ran} Destructure the object, or give it a short name.`;
  },
  fixes: ({ start }, _seen, program) => fixesOfWith(program, start),
  hover({ objectText, functionName }, seen) {
    const short = objectText.length <= 40 && !objectText.includes('\n') ? objectText : 'object';
    return {
      verdict: `Slow by design, and rightly known for it; ${inlineCode(functionName)} is optimised nevertheless.`,
      run: runOr(seen, () => {
        const loops =
          seen.busiestStatement > seen.count ? ` and a statement inside ran ${times(seen.busiestStatement)}` : '';
        return `the block was entered ${times(seen.count)}${loops}${seen.busiestStatement > seen.count ? `, ${grouped(Math.round(seen.busiestStatement / seen.count))} times per entry` : ''}.`;
      }),
      cost: '`with (o) x + y` takes about 260× as long as `o.x + o.y`, reading a local inside about 200×, a loop inside more than 500×; a loop around the block 8× (Node 24).',
      free: 'never inside the block. A block that is not reached still costs the function a little (1.4 to 4×).',
      instead: 'take the properties out once, or write them with a short name.',
      code: `const { x, y } = ${short};\nconsole.log(x + y);`,
    };
  },
});
