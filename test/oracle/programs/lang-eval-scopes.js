// Direct and indirect eval: what they see, what they declare, and completion values.
var x = 'module var';
globalThis.x = 'global';
function direct() { var x = 'local'; return eval('x'); }
function indirect() { var x = 'local'; return (0, eval)('x'); }
function renamed() { var x = 'local'; const e = eval; return e('x'); }
function optional() { var x = 'local'; return eval?.('x'); }
console.log(direct(), indirect(), renamed(), optional());

function declares() { eval('var made = 1; function f() { return made; }'); made++; return f(); }
console.log(declares(), typeof made);
function lexical() { eval('let kept = 1; class K {}'); return typeof kept + typeof K; }
console.log(lexical());
function strict() { 'use strict'; eval('var made = 1'); return typeof made; }
function strictInside() { eval('"use strict"; var made = 1'); return typeof made; }
console.log(strict(), strictInside());
function conflict() { let taken = 1; try { eval('var taken'); } catch (error) { return `${error.name}: ${error.message}`; } }
console.log(conflict());
(0, eval)('var globalFromEval = 1; let notGlobal = 2');
console.log(typeof globalFromEval, typeof notGlobal, delete globalThis.globalFromEval, typeof globalFromEval);

console.log(eval('1; if (false) 2'), eval('1; { }'), eval('var v = 5'), eval('7; var v = 5'), eval('({ a: 1 })').a, eval('{ a: 1 }'), eval(''));
console.log(eval('for (var i = 0; i < 3; i++) i * 10'), eval('try { 1 } finally { 2 }'), eval('l: { 5; break l; }'), eval('switch (1) { case 1: "one" }'), eval('do { 3; break; } while (0)'));
console.log(eval(42), eval({ not: 'a string' }).not, eval(), eval(new String('1 + 1')) instanceof String);
for (const code of ['1 +', 'let a; let a', 'return 1', 'await 1', 'nowhere', 'throw new RangeError("from inside")', 'null.x', '"use strict"; undeclared = 1']) {
  try { console.log(eval(code)); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
function parameters(a, get = eval('() => a')) { eval('var a = "shadow"'); return [a, get()]; }
console.log(parameters('param'));
function access(a) { eval('a = 2'); return [a, arguments[0]]; }
console.log(access(1));
const object = { method() { return eval('this') === this && eval('() => this')() === this; } };
console.log(object.method(), (function () { return eval('new.target'); })(), (() => eval('arguments.length'))() === arguments.length);
class Base { hi() { return 'base hi'; } }
class Derived extends Base { #p = 'private'; hi() { return eval('super.hi() + this.#p'); } }
console.log(new Derived().hi());
const add = new Function('a', 'b = 2', 'return a + b + typeof x');
console.log(add(1), add.name, add.toString());
let counter = 0;
for (let i = 0; i < 3; i++) eval('counter += i');
console.log(counter, eval('eval("eval(\'counter\')")'), delete globalThis.x);
