import * as ns from './lib.mjs';
console.log(ns.default.name, Object.keys(ns), ns);
const { a = 5, ...rest } = ns; console.log(a, rest);
console.log(JSON.stringify(ns), Object.entries(ns).length, `${Object.prototype.toString.call(ns)}`);
for (const k in ns) console.log(k);
console.log(Reflect.getOwnPropertyDescriptor(ns, Symbol.toStringTag), Object.isExtensible(ns), Reflect.preventExtensions(ns), Reflect.setPrototypeOf(ns, null));
class A extends ns.Base {} ; console.log(new A().v, ns.Base === A.__proto__);
ns.inc(); console.log(ns.n);
console.log(structuredCloneTest());
function structuredCloneTest() { return ns[0], ns['0'] }
