// node:test: failures of all kinds, directives, plans, signals.
const { test, describe, it } = require('node:test');
const assert = require('node:assert');
test('deep1', async (t) => {
  await t.test('deep2', async (t) => {
    await t.test('deep3', async (t) => {
      throw new Error('d3');
    });
  });
});
test('ok', () => {
  assert.ok(0 == 1, 'message here');
});
test('multi line', () => {
  throw new Error('multi\nline');
});
test('aggregate', () => {
  throw new AggregateError([new Error('a'), new TypeError('b')], 'agg');
});
test('custom', () => {
  class MyError extends Error {
    tag() {}
    [require('util').inspect.custom]() {
      throw new Error('in inspect');
    }
  }
  throw new MyError('mine');
});
test('props', () => {
  const e = new Error('p');
  e.code = 'ECODE';
  e.list = [1, { a: { b: { c: { d: 1 } } } }];
  throw e;
});
test('nostack', () => {
  const e = new Error('p');
  e.stack = 'no stack';
  throw e;
});
test('symbol', () => {
  throw Symbol('s');
});
test('fn', () => {
  throw function f() {};
});
test('bigint', () => {
  throw 10n;
});
test('rejects number', () => Promise.reject(5));
test('false', () => {
  throw false;
});
test('cb false', (t, done) => done(false));
test('cb str', (t, done) => done('string err'));
describe('suite throws', () => {
  it('a', () => {});
  throw new Error('suite body');
});
describe('suite rejects', async () => {
  await null;
  throw new Error('suite async body');
});
describe('empty', () => {});
describe.skip('skipped suite', () => {
  console.log('not run');
  it('x', () => {});
});
describe.todo('todo suite', () => {
  it('x', () => {
    throw new Error('todo x');
  });
});
describe('diag', (s) => {
  s.diagnostic('from suite');
  it('x', (t) => {
    t.diagnostic('d1');
    t.diagnostic('d2');
    t.log('logged', 1);
  });
  console.log(s, s.name, s.fullName, s.signal);
});
test('t.error', (t) => {
  t.after(() => console.log(t.error, t.passed));
  throw new Error('E');
});
test('strict', () => {
  assert.deepStrictEqual([1, 2, { a: 'x' }], [1, 2, { a: 'y' }]);
});
test('fail()', () => {
  assert.fail();
});
test('match', () => {
  assert.match('abc', /x/);
});
test('throws', () => {
  assert.throws(() => {});
});
test('plan twice', (t) => {
  t.plan(1);
  t.plan(2);
});
test('plan NaN', (t) => {
  t.plan('x');
});
test('todo str', { todo: 'later' }, () => {});
test('skip str', { skip: 'never' });
test('skip false', { skip: false, todo: false }, () => {});
test('skip empty', { skip: '' }, () => {});
test('xf label', { expectFailure: 'label' }, () => {
  throw new Error('x');
});
test('xf match', { expectFailure: /foo/ }, () => {
  throw new Error('foo');
});
test('xf no match', { expectFailure: /foo/ }, () => {
  throw new Error('bar');
});
test('xf pass', { expectFailure: true }, () => {});
test('aborted', { signal: AbortSignal.abort() }, () => {});
['x', 'y'].forEach((n) =>
  test(n, () => {
    throw n;
  }),
);
[() => {}].forEach(test);
