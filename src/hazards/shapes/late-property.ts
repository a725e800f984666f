/**
 * Properties that code elsewhere adds to objects that are made already, so that some have them and some do not.
 *
 * V8: Map::TransitionToDataProperty in src/objects/map.cc.
 */
import { quoted } from '../hover-text.ts';
import { causeHazard } from './cause-hazard.ts';
import { accessesMeet } from './cause-words.ts';
import { initializeAtBirth } from './initialize-fix.ts';

export const latePropertyHazard = causeHazard({
  id: 'late-property',
  title: 'Property added after construction',
  kind: 'late',
  docs: `A property that is added to a finished object gives it another hidden class. That alone is not slow: what costs is code that meets
objects with the property and objects without, for it has two hidden classes to tell apart. Where the object has no room left in
itself, the property is stored in an array beside it, one step further away. A constructor or literal that mentions all
properties makes objects of one hidden class.`,
  examples: {
    bad: [
      {
        source: `class Task {
  constructor(id) {
    this.id = id;
  }
}
function finish(task) {
  task.result = task.id * 2;
}
function idOf(task) {
  return task.id;
}
let total = 0;
for (let i = 0; i < 2000; i++) {
  const task = new Task(i);
  if (i % 2) finish(task);
  total += idOf(task);
}
console.log(total);`,
      },
      {
        source: `const makePoint = (x, y) => ({ x, y });
function mark(point) {
  point.isMarked = true;
}
const lengthOf = (point) => Math.abs(point.x) + Math.abs(point.y);
let total = 0;
for (let i = 0; i < 2000; i++) {
  const point = makePoint(i, -i);
  total += lengthOf(point);
  mark(point);
  total += lengthOf(point);
}
console.log(total);`,
      },
    ],
    good: [
      {
        source: `class Task {
  constructor(id) {
    this.id = id;
    this.result = undefined;
  }
}
function finish(task) {
  task.result = task.id * 2;
}
let total = 0;
for (let i = 0; i < 2000; i++) {
  const task = new Task(i);
  if (i % 2) finish(task);
  total += task.id;
}
console.log(total);`,
      },
      {
        source: `class Counter {
  constructor() {
    this.reset();
  }
  reset() {
    this.count = 0;
    this.limit = 10;
  }
}
let total = 0;
for (let i = 0; i < 2000; i++) total += new Counter().limit;
console.log(total);`,
      },
    ],
  },
  message({ cause }) {
    const [first = '', ...others] = new Set(cause.adders.map(({ key }) => key));
    const more = others.length === 0 ? '' : ` (and ${others.length} more elsewhere)`;
    return `${quoted(first)}${more} is added here to objects that are made already: ${accessesMeet(cause)}. Initialise it where the object is made.`;
  },
  words: (found) => ({
    verdict: 'Before and after it the object is of two hidden classes.',
    free: 'adding a property is not slow in itself, and an object that nobody has used yet has not met any access.',
    instead:
      'name the property in the constructor, as a class field or in the literal, with `undefined` or a first value.',
    code: `class Item {\n  ${found.cause.adders[0]?.key ?? 'key'} = undefined;\n}`,
  }),
  fixes: ({ program, evidence, cause }) => initializeAtBirth(program, evidence, cause),
});
