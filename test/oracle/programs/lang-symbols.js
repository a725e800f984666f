// Symbols: identity, registry, descriptions, well-known ones that change what the language does.
const a = Symbol('same'), b = Symbol('same');
console.log(a === b, a.toString(), a.description, Symbol().description, Symbol.for('k') === Symbol.for('k'), Symbol.keyFor(Symbol.for('k')), Symbol.keyFor(a), typeof a, Object(a) == a);
const o = { [a]: 1, [b]: 2, visible: 3, [Symbol.for('reg')]: 4 };
console.log(Object.keys(o), Object.getOwnPropertySymbols(o).map(String), JSON.stringify(o), a in o, o);
for (const key in o) console.log('for-in sees', key);
console.log({ ...o }[a], Object.assign({}, o)[b], Object.entries(o).length, Reflect.ownKeys(o).length);

class Temperature {
  constructor(c) { this.c = c; }
  [Symbol.toPrimitive](hint) { return hint === 'string' ? `${this.c}°` : this.c; }
  get [Symbol.toStringTag]() { return 'Temp'; }
  static [Symbol.hasInstance](x) { return typeof x === 'number'; }
  *[Symbol.iterator]() { yield* String(this.c); }
}
const t = new Temperature(21);
console.log(`${t}`, t + 1, t > 20, Object.prototype.toString.call(t), 5 instanceof Temperature, t instanceof Temperature, [...t]);
const spreadable = { length: 2, 0: 'x', 1: 'y', [Symbol.isConcatSpreadable]: true };
console.log([0].concat(spreadable), [0].concat(Object.assign([1, 2], { [Symbol.isConcatSpreadable]: false })).length);
const matcher = {
  [Symbol.match]: (s) => [`matched ${s}`], [Symbol.replace]: (s, r) => `${s} replaced by ${r}`, [Symbol.search]: (s) => s.length, [Symbol.split]: (s, n) => [s, n],
};
console.log('text'.match(matcher), 'text'.replace(matcher, 'r'), 'text'.search(matcher), 'text'.split(matcher, 3));
console.log('/a/'.startsWith(Object.assign(/a/, { [Symbol.match]: false })));
class Sub extends Array { static get [Symbol.species]() { return function (n) { return { species: n }; }; } }
console.log(new Sub(1, 2).map((x) => x), new Sub(1, 2).slice(1));
console.log(Object.getOwnPropertyNames(Symbol).filter((n) => typeof Symbol[n] === 'symbol').join());
for (const bad of [() => a + '', () => `${a}`, () => +a, () => new Symbol(), () => Symbol.keyFor('s'), () => a < 1, () => Symbol.prototype.toString.call(1), () => [a].join(), () => Number(a), () => new Set([a]).size && isNaN(a)]) {
  try { console.log(bad()); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
console.log(String(a), [a].toString === Array.prototype.toString, a == Symbol('same'), !a, a ? 'truthy' : 'falsy', { a }.a === a);
