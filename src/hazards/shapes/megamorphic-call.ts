/**
 * A call that meets different functions. Its feedback holds one function, or the closures of one text; with a second text it
 * holds nothing, and no compiler can inline the call.
 *
 * V8: CollectCallFeedback in src/builtins/ic-callable.tq. Simplified: calls are counted from when there is feedback.
 */
import type { EngineEvidence, SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { heatOf } from '../heat.ts';
import { inlineCode, quoted, times } from '../hover-text.ts';
import { tokenAt } from './places.ts';

interface OpenCall {
  readonly program: AnalyzedProgram;
  readonly site: SiteEvidence;
}

export const megamorphicCallHazard = defineHazard<OpenCall>({
  id: 'megamorphic-call',
  title: 'Megamorphic call',
  docs: `A call site remembers one function, or one text of which it meets different closures. With the second it remembers none: the
optimising compilers cannot put the function's code in the place of the call, and the call takes 2 to 5.5 times as long for
small functions (Node 24). That is how callbacks work and mostly right; it shows only where a hot loop calls small functions.`,
  examples: {
    bad: [
      {
        source: `function apply(change, value) {
  return change(value);
}
const double = (x) => x * 2;
const increment = (x) => x + 1;
let total = 0;
for (let i = 0; i < 3000; i++) total += apply(i % 2 ? double : increment, i);
console.log(total);`,
      },
      {
        source: `const handlers = { add: (a, b) => a + b, sub: (a, b) => a - b };
const names = ['add', 'sub'];
let total = 0;
for (let i = 0; i < 3000; i++) {
  const handler = handlers[names[i % 2]];
  total += handler(i, 1);
}
console.log(total);`,
      },
    ],
    good: [
      {
        source: `const adder = (n) => (x) => x + n;
const all = [adder(1), adder(2), adder(3)];
let total = 0;
for (let i = 0; i < 3000; i++) {
  const add = all[i % 3];
  total += add(i);
}
console.log(total);`,
      },
      {
        source: `function apply(change, value) {
  return change(value);
}
console.log(apply((x) => x * 2, 1), apply((x) => x + 1, 1));`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const { sites } = evidence.engine;
    for (const site of sites) {
      if (site.kind !== 'Call' || site.state !== 'GENERIC' || heatOf(site.calls) !== 'hot') continue;
      if (texts(site).size < 2 || isDispatch(site, evidence.engine)) continue;
      yield {
        ...tokenAt(program, site.position),
        data: { program, site },
        happened: { count: site.calls, firstEvent: -1 },
      };
    }
  },
  judge: () => ({ kind: 'finding', severity: 'information' }),
  message({ site }) {
    return `Different functions are called here, ${namesOf(site)}: the call cannot be inlined. In a hot loop pass data instead, or write the loop for each.`;
  },
  hover: ({ site }) => ({
    verdict: 'A call remembers one function; this one has met several.',
    run: `it was made ${times(site.calls)} with feedback.`,
    cost: '2 to 5.5× as long for small functions, because the call is really made (Node 24).',
    free: 'different closures of one and the same text, and callbacks that do something big.',
    instead:
      'one function that decides by a value; or one loop for each function, so that each has a call site of its own.',
    code: `for (const item of items) total += isDouble ? item * 2 : item + 1;`,
  }),
  related: ({ program, site }) =>
    [...texts(site).values()]
      .filter(({ start }) => start >= 0)
      .slice(0, 4)
      .map(({ name, start }) => ({
        ...tokenAt(program, start),
        message: `${name === '' ? 'a function without a name' : inlineCode(name)} is called`,
      })),
});

function texts({ callees }: SiteEvidence): ReadonlyMap<string, SiteEvidence['callees'][number]> {
  return new Map(callees.map((callee) => [callee.start >= 0 ? String(callee.start) : callee.name, callee]));
}

/** The receivers are of different shapes, and so are their methods; or a method was replaced: others tell of that. */
function isDispatch({ position, functionEnd }: SiteEvidence, { sites, changes }: EngineEvidence): boolean {
  const load = sites.find(
    (site) => site.position === position && site.functionEnd === functionEnd && /^Load(Property|Keyed)/.test(site.kind),
  );
  if (load === undefined) return false;
  return load.shapeCount > 1 || changes.some(({ kind, key }) => kind === 'constness' && key === load.key);
}

function namesOf(site: SiteEvidence): string {
  const names = [...new Set([...texts(site).values()].map(({ name }) => name))].filter((name) => name !== '');
  const shown = names.slice(0, 2).map(quoted);
  return shown.length < 2 ? `${texts(site).size} at least` : `${shown.join(' and ')}${names.length > 2 ? ' …' : ''}`;
}
