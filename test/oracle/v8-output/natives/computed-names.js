const k = 'key';
const sym = Symbol('s');
const o = {
  [k]() {},
  [k + 1]: () => 1,
  [k + 2]: function () {},
  get [k + 3]() {
    return 1;
  },
  [sym]: async () => 1,
  *[k + 4]() {},
  [k + 5]: class {},
  [k + 6]: function () {},
  [k + 7]: function named() {},
};
for (const key of Reflect.ownKeys(o)) {
  const f = Object.getOwnPropertyDescriptor(o, key).value ?? Object.getOwnPropertyDescriptor(o, key).get;
  console.log(
    String(key),
    f.name,
    JSON.stringify(Object.getOwnPropertyDescriptor(f, 'name')),
    Reflect.ownKeys(f).map(String).join(),
    %HasFastProperties(f),
  );
}
class C {
  [k]() {}
  static [k + 1]() {}
  [k + 2] = () => 1;
  static [sym] = function () {};
  get [k + 3]() {
    return 1;
  }
  set [k + 3](v) {}
}
const c = new C();
console.log(
  c[k].name,
  C[k + 1].name,
  c[k + 2].name,
  C[sym].name,
  Object.getOwnPropertyDescriptor(C.prototype, k + 3).get.name,
  Object.getOwnPropertyDescriptor(C.prototype, k + 3).set.name,
);
console.log([c[k], C[k + 1], c[k + 2], C[sym]].map((f) => %HasFastProperties(f)).join());
const f = o[k];
f.name = 'x';
console.log(f.name, delete f.name, f.name, %HasFastProperties(f));
Object.defineProperty(o[k + 1], 'name', { value: 'other' });
console.log(
  o[k + 1].name,
  %HasFastProperties(o[k + 1]),
  %HaveSameMap({ [k]() {} }[k], { [sym]() {} }[sym]),
  %HaveSameMap({ [k]() {} }[k], { m() {} }.m),
);
console.log(o);
console.log(
  {
    ['stack' + 1]() {
      return new Error('x').stack.split('\n')[1].trim().split(' (')[0];
    },
  }.stack1(),
);
const { [k]: fn = () => {} } = {};
console.log(fn.name);
