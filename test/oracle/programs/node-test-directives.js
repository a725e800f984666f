// node:test: directives within suites, and names.
const { test, describe, it, beforeEach, before } = require('node:test');
describe('hooks order with nested', () => {
  beforeEach(async () => {
    await null;
    console.log('be1');
  });
  beforeEach((t, done) => {
    console.log('be2');
    setTimeout(done, 1);
  });
  describe('n', { skip: true }, () => {
    it('no', () => console.log('no'));
  });
  it('skip inside', (t) => {
    t.skip('msg');
    console.log('still runs');
  });
  it('todo fails', { todo: true }, () => {
    throw new Error('todo');
  });
  it('todo with sub', { todo: true }, async (t) => {
    await t.test('s', () => {
      throw new Error('sub');
    });
  });
});
describe('skip with hooks', () => {
  before(() => console.log('before?'));
  it.skip('x');
});
test('skipped with subtests', { skip: true }, async (t) => {
  await t.test('x', () => {});
});
test('xf parent', { expectFailure: true }, async (t) => {
  await t.test('x', () => {
    throw new Error('y');
  });
});
test('non string names', (t) => {});
test(5, () => console.log('five'));
test(null, () => console.log('null'));
test('', () => console.log('empty'));
test(undefined, { skip: true });
test({ name: 'from options' }, () => console.log('opts'));
test(async () => {
  console.log('anon');
});
test(class X {});
test('long '.repeat(30), () => {});
test('uni ✔ 名前', () => {});
test('tab\tnewline', () => {});
