/** Programs of our own, at least one for each rule by which inline caches and operators learn. */
import type { FeedbackProgram } from '../agreement/feedback-answer.ts';

export const feedbackPrograms: readonly (FeedbackProgram & { readonly rule: string })[] = [
  {
    rule: 'load, 1 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return o.px;
}
f(({px: 0}));
f(({px: 0}));`,
  },
  {
    rule: 'load, 2 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return o.px;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({px: 0}));
f(({k1: 0, px: 1}));`,
  },
  {
    rule: 'load, 4 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return o.px;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));`,
  },
  {
    rule: 'load, 5 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return o.px;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));`,
  },
  {
    rule: 'load, 6 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return o.px;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({k5: 0, px: 5}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({k5: 0, px: 5}));`,
  },
  {
    rule: 'store, 2 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  o.px = 7;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({px: 0}));
f(({k1: 0, px: 1}));`,
  },
  {
    rule: 'store, 5 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  o.px = 7;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));`,
  },
  {
    rule: 'store that adds, 2 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  o.added = 7;
}
f(({px: 0}));
f(({k1: 0, px: 1}));`,
  },
  {
    rule: 'store that adds, 5 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  o.added = 7;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));`,
  },
  {
    rule: 'keyed load by one name, 2 hidden classes',
    functions: ['f'],
    code: `function f(o, k) {
  return o[k];
}
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');`,
  },
  {
    rule: 'keyed load by one name, 5 hidden classes',
    functions: ['f'],
    code: `function f(o, k) {
  return o[k];
}
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');
f(({k2: 0, px: 2}), 'px');
f(({k3: 0, px: 3}), 'px');
f(({k4: 0, px: 4}), 'px');
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');
f(({k2: 0, px: 2}), 'px');
f(({k3: 0, px: 3}), 'px');
f(({k4: 0, px: 4}), 'px');`,
  },
  {
    rule: 'keyed load by two names',
    functions: ['f'],
    code: `function f(o, k) {
  return o[k];
}
f(({a: 1, b: 2}), "a");
f(({a: 1, b: 2}), "b");`,
  },
  {
    rule: 'keyed store by two names',
    functions: ['f'],
    code: `function f(o, k) {
  o[k] = 1;
}
f(({a: 1, b: 2}), "a");
f(({a: 1, b: 2}), "b");`,
  },
  {
    rule: 'keyed load by symbol',
    functions: ['f'],
    code: `const s = Symbol("s");
function f(o, k) {
  return o[k];
}
f(({[s]: 1}), s);
f(({[s]: 1}), s);`,
  },
  {
    rule: 'in, 1 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return "px" in o;
}
f(({px: 0}));
f(({px: 0}));`,
  },
  {
    rule: 'in, 3 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return "px" in o;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));`,
  },
  {
    rule: 'in, 5 hidden classes',
    functions: ['f'],
    code: `function f(o) {
  return "px" in o;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));`,
  },
  {
    rule: 'in, index',
    functions: ['f'],
    code: `function f(o, k) {
  return k in o;
}
f([1, 2], 0);
f([1, 2], 5);
f([1, , 2], 1);`,
  },
  {
    rule: 'in, of a primitive',
    functions: ['f'],
    code: `function f(o) {
  return "px" in o;
}
try { f("text"); } catch {}
try { f(1); } catch {}`,
  },
  {
    rule: 'load of proxy',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(new Proxy({px: 1}, {}));`,
  },
  {
    rule: 'store to proxy',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(new Proxy({px: 1}, {}));`,
  },
  {
    rule: 'load of dictionary',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(del({px: 1, q: 2}));`,
  },
  {
    rule: 'store to dictionary',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(del({px: 1, q: 2}));`,
  },
  {
    rule: 'load of nullPrototype',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Object.create(null));`,
  },
  {
    rule: 'store to nullPrototype',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(Object.create(null));`,
  },
  {
    rule: 'load of getter',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(({get px() { return 1; }}));`,
  },
  {
    rule: 'store to getter',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(({get px() { return 1; }}));`,
  },
  {
    rule: 'load of frozen',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Object.freeze({px: 1}));`,
  },
  {
    rule: 'store to frozen',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(Object.freeze({px: 1}));`,
  },
  {
    rule: 'load of inherited',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Object.create({px: 1}));`,
  },
  {
    rule: 'store to inherited',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(Object.create({px: 1}));`,
  },
  {
    rule: 'load of missing',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(({}));`,
  },
  {
    rule: 'store to missing',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(({}));`,
  },
  {
    rule: 'load of array',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f([1]);`,
  },
  {
    rule: 'store to array',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f([1]);`,
  },
  {
    rule: 'load of function',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(function () {});`,
  },
  {
    rule: 'store to function',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(function () {});`,
  },
  {
    rule: 'load of string',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f("text");`,
  },
  {
    rule: 'store to string',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f("text");`,
  },
  {
    rule: 'load of number',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(12);`,
  },
  {
    rule: 'store to number',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(12);`,
  },
  {
    rule: 'load of boolean',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(true);`,
  },
  {
    rule: 'load of symbol',
    functions: ['f'],
    code: `function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Symbol("q"));`,
  },
  {
    rule: 'load of undefined',
    functions: ['f'],
    code: `function f(o) {
  return o.px;
}
try { f(undefined); } catch {}
try { f(null); } catch {}
f({px: 1});`,
  },
  {
    rule: 'length of everything',
    functions: ['f'],
    code: `function f(o) {
  return o.length;
}
f([1]);
f("text");
f(function () {});
f([1.5]);
f(({length: 1}));
f(new Uint8Array(2));`,
  },
  {
    rule: 'element of [1, 2]',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f([1, 2]);
f([1, 2]);`,
  },
  {
    rule: 'element of [1, , 2]',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f([1, , 2]);
f([1, , 2]);`,
  },
  {
    rule: 'element of [1.5, 2]',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f([1.5, 2]);
f([1.5, 2]);`,
  },
  {
    rule: 'element of [1.5, , 2]',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f([1.5, , 2]);
f([1.5, , 2]);`,
  },
  {
    rule: 'element of ["a"]',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f(["a"]);
f(["a"]);`,
  },
  {
    rule: 'element of ["a", , 1]',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f(["a", , 1]);
f(["a", , 1]);`,
  },
  {
    rule: 'elements kinds one after the other',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f([1]);
f([1.5]);
f(["a"]);`,
  },
  {
    rule: 'elements kinds back',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f(["a"]);
f([1.5]);
f([1]);
f([1]);`,
  },
  {
    rule: 'holey and packed',
    functions: ['f'],
    code: `function f(o) {
  return o[0];
}
f([1, , 2]);
f([1.5]);
f(["a"]);
f([1, , 2]);`,
  },
  {
    rule: 'out of bounds',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
f([1, 2], 0);
f([1, 2], 5);
f([1, 2], 6);`,
  },
  {
    rule: 'a hole',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
f([1, , 2], 0);
f([1, , 2], 1);
f([1, , 2], 1);`,
  },
  {
    rule: 'negative index',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
f([1, 2], 0);
f([1, 2], -1);`,
  },
  {
    rule: 'fraction as key',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
f([1, 2], 0);
f([1, 2], 1.5);`,
  },
  {
    rule: 'index as text',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
f([1, 2], "0");
f([1, 2], "1");`,
  },
  {
    rule: 'character',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
f("text", 0);
f("text", 9);`,
  },
  {
    rule: 'typed arrays',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
f(new Uint8Array(3), 0);
f(new Float64Array(3), 1);
f(new Uint8Array(3), 9);`,
  },
  {
    rule: 'arguments',
    functions: ['f'],
    code: `function f(o, i) {
  return o[i];
}
function g() { return arguments; }
f(g(1, 2), 0);
f(g(1, 2), 1);
f(g(1, 2), 5);`,
  },
  {
    rule: 'sparse array',
    functions: ['f'],
    code: `const a = [];
a[5000] = 1;
function f(o, i) {
  return o[i];
}
f(a, 5000);
f(a, 1);`,
  },
  {
    rule: 'element store',
    functions: ['f'],
    code: `function f(o, i, v) {
  o[i] = v;
}
f([1, 2], 0, 3);
f([1, 2], 1, 4);`,
  },
  {
    rule: 'element store that grows',
    functions: ['f'],
    code: `function f(o, i, v) {
  o[i] = v;
}
const a = [];
for (let i = 0; i < 20; i++) f(a, i, i);`,
  },
  {
    rule: 'element store that changes the kind',
    functions: ['f'],
    code: `function f(o, i, v) {
  o[i] = v;
}
const a = [];
f(a, 0, 1);
f(a, 1, 1.5);
f(a, 2, "a");
f(a, 0, 2);`,
  },
  {
    rule: 'element store to several kinds',
    functions: ['f'],
    code: `function f(o, i, v) {
  o[i] = v;
}
f([1], 0, 1);
f([1.5], 0, 1);
f(["a"], 0, 1);
f([1], 0, 1);`,
  },
  {
    rule: 'element store to shared elements',
    functions: ['f'],
    code: `function f(o, i) {
  o[i] = 1;
}
function g() { return [1, 2, 3]; }
f(g(), 0);
f(g(), 1);`,
  },
  {
    rule: 'typed array store',
    functions: ['f'],
    code: `function f(o, i) {
  o[i] = 1;
}
f(new Uint8Array(2), 0);
f(new Uint8Array(2), 5);
f(new Float32Array(2), 0);`,
  },
  {
    rule: 'frozen array store',
    functions: ['f'],
    code: `function f(o, i) {
  o[i] = 1;
}
f(Object.freeze([1, 2]), 0);
f([1, 2], 0);`,
  },
  {
    rule: 'array literals',
    functions: ['f'],
    code: `function f(a) {
  return [a, 1, ...[a, 2]];
}
f(1);
f("s");`,
  },
  {
    rule: 'globals',
    functions: ['f'],
    code: `var g = 1;
let l = 2;
const c = 3;
function f(v) {
  g = v;
  l = v;
  return g + l + c + typeof nothing;
}
f(1);
f(2);
f("s");
f(null);`,
  },
  {
    rule: 'a new global',
    functions: ['f'],
    code: `function f() {
  fresh = 1;
  return fresh;
}
f();
f();`,
  },
  {
    rule: 'calls',
    functions: ['f', 'make'],
    code: `function a() {}
function b() {}
function make() { return () => 1; }
function f(one, many, same) {
  one();
  many();
  same();
}
f(a, a, make());
f(a, b, make());`,
  },
  {
    rule: 'calls of builtins',
    functions: ['f'],
    code: `function f(g) {
  return g(1);
}
f(Math.abs);
f(Math.sqrt);`,
  },
  {
    rule: 'call of what is no function',
    functions: ['f'],
    code: `function f(g) {
  return g();
}
try { f(undefined); } catch {}`,
  },
  {
    rule: 'construct',
    functions: ['f'],
    code: `class A {}
function f(C) {
  return [new C(), new Array(2), Reflect.construct(C, [])];
}
f(A);
f(A);
f(class {});`,
  },
  {
    rule: 'super',
    functions: ['f', 'm'],
    code: `class A { m() { return 1; } get g() { return 2; } }
class B extends A { m() { return super.m() + super.g; } }
function f(o) {
  return o.m();
}
f(new B());
f(new B());
const m = B.prototype.m;`,
  },
  {
    rule: 'private fields',
    functions: ['get', 'set', 'is'],
    code: `class P {
  #x = 1;
  get() { return this.#x; }
  set(v) { this.#x = v; }
  static is(o) { return #x in o; }
}
const p = new P();
p.get(); p.set(2); p.get(); P.is(p); P.is({});
const get = p.get, set = p.set, is = P.is;`,
  },
  {
    rule: 'for-in',
    functions: ['f'],
    code: `function f(o) {
  for (const k in o) o[k];
}
f({a: 1, b: 2});
f({a: 1, b: 2});`,
  },
  {
    rule: 'for-in over a dictionary',
    functions: ['f'],
    code: `const d = {a: 1, b: 2};
delete d.a;
function f(o) {
  for (const k in o) o[k];
}
f(d);`,
  },
  {
    rule: 'for-of',
    functions: ['f'],
    code: `function f(l) {
  let s = 0;
  for (const v of l) s += v;
  return s;
}
f([1, 2]);
f(new Set([1.5]));`,
  },
  {
    rule: 'instanceof',
    functions: ['f'],
    code: `class A {}
function f(o, C) {
  return o instanceof A || o instanceof C;
}
f({}, Array);
f({}, Map);`,
  },
  {
    rule: 'spread of objects',
    functions: ['f'],
    code: `function f(o) {
  return {...o};
}
f(({a: 1}));
f(({b: 1}));
f(null);`,
  },
  {
    rule: 'computed names',
    functions: ['f'],
    code: `function f(k) {
  return {[k]: 1};
}
f("a");
f("a");
f("b");`,
  },
  {
    rule: 'typeof',
    functions: ['f'],
    code: `function f(a, b) {
  return typeof a + typeof b;
}
f(1, 1);
f(2, "s");`,
  },
  {
    rule: 'a + b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a + b;
}
f(1, 2);`,
  },
  {
    rule: 'a + b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a + b;
}
f(1, 2);
f(1.5, 1);`,
  },
  {
    rule: 'a + b, 3 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a + b;
}
f(1, 2);
f(1.5, 1);
f("a", "b");`,
  },
  {
    rule: 'a + b, 4 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a + b;
}
f(1, 2);
f(1.5, 1);
f("a", "b");
f(1, "a");`,
  },
  {
    rule: 'a - b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a - b;
}
f(1, 2);`,
  },
  {
    rule: 'a - b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a - b;
}
f(1, 2);
f(2147483647, -1);`,
  },
  {
    rule: 'a - b, 3 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a - b;
}
f(1, 2);
f(2147483647, -1);
f(undefined, 1);`,
  },
  {
    rule: 'a * b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a * b;
}
f(2, 3);`,
  },
  {
    rule: 'a * b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a * b;
}
f(2, 3);
f(0, -1);`,
  },
  {
    rule: 'a / b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a / b;
}
f(6, 3);`,
  },
  {
    rule: 'a / b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a / b;
}
f(6, 3);
f(1, 3);`,
  },
  {
    rule: 'a % b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a % b;
}
f(5, 3);`,
  },
  {
    rule: 'a % b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a % b;
}
f(5, 3);
f(-4, 2);`,
  },
  {
    rule: 'a ** b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a ** b;
}
f(2, 3);`,
  },
  {
    rule: 'a | b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a | b;
}
f(1, 2);`,
  },
  {
    rule: 'a | b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a | b;
}
f(1, 2);
f(1.5, 1);`,
  },
  {
    rule: 'a | b, 3 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a | b;
}
f(1, 2);
f(1.5, 1);
f(null, 1);`,
  },
  {
    rule: 'a >>> b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a >>> b;
}
f(1, 0);`,
  },
  {
    rule: 'a >>> b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a >>> b;
}
f(1, 0);
f(-1, 0);`,
  },
  {
    rule: 'a < b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a < b;
}
f(1, 2);`,
  },
  {
    rule: 'a < b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a < b;
}
f(1, 2);
f(1.5, 2);`,
  },
  {
    rule: 'a < b, 3 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a < b;
}
f(1, 2);
f(1.5, 2);
f("a", "b");`,
  },
  {
    rule: 'a < b, 4 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a < b;
}
f(1, 2);
f(1.5, 2);
f("a", "b");
f(undefined, 1);`,
  },
  {
    rule: 'a == b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a == b;
}
f(1, 1);`,
  },
  {
    rule: 'a == b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a == b;
}
f(1, 1);
f(1, true);`,
  },
  {
    rule: 'a == b, 3 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a == b;
}
f(1, 1);
f(1, true);
f("a", "b");`,
  },
  {
    rule: 'a == b, 4 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a == b;
}
f(1, 1);
f(1, true);
f("a", "b");
f(null, {});`,
  },
  {
    rule: 'a === b, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a === b;
}
f(1, 2);`,
  },
  {
    rule: 'a === b, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");`,
  },
  {
    rule: 'a === b, 3 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");
f({}, {});`,
  },
  {
    rule: 'a === b, 4 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");
f({}, {});
f({}, null);`,
  },
  {
    rule: 'a === b, 5 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");
f({}, {});
f({}, null);
f(1n, 2n);`,
  },
  {
    rule: '-a, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return -a;
}
f(1, 0);`,
  },
  {
    rule: '-a, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return -a;
}
f(1, 0);
f(0, 0);`,
  },
  {
    rule: 'a++, 1 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a++;
}
f(1, 0);`,
  },
  {
    rule: 'a++, 2 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a++;
}
f(1, 0);
f(2147483647, 0);`,
  },
  {
    rule: 'a++, 3 times',
    functions: ['f'],
    code: `function f(a, b) {
  return a++;
}
f(1, 0);
f(2147483647, 0);
f(1n, 0);`,
  },
  {
    rule: 'method replaced on the prototype',
    functions: ['f'],
    code: `class A { m() { return 1; } }
function f(o) {
  return o.m();
}
const a = new A();
f(a);
A.prototype.m = function () { return 2; };
f(a);`,
  },
  {
    rule: 'a field that becomes a double',
    functions: ['f', 'P'],
    code: `function f(o) {
  return o.x;
}
function P(x) { this.x = x; }
f(new P(1));
f(new P(1.5));
f(new P(2));`,
  },
];
