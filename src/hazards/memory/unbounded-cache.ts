/**
 * Tables that are given ever new keys and never lose one: caches without a bound. Maps, and objects that are used as tables.
 */
import { defineHazard } from '../define-hazard.ts';
import { grouped, quoted } from '../hover-text.ts';
import { addingPlaces, costText, type Growth, growthsOf, runText, severityOf, sizeTable, sizeText } from './growth.ts';

export const unboundedCacheHazard = defineHazard<Growth>({
  id: 'unbounded-cache',
  title: 'Cache without a bound',
  docs: `A Map, or an object that is used as a table, keeps every key and every value until they are deleted. Where the keys come from
outside (ids of requests, texts, times), there are always new ones, and a cache of them is a leak with a good name. This is told where the run shows
it: the table had more keys after turn upon turn of the event loop, none was deleted, and it had not come to rest. The hover says what keeps the
table, from the root on. Give it a bound and delete the oldest key (a Map lists its keys in the order in which they came), or delete the key
when the thing is over. Where the keys are objects, a WeakMap lets go of what nobody else holds.`,
  examples: {
    bad: [
      {
        source: `const cache = new Map();
function lookUp(id) {
  if (!cache.has(id)) cache.set(id, { id, name: 'user ' + id });
  return cache.get(id);
}
let id = 0;
setInterval(() => lookUp(id++), 1000);`,
      },
      {
        source: `class Sessions {
  byToken = {};
  open(token) {
    this.byToken[token] = { token, since: Date.now() };
  }
}
const sessions = new Sessions();
let n = 0;
setInterval(() => sessions.open('token ' + n++), 1000);`,
      },
    ],
    good: [
      {
        source: `const cache = new Map();
let id = 0;
setInterval(() => {
  cache.set(id++, { name: 'user ' + id });
  if (cache.size > 100) cache.delete(cache.keys().next().value);
}, 1000);`,
      },
      {
        source: `const cache = new Map();
let n = 0;
setInterval(() => {
  const id = n++ % 50;
  if (!cache.has(id)) cache.set(id, { name: 'user ' + id });
}, 1000);`,
      },
      {
        source: `const notes = new WeakMap();
setInterval(() => notes.set({}, 'seen'), 1000);`,
      },
    ],
  },
  detect: (program, evidence) => growthsOf(program, evidence, ['map', 'object']),
  judge: (growth) => ({ kind: 'finding', severity: severityOf(growth) }),
  message: (growth) =>
    `${quoted(growth.place.name)} only gets new keys: ${sizeText(growth)} after ${grouped(growth.growth.sizes.at(-1)!.turn)} turns, and none was ever deleted. Give it a bound.`,
  hover: (growth) => ({
    verdict: 'A table that nothing is deleted from is a leak.',
    run: runText(growth),
    table: sizeTable(growth),
    cost: costText(growth),
    free: 'tables whose keys are a fixed set, however large.',
    instead: 'delete the oldest key beyond a bound; where the keys are objects, a WeakMap.',
    code: codeFor(growth),
  }),
  related: addingPlaces,
});

function codeFor({ growth: { kind }, place: { name } }: Growth): string {
  const made = kind === 'map' ? '' : `const ${name} = new Map();\n`;
  return `${made}${name}.set(key, value);\nif (${name}.size > 1000) ${name}.delete(${name}.keys().next().value);`;
}
