/**
 * Objects that get another prototype when they are made already. They keep their fast properties, but begin a family of
 * hidden classes of their own.
 *
 * V8: JSObject::SetPrototype in src/objects/js-objects.cc, Map::TransitionToPrototype.
 */
import { causeHazard } from './cause-hazard.ts';
import { accessesMeet } from './cause-words.ts';

export const setPrototypeOfHazard = causeHazard({
  id: 'set-prototype-of',
  title: 'setPrototypeOf',
  kind: 'prototypeSet',
  docs: `\`Object.setPrototypeOf\` and assigning \`__proto__\` are no catastrophe: the object keeps fast properties, and nothing loses its optimised
code but what relied on the prototype chain. It does get another hidden class, so an access that meets such objects together with
objects of the same literal has two to tell apart. All that were given the same prototype after the same properties share one. Where a
class or function is set up with it, once, it costs nothing.`,
  examples: {
    bad: [
      {
        source: `const methods = { size() { return this.x; } };
const read = (o) => o.x;
let total = 0;
for (let i = 0; i < 2000; i++) {
  const o = { x: i, y: 1 };
  if (i % 2) Object.setPrototypeOf(o, methods);
  total += read(o);
}
console.log(total);`,
      },
      {
        source: `const methods = { size() { return this.x; } };
function read(o) {
  return o.x + o.y;
}
let total = 0;
for (let i = 0; i < 2000; i++) {
  const o = { x: i, y: 1 };
  total += read(o);
  o.__proto__ = methods;
  total += read(o);
}
console.log(total);`,
      },
    ],
    good: [
      {
        source: `const methods = { size() { return this.x; } };
let total = 0;
for (let i = 0; i < 2000; i++) {
  const o = { __proto__: methods, x: i };
  total += o.size();
}
console.log(total);`,
      },
      {
        source: `function Animal() { this.legs = 4; }
function Dog() { Animal.call(this); }
Object.setPrototypeOf(Dog.prototype, Animal.prototype);
let total = 0;
for (let i = 0; i < 2000; i++) total += new Dog().legs;
console.log(total);`,
      },
    ],
  },
  message({ cause }) {
    return `Objects get another prototype here, and with it another shape: ${accessesMeet(cause)}. Make them with their prototype, by a class or Object.create.`;
  },
  words: () => ({
    verdict: 'A new prototype is a new hidden class; the properties stay fast.',
    free: 'setting up a class or a prototype with it, once, before there are objects.',
    instead: 'make the object with its prototype from the start.',
    code: 'const object = { __proto__: methods, x: 1 };',
  }),
});
