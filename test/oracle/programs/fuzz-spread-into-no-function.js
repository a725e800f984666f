// What is no function, called with what is spread.
const t = (f) => { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } };
const q = 5, o = { m: 1 };
t(() => q(...[1], 2)); t(() => o.m(...[1], 2)); t(() => new q(...[1], 2)); t(() => new o.m(...[1], 2)); t(() => { const eval = 5; });
t(() => (function (eval) { return eval(...[1], 2); })(5)); t(() => (function (eval) { return eval(...[1]); })(5)); t(() => (function (eval) { return eval(2); })(5)); t(() => (0, q)(...[1], 2)); t(() => o.x.y(...[1], 2)); t(() => (() => 5)()(...[1], 2));
t(() => new (class A extends q { constructor() { super(...[], 2); } })());
t(() => (function () { let eval = 1; return eval(...'%'); })()); t(() => q(...'ab')); t(() => new q(...'ab')); t(() => o.m(...new Set([1]))); t(() => o.m(1, ...new Set([1])));
const bad = { [Symbol.iterator]: () => ({ next: 5 }) };
const bad2 = { [Symbol.iterator]: () => 5 };
const bad3 = { [Symbol.iterator]: 5 };
function f() {}
t(() => f(...bad)); t(() => [...bad]); t(() => new f(...bad)); t(() => f(...bad, 1)); t(() => f(...bad2)); t(() => [...bad2]); t(() => f(...bad3)); t(() => [...bad3]); t(() => new f(...bad3)); t(() => f(...5)); t(() => [...5]); t(() => new f(...5)); t(() => f(...undefined)); t(() => new f(...undefined)); t(() => f(...f)); t(() => new f(...f)); t(() => Math.max(...5)); t(() => new f(1, ...5)); t(() => f(...5, 1)); t(() => new f(...5, 1));
