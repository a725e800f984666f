// node:test: what is printed of tests that pass, fail, are skipped or to be done, and of suites. Node prints it as here where stdout is no terminal.
const { test, describe, it } = require('node:test');
const assert = require('node:assert');
console.log('top');
test('passes', (t) => {
  console.log('in passes', t.name, t.fullName, t);
  t.diagnostic('hello');
});
test('fails', () => {
  assert.strictEqual(1, 2);
});
test('throws', async () => {
  throw new TypeError('bad');
});
test('nonerror', () => {
  throw 'str';
});
describe('suite', () => {
  it('one', () => {});
  it('two', { skip: 'why' }, () => {});
  it.todo('three');
  describe('inner', () => {
    it('deep', () => {
      throw Object.assign(new Error('x'), { a: 1 });
    });
  });
});
test('parent', async (t) => {
  await t.test('child', () => {
    console.log('child');
  });
  t.test('unawaited', async () => {
    await null;
    console.log('un');
  });
});
console.log('end');
process.on('exit', (c) => console.log('exit', c));
