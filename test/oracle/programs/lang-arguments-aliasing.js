// The arguments object: aliasing in sloppy code, none in strict code, and what breaks the link.
function mapped(a, b) {
  arguments[0] = 'from arguments';
  b = 'from parameter';
  return [a, arguments[1], arguments.length];
}
console.log(mapped(1, 2), mapped(1), mapped());
function unmapped(a) { 'use strict'; arguments[0] = 'x'; a += '!'; return [a, arguments[0]]; }
console.log(unmapped('s'));
function withDefault(a, b = 2) { arguments[0] = 'x'; return [a, b, arguments.length]; }
console.log(withDefault(1), withDefault(1, undefined));
function unlinked(a) {
  delete arguments[0];
  a = 'changed';
  const gone = arguments[0];
  arguments[0] = 'new';
  return [a, gone, arguments[0]];
}
console.log(unlinked('old'));
function frozen(a) { Object.defineProperty(arguments, '0', { writable: false }); a = 2; return arguments[0]; }
console.log(frozen(1));
function accessor(a) { Object.defineProperty(arguments, 0, { get: () => 'getter' }); a = 2; return [a, arguments[0]]; }
console.log(accessor(1));
function shape() {
  return [typeof arguments, Object.prototype.toString.call(arguments), Array.isArray(arguments), [...arguments].length,
    Object.getOwnPropertyNames(arguments).join(), arguments.callee === shape, Symbol.iterator in arguments];
}
console.log(shape('x', 'y'));
function twice(a, a) { arguments[0] = 'first'; const before = a; arguments[1] = 'second'; return [before, a]; }
console.log(twice(1, 2));
function shadow(arguments) { return arguments; }
function local() { var arguments; return typeof arguments; }
function inner() { function arguments() {} return typeof arguments; }
console.log(shadow('parameter'), local(), inner());
function arrowed(x) { return [1, 2].map((n) => arguments[0] + n); }
console.log(arrowed(10));
function forwarded() { return Math.max.apply(null, arguments) + Math.min(...arguments); }
console.log(forwarded(4, 9, 2));
function extended() { arguments[2] = 'added'; arguments.length = 3; return Array.prototype.slice.call(arguments); }
console.log(extended('a'), Array.from((function () { return arguments; })(5, 6)));
console.log((function () { return arguments; })('shown', { as: 1 }));
const factorial = function (n) { return n < 2 ? 1 : n * arguments.callee(n - 1); };
console.log(factorial(6));
try { (function () { 'use strict'; arguments.callee; })(); } catch (error) { console.log(error.message); }
function closure(a) { const set = (v) => { a = v; }; set('set'); return arguments[0]; }
console.log(closure('original'), (function (a, ...rest) { return arguments.length + rest.length; })(1, 2, 3));
