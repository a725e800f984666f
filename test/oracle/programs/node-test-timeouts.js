// node:test: what ends a test before its time: timeouts, signals, its parent, plans that wait.
const { test, describe, it } = require('node:test');
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
test('slow', { timeout: 20 }, () => later(200));
test('slow callback', { timeout: 20 }, (t, done) => {
  t.signal.addEventListener('abort', () => console.log('aborted', t.signal.reason.name));
  setTimeout(done, 200);
});
describe('slow suite', { timeout: 20 }, () => {
  it('slow', () => later(200));
  it('next', () => {});
});
test('cancelled with its parent', { timeout: 20 }, async (t) => {
  t.after(() => console.log('after', t.error.message));
  await t.test('inner', () => later(200));
});
test('inherited timeout', { timeout: 20 }, (t) => {
  t.test('inner', () => later(200));
});
test('signal', { signal: AbortSignal.timeout(20) }, () => later(200));
test('aborted before', { signal: AbortSignal.abort() }, () => {});
const controller = new AbortController();
test('reason', { signal: controller.signal }, async () => {
  setTimeout(() => controller.abort(new Error('my reason')), 2);
  await later(200);
});
test('signal of a passing test', async (t) => {
  t.signal.onabort = () => console.log('over', t.signal.aborted);
  await later(2);
  console.log(t.signal.aborted);
});
test('plan waits', (t) => {
  t.plan(1, { wait: 500 });
  setTimeout(() => t.assert.ok(true), 10);
});
test('plan waits in vain', (t) => {
  t.plan(2, { wait: 50 });
  setTimeout(() => t.assert.ok(true), 10);
});
test('plan waits until the timeout', { timeout: 20 }, (t) => {
  t.plan(1, { wait: true });
});
test('waitFor', async (t) => {
  let tries = 0;
  const condition = () => {
    if (++tries < 3) throw new Error('not yet');
    return tries;
  };
  console.log(await t.waitFor(condition, { interval: 2 }));
  await t.waitFor(() => Promise.reject(new Error('never')), { interval: 5, timeout: 50 });
});
describe('a hook that takes too long', () => {
  require('node:test').before(() => later(200), { timeout: 20 });
  it('does not run', () => console.log('no'));
});
