// Spread in calls, arrays and objects; rest in parameters and patterns.
const log = [];
const iterable = (name, ...values) => ({ *[Symbol.iterator]() { for (const v of values) { log.push(`${name}${v}`); yield v; } } });
const f = (...args) => args.join();
console.log(f(...iterable('a', 1, 2), 3, ...iterable('b', 4), ...'hi', ...new Set([1, 1, 2]), ...new Map([['k', 'v']])), log.join());
console.log([...[1, , 3]], [...'añ😀'], [, ...[], ,].length, [...[[1]]][0]);
console.log(Math.max(...[1, 5], 3, ...[]), new Date(...[2020, 1, 29]).getDate(), new (class { constructor(...a) { this.a = a; } })(...'xy'));

const base = { a: 1, b: { deep: true }, get g() { log.push('getter ran'); return 'g'; } };
Object.defineProperty(base, 'hidden', { value: 1, enumerable: false });
const copy = { z: 0, ...base, a: 2, ...null, ...undefined, ...7, ...'hi', ...[9], [Symbol.for('s')]: 1 };
console.log(copy, copy.b === base.b, Object.getOwnPropertyDescriptor(copy, 'g').value, 'hidden' in copy);
const withSetter = { set x(v) { log.push('never'); }, ...{ x: 'spread defines' } };
console.log(withSetter.x, Object.keys({ ...{ 2: 1, b: 1, 1: 1, a: 1 } }));
class Proto { own = 1; method() {} get acc() { return 1; } }
console.log({ ...new Proto() }, { ...Object.create({ inherited: 1 }) }, { ...(() => {}) });

const { a, ['b']: { deep }, ...others } = base;
console.log(a, deep, others);
const sym = Symbol('s');
const { [sym]: taken, ...withoutSymbol } = { [sym]: 1, [Symbol('t')]: 2, n: 3 };
console.log(taken, withoutSymbol);
const [head, ...[second, ...tail]] = [1, 2, 3, 4];
console.log(head, second, tail);
function rest(first, ...{ length, 0: next }) { return [first, length, next]; }
console.log(rest(1, 2, 3), rest.length, ((...r) => r)().length, ((a, b, ...c) => 0).length);
const { length: len, ...noLength } = [1, 2];
console.log(len, noLength);
for (const bad of [() => f(...undefined), () => f(...{}), () => [...null], () => [...1], () => f(...{ [Symbol.iterator]: () => 5 }), () => new Map([1]), () => { const { ...x } = null; }]) {
  try { bad(); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
const merge = (...sources) => sources.reduce((into, { ...s }) => ({ ...into, ...s }), {});
console.log(merge({ a: 1 }, { b: 2 }, { a: 3 }), Object.entries(merge({ x: 1, y: 2 }, { x: undefined })));
