// node:test: tags, and plans.
const { test, describe, it } = require('node:test');
test('a', { tags: ['Fast', 'fast', 'db'] }, (t) => {
  console.log(t.tags, Object.isFrozen(t.tags));
});
describe('s', { tags: ['S'] }, () => {
  it('x', { tags: ['y', 's'] }, (t) => console.log(t.tags));
  it('z', (t) => console.log(t.tags));
});
for (const tags of [1, [1], ['']])
  try {
    test('x', { tags });
  } catch (e) {
    console.log(e.code, e.message);
  }
test('none', (t) => {
  console.log(t.tags, t.attempt, t.workerId, t.filePath === __filename);
});
test('plan', (t) => {
  t.plan(2);
  t.assert.ok(1);
  t.assert.equal(1, 1);
});
test('plan missed', (t) => {
  t.plan(2);
  t.assert.ok(1);
});
test('plan option', { plan: 1 }, (t) => {
  t.test('counts', () => {});
});
test('plan twice', (t) => {
  t.plan(1);
  try {
    t.plan(2);
  } catch (e) {
    console.log(e);
  }
  t.assert.ok(1);
});
test('own assertion', (t) => {
  require('node:test').assert.register('isOdd', function (n) {
    console.log(this === t);
    if (n % 2 === 0) throw new Error(n + ' is even');
  });
  t.plan(2);
  t.assert.isOdd(3);
  t.assert.isOdd(4);
});
test('names of assertions', (t) => {
  console.log(Object.keys(t.assert).sort().join(), t.assert === t.assert);
});
