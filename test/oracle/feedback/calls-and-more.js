// == globals | f
var g = 1;
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
f(null);

// == a new global | f
function f() {
  fresh = 1;
  return fresh;
}
f();
f();

// == calls | f, make
function a() {}
function b() {}
function make() { return () => 1; }
function f(one, many, same) {
  one();
  many();
  same();
}
f(a, a, make());
f(a, b, make());

// == calls of builtins | f
function f(g) {
  return g(1);
}
f(Math.abs);
f(Math.sqrt);

// == call of what is no function | f
function f(g) {
  return g();
}
try { f(undefined); } catch {}

// == construct | f
class A {}
function f(C) {
  return [new C(), new Array(2), Reflect.construct(C, [])];
}
f(A);
f(A);
f(class {});

// == super | f, m
class A { m() { return 1; } get g() { return 2; } }
class B extends A { m() { return super.m() + super.g; } }
function f(o) {
  return o.m();
}
f(new B());
f(new B());
const m = B.prototype.m;

// == private fields | get, set, is
class P {
  #x = 1;
  get() { return this.#x; }
  set(v) { this.#x = v; }
  static is(o) { return #x in o; }
}
const p = new P();
p.get(); p.set(2); p.get(); P.is(p); P.is({});
const get = p.get, set = p.set, is = P.is;

// == for-in | f
function f(o) {
  for (const k in o) o[k];
}
f({a: 1, b: 2});
f({a: 1, b: 2});

// == for-in over a dictionary | f
const d = {a: 1, b: 2};
delete d.a;
function f(o) {
  for (const k in o) o[k];
}
f(d);

// == for-of | f
function f(l) {
  let s = 0;
  for (const v of l) s += v;
  return s;
}
f([1, 2]);
f(new Set([1.5]));

// == instanceof | f
class A {}
function f(o, C) {
  return o instanceof A || o instanceof C;
}
f({}, Array);
f({}, Map);

// == spread of objects | f
function f(o) {
  return {...o};
}
f(({a: 1}));
f(({b: 1}));
f(null);

// == computed names | f
function f(k) {
  return {[k]: 1};
}
f("a");
f("a");
f("b");

// == method replaced on the prototype | f
class A { m() { return 1; } }
function f(o) {
  return o.m();
}
const a = new A();
f(a);
A.prototype.m = function () { return 2; };
f(a);

// == a field that becomes a double | f, P
function f(o) {
  return o.x;
}
function P(x) { this.x = x; }
f(new P(1));
f(new P(1.5));
f(new P(2));
