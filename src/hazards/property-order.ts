/**
 * Objects with the same properties in another order. V8 adds properties along a tree of hidden classes, so `{x, y}` and
 * `{y, x}` end on two branches, and code that meets both keeps two of everything.
 *
 * V8: Map::TransitionToDataProperty in src/objects/map.cc, src/ic/ic.cc.
 */
import type { MetShape, ShapeEvidence, SiteEvidence } from '../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from './analyzed-program.ts';
import { defineHazard } from './define-hazard.ts';
import type { HazardEvidence } from './evidence.ts';
import { severityFor, timesRun } from './heat.ts';
import { counted, inlineCode, times } from './hover-text.ts';
import { differenceOf, keysOf } from './shape-difference.ts';
import { birthPlaces, endOfToken, shapeTable } from './shape-table.ts';

interface OrderedOtherwise {
  readonly program: AnalyzedProgram;
  readonly shapes: ReadonlyMap<number, ShapeEvidence>;
  /** Born last: what it would take to make it like the other. */
  readonly odd: ShapeEvidence;
  readonly usual: ShapeEvidence;
  readonly met: readonly MetShape[];
  /** Accesses that meet both. */
  readonly sites: readonly SiteEvidence[];
  /** How often the hottest of them ran. */
  readonly ran: number;
}

export const propertyOrderHazard = defineHazard<OrderedOtherwise>({
  id: 'property-order',
  title: 'Different property order',
  docs: `V8 gives an object a hidden class by the properties that were added and the order in which they came. Two objects with the same
properties in another order have two hidden classes. An access that meets both is polymorphic: a check more for each
shape up to four, and from the fifth on a look into a table that all such places share.`,
  examples: {
    bad: [
      {
        source: `function sum(point) {
  return point.x + point.y;
}
let total = 0;
for (let i = 0; i < 2000; i++) total += sum(i % 2 ? { x: 1, y: 2 } : { y: 2, x: 1 });
console.log(total);`,
      },
      {
        source: `function area(box) {
  return box.width * box.height;
}
const wide = {};
wide.width = 4;
wide.height = 1;
const high = {};
high.height = 4;
high.width = 1;
console.log(area(wide) + area(high));`,
      },
    ],
    good: [
      {
        source: `class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}
let total = 0;
for (let i = 0; i < 2000; i++) total += new Point(i, 1).y;
console.log(total);`,
      },
      {
        source: `function sum(point) {
  return point.x + point.y;
}
let total = 0;
for (let i = 0; i < 2000; i++) total += sum(i % 2 ? { x: 1, y: 2 } : { x: 2, y: 1 });
console.log(total);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const found of pairsIn(program, evidence)) {
      const start = found.odd.birth.position;
      yield {
        start,
        end: endOfToken(program, start),
        data: found,
        happened: {
          count: found.ran,
          firstEvent: found.met.find(({ number }) => number === found.odd.number)!.firstEvent,
        },
      };
    }
  },
  judge: ({ ran }) => ({ kind: 'finding', severity: severityFor(ran, 'low') }),
  message({ program, usual, odd, sites }) {
    const line = program.lineOf(usual.birth.position);
    return `${odd.text} has the properties of ${usual.text} (line ${line}) in another order: ${counted(sites.length, 'access')} ${sites.length === 1 ? 'meets' : 'meet'} both shapes. Use one order.`;
  },
  hover: ({ program, shapes, usual, met, sites, ran }) => ({
    verdict: 'The same properties in another order are another shape.',
    run: `${counted(sites.length, 'access')} met both, the hottest ran ${times(ran)}.`,
    table: shapeTable(program, shapes, met),
    cost: 'a check more per access for each shape up to four; from the fifth on the access is megamorphic, 3 to 8× as long (Node 24).',
    free: 'any order, as long as all objects have the same; and code that runs seldom.',
    instead: 'write the properties in one order, best in one function or class that makes all of these objects.',
    code: `const make = (${keysOf(usual).join(', ')}) => ({ ${keysOf(usual).join(', ')} });`,
  }),
  related: ({ program, shapes, met, sites }) => [
    ...birthPlaces(program, shapes, met),
    ...sites.slice(0, 5).map(({ position, key, state }) => ({
      start: position,
      end: endOfToken(program, position),
      message: `${inlineCode(key)} meets both shapes: ${state.toLowerCase()}`,
    })),
  ],
  shapes: ({ odd, usual }) => [usual.number, odd.number],
});

/** Each shape that has the properties of an earlier one in another order, with the places that met both. */
function pairsIn(program: AnalyzedProgram, evidence: HazardEvidence): readonly OrderedOtherwise[] {
  const { shapes, sites } = evidence.engine;
  const pairs = new Map<number, OrderedOtherwise>();
  for (const site of sites) {
    const met = site.shapes.flatMap(({ number }) => shapes.get(number) ?? []).filter(isOfProgram);
    for (const odd of met) {
      const usual = met.find((each) => each.number < odd.number && differenceOf(each, odd).kind === 'order');
      if (usual === undefined) continue;
      const ran = timesRun(program, evidence, site.position);
      const known = pairs.get(odd.number);
      const both = site.shapes.filter(({ number }) => number === odd.number || number === usual.number);
      pairs.set(odd.number, {
        ...(known ?? { program, shapes, odd, usual, met: both }),
        sites: [...(known?.sites ?? []), site],
        ran: Math.max(known?.ran ?? 0, ran),
      });
    }
  }
  return [...pairs.values()];
}

/** Of objects that the program's own code made. */
function isOfProgram({ number, birth, isDeprecated }: ShapeEvidence): boolean {
  return number > 0 && birth.position >= 0 && !isDeprecated;
}
