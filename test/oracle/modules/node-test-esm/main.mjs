// node:test, imported.
import test, { describe, it, mock, before, skip, todo, run, getTestContext } from 'node:test';
import * as ns from 'node:test';
import assert from 'node:assert/strict';
console.log(Object.keys(ns), test === ns.test, ns.it === test, ns.describe === ns.suite);
await test('awaited', () => {
  console.log('awaited');
});
console.log('after awaited');
const r = await describe('d', () => {
  it('x', async () => {
    await null;
    console.log('x', getTestContext().name);
  });
});
console.log(r);
test('diff', () => {
  assert.deepEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] });
});
test('async stack', async () => {
  await null;
  await inner();
});
async function inner() {
  await null;
  throw new Error('inner');
}
test('parent', async (t) => {
  await t.test('child', async () => {
    await null;
    throw new RangeError('child');
  });
});
test('rethrow', async (t) => {
  await assert.rejects(async () => {
    throw new TypeError('x');
  }, RangeError);
});
before(() => console.log('late before'));
console.log(getTestContext());
console.log(typeof run, typeof skip, typeof todo);
try {
  mock.fn(1);
} catch (e) {
  console.log(e.message);
}
try {
  test('x', { timeout: -1 });
} catch (e) {
  console.log(e.message);
}
try {
  test('x', { concurrency: 'a' });
} catch (e) {
  console.log(e.message);
}
try {
  test('x', { concurrency: 0 });
} catch (e) {
  console.log(e.message);
}
try {
  test('x', { signal: 1 });
} catch (e) {
  console.log(e.message);
}
try {
  test('x', { expectFailure: {} });
} catch (e) {
  console.log(e.message);
}
