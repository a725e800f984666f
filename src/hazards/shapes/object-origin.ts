/**
 * The same properties in the same order, and two hidden classes all the same: a literal, `{}` with stores, Object.assign and
 * a constructor begin with different ones.
 *
 * V8: Factory::ObjectLiteralMapFromCache: literals begin with a hidden class for their number of properties.
 */
import { inlineCode } from '../hover-text.ts';
import { causeHazard } from './cause-hazard.ts';
import { accessesMeet } from './cause-words.ts';
import { birthOf } from './object-literals.ts';

export const objectOriginHazard = causeHazard({
  id: 'object-origin',
  title: 'Same keys built in different ways',
  kind: 'origin',
  docs: `The hidden class of an object begins with the way in which it is made. \`{x, y}\` begins with one for literals of two properties, \`{}\`
with one that has room for four; \`Object.assign({}, o)\` and \`{[key]: value}\` go like \`{}\`, and each constructor has its own. So objects
with the same properties in the same order are of different hidden classes when they come from different places.
\`{...o}\` has the hidden class of o since Node 22, \`JSON.parse\` that of the literal with the same keys.`,
  examples: {
    bad: [
      {
        source: `function sum(point) {
  return point.x + point.y;
}
function empty(x, y) {
  const point = {};
  point.x = x;
  point.y = y;
  return point;
}
let total = 0;
for (let i = 0; i < 2000; i++) total += sum(i % 2 ? { x: i, y: 1 } : empty(i, 1));
console.log(total);`,
      },
      {
        source: `const defaults = { host: 'a', port: 1 };
function portOf(options) {
  return options.port;
}
let total = 0;
for (let i = 0; i < 2000; i++) total += portOf(i % 2 ? Object.assign({}, defaults) : defaults);
console.log(total);`,
      },
    ],
    good: [
      {
        source: `const defaults = { host: 'a', port: 1 };
function portOf(options) {
  return options.port;
}
let total = 0;
for (let i = 0; i < 2000; i++) total += portOf(i % 2 ? { ...defaults } : defaults);
console.log(total);`,
      },
      {
        source: `function sum(point) {
  return point.x + point.y;
}
const parsed = JSON.parse('{"x":1,"y":2}');
let total = 0;
for (let i = 0; i < 2000; i++) total += sum(i % 2 ? { x: i, y: 1 } : parsed);
console.log(total);`,
      },
    ],
  },
  message({ program, cause }) {
    const line = program.lineOf(birthOf(program, cause.usual));
    return `${cause.odd.text} is made in another way than on line ${line} and is another shape: ${accessesMeet(cause)}. Make both in one place.`;
  },
  words: (found) => ({
    verdict: 'The same properties, built in another way, are another shape.',
    free: 'copies by `{...object}` (since Node 22) and `JSON.parse`: they have the hidden class of the literal.',
    instead: `make objects with ${inlineCode(found.cause.keys.join(', '))} in one function, or with one class.`,
    code: 'const copy = { ...original };',
  }),
});
