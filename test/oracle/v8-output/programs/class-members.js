class A {
  m() {}
  get g() {
    return 1;
  }
  set g(v) {}
  static s() {}
}
A.prototype.late = function () {};
A.later = 1;
class B extends A {
  x = 1;
  #y = 2;
  static z = 3;
  static w = 'a';
  constructor() {
    super();
    this.q = 1;
  }
}
const k = 'computed';
class C {
  [k]() {}
  static n() {}
}
const b = new B();
new B();
new A();
class D extends Array {}
new D();
class E2 extends Error {
  constructor(m) {
    super(m);
    this.code = 5;
  }
}
new E2('a');
const F = class {
  5() {}
  static 6() {}
};
new F();
class G {
  static [k]() {}
  static name() {}
}
new G();
class H {
  static name() {}
}
function* gen() {
  yield 1;
}
gen();
gen();
async function* agen() {
  yield 1;
}
agen();
async function as() {}
as();
gen.prototype.x = 1;
class I {
  *g() {}
  static async h() {}
  static #p = 1;
  #m() {}
  static {
    this.r = 5;
  }
}
new I();
