// Object's static functions and Object.prototype.
const log = (...args) => console.log(...args);
const attempt = (action) => { try { return action(); } catch (e) { return `${e.name}: ${e.message}`; } };
const symbol = Symbol('s');
const object = { b: 1, 2: 'two', a: 2, 1: 'one', [symbol]: 3, get g() { return 'got'; } };
log(Object.keys(object), Object.values(object), Object.entries(object), Reflect.ownKeys(object));
log(Object.getOwnPropertyNames('ab'), Object.keys('ab'), Object.entries([7, 8]), Object.getOwnPropertySymbols(object));
log(Object.assign({ a: 0 }, null, { a: 1, get x() { return 'x'; } }, 'hi', undefined, { [symbol]: 1 }));
log(attempt(() => Object.assign(Object.freeze({ a: 1 }), { a: 2 })), attempt(() => Object.assign(undefined)));
log(Object.fromEntries([['a', 1], ['b', 2], [3, 4], [symbol, 5]]), Object.fromEntries(new Map([['k', 'v']])));
log(attempt(() => Object.fromEntries([1])), attempt(() => Object.fromEntries(undefined)), attempt(() => Object.fromEntries(5)));
log(Object.groupBy([1, 2, 3, 4, 5], (x) => (x % 2 ? 'odd' : 'even')), Object.groupBy('hello', (c, i) => i < 2 ? c : 'rest'));
log(attempt(() => Object.groupBy(null, String)), attempt(() => Object.groupBy([1], {})));
log(Object.is(NaN, NaN), Object.is(0, -0), Object.is('a', 'a'), Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn([1], 0), Object.hasOwn({}, 'toString'));

// Descriptors
const described = Object.defineProperty({}, 'x', { value: 1 });
log(Object.getOwnPropertyDescriptor(described, 'x'), described.propertyIsEnumerable('x'), Object.keys(described));
log(attempt(() => { 'use strict'; described.x = 2; }), attempt(() => Object.defineProperty(described, 'x', { value: 2 })), attempt(() => Object.defineProperty(described, 'x', { value: 1 }) === described));
log(Object.getOwnPropertyDescriptors({ get a() { return 1; }, set a(v) {}, b: 2 }));
log(attempt(() => Object.defineProperty(1, 'a', {})), attempt(() => Object.defineProperty({}, 'a', 1)), attempt(() => Object.defineProperty({}, 'a', { get: 1 })), attempt(() => Object.defineProperty({}, 'a', { get() {}, value: 1 })));
log(Object.defineProperties({}, { p: { value: 1, enumerable: true }, q: { get: () => 2, enumerable: true } }), attempt(() => Object.defineProperties({}, { p: 1 })));
const order = [];
attempt(() => Object.defineProperty({}, 'z', new Proxy({ value: 1 }, { has(t, k) { order.push(k); return k in t; } })));
log(order.join());
const list = [1, 2, 3];
Object.defineProperty(list, 1, { value: 'two', enumerable: false });
Object.defineProperty(list, 'length', { writable: false });
log(JSON.stringify(list), Object.keys(list), attempt(() => list.push(4)), attempt(() => { 'use strict'; list.length = 0; }));

// Integrity
for (const level of ['preventExtensions', 'seal', 'freeze']) {
  const o = Object[level]({ a: 1, get b() { return 2; } });
  log(level, Object.isExtensible(o), Object.isSealed(o), Object.isFrozen(o), attempt(() => { 'use strict'; o.c = 1; }), attempt(() => { 'use strict'; o.a = 2; return o.a; }), attempt(() => { 'use strict'; return delete o.a; }), attempt(() => { 'use strict'; o.b = 1; }));
}
log(Object.isFrozen({}), Object.isFrozen(1), Object.isFrozen(Object.preventExtensions({})), Object.freeze('a'), Object.isFrozen(Object.freeze([1, 2])), attempt(() => Object.freeze([1]).push(2)), attempt(() => Object.freeze([1]).pop()), attempt(() => Object.seal([1]).pop()));

// Prototypes
const base = { hello() { return 'hello ' + this.name; } };
const derived = Object.create(base, { name: { value: 'x', enumerable: true } });
log(derived.hello(), Object.getPrototypeOf(derived) === base, base.isPrototypeOf(derived), derived.hasOwnProperty('hello'), Object.getPrototypeOf(1) === Number.prototype);
log(attempt(() => Object.create(1)), attempt(() => Object.setPrototypeOf({}, 1)), attempt(() => Object.setPrototypeOf(Object.freeze({}), {})), attempt(() => Object.setPrototypeOf(base, derived)), attempt(() => Object.setPrototypeOf(Object.prototype, {})), Object.setPrototypeOf(1, null));
const bare = Object.create(null);
bare.x = 1;
log(bare, attempt(() => String(bare)), '__proto__' in bare, ({ __proto__: null }) instanceof Object, { __proto__: base }.hello === base.hello);
const swapped = {}; swapped.__proto__ = base; log(swapped.hello === base.hello, Object.keys(swapped), { ['__proto__']: 1 });

// toString and friends
class Tagged { get [Symbol.toStringTag]() { return 'Tag'; } }
for (const value of [undefined, null, 1, 'a', true, 1n, symbol, [], {}, () => 1, new Error('x'), new Date(0), /x/, (function () { return arguments; })(), new Tagged(), Math, JSON, new Map(), function* () {}, Promise.resolve(), new Proxy([], {}), new Proxy(() => 1, {}), globalThis.Reflect]) {
  log(Object.prototype.toString.call(value));
}
log({}.toLocaleString(), attempt(() => Object.prototype.toLocaleString.call(null)), { toString: () => 'mine' }.toLocaleString(), typeof Object(1).valueOf(), Object(symbol) == symbol, new Object('a') instanceof String, Object(null));
const legacy = {};
legacy.__defineGetter__('p', () => 'getter');
legacy.__defineSetter__('p', function (v) { this.q = v; });
legacy.p = 5;
log(legacy.p, legacy.q, typeof legacy.__lookupGetter__('p'), typeof legacy.__lookupSetter__('p'), legacy.__lookupGetter__('none'), attempt(() => legacy.__defineGetter__('x', 1)));
log(Object.getOwnPropertyNames(Object).join(' '));
log(Object.getOwnPropertyNames(Object.prototype).join(' '));
