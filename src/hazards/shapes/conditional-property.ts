/**
 * A property that a constructor or factory sets on some paths only: its objects have as many hidden classes as there are
 * paths, and what is set after it has two of everything.
 *
 * V8: Map::TransitionToDataProperty in src/objects/map.cc.
 */
import { quoted } from '../hover-text.ts';
import { causeHazard } from './cause-hazard.ts';
import { accessesMeet } from './cause-words.ts';
import { initializeBeforeBranch } from './initialize-fix.ts';

export const conditionalPropertyHazard = causeHazard({
  id: 'conditional-property',
  title: 'Property set on some paths only',
  kind: 'conditional',
  docs: `A constructor that sets a property only in some cases makes objects of two hidden classes, with three such properties of up to eight.
An access that meets both is polymorphic, from the fifth shape on megamorphic. A property that is always set and holds
\`undefined\`, \`null\` or 0 where there is nothing to say keeps all objects in one hidden class: V8 has one for the properties, not for
their values. It is then there, of course, for \`in\`, \`Object.keys\` and \`for...in\`.`,
  examples: {
    bad: [
      {
        source: `function Account(balance) {
  this.balance = balance;
  if (balance < 0) this.isOverdrawn = true;
  this.changes = 0;
}
function changesOf(account) {
  return account.changes;
}
let total = 0;
for (let i = 0; i < 2000; i++) total += changesOf(new Account((i % 2) - 1));
console.log(total);`,
      },
      {
        source: `class Node {
  constructor(value, left, right) {
    this.value = value;
    if (left) {
      this.left = left;
    }
    right && (this.right = right);
  }
}
function sum(node) {
  return node === undefined ? 0 : node.value + sum(node.left) + sum(node.right);
}
function build(depth, side) {
  if (depth === 0) return undefined;
  const has = (depth + side) % 3;
  return new Node(1, has === 0 ? undefined : build(depth - 1, 0), has === 1 ? undefined : build(depth - 1, 1));
}
const tree = build(9, 0);
for (let i = 0; i < 100; i++) sum(tree);
console.log(sum(tree));`,
      },
      {
        source: `function makeItem(price, isSpecial) {
  const item = { price, count: 1 };
  if (isSpecial) item.discount = 2;
  return item;
}
const priceOf = (item) => item.price * item.count;
let total = 0;
for (let i = 0; i < 2000; i++) total += priceOf(makeItem(i, i % 3 === 0));
console.log(total);`,
      },
    ],
    good: [
      {
        source: `function Account(balance) {
  this.balance = balance;
  this.isOverdrawn = balance < 0 ? true : undefined;
  this.changes = 0;
}
let total = 0;
for (let i = 0; i < 2000; i++) total += new Account((i % 2) - 1).changes;
console.log(total);`,
      },
      {
        source: `function Pair(a, b) {
  if (a < b) {
    this.small = a;
    this.big = b;
  } else {
    this.small = b;
    this.big = a;
  }
}
let total = 0;
for (let i = 0; i < 2000; i++) total += new Pair(i % 7, 3).big;
console.log(total);`,
      },
    ],
  },
  message({ cause }) {
    const [first = '', ...others] = new Set(cause.adders.map(({ key }) => key));
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `${quoted(first)}${more} is set on some paths only: ${accessesMeet(cause)}. Set it on all of them.`;
  },
  words: (found) => ({
    verdict: 'Objects with and without the property are of two hidden classes.',
    free: 'values do not count: `undefined`, `null` and 0 leave the hidden class as it is.',
    instead: 'give every object the property, at the same place; where there is nothing to say, let it hold nothing.',
    code: `this.${found.cause.adders[0]?.key ?? 'key'} = condition ? value : undefined;`,
  }),
  fixes: ({ program, evidence, cause }) => initializeBeforeBranch(program, evidence, cause),
});
