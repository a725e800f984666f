/**
 * Frozen and open objects at one place. Freezing keeps the fast properties, but the hidden class is another one.
 *
 * V8: Map::CopyForPreventExtensions in src/objects/map.cc, by a transition with a symbol of its own.
 */
import { causeHazard } from './cause-hazard.ts';
import { accessesMeet, type FoundCause } from './cause-words.ts';

export const frozenMixedHazard = causeHazard({
  id: 'frozen-mixed',
  title: 'Frozen and unfrozen objects mixed',
  kind: 'integrity',
  docs: `\`Object.freeze\`, \`Object.seal\` and \`Object.preventExtensions\` give an object another hidden class and leave its properties fast: a frozen
object is read as quickly as an open one. But an access that meets both has two hidden classes to tell apart. Objects that were all
frozen, in the same way and after the same properties, share one.`,
  examples: {
    bad: [
      {
        source: `function sum(point) {
  return point.x + point.y;
}
let total = 0;
for (let i = 0; i < 2000; i++) {
  const point = { x: i, y: 1 };
  if (i % 2) Object.freeze(point);
  total += sum(point);
}
console.log(total);`,
      },
      {
        source: `const nameOf = (user) => user.name;
const root = Object.seal({ name: 'root', id: 0 });
let total = 0;
for (let i = 0; i < 2000; i++) total += nameOf(i % 2 ? root : { name: 'user', id: i }).length;
console.log(total);`,
      },
    ],
    good: [
      {
        source: `const sum = (point) => point.x + point.y;
let total = 0;
for (let i = 0; i < 2000; i++) total += sum(Object.freeze({ x: i, y: 1 }));
console.log(total);`,
      },
      {
        source: `const settings = Object.freeze({ depth: 3, width: 2 });
let total = 0;
for (let i = 0; i < 2000; i++) total += settings.depth;
console.log(total);`,
      },
    ],
  },
  message({ cause }) {
    return `Objects are ${wordOf(cause)} here, others are not: ${accessesMeet(cause)}. Do it to all of them, or to none.`;
  },
  words: (found) => ({
    verdict: `An object that is ${wordOf(found.cause)} has another hidden class, and fast properties all the same.`,
    free: 'objects of which all are frozen, or none.',
    instead: 'freeze where the objects are made.',
    code: 'const make = (x, y) => Object.freeze({ x, y });',
  }),
});

function wordOf({ usual, odd }: FoundCause['cause']): string {
  const integrity = odd.integrity === '' ? usual.integrity : odd.integrity;
  return integrity === 'nonextensible' ? 'closed' : integrity;
}
