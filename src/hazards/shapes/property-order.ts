/**
 * Objects with the same properties in another order. V8 adds properties along a tree of hidden classes, so `{x, y}` and
 * `{y, x}` end on two branches, and code that meets both keeps two of everything.
 *
 * V8: Map::TransitionToDataProperty in src/objects/map.cc, src/ic/ic.cc.
 */
import { quoted } from '../hover-text.ts';
import { keysOf } from '../shape-difference.ts';
import { causeHazard } from './cause-hazard.ts';
import { accessesMeet } from './cause-words.ts';
import { birthOf } from './object-literals.ts';
import { reorderFix } from './reorder-fix.ts';

export const propertyOrderHazard = causeHazard({
  id: 'property-order',
  title: 'Different property order',
  kind: 'order',
  toldFrom: 0,
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
  message({ program, cause }) {
    const { odd, usual, keys } = cause;
    const line = program.lineOf(birthOf(program, usual));
    const what =
      odd.text === usual.text
        ? `${keys.slice(0, 2).map(quoted).join(' and ')} of ${odd.text} come in another order than on line ${line}`
        : `${odd.text} has the properties of ${usual.text} (line ${line}) in another order`;
    return `${what}: ${accessesMeet(cause)}. Use one order.`;
  },
  words: (found) => ({
    verdict: 'The same properties in another order are another shape.',
    free: 'any order, as long as all objects have the same; and code that runs seldom.',
    instead: 'write the properties in one order, best in one function or class that makes all of these objects.',
    code: codeOf(keysOf(found.cause.usual)),
  }),
  fixes: ({ program, evidence, cause }) => reorderFix(program, evidence, cause),
});

function codeOf(keys: readonly string[]): string {
  const names = keys.filter((key) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)).join(', ');
  return `const make = (${names}) => ({ ${names} });`;
}
