/**
 * Objects with named properties that are read under computed names. The cache of `o[k]` holds one name, whatever it knows
 * of shapes, so with the second it is megamorphic at once.
 *
 * V8: src/ic/keyed-store-generic.cc, KeyedLoadIC in src/ic/ic.cc.
 */
import type { SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { heatOf, timesRun } from '../heat.ts';
import { counted, quoted, times } from '../hover-text.ts';
import { shapeTable } from '../shape-table.ts';
import { isTable } from './causes.ts';
import { tokenAt } from './places.ts';

interface NamedByKey {
  readonly program: AnalyzedProgram;
  readonly evidence: HazardEvidence;
  readonly site: SiteEvidence;
  readonly ran: number;
}

export const keyedNamesHazard = defineHazard<NamedByKey>({
  id: 'keyed-names',
  title: 'Keyed access with many names',
  docs: `The cache of \`object[key]\` knows hidden classes for indices, but for names just one name: with the second name the access is
megamorphic, however alike the objects are. It then looks up name and hidden class in the table that all megamorphic accesses
share. For a table of keys that is as it should be; in a hot loop over objects that always have the same few properties,
an array, or an access by name for each of them, is faster. Inside \`for (const key in object)\`, \`object[key]\` has no such cache at all.`,
  examples: {
    bad: [
      {
        source: `const point = { x: 1, y: 2, z: 3 };
const axes = ['x', 'y', 'z'];
let total = 0;
for (let i = 0; i < 3000; i++) total += point[axes[i % 3]];
console.log(total);`,
      },
      {
        source: `class Vector {
  constructor() {
    this.x = 0;
    this.y = 0;
  }
}
function step(vector, axis) {
  vector[axis] = 1;
}
const vector = new Vector();
for (let i = 0; i < 3000; i++) step(vector, i % 2 ? 'x' : 'y');
console.log(vector.x + vector.y);`,
      },
    ],
    good: [
      {
        source: `const counts = {};
const words = 'a b c d e f g'.split(' ');
for (let i = 0; i < 3000; i++) counts[words[i % 7]] = (counts[words[i % 7]] ?? 0) + 1;
console.log(counts.a);`,
      },
      {
        source: `const point = [1, 2, 3];
let total = 0;
for (let i = 0; i < 3000; i++) total += point[i % 3];
console.log(total);`,
      },
      {
        source: `const point = { x: 1, y: 2, z: 3 };
let total = 0;
for (let i = 0; i < 1000; i++) for (const key in point) total += point[key];
console.log(total);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const { sites, shapes } = evidence.engine;
    for (const site of sites) {
      const { kind, state, names, position } = site;
      if (!/^(LoadKeyed|SetKeyed|HasKeyed)/.test(kind) || state !== 'MEGAMORPHIC') continue;
      if (names.filter((name) => !/^-?\d+$/.test(name)).length < 2) continue;
      const met = site.shapes.flatMap(({ number }) => shapes.get(number) ?? []);
      const isRecord = met.every(
        (shape) => shape.instanceType === 'object' && !shape.isDictionary && !isTable(shapes, shape),
      );
      const ran = timesRun(program, evidence, position);
      if (!isRecord || met.length === 0 || heatOf(ran) !== 'hot') continue;
      yield {
        ...tokenAt(program, position),
        data: { program, evidence, site, ran },
        happened: { count: ran, firstEvent: site.megamorphicSince },
      };
    }
  },
  judge: () => ({ kind: 'finding', severity: 'information' }),
  message({ site: { names } }) {
    const shown = names.slice(0, 2).map(quoted).join(' and ');
    return `This access by key has met ${shown}${names.length > 2 ? ' …' : ''}: it remembers one name. For a few fixed properties use an array or their names, for a table a Map.`;
  },
  hover: ({ program, evidence, site, ran }) => ({
    verdict: 'An access by key remembers one name; the second makes it megamorphic.',
    run: `it ran ${times(ran)} and met ${counted(site.nameCount, 'name')}.`,
    table: shapeTable(program, evidence.engine.shapes, site.shapes, site.shapeCount),
    cost: 'a look into the table of all megamorphic accesses each time: a load takes 2.4 to 3.9× as long (Node 24).',
    free: 'indices of arrays, one name at one place, and `object[key]` in a for-in over the same object.',
    instead: 'an array where the keys are known and few; a Map where they come and go.',
    code: 'const axes = [point.x, point.y, point.z];',
  }),
  shapes: ({ site }) => site.shapes.map(({ number }) => number),
});
