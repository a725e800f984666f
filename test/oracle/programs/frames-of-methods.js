// The first frame when methods of the language's prototypes are called with receivers that they refuse, and around instanceof.
'use strict';
const show = (f) => { try { f(); console.log('none') } catch (e) { console.log(e.stack.split('\n').slice(0, 2).join(' | ').replace(/\/.*\//, '')) } };
for (const k of Object.getOwnPropertyNames(String.prototype)) if (typeof ''[k] === 'function' && k !== 'constructor') show(() => ''[k].call(null, ''));
for (const C of [Array, Uint8Array, Map, Set, Promise, RegExp, Date, ArrayBuffer, SharedArrayBuffer, WeakMap, WeakSet, WeakRef, DataView, Number, Boolean, Symbol, BigInt, Iterator, Function, Object.getPrototypeOf(Uint8Array), Object.getPrototypeOf(function* () {}).prototype.constructor ?? Object])
  for (const k of Reflect.ownKeys(C.prototype)) {
    const d = Object.getOwnPropertyDescriptor(C.prototype, k);
    for (const fn of [d.value, d.get, d.set]) if (typeof fn === 'function' && k !== 'constructor' && !['toLocaleString', 'caller', 'arguments'].includes(k)) { console.log(C.name, String(k)); show(() => fn.call(undefined, 1, 2)); show(() => fn.call({}, 1, 2)); }
  }
class A extends Array { constructor() { super(-1) } }
show(() => new A());
show(() => Reflect.construct(Array, [-1], A));
show(() => Array.apply(null, [-1]));
show(() => [-1].map(Array).map((x) => new Array(x)));
show(() => ({}) instanceof { [Symbol.hasInstance]: 1 });
show(() => ({}) instanceof { });
show(() => ({}) instanceof Math.max);
show(() => ({}) instanceof (() => 1).bind());
show(() => 1 instanceof (() => 1));
function F() {} F.prototype = 3;
show(() => ({}) instanceof F);
show(() => ({}) instanceof F.bind());
show(() => F[Symbol.hasInstance]({}));
show(() => ({}) instanceof { __proto__: F });
show(() => ({}) instanceof new Proxy(F, {}));
show(() => ({}) instanceof { [Symbol.hasInstance]() { throw new Error('x') } });
show(() => { class B { static [Symbol.hasInstance](x) { return x.y.z } } ; ({}) instanceof B });
