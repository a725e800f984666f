// An object whose method toString is that of Object.prototype is named by its constructor, wherever the method was found.
'use strict';
const attempt = (action) => {
  try {
    action();
  } catch (error) {
    console.log(error.message);
  }
};
const { toString } = Object.prototype;
const describe = (object) => {
  attempt(() => (Object.defineProperty(object, 'x', {}).x = 1));
  attempt(() => (Object.create(object).x = 1));
};
describe({});
describe({ toString, message: 'm', name: 'n' });
describe({ toString() {} });
describe({ __proto__: null });
describe({ __proto__: null, toString });
describe({ __proto__: null, toString, constructor: Map });
describe(Object.create(Error.prototype, { toString: { value: toString } }));
describe(Object.assign(new Error('a'), { toString }));
describe(Object.assign(() => {}, { toString }));
describe(Object.assign([], { toString }));
describe(Object.assign(new (class A {})(), { toString }));
describe(Object.assign(new (class extends Array {})(), { toString, [Symbol.toStringTag]: 'tag' }));
