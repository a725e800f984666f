const acc = {
  get a() {
    return 1;
  },
};
for (let i = 0; i < 3; i++) acc.a = 1;
class A {
  get b() {
    return 1;
  }
  set c(v) {}
}
const x = new A();
for (let i = 0; i < 3; i++) x.b = 1;
for (let i = 0; i < 3; i++) x.c = 1;
const fr = Object.freeze({ z: 1 });
for (let i = 0; i < 3; i++) fr.z = 1;
for (let i = 0; i < 3; i++) fr.y = 1;
const d = { a: 1, b: 2 };
delete d.a;
for (let i = 0; i < 3; i++) d.n = i;
for (let i = 0; i < 3; i++) {
  delete d.n;
  d.n = i;
}
for (let i = 0; i < 3; i++) d.b = i;
function P() {}
P.prototype.one = 1;
P.prototype.two = 2;
for (let i = 0; i < 3; i++) P.prototype.three = i;
new P().one;
for (let i = 0; i < 3; i++) P.prototype.four = i;
function f() {}
for (let i = 0; i < 3; i++) f.prop = i;
for (let i = 0; i < 3; i++) f.name = i;
for (let i = 0; i < 3; i++) f.prototype = {};
const n = Object.create(null);
for (let i = 0; i < 3; i++) n.key = i;
for (let i = 0; i < 3; i++) (5).foo = i;
for (let i = 0; i < 3; i++) 'abc'.foo = i;
const arr = [];
for (let i = 0; i < 3; i++) arr.length = i;
for (let i = 0; i < 3; i++) arr.extra = i;
Object.defineProperty(d, 'acc', { set(v) {}, configurable: true });
for (let i = 0; i < 3; i++) d.acc = i;
const inh = Object.create(acc);
for (let i = 0; i < 3; i++) inh.a = i;
const inhf = Object.create(fr);
for (let i = 0; i < 3; i++) inhf.z = i;
const many = [{ a: 1 }, { b: 1 }, { c: 1 }, { d: 1 }, { e: 1 }, { f: 1 }];
for (const m of many) m.q = 1;
for (const m of many) m.q;
