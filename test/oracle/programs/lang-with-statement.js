// with: names that may be properties, unscopables, assignments, functions made inside, var and let.
const point = { x: 1, y: 2 };
let z = 'outer z';
with (point) {
  console.log(x + y, z);
  x = 10;
  z = 'assigned outside';
  var w = 'hoisted to the function';
  let inner = x;
  var y = 'goes to the object';
}
console.log(point, z, w, typeof inner, typeof y, y);

with ([1, 2, 3]) {
  console.log(length, join('-'), map((n) => n * 2));
  // Newer methods are hidden from with.
  const values = 'not the method';
  console.log(typeof keys, Array.prototype[Symbol.unscopables].keys);
}
function make(scope, code) { with (scope) { return function () { return hidden + code; }; } }
const scope = { hidden: 1 };
const read = make(scope, 10);
console.log(read());
scope.hidden = 2;
console.log(read());
delete scope.hidden;
try { read(); } catch (error) { console.log(error.message); }

const spy = new Proxy({ known: 'from the proxy' }, {
  has(target, key) { if (typeof key === 'string') console.log('has', key); return key in target; },
  get(target, key) { console.log('get', typeof key === 'symbol' ? key.description : key); return target[key]; },
});
with (spy) { z = known; }
console.log(z);

const receiver = { name: 'receiver', who() { return this.name; } };
with (receiver) console.log(who(), (0, who) === receiver.who);
with ({ a: 1 }) with ({ b: 2, a: 'inner' }) console.log(a, b);
with ('text') console.log(length, toUpperCase());
const hiding = { secret: 1, open: 2, [Symbol.unscopables]: { secret: true } };
var secret = 'variable';
with (hiding) console.log(secret, open);
with ({ f: 1 }) { function f() { return 'declared'; } }
console.log(typeof f);
for (const bad of [null, undefined]) { try { with (bad) { } } catch (error) { console.log(error.message); } }
with ({ get lazy() { return 'getter'; }, set lazy(v) { console.log('setter', v); } }) { lazy += '!'; lazy ??= 1; }
out: with ({ n: 0 }) { for (;;) { if (n++ > 2) break out; } }
console.log((function () { with ({ r: 'returned from with' }) { return r; } })());
