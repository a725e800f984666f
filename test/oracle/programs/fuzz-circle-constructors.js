// Whose circle it is that JSON.stringify met.
const t = (f) => { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } };
const circle = (x, key = 'self') => { x[key] = x; return () => JSON.stringify(x); };
class A {}
function* gen() {}
for (const x of [{}, [], new A(), gen(), Object.create(null), new Map(), new Error('x'), new Date(NaN), Object.create({ constructor: 5 }), Object.create({ constructor: class B {} }), Object.create({ constructor: { name: 'x' } }), { constructor: class Own {} }, { [Symbol.toStringTag]: 'Tag' }, Object.create({ get constructor() { return A; } }), (function () { return arguments; })(), new (class extends Array {})(), new Proxy({}, {}), Object.create(Object.create(null)), new Uint8Array(1), [].values(), new (class {})(), Math])
  t(circle(x));
