// var, function and block scope: what exists before its line, which declaration wins, sloppy block functions.
console.log(typeof v, typeof f, typeof late, f());
var v = 1;
function f() { return 'first'; }
console.log(f());
function f() { return 'second wins'; }
var f;
console.log(typeof f, f());
var f = 'now a value';
console.log(f);

function order(a, b) { var a; var b = 'body'; function c() {} var c; return [a, b, typeof c]; }
console.log(order('argument', 'other'));
function shadowed(p) { function p() { return 'inner function'; } return typeof p; }
console.log(shadowed(1));

console.log(typeof inBlock);
{ inBlock(); function inBlock() { console.log('in block, called early'); } }
console.log(typeof inBlock);
if (true) { function choice() { return 'then'; } } else { function choice() { return 'else'; } }
console.log(choice());
function strictBlock() { 'use strict'; { function hidden() {} } return typeof hidden; }
console.log(strictBlock());
(function () { { function g() { return 1; } g = 2; console.log(typeof g); } console.log(typeof g, g()); })();
(function () { let h = 'let'; { function h() {} } console.log(typeof h); })();
switch (1) { case 0: function fromSwitch() { return 'switch'; } }
console.log(typeof fromSwitch, fromSwitch?.());

var x = 'outer';
(function () { console.log(x); if (false) { var x = 'never'; } console.log(x); x = 'local'; })();
console.log(x);
{ let x = 'block'; { const x = 'deeper'; console.log(x); } console.log(x); }
for (var i = 0; i < 2; i++) { var inLoop = i; let fresh; console.log(fresh); fresh = i; }
console.log(i, inLoop);
try { throw 'e'; } catch (e) { var e; var caught = e; for (var e2 of [1]); }
console.log(caught, e, e2);
implicit = 'global by accident';
console.log(globalThis.implicit, delete globalThis.implicit, typeof implicit, 'x' in globalThis);
console.log((function fact(n) { return n ? n * fact(n - 1) : 1; })(5), (function self() { self = 1; return typeof self; })(), (function self() { var self = 1; return typeof self; })());
console.log(((a, b = a, c = () => a + b) => { var a = 10; let d = c(); return [a, b, d]; })(1));
const module1 = (() => { let secret = 0; return { inc: () => ++secret, get: () => secret }; })();
module1.inc(); module1.inc();
console.log(module1.get(), typeof secret);
label: { const inside = 1; break label; }
console.log(typeof inside, (() => { try { return inner; let inner; } catch ({ message }) { return message; } })());
