/**
 * A function too big for TurboFan: V8 counts its bytecode, and above 60 KB it stays in Maglev.
 *
 * V8: --max-optimized-bytecode-size = 61440, TieringManager.
 */
import { defineHazard } from '../define-hazard.ts';
import { severityFor, timesRun } from '../heat.ts';
import { grouped, quoted, times } from '../hover-text.ts';
import { functionToken } from './function-places.ts';

interface BigFunction {
  readonly name: string;
  readonly bytes: number;
  readonly ran: number;
}

/** V8: --max-optimized-bytecode-size. */
const mostBytes = 61_440;

export const functionTooBigHazard = defineHazard<BigFunction>({
  id: 'function-too-big',
  title: 'Function too big to optimise',
  docs: `TurboFan takes functions of up to 61,440 bytes of bytecode (Node 20 to 26). A bigger one is still optimised by Maglev, up to
512 KB, but never by TurboFan, however hot it is. So much bytecode takes thousands of lines: it is mostly generated code, a
parser's table written out or a bundle in one function. Characters and comments do not count.`,
  examples: {
    bad: [
      {
        source: `const o = { n: 0 };\nfunction generated() {\n${'o.n+=o.n;'.repeat(2600)}\n}\nfor (let i = 0; i < 3; i++) generated();`,
      },
      {
        source: `const table = {\n  n: 0,\n  generated(o) {\n${'o.n|=o.n^1;'.repeat(2600)}\n  },\n};\ntable.generated(table);`,
      },
    ],
    good: [
      { source: `var n = 0;\nfunction long() {\n${'n+=n;'.repeat(100)}\n}\nlong();` },
      {
        source: `function commented() {\n${'// words cost nothing\n'.repeat(3000)}  return 1;\n}\nconsole.log(commented());`,
      },
    ],
  },
  *detect(program, evidence) {
    for (const { name, bytes, end } of evidence?.engine.functions ?? []) {
      if (bytes <= mostBytes) continue;
      const token = functionToken(program, { end });
      const ran = evidence?.calls.get(end) ?? timesRun(program, evidence!, token.start);
      yield { ...token, happened: { count: ran, firstEvent: -1 }, data: { name, bytes, ran } };
    }
  },
  judge: ({ ran }) => ({ kind: 'finding', severity: severityFor(ran, 'high') }),
  message: ({ name, bytes }) =>
    `${name === '' ? 'This function' : quoted(name)} has ${grouped(bytes)} bytes of bytecode; TurboFan takes up to ${grouped(mostBytes)}. Split it, and keep what is hot small.`,
  hover: ({ bytes, ran }) => ({
    verdict: 'Maglev is the end of the road for it: TurboFan does not take so much at once.',
    run: `it has ${grouped(bytes)} bytes of bytecode and ran ${times(ran)}.`,
    cost: 'what TurboFan would have gained over Maglev, and each compilation of so much takes long (Node 24).',
    free: 'big functions that run once, such as a bundle; comments and long names.',
    instead: 'take the hot part out into a function of its own.',
    code: 'function step(state, token) {\n  return handlers[token.type](state, token);\n}',
  }),
});
