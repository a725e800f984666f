// node:test: a test file as people write them.
const { test, describe, it, mock } = require('node:test');
const assert = require('node:assert/strict');
const util = require('util');
// typical test files
class Cart {
  #items = [];
  add(item, n = 1) {
    if (n <= 0) throw new RangeError('n must be positive');
    this.#items.push({ item, n });
    return this;
  }
  get total() {
    return this.#items.reduce((s, { item, n }) => s + item.price * n, 0);
  }
  async save(db) {
    await db.put('cart', this.#items);
    return true;
  }
}
describe('Cart', () => {
  let cart;
  require('node:test').beforeEach(() => {
    cart = new Cart();
  });
  it('starts empty', () => assert.equal(cart.total, 0));
  it('adds', () => {
    cart.add({ price: 2 }, 3);
    assert.equal(cart.total, 6);
  });
  it('throws', () => {
    assert.throws(() => cart.add({}, 0), { name: 'RangeError', message: /positive/ });
  });
  it('saves', async () => {
    const db = { put: mock.fn(async () => {}) };
    assert.ok(await cart.add({ price: 1 }).save(db));
    assert.equal(db.put.mock.callCount(), 1);
    assert.deepEqual(db.put.mock.calls[0].arguments, ['cart', [{ item: { price: 1 }, n: 1 }]]);
  });
  it('wrong', () => {
    cart.add({ price: 2.5 });
    assert.equal(cart.total, 2, 'total is wrong');
  });
  it('deep', () => {
    assert.deepEqual(
      { list: [1, 2, { a: new Map([[1, { b: 2 }]]) }], s: 'x'.repeat(50) },
      { list: [1, 2, { a: new Map([[1, { b: 3 }]]) }], s: 'x'.repeat(50) },
    );
  });
  it('not deep', () => assert.notDeepEqual({ a: 1 }, { a: 1 }));
  it('string diff', () => assert.equal('line 1\nline 2\nline 3', 'line 1\nline x\nline 3'));
  it('rejects', () => assert.rejects(Promise.resolve(3)));
  it('instance', () => assert.ok(cart instanceof Map));
  it('if error', () => assert.ifError(new Error('given')));
});
test('table', async (t) => {
  for (const [a, b, s] of [
    [1, 1, 2],
    [2, 2, 5],
  ])
    await t.test(`${a} + ${b} = ${s}`, () => assert.equal(a + b, s));
});
test('fake timers debounce', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const f = t.mock.fn();
  const deb = (fn, ms) => {
    let h;
    return (...a) => {
      clearTimeout(h);
      h = setTimeout(fn, ms, ...a);
    };
  };
  const d = deb(f, 100);
  d(1);
  t.mock.timers.tick(50);
  d(2);
  t.mock.timers.tick(99);
  assert.equal(f.mock.callCount(), 0);
  t.mock.timers.tick(1);
  assert.deepEqual(
    f.mock.calls.map((c) => c.arguments),
    [[2]],
  );
});
test('console mock', (t) => {
  const log = t.mock.method(console, 'log', () => {});
  console.log('hidden');
  assert.equal(log.mock.calls[0].arguments[0], 'hidden');
});
test('fetch mock', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => ({ json: async () => ({ ok: 1 }) }));
  assert.deepEqual(await (await fetch('http://x')).json(), { ok: 1 });
});
test('fs mock', async (t) => {
  const fs = require('fs');
  t.mock.method(fs, 'readFileSync', () => 'fake');
  assert.equal(fs.readFileSync('/nope'), 'fake');
});
test('Date', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1000 });
  assert.equal(Date.now(), 1000);
  t.mock.timers.setTime(2000);
  assert.equal(new Date().getTime(), 2000);
});
test('Math.random', (t) => {
  t.mock.method(Math, 'random', () => 0.5);
  assert.equal(Math.random(), 0.5);
});
test('stderr', () => {
  console.error('to stderr');
});
test('inspect', (t) => {
  console.log(
    util.inspect(t),
    util.inspect(t.mock),
    util.inspect(t.signal),
    String(t),
    JSON.stringify(t),
    Object.getOwnPropertyNames(Object.getPrototypeOf(t)),
  );
});
test('spy keeps', (t) => {
  const o = {
    f(a) {
      return a * 2;
    },
  };
  const spy = t.mock.method(o, 'f');
  o.f(2);
  console.log(spy.mock.calls.map(({ arguments: a, result, this: self }) => [a, result, self === o]));
  console.log(util.inspect(spy.mock.calls[0], { depth: 0 }).replace(/stack: [\s\S]*?target/, 'target'));
});
