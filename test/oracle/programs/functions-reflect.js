// Function.prototype, Function and Reflect, Symbol and Boolean.
const attempt = (action) => { try { return action(); } catch (e) { return `${e.name}: ${e.message}`; } };
function f(a, b = 1, ...c) { return [this === globalThis ? 'global' : this, a, b, c]; }
function strict() { 'use strict'; return [this, ...arguments]; }
console.log(strict.call(1, 2), strict.apply('x', [1, 2]), strict.apply(null), strict.apply(null, { length: 2, 0: 'a' }), f.call()[0], typeof f.call(1)[0], f.length, f.name);
const bound = strict.bind('self', 1);
console.log(bound(2), bound.name, bound.length, bound.bind('other', 5)(6), 'prototype' in bound, new (class A { constructor(x, y) { this.sum = x + y; } }.bind(null, 1))(2).sum, attempt(() => bound.call.call(1)));
function Point(x, y) { this.x = x; this.y = y; }
const AtOne = Point.bind(null, 1);
console.log(new AtOne(2), new AtOne(2) instanceof AtOne, new AtOne(2) instanceof Point, AtOne.length, Reflect.construct(AtOne, [3]).y);
console.log(attempt(() => strict.apply(null, 1)), attempt(() => Function.prototype.bind.call(1)), attempt(() => Function.prototype.toString.call({})), attempt(() => Reflect.apply(1)), attempt(() => Reflect.construct(() => 1, [])), attempt(() => Reflect.construct(Point)), attempt(() => Reflect.get(1, 'a')));
console.log(f.toString(), ((a) => a).toString(), (class B { m() {} }).toString(), ({ get x() { return 1; } }, Object.getOwnPropertyDescriptor({ get x() { return 1; } }, 'x').get.toString()), [].push.toString(), bound.toString(), ({ *gen() {} }).gen.toString(), (async (x) => x).toString(), Math.max.toString(), Array.prototype.map.toString());
console.log(new Function('a', 'b', 'return a + b')(1, 2), Function('return typeof this')(), new Function('a, b', 'c', 'return [a, b, c]').length, String(new Function('x', 'return x')), Function().name, attempt(() => Function('a b', '')), attempt(() => Function('return )')));
const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
console.log([...new GeneratorFunction('n', 'for (let i = 0; i < n; i++) yield i')(3)], GeneratorFunction.name, Object.prototype.toString.call(async () => {}), Object.getPrototypeOf(async function () {}).constructor.name);
console.log(Object.getOwnPropertyNames(Function.prototype).join(), Object.getOwnPropertyNames(() => {}).join(), Object.getOwnPropertyNames(class { static s = 1; }).join(), attempt(() => Function.prototype.caller), attempt(() => { 'use strict'; return (function () { return arguments.callee; })(); }));
console.log(Function.prototype[Symbol.hasInstance].call(Point, new Point()), ({ [Symbol.hasInstance]: undefined }, 1 instanceof class { static [Symbol.hasInstance](x) { return x === 1; } }), attempt(() => ({}) instanceof (() => 1)), attempt(() => ({}) instanceof 5), Function.prototype() === undefined);

const target = { a: 1, get me() { return this; }, set me(v) { this.set = v; } };
const receiver = {};
console.log(Reflect.get(target, 'me', receiver) === receiver, Reflect.set(target, 'me', 5, receiver), receiver, Reflect.set(target, 'n', 1, receiver), receiver.n, Reflect.set(Object.freeze({ a: 1 }), 'a', 2), Reflect.set([], 'length', 2));
console.log(Reflect.has(target, 'a'), Reflect.deleteProperty(target, 'a'), Reflect.deleteProperty(Object.freeze({ a: 1 }), 'a'), Reflect.ownKeys({ b: 1, 1: 1, a: 1, [Symbol.iterator]: 1 }), Reflect.defineProperty(Object.freeze({}), 'x', {}), Reflect.getPrototypeOf([]) === Array.prototype, Reflect.setPrototypeOf({}, null), Reflect.setPrototypeOf(Object.freeze({}), {}), Reflect.isExtensible(Object.seal({})), Reflect.preventExtensions({}), Reflect.getOwnPropertyDescriptor({ x: 1 }, 'x'));
class Base { constructor() { this.target = new.target; } }
class Other {}
const made = Reflect.construct(Base, [], Other);
console.log(made instanceof Other, made instanceof Base, made.target === Other, Reflect.construct(Array, [3], Other).length, Reflect.construct(Error, ['m'], Other) instanceof Other, Reflect.apply(Math.max, null, [1, 3, 2]), Object.prototype.toString.call(Reflect));

const s = Symbol('desc');
console.log(s.toString(), s.description, Symbol().description, Symbol.for('k') === Symbol.for('k'), Symbol.keyFor(Symbol.for('k')), Symbol.keyFor(s), typeof Object(s), Object(s) === s, Object(s) == s, attempt(() => s + ''), attempt(() => `${s}`), attempt(() => +s), attempt(() => new Symbol()), attempt(() => Symbol.keyFor('x')), attempt(() => Symbol.prototype.toString.call(1)), s[Symbol.toPrimitive]() === s, Object.getOwnPropertyNames(Symbol).join());
console.log(new Boolean(false) ? 'truthy' : 'falsy', Boolean(''), true.toString(), new Boolean(true).valueOf(), typeof new Boolean(1), attempt(() => Boolean.prototype.valueOf.call(1)), attempt(() => Boolean.prototype.toString.call('x')), Object.prototype.toString.call(true));
console.log(parseInt('12px'), parseInt('0x1f'), parseInt('z', 36), parseInt(''), parseFloat('3.14abc'), parseFloat('-.5e-3'), parseInt(null), isNaN('x'), isFinite('12'), isNaN(undefined), Number.parseInt === parseInt, globalThis.globalThis === globalThis, typeof undefined, attempt(() => { 'use strict'; undefined = 1; }), attempt(() => { 'use strict'; NaN = 1; }));
console.log(encodeURIComponent('a b&ü/💩'), encodeURI('a b&ü/?#'), decodeURIComponent('%F0%9F%92%A9'), decodeURI('%2F%20'), escape('ü€ a+'), unescape('%FC%u20AC%20'), attempt(() => encodeURIComponent('\ud800')), attempt(() => decodeURI('%C3')));
