/**
 * Arrays, sets, texts and linked lists that somebody always reaches and that only grow: what is put in is never taken out.
 *
 * Caches, which have keys, are unbounded-cache's.
 */
import { defineHazard } from '../define-hazard.ts';
import { grouped, quoted } from '../hover-text.ts';
import {
  addingPlaces,
  costText,
  type Growth,
  growthsOf,
  isListenerList,
  runText,
  severityOf,
  sizeTable,
  sizeText,
} from './growth.ts';

export const growingCollectionHazard = defineHazard<Growth>({
  id: 'growing-collection',
  title: 'Collection that only grows',
  docs: `What can be reached stays in memory, whether anybody will look at it again or not. A list, a set or a text that belongs to
the whole program (a global, a variable of the file, a static field, a variable that a callback closes over) and that something is added to in
each turn of the event loop grows for as long as the program runs. This is told where the run shows it: it had more in it after turn upon turn, it
never got shorter, and it had not come to rest. The hover says what keeps it, from the root on, and how many bytes that is as V8 lays objects
out. Take out what has served, keep the last so many only, or let it go with the request that it belongs to.`,
  examples: {
    bad: [
      {
        source: `const rows = [];
function poll() {
  rows.push({ time: Date.now(), values: [1.5, 2.5] });
}
setInterval(poll, 1000);`,
      },
      {
        source: `let last = null;
let n = 0;
setInterval(() => {
  last = { n: n++, before: last };
}, 1000);`,
      },
      {
        source: `class Tracker {
  static seen = new Set();
  static note(visit) {
    Tracker.seen.add(visit);
  }
}
let visits = 0;
setInterval(() => Tracker.note(\`visit \${visits++}\`), 500);`,
      },
      {
        source: `let history = '';
let n = 0;
setInterval(() => {
  history += \`event \${n++} has happened and is noted for ever\\n\`;
}, 1000);`,
      },
    ],
    good: [
      {
        source: `let last = null;
let n = 0;
setInterval(() => {
  last = { n: n++, before: last };
  if (n % 5 === 0) last.before = null;
}, 100);`,
      },
      {
        source: `const rows = [];
setInterval(() => {
  rows.push({ time: Date.now(), values: [1.5, 2.5] });
  if (rows.length > 100) rows.shift();
}, 1000);`,
      },
      {
        source: `let rows = [];
setInterval(() => {
  rows = [];
  for (let i = 0; i < 500; i++) rows.push({ i });
}, 1000);`,
      },
      {
        source: `async function load() {
  const rows = [];
  for (let i = 0; i < 300; i++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    rows.push({ i, cells: [i, i + 0.5] });
  }
  return rows.length;
}
load().then(console.log, console.error);`,
      },
    ],
  },
  detect: (program, evidence) => growthsOf(program, evidence, ['array', 'set', 'text', 'chain']),
  judge: (growth) => ({ kind: 'finding', severity: severityOf(growth) }),
  message: (growth) =>
    isListenerList(growth.growth)
      ? `${quoted(growth.place.name)} only gets more listeners: ${sizeText(growth).replace('object', 'listener')} after ${grouped(growth.growth.sizes.at(-1)!.turn)} turns, and none was removed. Remove those that have served.`
      : `${quoted(growth.place.name)} only grows: ${sizeText(growth)} after ${grouped(growth.growth.sizes.at(-1)!.turn)} turns, and none was ever taken out. Bound it, or drop what has served.`,
  hover: (growth) => ({
    verdict: 'What is put in here never leaves.',
    run: runText(growth),
    table: sizeTable(growth),
    cost: costText(growth),
    free: 'what has a bound, and what is needed as a whole in the end.',
    instead: 'take out what has served, or keep the last so many.',
    code: codeFor(growth),
  }),
  related: addingPlaces,
});

function codeFor({ growth, place: { name } }: Growth): string {
  const { kind } = growth;
  if (isListenerList(growth))
    return `signal.addEventListener('abort', listener);\n// when it has served:\nsignal.removeEventListener('abort', listener);`;
  if (kind === 'chain')
    return `${name} = { value, next: ${name} };\n// what is no longer needed is let go of:\nlast.next = null;`;
  if (kind === 'text') return `${name} = (${name} + line).slice(-10_000);`;
  if (kind === 'set') return `${name}.add(value);\n// when it has served:\n${name}.delete(value);`;
  return `${name}.push(value);\nif (${name}.length > 1000) ${name}.shift();`;
}
