// caller and arguments of sloppy functions while they run.
function f() { return f.caller; }
console.log(f().name, typeof f(), f.caller, f.arguments);
function g() { return f(); } console.log(g() === g);
function h() { 'use strict'; return f(); } console.log(h());
const arrow = () => f(); console.log(arrow() === arrow);
console.log([1].map(f), [1].map(() => f() === arrow));
function k(a, b) { a = 9; return k.arguments; } 
console.log(k(1, 2, 3), k.arguments, Object.prototype.toString.call(k(1)));
console.log(eval('f()') === undefined, typeof eval('f()'));
console.log(new Function('f', 'return f()')(f) !== null);
function r(n) { return n === 0 ? [r.arguments[0], r.caller === r] : r(n - 1); } console.log(r(3));
class C { m() { return f(); } get x() { return f(); } } console.log(new C().m(), new C().x);
const o = { m() { return f(); } }; console.log(o.m() === o.m);
console.log(Object.getOwnPropertyDescriptor(f, 'caller'));
async function as() { return f() === as; } as().then(console.log);
function cb() { console.log('from promise', cb.caller) } Promise.resolve().then(cb);
setTimeout(function t() { console.log('from timer', t.caller === null || typeof t.caller) });
