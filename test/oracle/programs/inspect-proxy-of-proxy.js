console.log(new Proxy([null],{}));
console.log(new Proxy({ get 0(){ console.log('asked'); return 1; } },{}));
console.log(new Proxy(new Proxy([null],{}),{}));
const { inspect } = require('util');
console.log(inspect(new Proxy([null],{}), {showProxy:true}));
const r = Proxy.revocable({}, {}); const over = new Proxy(r.proxy, {}); r.revoke();
try { console.log(over); } catch (e) { console.log(e.message); }

class A { constructor() { this.x = 1; } }
console.log(new Proxy(new Proxy(new A(), {}), {}), new Proxy(new Proxy(new Map([[1, 2]]), {}), {}), new Proxy(new Proxy(new Date(0), {}), {}));
console.log(new Proxy(new Proxy([1, , 2], {}), {}), [new Proxy(new Proxy(new Set([1]), {}), {})], new Proxy(new Proxy(class B {}, {}), {}), new Proxy(new Proxy(() => {}, {}), {}));
console.log(new Proxy(new Proxy(/a/, {}), {}), new Proxy(new Proxy(new Uint8Array(2), {}), {}), new Proxy(new Proxy(new Number(3), {}), {}), new Proxy(new Proxy(Promise.resolve(1), {}), {}));
const loop = { name: 'loop' }; loop.self = new Proxy(new Proxy(loop, {}), {}); console.log(loop);
console.log('%o %O %s %d', new Proxy(new Proxy({ a: 1 }, {}), {}), new Proxy(new Proxy({ a: 1 }, {}), {}), new Proxy(new Proxy({ a: 1 }, {}), {}), 1);

const log = [];
const noisy = new Proxy(
  { a: 1 },
  {
    get: (target, key, receiver) => (log.push(`get ${String(key)}`), Reflect.get(target, key, receiver)),
    has: (target, key) => (log.push(`has ${String(key)}`), key in target),
    ownKeys: (target) => (log.push('ownKeys'), Reflect.ownKeys(target)),
    getPrototypeOf: (target) => (log.push('getPrototypeOf'), Reflect.getPrototypeOf(target)),
    getOwnPropertyDescriptor: (target, key) => (
      log.push(`getOwnPropertyDescriptor ${String(key)}`), Reflect.getOwnPropertyDescriptor(target, key)
    ),
  },
);
console.log(new Proxy(noisy, {}));
console.log(log);
