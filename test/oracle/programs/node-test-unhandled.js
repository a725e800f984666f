// node:test: errors and rejections that nobody handles, during a test and after it, outside of all tests, and late subtests.
// uncaught, rejections, late activity
const { test, after } = require('node:test');
test('timer throws', async () => {
  setTimeout(() => {
    throw new Error('in timer');
  }, 1);
  await new Promise((r) => setTimeout(r, 20));
});
test('rejection', async () => {
  Promise.reject(new Error('rejected'));
  await new Promise((r) => setTimeout(r, 5));
});
test('late', () => {
  setTimeout(() => {
    throw new Error('late');
  }, 30);
});
test('late rejection', () => {
  setTimeout(() => {
    Promise.reject(new TypeError('laterej'));
  }, 30);
});
test('cb', (t, done) => {
  setImmediate(done);
});
test('cb err', (t, done) => {
  setImmediate(done, new Error('cberr'));
});
test('cb twice', (t, done) => {
  done();
  done();
});
test('cb and promise', async (t, done) => {
  done();
});
test('child after', (t) => {
  setTimeout(() => t.test('too late', () => {}), 5);
});
test('waits', async () => {
  await new Promise((r) => setTimeout(r, 20));
});
setTimeout(() => {
  throw new Error('outside of tests');
}, 100);
