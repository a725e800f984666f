// What util.inspect shows by getters, numericSeparator, showHidden and sorted, and with other defaults.
const util = require('util');
const i = (v, o) => console.log(util.inspect(v, o));
for (const n of [1000, -1234567.891, 123456789n, -1000n, 0.00001234, 1e21, 999, 1234.5, NaN, 1e300, -0, 12345.678901, 1e-7, Infinity, 100000, -999999, 0.1234567]) i(n, { numericSeparator: true });
i([12345, new Array(1200), 'x'.repeat(12000)].map((x) => x.length ?? x), { numericSeparator: true }); i(new Number(123456), { numericSeparator: true }); i(new Float64Array([12345.6]), { numericSeparator: true }); i(new BigInt64Array([12345n]), { numericSeparator: true }); i({ 12345: 1234 }, { numericSeparator: true });
const o = { get a() { return { b: { c: { d: 1 } } }; }, get s() { return 'x'; }, set u(v) {}, get v() { return 1; }, set v(x) {}, get w() { return { q: 1 }; }, set w(x) {}, get n() { return null; }, get un() { return undefined; }, get th() { throw 'x'; }, get arr() { return [1, [2]]; }, get fn() { return function f() {}; } };
for (const getters of [true, false, 'get', 'set', 'x', undefined]) i(o, { getters });
i(o, { getters: true, colors: true });
class X { constructor() { this._y = 123; } get y() { return this._y; } set z(v) {} get w() { return 1; } set w(v) {} m() {} static q = 1; get [Symbol('k')]() { return 2; } }
class Y extends X { get own() { return this; } get y() { return 5; } }
for (const getters of [true, false, 'get', 'set']) { i(new X(), { getters, showHidden: true }); i(new Y(), { getters, showHidden: true }); i(new Y(), { getters, showHidden: false }); }
i(X.prototype, { showHidden: true, getters: true }); i(X, { showHidden: true }); i(new (class extends Map { get foo() { return 1; } })(), { showHidden: true }); i(new (class extends Array { get foo() { return 1; } bar() {} })(), { showHidden: true });
class P { constructor() { this.x = 1; } } P.prototype.data = 5; P.prototype.meth = function () {}; Object.defineProperty(P.prototype, 'hid', { value: 6, enumerable: false }); i(new P(), { showHidden: true }); i(new P());
class Q extends P {} Q.prototype.data = 7; Q.prototype.x = 8; Q.prototype.q = 9; i(new Q(), { showHidden: true });
class R { get [Symbol.toStringTag]() { return 'T'; } } i(new R(), { showHidden: true });
i(Object.create({ proto: 1 }), { showHidden: true }); i(Object.create(X.prototype), { showHidden: true, getters: true }); i({ a: new X() }, { showHidden: true, colors: true });
i(new Error('x').message, { showHidden: true }); i(Object.create(new X()), { showHidden: true }); i(function F() {}, { showHidden: true }); i(() => {}, { showHidden: true }); i(Promise.resolve(1), { showHidden: true }); i(new Date(0), { showHidden: true }); i([1], { showHidden: true }); i(Object.create(null, { a: { value: 1 } }), { showHidden: true });
function Old() { this.a = 1; } Old.prototype.m = function () {}; Old.prototype.v = 4; i(new Old(), { showHidden: true }); function Sub() { Old.call(this); } util.inherits(Sub, Old); Sub.prototype.n = 3; i(new Sub(), { showHidden: true });
i({ b: 1, a: 2 }, { sorted: (a, b) => (a < b ? 1 : -1) });
util.inspect.defaultOptions.depth = 0; console.log({ a: { b: 1 } }); i({ a: { b: 1 } }); util.inspect.defaultOptions = { depth: 1 }; i({ a: { b: { c: 1 } } }); console.log(util.inspect.defaultOptions.depth, Object.keys(util.inspect.defaultOptions).length);
try { util.inspect.defaultOptions = null; } catch (e) { console.log(e.code, e.message); } try { util.inspect.defaultOptions = 'bad'; } catch (e) { console.log(e.code, e.message); }
util.inspect.defaultOptions.colors = true; console.log(1, { a: 1 }); i(2); util.inspect.defaultOptions.colors = false; util.inspect.defaultOptions.depth = 2;
util.inspect.replDefaults = {}; console.log(util.inspect({ a: 1 }, true, 2, true)); console.log(util.inspect({ a: 1 }, false, null, true));
console.log(util.inspect(new Proxy({}, {}), { showProxy: 1 }), util.inspect('a'.repeat(5), { maxStringLength: null }));
const j = (v, o) => console.log(JSON.stringify(util.inspect(v, { colors: true, ...o })));
j(Object.assign(Object.create(null),{a:{__proto__:null}}),{depth:0}); j({a:/x/, b:new Date(0), c:[1], d(){}, e: new Map(), f: class A{}, g:new Error('x').name},{depth:0});
j({__proto__:null, ['__proto__']:1}); const r=Proxy.revocable({},{}); r.revoke(); j(r.proxy); j({p:new Proxy({},{})},{depth:0,showProxy:true}); j(Object.assign(/x/,{a:1})); j(Object.assign(new Number(1),{a:1})); j(new Number(-0)); j(new Boolean(false));
j(Object.defineProperty({},'x y',{value:1}),{showHidden:true}); j([,'a'],{showHidden:true}); j(-0.5,{numericSeparator:true}); j('a'.repeat(30)+'\n'+'b'.repeat(60)); j(['a'.repeat(30)+'\n'+'b'.repeat(60)]); j(Object.assign([1],{x:2,'-1':3}));
j({[Symbol('')]:1,[Symbol()]:2, [Symbol('a\nb')]:3}); j(new WeakSet(),{}); j(new (class Foo{ get [Symbol.toStringTag](){return 'bar'} })()); j(new Set([1,2]).entries()); j({a:1,get b(){return 1}},{getters:true}); j(Object(Symbol('x'))); j([new Date(NaN)]); j(new Error('x',{cause:{}}).cause);
console.log(JSON.stringify(util.inspect({ [util.inspect.custom](d, o) { return Object.keys(o).join() + o.mine + o.depth; } }, { mine: 5, depth: 7 })));
console.log(util.inspect({ [util.inspect.custom](d, o) { return Object.keys(o).join(); } }));
console.log(util.format('%s', {a:{b:{}}, [util.inspect.custom](d,o){return 'C'+d+o.colors+o.compact}}));
