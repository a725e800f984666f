// Every trap, the invariants and their messages.
const attempt = (action) => { try { return action(); } catch (e) { return `${e.name}: ${e.message}`; } };
const calls = [];
const handler = new Proxy({}, { get(_, trap) { return (...args) => { calls.push(`${trap}(${args.slice(1).map((a) => (typeof a === 'object' || typeof a === 'function' ? '…' : String(a))).join(',')})`); return Reflect[trap](...args); }; } });
const target = { a: 1, get b() { return this.c; }, c: 'via receiver' };
const p = new Proxy(target, handler);
p.a; p.b; p.a = 2; 'a' in p; delete p.a; Object.keys(p); p.z = 1; Object.getPrototypeOf(p); Object.setPrototypeOf(p, null); Object.isExtensible(p);
Object.defineProperty(p, 'd', { value: 1, configurable: true }); Object.getOwnPropertyDescriptor(p, 'd'); p.hasOwnProperty; for (const k in p) { calls.push(k); }
({ ...p }); JSON.stringify(p); Object.assign({}, p); Object.preventExtensions(p);
console.log(calls.join('\n'));

const f = new Proxy(function add(a, b) { return a + b; }, { apply: (t, self, args) => t(...args) * 10, construct: (t, args, nt) => ({ made: args, same: nt === f }) });
console.log(f(1, 2), new f(3), f.call(null, 2, 3), f.apply(null, [3, 4]), typeof f, f.name, f.length, [1, 2].map(new Proxy((x) => x + 1, {})));
class Base { constructor() { this.kind = new.target.name; } }
console.log(new (new Proxy(Base, {}))().kind, attempt(() => new (new Proxy(() => 1, {}))()), attempt(() => new (new Proxy(Base, { construct: () => 1 }))()));
const negative = new Proxy([1, 2, 3], { get: (t, k, r) => (typeof k === 'string' && /^-\d+$/.test(k) ? t[t.length + Number(k)] : Reflect.get(t, k, r)) });
console.log(negative[-1], negative.length, Array.isArray(negative), JSON.stringify(negative), negative.map((x) => x * 2), [].concat(negative), negative.includes(2));
const inherited = Object.create(new Proxy({}, { get: (t, k, r) => (typeof k === 'string' ? `missing ${k} ${r === inherited}` : undefined), has: (t, k) => k === 'ghost', set(t, k, v, r) { console.log('set', k, v, r === inherited); return true; } }));
console.log(inherited.foo, 'ghost' in inherited, 'other' in inherited); inherited.x = 1; console.log(Object.keys(inherited));
const log = [];
const defaults = new Proxy({}, { get: (t, k) => (k in t ? t[k] : (log.push(k), 0)) });
defaults.count++; defaults.count += 2; console.log(defaults.count, log);

const frozen = Object.freeze({ a: 1 });
const closed = Object.preventExtensions({ a: 1 });
const fixed = (key, descriptor) => Object.defineProperty({}, key, descriptor);
for (const action of [
  () => Object.keys(new Proxy({}, { ownKeys: () => 1 })), () => Object.keys(new Proxy({}, { ownKeys: () => [1] })), () => Object.keys(new Proxy({}, { ownKeys: () => ['a', 'a'] })),
  () => Object.keys(new Proxy(frozen, { ownKeys: () => [] })), () => Object.keys(new Proxy(Object.freeze({}), { ownKeys: () => ['z'] })), () => Object.keys(new Proxy({}, { ownKeys: () => ['z'] })),
  () => Object.getPrototypeOf(new Proxy({}, { getPrototypeOf: () => 1 })), () => Object.getPrototypeOf(new Proxy(frozen, { getPrototypeOf: () => null })),
  () => Object.setPrototypeOf(new Proxy(frozen, { setPrototypeOf: () => true }), null), () => Object.setPrototypeOf(new Proxy({}, { setPrototypeOf: () => false }), null), () => Reflect.setPrototypeOf(new Proxy({}, { setPrototypeOf: () => 0 }), null),
  () => Object.isExtensible(new Proxy({}, { isExtensible: () => false })), () => Object.preventExtensions(new Proxy({}, { preventExtensions: () => true })), () => Object.preventExtensions(new Proxy({}, { preventExtensions: () => false })),
  () => Object.getOwnPropertyDescriptor(new Proxy({}, { getOwnPropertyDescriptor: () => 1 }), 'a'), () => Object.getOwnPropertyDescriptor(new Proxy(frozen, { getOwnPropertyDescriptor() {} }), 'a'), () => Object.getOwnPropertyDescriptor(new Proxy(closed, { getOwnPropertyDescriptor() {} }), 'a'),
  () => Object.getOwnPropertyDescriptor(new Proxy({}, { getOwnPropertyDescriptor: () => ({ value: 1 }) }), 'a'), () => Object.getOwnPropertyDescriptor(new Proxy({}, { getOwnPropertyDescriptor: () => ({ value: 1, configurable: true }) }), 'a'),
  () => Object.getOwnPropertyDescriptor(new Proxy(fixed('a', { writable: true }), { getOwnPropertyDescriptor: () => ({ value: 1, writable: false, configurable: false }) }), 'a'),
  () => Object.defineProperty(new Proxy({}, { defineProperty: () => false }), 'a', {}), () => Object.defineProperty(new Proxy(Object.freeze({}), { defineProperty: () => true }), 'a', {}), () => Object.defineProperty(new Proxy({}, { defineProperty: () => true }), 'a', { configurable: false }),
  () => Object.defineProperty(new Proxy(frozen, { defineProperty: () => true }), 'a', { value: 2 }), () => Object.defineProperty(new Proxy(frozen, {}), 'a', { value: 2 }),
  () => 'a' in new Proxy(frozen, { has: () => false }), () => 'a' in new Proxy(closed, { has: () => false }),
  () => new Proxy(frozen, { get: () => 2 }).a, () => new Proxy(fixed('a', { set() {} }), { get: () => 2 }).a,
  () => Reflect.set(new Proxy(frozen, { set: () => true }), 'a', 2), () => Reflect.set(new Proxy(fixed('a', { get() {} }), { set: () => true }), 'a', 2), () => { 'use strict'; new Proxy({}, { set: () => false }).a = 1; }, () => { new Proxy({}, { set: () => false }).a = 1; return 'sloppy'; },
  () => { 'use strict'; delete new Proxy({}, { deleteProperty: () => false }).a; }, () => delete new Proxy(frozen, { deleteProperty: () => true }).a, () => delete new Proxy(closed, { deleteProperty: () => true }).a,
  () => new Proxy({}, { get: 1 }).a, () => new Proxy({}, { get: null }).a, () => Proxy({}, {}), () => new Proxy(1, {}), () => new Proxy({}),
]) console.log(attempt(action));
const { proxy, revoke } = Proxy.revocable(function () {}, {});
revoke(); revoke();
for (const action of [() => proxy.a, () => { proxy.a = 1; }, () => 'a' in proxy, () => delete proxy.a, () => Object.keys(proxy), () => proxy(), () => new proxy(), () => Array.isArray(proxy), () => Object.getPrototypeOf(proxy), () => typeof proxy, () => Object.prototype.toString.call(proxy), () => proxy instanceof Object]) console.log(attempt(action));
