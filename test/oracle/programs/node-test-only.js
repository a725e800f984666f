// node:test: only, which leaves out the tests beside it.
const { test, describe, it } = require('node:test');
test('not this', () => console.log('no'));
test.only('this', async (t) => {
  console.log('yes');
  await t.test('sub', () => console.log('sub'));
  await t.test('sub only', { only: true }, () => {});
});
describe('s', () => {
  it('no', () => {});
  it.only('yes', () => console.log('s yes'));
});
describe.only('so', () => {
  it('all', () => {});
  it('all2', () => console.log('all2'));
});
test('runOnly', { only: true }, async (t) => {
  t.runOnly(true);
  await t.test('x', () => console.log('x'));
  await t.test('y', { only: true }, () => console.log('y'));
});
