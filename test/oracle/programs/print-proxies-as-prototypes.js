const r = (name, p) => new Proxy(p, { get(t, k, rr) { console.log(name, 'get', String(k)); return Reflect.get(t, k, rr); }, getOwnPropertyDescriptor(t, k) { console.log(name, 'gopd', String(k)); return Reflect.getOwnPropertyDescriptor(t, k); }, has(t, k) { console.log(name, 'has', String(k)); return Reflect.has(t, k); }, getPrototypeOf(t) { console.log(name, 'gpo'); return Reflect.getPrototypeOf(t); }, ownKeys(t) { console.log(name, 'keys'); return Reflect.ownKeys(t); } });
for (const [n, v] of [['map', new Map([[1, 2]])], ['set', new Set([1])], ['arr', [1]], ['typed', new Uint8Array(2)], ['date', new Date(0)], ['re', /a/], ['err', new Error('x')], ['fn', function f() {}], ['promise', Promise.resolve(1)], ['boxed', Object(1)], ['args', (function () { return arguments })()], ['wm', new WeakMap()], ['ab', new ArrayBuffer(1)], ['gen', (function* () {})()], ['mi', new Map().keys()], ['obj', {}]]) {
  Object.setPrototypeOf(v, r(n, Object.getPrototypeOf(v)));
  console.log(v);
}
