// Remembers every built-in object that a program can reach and puts back what it changed. Uses nothing while it does so that
// the program could have replaced: only functions and operators that were taken before.
'use strict';
const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, isExtensible } = Reflect;
const { ownKeys, setPrototypeOf } = Reflect;
const { is, hasOwn } = Object;

const roots = [
  function* () {},
  async function () {},
  async function* () {},
  [][Symbol.iterator](),
  ''[Symbol.iterator](),
  new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](),
  ''.matchAll(/a/g),
  Iterator.from({ next() {} }),
  [].values().map(() => 1),
  Iterator.prototype,
  console,
  process,
  require('node:events').prototype,
];
for (const name of ownKeys(globalThis)) {
  const descriptor = getOwnPropertyDescriptor(globalThis, name);
  if ('value' in descriptor) roots.push(descriptor.value);
}
const skipped = new Set([globalThis, require, module, process.stdout, process.stderr, process.stdin, process.env]);
const seen = new Set();
const remembered = [];
for (const root of roots) remember(root, 0);

/** Only objects that stand near a global: what Node keeps further away no program of ours touches. */
function remember(object, depth) {
  if ((typeof object !== 'object' && typeof object !== 'function') || object === null) return;
  if (seen.has(object) || skipped.has(object) || depth > 4 || ArrayBuffer.isView(object)) return;
  seen.add(object);
  const keys = ownKeys(object);
  const descriptors = keys.map((key) => ({ __proto__: null, ...getOwnPropertyDescriptor(object, key) }));
  remembered[remembered.length] = {
    object,
    keys,
    descriptors,
    prototype: getPrototypeOf(object),
    wasExtensible: isExtensible(object),
  };
  if (object === process) return;
  remember(getPrototypeOf(object), depth + 1);
  for (const { value, get, set } of descriptors) {
    remember(value, depth + 1);
    remember(get, depth + 1);
    remember(set, depth + 1);
  }
}

let tampered = false;

/** Whether something could not be put back. */
exports.isTampered = () => tampered;

exports.restore = () => {
  for (let index = 0; index < remembered.length; index++) {
    const { object, keys, descriptors, prototype, wasExtensible } = remembered[index];
    if (isExtensible(object) !== wasExtensible) tampered = true;
    if (getPrototypeOf(object) !== prototype && !setPrototypeOf(object, prototype)) tampered = true;
    for (let at = 0; at < keys.length; at++) {
      const wanted = descriptors[at];
      if (isSame(getOwnPropertyDescriptor(object, keys[at]), wanted)) continue;
      if (!defineProperty(object, keys[at], wanted)) tampered = true;
    }
    const present = ownKeys(object);
    if (present.length === keys.length) continue;
    for (let at = 0; at < present.length; at++) {
      let known = false;
      for (let other = 0; other < keys.length; other++) if (keys[other] === present[at]) known = true;
      if (!known && !deleteProperty(object, present[at])) tampered = true;
    }
  }
};

function isSame(found, wanted) {
  if (found === undefined || found.configurable !== wanted.configurable || found.enumerable !== wanted.enumerable) {
    return false;
  }
  if (!hasOwn(found, 'value')) return found.get === wanted.get && found.set === wanted.set;
  return hasOwn(wanted, 'value') && is(found.value, wanted.value) && found.writable === wanted.writable;
}
