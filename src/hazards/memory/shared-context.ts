/**
 * Large variables that nobody can use any more, kept by a closure that shares their context.
 *
 * V8: a scope has one context, which holds what any of the closures made in it uses; each of them keeps all of it.
 */
import type { SiblingEvidence } from '../../recorder/evidence/memory-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { bytesText, counted, grouped, inlineCode, quoted } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import { type KeptPlace, pathText, placeOf } from './keeping-words.ts';

interface Kept {
  readonly program: AnalyzedProgram;
  readonly sibling: SiblingEvidence;
  readonly place: KeptPlace;
  readonly path: string;
  readonly isCut: boolean;
}

const noticeableBytes = 256 * 1024;
const manyContexts = 100;
const manyBytes = 1024 * 1024;

export const sharedContextHazard = defineHazard<Kept>({
  id: 'shared-context',
  title: 'Closure that keeps a large sibling alive',
  docs: `All closures that are made in one scope share one context: the variables that any of them uses. As long as one of them is
alive, so is all of the context, with variables that only the others used and that nothing can reach by name any more. A callback that counts
ticks can so keep the rows that a helper beside it has summed up long ago. Where each such context holds the one before, they make a chain that grows with
every turn. This is told where the run shows it: at its end something large was kept in that way, and none of the closures that were left uses
it. Make the closure that lives long in a function of its own, which sees only what it needs, or assign \`undefined\` to what has served.`,
  examples: {
    bad: [
      {
        source: `function start() {
  const rows = new Array(20000).fill(1.5);
  const sum = () => rows.reduce((one, other) => one + other, 0);
  console.log(sum());
  let ticks = 0;
  setInterval(() => {
    ticks++;
  }, 1000);
}
start();`,
      },
      {
        source: `let current = null;
function replace() {
  const previous = current;
  const unused = () => previous;
  current = { values: new Array(100).fill(0), describe() {} };
}
setInterval(replace, 1000);`,
      },
    ],
    good: [
      {
        source: `function count() {
  let ticks = 0;
  setInterval(() => {
    ticks++;
  }, 1000);
}
function start() {
  const rows = new Array(20000).fill(1.5);
  const sum = () => rows.reduce((one, other) => one + other, 0);
  console.log(sum());
  count();
}
start();`,
      },
      {
        source: `function start() {
  let rows = new Array(20000).fill(1.5);
  const sum = () => rows.reduce((one, other) => one + other, 0);
  console.log(sum());
  rows = undefined;
  let ticks = 0;
  setInterval(() => {
    ticks++;
  }, 1000);
}
start();`,
      },
      {
        source: `function start() {
  const rows = new Array(20000).fill(1.5);
  let tick = 0;
  setInterval(() => rows[tick++], 1000);
}
start();`,
      },
    ],
  },
  *detect(program, evidence) {
    for (const sibling of evidence?.engine.memory.siblings ?? []) {
      const { path, contexts } = sibling;
      const place = placeOf(program, path);
      if (place === undefined) continue;
      yield {
        start: place.start,
        end: place.end,
        happened: { count: contexts, firstEvent: -1 },
        data: {
          program,
          sibling,
          place,
          path: pathText(program, evidence!, path),
          isCut: !evidence!.loop.hasEnded,
        },
      };
    }
  },
  judge({ sibling: { bytes, contexts }, isCut }) {
    const isGrowing = isCut && bytes >= manyBytes && contexts >= manyContexts;
    return {
      kind: 'finding',
      severity: isGrowing ? 'warning' : isCut && bytes >= noticeableBytes ? 'information' : 'hint',
    };
  },
  message: ({ sibling: { bytes }, place: { name } }) =>
    `${quoted(name)} stays in memory (${bytesText(bytes)}) although nothing that is left uses it: a closure shares its context. Make that one elsewhere, or assign undefined.`,
  hover: ({ sibling: { name, bytes, contexts, keepers }, path }) => ({
    verdict: 'Closures of one scope keep each other’s variables.',
    run: `${contexts === 1 ? 'one context holds' : `${grouped(contexts)} contexts hold`} ${inlineCode(name)}, kept by ${path}; ${keepersText(keepers)}.`,
    cost: `${bytesText(bytes)} here as V8 lays it out, for as long as such a closure lives.`,
    free: 'what the closure uses itself, and small things.',
    instead: 'make the closure that lives long in a function of its own; or let go of what has served.',
    code: `function start() {\n  const ${name} = load();\n  use(${name});\n  watch(); // makes its closures itself, and sees no ${name}\n}`,
  }),
  related: ({ program, sibling: { keepers } }) =>
    keepers
      .filter(({ start }) => start >= 0)
      .slice(0, 5)
      .map(({ name, start }) => ({
        start,
        end: endOfToken(program, start),
        message: `${name === '' ? 'this closure' : quoted(name)} keeps the context`,
      })),
});

function keepersText(keepers: SiblingEvidence['keepers']): string {
  const [first] = keepers;
  if (keepers.length === 1 && first!.name !== '')
    return `only ${inlineCode(first!.name)} is left, which does not use it`;
  return `${counted(keepers.length, 'function')} of the text ${keepers.length === 1 ? 'keeps' : 'keep'} it and ${keepers.length === 1 ? 'does' : 'do'} not use it`;
}
