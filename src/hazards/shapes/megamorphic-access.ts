/**
 * An access that meets more hidden classes than it remembers, for which nothing in the making of the objects is to blame:
 * they are different by nature.
 *
 * V8: src/ic/ic.cc (IC::UpdateMegamorphicCache), --max-valid-polymorphic-map-count.
 */
import { defineHazard } from '../define-hazard.ts';
import { severityFor } from '../heat.ts';
import { quoted, times } from '../hover-text.ts';
import { shapeTable } from '../shape-table.ts';
import { accesses } from './cause-words.ts';
import { type FoundGroup, groupDetection, groupRelated } from './group-words.ts';
import { megamorphicGroups } from './megamorphic-sites.ts';

export const megamorphicAccessHazard = defineHazard<FoundGroup>({
  id: 'megamorphic-access',
  title: 'Megamorphic property access',
  docs: `The cache of a property access holds up to four hidden classes. With the fifth the access is megamorphic: it looks into one table that
all megamorphic accesses share, and the optimising compilers, which have nothing to go by, call a routine instead of reading a
field. A load then takes 2.4 to 3.9 times as long, a method call 4 to 15 times, because the method is no longer inlined (Node 24).
The code around is optimised all the same. Two to four hidden classes cost next to nothing.`,
  examples: {
    bad: [
      {
        source: `const shapes = [{ kind: 1, r: 1 }, { kind: 2, a: 1 }, { kind: 3, w: 1, h: 2 }, { kind: 4, d: 1 }, { kind: 5, e: 1 }];
function kindOf(shape) {
  return shape.kind;
}
let total = 0;
for (let i = 0; i < 3000; i++) total += kindOf(shapes[i % 5]);
console.log(total);`,
      },
      {
        source: `class A { get() { return 1; } }
class B { get() { return 2; } }
class C { get() { return 3; } }
class D { get() { return 4; } }
class E { get() { return 5; } }
const all = [new A(), new B(), new C(), new D(), new E()];
let total = 0;
for (let i = 0; i < 3000; i++) total += all[i % 5].get();
console.log(total);`,
      },
    ],
    good: [
      {
        source: `const shapes = [{ kind: 1, r: 1 }, { kind: 2, a: 1 }, { kind: 3, w: 1, h: 2 }, { kind: 4, d: 1 }];
let total = 0;
for (let i = 0; i < 3000; i++) total += shapes[i % 4].kind;
console.log(total);`,
      },
      {
        source: `function kindOf(shape) {
  return shape.kind;
}
let total = 0;
for (let i = 0; i < 3000; i++) total += kindOf({ kind: i % 5, size: i });
console.log(total);`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    for (const group of megamorphicGroups(program, evidence)) {
      if (group.base === undefined) yield groupDetection(program, evidence, group);
    }
  },
  judge: ({ group }) => ({ kind: 'finding', severity: severityFor(group.ran, 'high') }),
  message({ group: { hottest, sites } }) {
    const isStore = /^(Set|Define)/.test(hottest.kind);
    const more = sites.length > 1 ? ` (as do ${accesses(sites.length - 1)} more)` : '';
    return `${isStore ? 'Storing' : 'Reading'} ${quoted(hottest.key)} meets ${hottest.shapeCount} shapes${more}, an access remembers four. Give the objects one shape, or split the code by kind.`;
  },
  hover: ({ program, evidence, group: { hottest, ran } }) => ({
    verdict: 'This access has met more shapes than it can remember.',
    run: `it ran ${times(ran)} and met ${hottest.shapeCount} shapes.`,
    table: shapeTable(program, evidence.engine.shapes, hottest.shapes, hottest.shapeCount),
    cost: 'a load takes 2.4 to 3.9× as long, a method call 4 to 15× (Node 24); the function around is optimised all the same.',
    free: 'up to four shapes, and code that runs seldom.',
    instead:
      'bring the objects into one shape where they come in, with the properties that all of them have first; or ask for the kind once and go on in a function for each.',
    code: 'const make = (kind, detail) => ({ kind, detail });',
  }),
  related: groupRelated,
  shapes: ({ group }) => group.hottest.shapes.map(({ number }) => number),
});
