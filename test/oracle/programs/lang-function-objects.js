// Functions as objects: names, lengths, toString, call, apply, bind, defaults evaluated each time, recursion by name.
const inferred = function () {}, arrow = () => {}, { d = () => {} } = {}, o = { m() {}, p: function () {}, ['c' + 1]: () => {}, get g() { return 1; }, async a() {}, *gen() {}, [Symbol('s')]: () => {}, 'two words': () => {} };
console.log([inferred, arrow, d, o.m, o.p, o.c1, o.a, o.gen, o['two words'], o[Object.getOwnPropertySymbols(o)[0]], Object.getOwnPropertyDescriptor(o, 'g').get, class {}, class Named {}, new Function('x', 'y'), (() => {}).bind(), o.m.bind()].map((f) => `${f.name}/${f.length}`).join(' | '));
let assigned; assigned = () => {}; let viaOr; viaOr ||= function () {}; const [fromArray = () => {}] = []; o.prop = () => {};
console.log(assigned.name, viaOr.name, fromArray.name, JSON.stringify(o.prop.name), ((f = () => {}) => f.name)(), (0, () => {}).name === '', (() => {}).name === '');
console.log([(a, b) => 0, (a, b = 1, c) => 0, (...r) => 0, ({ a }, [b]) => 0, function (a, b, ...c) {}].map((f) => f.length).join());
function documented(a, /* inside */ b) { return a   + b; }
console.log(documented.toString(), String(o.m), String(o.gen), `${class A { x = 1 }}`, Math.max + '', String(new Function('a', 'return a')), (async (x) => x).toString(), documented.bind().toString());

let evaluated = 0;
function defaults(list = [], n = ++evaluated, sum = list.length + n) { list.push(n); return [list.length, n, sum]; }
console.log(defaults(), defaults(), defaults(undefined, undefined, null), evaluated, defaults(['x'], 5), evaluated);
function scope(x, getX = () => x) { x = 'changed'; return getX(); }
function scope2(x, getX = () => x) { var x; x = 'changed'; return getX(); }
console.log(scope('given'), scope2('given'), ((a, b = () => a, c = b()) => c)(7));

const add = function (a, b) { return [this?.base ?? 'none', a, b, arguments.length]; };
console.log(add.call({ base: 1 }, 2), add.apply({ base: 2 }, { length: 2, 0: 'x', 1: 'y' }), add.bind({ base: 3 }, 'bound')('call'), add.bind(1).bind(2, 3).call(4, 5), add.call.apply(add, [{ base: 5 }, 6, 7]), Reflect.apply(add, { base: 6 }, [8]));
const expression = function factorial(n) { return n < 2 ? 1 : n * factorial(n - 1); };
console.log(expression(10), typeof factorial, (function f() { return f.name; })());
documented.calls = 0;
documented.prototype.extra = true;
console.log(documented.calls, new documented().extra, Object.keys(documented), 'prototype' in arrow, 'caller' in documented, documented.hasOwnProperty('prototype'));
Object.defineProperty(arrow, 'name', { value: 'renamed' }); inferred.name = 'ignored';
console.log(arrow.name, inferred.name, delete inferred.name, inferred.name, arrow, inferred);
const compose = (...fs) => (x) => fs.reduceRight((v, f) => f(v), x);
console.log(compose(Math.sqrt, Math.abs, (x) => x - 20)(4), [1, 2, 3].map(String), ['1', '2'].map(Number), [0, 1, ''].filter(Boolean), (function () { return typeof this; }).call('s'), (() => {})(), void (() => 1)(), (function () { if (0) return 1; })());
hoisted(); var notYet = function () {}; function hoisted() { console.log('hoisted', typeof notYet, typeof later); } var later = 1;
