// console.log asks proxies in the prototype chain, in the order of Node.
let printing = true;
function spy(target, name) {
  return new Proxy(target, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, (...all) => {
    process.stdout.write(name + ' ' + trap + ' ' + String(typeof all[1] === 'object' ? '' : all[1]) + '\n');
    return Reflect[trap](...all);
  }])));
}
const cases = {
  plain: Object.create(spy({ a: 1 }, 'plain'), { own: { value: 1, enumerable: true } }),
  array: Object.setPrototypeOf([1, 2], spy(Array.prototype, 'array')),
  fn: Object.setPrototypeOf(function f() {}, spy(Function.prototype, 'fn')),
  cls: class A extends spy(class B {}, 'cls') {},
  inst: new (class A extends spy(class B {}, 'inst') {})(),
  date: Object.setPrototypeOf(new Date(0), spy(Date.prototype, 'date')),
  re: Object.setPrototypeOf(/x/g, spy(RegExp.prototype, 're')),
  promise: Object.setPrototypeOf(Promise.resolve(1), spy(Promise.prototype, 'promise')),
  num: Object.setPrototypeOf(Object(5), spy(Number.prototype, 'num')),
  str: Object.setPrototypeOf(Object('ab'), spy(String.prototype, 'str')),
  err: (() => { const e = new Error('m'); e.stack = 'Error: m\n    at x'; return Object.setPrototypeOf(e, spy(Error.prototype, 'err')); })(),
  gen: Object.setPrototypeOf((function* () {})(), spy({}, 'gen')),
  ab: Object.setPrototypeOf(new ArrayBuffer(2), spy(ArrayBuffer.prototype, 'ab')),
  deep: Object.create(Object.create(spy({ constructor: Map }, 'deep'))),
  ctor: Object.create(spy({ constructor: class Foo {} }, 'ctor')),
  tag: Object.create(spy({ [Symbol.toStringTag]: 'T', constructor: Object }, 'tag')),
  direct: spy({ a: 1 }, 'direct'),
};
for (const [name, value] of Object.entries(cases)) {
  console.log('==', name);
  console.log(value);
}
class Even { static [Symbol.hasInstance](value) { console.log('asked'); return value.even === true; } constructor(even) { this.even = even; } }
console.log(new Even(true), new Even(false));
class Fails { static [Symbol.hasInstance]() { throw new Error('no'); } }
console.log(new Fails());
console.log(class /* a ( b */ extends Even {}, class A extends (0, Even) {}, class B { m() {} });
