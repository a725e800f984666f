const t=(f)=>{try{f()}catch(e){console.log(e.message)}};
class A {}; A.prototype.constructor = undefined;
const nameless = { constructor: function(){} }; 
for (const v of [Object.create({constructor: 1}), {constructor: undefined}, nameless, {constructor: {}}, {constructor: null, [Symbol.toStringTag]: 'Tag'}, new A, Iterator.from({}), [].values(), [1], Object.create(null), {get constructor(){return Map}}, Object.assign([],{constructor:0}), new (class {}), new Date(0), /a/, new Map, Math, JSON, globalThis, (function(){return arguments})(), new Proxy({}, {}), new Proxy([], {}), Promise.resolve(), new Error('x'), Object(1), Object('s'), Object(Symbol('q')), new Uint8Array(1), {constructor: new Proxy(function f(){}, {})}, {constructor: Map.bind()}, {constructor: () => 1}]) {
  t(() => [].values().take(Object.assign(v, {valueOf(){return -1}})));
  t(() => { v(); });
  t(() => { null[v] = v; });
  t(() => { new WeakMap().set(1, v); v.x.y.z });
  t(() => { 1 in 1; v instanceof v; });
  t(() => { class B extends v {} });
  t(() => { Reflect.construct(v, []); });
  t(() => { new Set(v.x = 1); });
  t(() => { Symbol.prototype.toString.call(v); });
  t(() => { Object.defineProperty({}, 'x', { get: v }); });
  t(() => { Object.setPrototypeOf(Object.preventExtensions(v), {}) });
  t(() => { 'use strict'; v.novel = 1; });
}
