// The order of Error's own properties, and how V8 names an object that inherits toString from errors.
console.log(Reflect.ownKeys(Error).join(' '));

const attempt = (action) => {
  'use strict';
  try {
    action();
  } catch (error) {
    console.log(error.message);
  }
};
const locked = Object.defineProperty(new Error('odd'), 'x', {});
attempt(() => { 'use strict'; locked.x = 1; });
attempt(() => { 'use strict'; Object.create(locked).x = 1; });
attempt(() => { 'use strict'; Object.create(Object.defineProperty(new RangeError(), 'x', {})).x = 1; });
class Odd extends Error { get name() { return 'never asked'; } }
attempt(() => { 'use strict'; Object.create(Object.defineProperty(new Odd('odd'), 'x', {})).x = 1; });
attempt(() => { 'use strict'; Object.defineProperty({ toString: Error.prototype.toString, message: 'm', name: 'n' }, 'x', {}).x = 1; });
attempt(() => Object.create(Error.prototype)());
attempt(() => null[Symbol.iterator]);
attempt(() => { const of = Object.create(locked); of.y(); });
attempt(() => new (Object.create(locked))());
attempt(() => [].concat.call(undefined));
attempt(() => BigInt(Object.create(locked)));
attempt(() => new Map([1]));
attempt(() => Object.setPrototypeOf(Object.preventExtensions(Object.create(locked)), {}));
const writes = (object) => attempt(() => { 'use strict'; Object.defineProperty(object, 'x', {}).x = 1; });
writes(new (class extends Error { get message() { return 'never asked'; } })());
for (const name of [undefined, '', null, 3, { toString: () => 'never asked' }]) {
  writes(Object.assign(new Error('m'), { name }));
  writes(Object.assign(new Error('m'), { message: name }));
}
writes(Object.create(Error.prototype, { message: { value: 'mm' }, name: { get() { return 'never asked'; } } }));
writes(new Proxy(new Error('m'), {}));
