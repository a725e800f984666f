// How console.log shows values.
console.log([1.5, -0, 0, NaN, 10n, 'text', "it's", 'say "hi"', `both ' and "`, 'new\nline', true, null, undefined, Symbol('s'), Symbol()]);
console.log({ a: 1, 'b-c': 2, 3: 'three', [Symbol('key')]: 4, nested: { deep: { deeper: { deepest: 1 } } }, list: [[[[1]]]] });
console.log(Array.from({ length: 120 }, (_, i) => i * 3), [1, , 3, , ,], [, 'x'], new Array(5), Object.assign([1, 2], { extra: 'x' }));
console.log(['apple', 'banana', 'cherry', 'dragonfruit', 'elderberry', 'fig', 'grape', 'honeydew melon'], [[]], {}, [{}], [[], [[]]]);
function named() {}
class Base {}
class Derived extends Base { static member = 1; #hidden = 2; shown = 3; get computed() { return 1; } }
console.log(named, () => {}, class {}, Base, Derived, async () => {}, function* gen() {}, async function* agen() {}, Math.max, Object.assign(function withProps() {}, { p: 1 }));
console.log(new Base(), new Derived(), Object.create(null), Object.create(Base.prototype), Object.create({}), Object.create(Derived.prototype, { x: { value: 1, enumerable: true } }));
const nullProto = Object.create(null); nullProto.x = 1; console.log(nullProto, [nullProto], { inner: { inner: { inner: nullProto } } });
console.log({ get g() { return 1; }, set s(v) {}, get both() { return 1; }, set both(v) {} });
const circular = { name: 'c', list: [] }; circular.self = circular; circular.list.push(circular, { circular }); console.log(circular);
console.log(new Map([['k', { v: [1] }], [{ a: 1 }, 'obj']]), new Set(['a', { b: 1 }]), new Map(), new Set(), [new Map([[1, new Map([[2, new Map([[3, 4]])]])]])]);
console.log(new Number(1), new String('str'), new Boolean(true), Object(Symbol('b')), Object(1n), [new String('x')]);
console.log(Promise.resolve({ a: 1 }), new Promise(() => {}), (() => { const p = Promise.reject(new Error('no').message); p.catch(() => {}); return p; })());
console.log((function () { return arguments; })(1, 'two'), (function* generator() { yield 1; })(), [1, 2][Symbol.iterator](), 'ab'[Symbol.iterator](), new Map([[1, 2]])[Symbol.iterator](), 'a'.matchAll(/a/g));
console.log(/re/gi, new Date(Date.UTC(2020, 1, 3, 4, 5, 6, 7)), new Date(NaN), [/x/, new Date(0)], Object.assign(/y/, { flag: true }));
console.log(globalThis === globalThis, JSON, Math, Reflect, Symbol.iterator, new Proxy({ target: 1 }, {}), new Proxy([1, 2], {}), new Proxy(function f() {}, {}), new WeakMap(), new WeakSet());
class Tagged { get [Symbol.toStringTag]() { return 'MyTag'; } }
console.log(new Tagged(), { [Symbol.toStringTag]: 'Own' }, Object.assign(Object.create({ [Symbol.toStringTag]: 'Inherited' }), { a: 1 }));
class Foo extends Map { constructor() { super([[1, 2]]); this.extra = 'e'; } }
class Bar extends Array {} class Baz extends Set {} class Qux extends Promise {}
console.log(new Foo(), Bar.from([1, 2, 3]), new Baz([1]), Qux.resolve(1), new (class extends Date {})(0), new (class Zed extends RegExp {})('a'), new (class extends Function {})());
console.log({ long: 'x'.repeat(60), other: 'y'.repeat(10) }, { a: 'x'.repeat(30), b: 'y'.repeat(30) }, ['x'.repeat(70)], { text: 'line one\nline two\nline three that is long enough to be split' });
console.log({ a: { b: { c: {} } } }, { a: { b: { c: [] } } }, { a: { b: { c: new Base() } } }, { a: { b: { c: new Map([[1, 2]]) } } }, { a: { b: { c: () => 1, d: new Date(0), e: /x/ } } });
console.log([['a', 1], ['b', 2]], { x: [{ y: 1 }, { y: 2 }], z: [['p', { q: [1] }]] }, [undefined, null], [[undefined]], { u: undefined });
const custom = { [Symbol.for('nodejs.util.inspect.custom')](depth, options) { return `<custom ${depth}>`; } };
console.log(custom, [custom], { a: { custom } }, { [Symbol.for('nodejs.util.inspect.custom')]: () => ({ replaced: true }) });
const person = { name: 'Ada', tags: ['a', 'b'], address: { city: 'London', geo: { lat: 51.5, lng: -0.12 } }, active: true, score: 99.5, friends: [{ name: 'Bob' }, { name: 'Cy' }] };
console.log(person, [person, person]);
console.log('%s is %d years and %i, %f, %j %o %O %c%%', 'Bob', 42.5, 42.9, '1.50', { a: 1 }, [1], { b: { c: {} } }, 'css', 'extra', { more: 1 });
console.log('%s %s %s %s %s', null, undefined, -0, 5n, Symbol('x'), '%s', 'rest'); console.log('%d', '0x10', '%', '%x', 1); console.log('100%', 5); console.log('%s', { toString() { return 'own'; } }, class A {}, new (class B { toString() { return 'b!'; } })(), [1, [2, [3]]], new Base());
console.log('%s', [1, 'a', { b: 1 }]); console.log('%s', new Date(0)); console.log('%s', () => 1); console.log('a', 'b', 1, { c: 'd' }, ['e']); console.log(); console.log('%%', 1); console.log('%i %f %d', 'x', {}, Symbol('s')); console.log(-0, [-0], 'str', ['str']);
console.log(new Array(3).fill({ id: 1, title: 'A fairly long title for a row' }), [1.5, 22.25, 333.125, 4, 5, 6, 7], [true, false, true, false, true, false, true], [1n, 22n, 333n, 4444n, 5n, 6n, 7n]);
