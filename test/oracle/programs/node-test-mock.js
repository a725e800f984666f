// node:test: mocked functions, methods, accessors and properties.
const { test, mock } = require('node:test');
const assert = require('node:assert');
test('fn', (t) => {
  const f = t.mock.fn((a, b) => a + b);
  console.log(f(1, 2), f.call({ x: 1 }, 3, 4), f.mock.callCount(), f.name, f.length);
  const [c] = f.mock.calls;
  console.log(
    Object.keys(c),
    c.arguments,
    c.result,
    c.this,
    c.target,
    c.error,
    c.stack instanceof Error,
    Object.getPrototypeOf(c),
  );
  console.log(f, f.mock);
  f.mock.mockImplementation(() => 'new');
  console.log(f());
  f.mock.mockImplementationOnce(() => 'once');
  console.log(f(), f());
  f.mock.mockImplementationOnce(() => 'at 7', 7);
  console.log(f(), f(), f());
  f.mock.resetCalls();
  console.log(f.mock.calls.length);
  f.mock.restore();
  console.log(f(1, 1));
  const thrower = mock.fn(() => {
    throw new Error('t');
  });
  try {
    thrower();
  } catch {}
  console.log(thrower.mock.calls[0].error.message, thrower.mock.calls[0].result);
  const two = mock.fn(
    () => 'orig',
    () => 'impl',
    { times: 2 },
  );
  console.log(two(), two(), two());
  const opts = mock.fn({ times: 1 });
  console.log(opts(), opts.name);
  class A {
    constructor(v) {
      this.v = v;
    }
  }
  const M = mock.fn(A);
  const a = new M(5);
  console.log(a, M.mock.calls[0].target === A, M.mock.calls[0].this === a, a instanceof A);
  for (const bad of [
    () => mock.fn('x'),
    () => mock.fn(() => {}, 3),
    () =>
      mock.fn(
        () => {},
        () => {},
        { times: 0 },
      ),
    () => f.mock.mockImplementation(1),
    () => f.mock.mockImplementationOnce(() => {}, -1),
  ])
    try {
      bad();
    } catch (e) {
      console.log(e.name, e.code, e.message);
    }
});
test('method', (t) => {
  const o = {
    n: 5,
    add(x) {
      return this.n + x;
    },
    get g() {
      return this._g ?? 'g';
    },
    set g(v) {
      this._g = v;
    },
    [Symbol.for('s')]() {
      return 's';
    },
  };
  const m = t.mock.method(o, 'add');
  console.log(o.add(1), m.mock.calls[0].this === o, o.add === m, o.add.mock.callCount());
  m.mock.restore();
  console.log(o.add.mock);
  t.mock.method(o, 'add', () => 'replaced');
  console.log(o.add(1));
  t.mock.getter(o, 'g', () => 'mocked g');
  console.log(o.g);
  t.mock.restoreAll();
  console.log(o.g, o.add(1));
  const s = t.mock.setter(o, 'g', function (v) {
    this._g = 'set ' + v;
  });
  o.g = 1;
  console.log(o.g, s.mock.calls[0].arguments);
  console.log(
    t.mock.method(o, Symbol.for('s'), () => 'sym'),
    o[Symbol.for('s')](),
  );
  class B {
    foo() {
      return 'foo';
    }
    static bar() {
      return 'bar';
    }
  }
  class C extends B {}
  const c = new C();
  t.mock.method(c, 'foo', () => 'c foo');
  console.log(c.foo(), new C().foo(), Object.keys(c));
  t.mock.method(B, 'bar', () => 'mb');
  console.log(C.bar());
  t.mock.method(B.prototype, 'foo', () => 'pf');
  console.log(new C().foo());
  for (const bad of [
    () => mock.method(o, 'nope'),
    () => mock.method(o, 'n'),
    () => mock.method(o, 1),
    () => mock.method(null, 'a'),
    () => mock.method(o, 'add', { getter: true }),
    () => mock.method(o, 'g', { getter: true, setter: true }),
    () => mock.getter(o, 'g', { getter: false }),
    () => mock.method(o, 'add', { times: 1.5 }),
  ])
    try {
      bad();
    } catch (e) {
      console.log(e.name, e.code, e.message);
    }
});
test('property', (t) => {
  const o = {
    foo: 5,
    get ro() {
      return 1;
    },
  };
  const p = t.mock.property(o, 'foo', 25);
  console.log(o.foo, p.foo, p.mock.accessCount());
  o.foo = 10;
  console.log(
    o.foo,
    p.mock.accesses.map((a) => [a.type, a.value]),
  );
  p.mock.mockImplementationOnce('once');
  console.log(o.foo, o.foo);
  p.mock.resetAccesses();
  console.log(p.mock.accessCount());
  p.mock.restore();
  console.log(o);
  const q = t.mock.property(o, 'foo');
  console.log(o.foo, q.mock);
  q.mock.mockImplementation(7);
  console.log(o.foo);
  for (const bad of [
    () => mock.property(o, 'nope'),
    () => mock.property(1, 'a'),
    () => q.mock.mockImplementationOnce(1, -2),
  ])
    try {
      bad();
    } catch (e) {
      console.log(e.name, e.code, e.message);
    }
});
test('restored after test', () => {
  console.log(Object.keys(mock), mock.calls, typeof mock.module);
  mock.reset();
});
let obj = {
  m() {
    return 1;
  },
};
test('auto restore 1', (t) => {
  t.mock.method(obj, 'm', () => 2);
  console.log(obj.m());
});
test('auto restore 2', (t) => {
  console.log(obj.m());
});
