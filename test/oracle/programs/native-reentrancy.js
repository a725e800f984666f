// Natives that call back into guest code: depth, overflow, re-entrancy.
const attempt = (f) => { try { return f(); } catch (e) { return `${e.name}: ${e.message}`; } };
let nest = []; for (let i = 0; i < 1000; i++) nest = [nest]; console.log(nest.flat(Infinity).length, String(nest).length);
console.log(attempt(() => { const o = { toString() { return String(o); } }; return String(o); }));
console.log(attempt(() => { const p = new Proxy({}, { get: (t, k, r) => r[k] }); return p.x; }));
console.log(attempt(() => { function f() { return [1].map(f); } return f(); }));
console.log(attempt(() => { const a = []; a.toString = () => String(a); return String(a); }));
console.log(attempt(() => { let p = {}; for (let i = 0; i < 20000; i++) p = new Proxy(p, {}); return p.x; }));
console.log(attempt(() => { let f = () => 'called'; for (let i = 0; i < 2000; i++) f = f.bind(null); return f(); }));
console.log(attempt(() => Reflect.ownKeys(Object.assign(Object.create(null), 'xyz'))), attempt(() => Object.entries(new Proxy({ a: 1 }, {}))));
console.log([3, 1, 2].sort(function () { 'use strict'; return this === undefined ? arguments[0] - arguments[1] : 0; }), attempt(() => [1, 2, 3].map((x) => { if (x === 2) throw new RangeError('two'); return x; })));
const g = (function* () { const r = yield [1, 2].map((x) => x * 2); console.log(r); })(); console.log(g.next().value); g.next('resumed');
console.log(attempt(() => Function.prototype.call.apply((...a) => a.length, [null, 1, 2])), attempt(() => Reflect.construct(Date, [0]).getTime()), attempt(() => Array.from.call(Object, [1, 2])), attempt(() => Array.of.call(function () { return {}; }, 1)));
var objs = [new (class Foo { constructor() { this.x = 1; } })(), Object.create({ constructor: { name: 'Fake' } })]; console.log(objs.map((o) => Object.prototype.toString.call(o)), attempt(() => objs[0].missing()), attempt(() => objs[0].x()), attempt(() => Object.freeze(objs[0]).x = 2), attempt(() => { 'use strict'; objs[0].x = 2; }));
console.log(Object.getOwnPropertyNames((() => { }).bind()), (function named(a, b) { }).bind(null, 1).name, Object.getOwnPropertyDescriptor(function f(a) { }, 'length'), Object.getOwnPropertyDescriptor(class { static x = 1 }, 'prototype'), delete (function () { }).name);
console.log(attempt(() => { 'use strict'; (function f() { }).name = 'x'; }), attempt(() => { const f = function () { }; Object.defineProperty(f, 'name', { value: 'renamed' }); return f.name; }), attempt(() => { const f = () => 1; f.prototype = 5; return Object.keys(f); }), attempt(() => { function F() { } F.prototype = null; return Object.getPrototypeOf(new F()) === Object.prototype; }));
