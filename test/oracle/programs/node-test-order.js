// node:test: when tests run among microtasks, ticks and each other; async context.
const { test, describe, it } = require('node:test');
const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
console.log('start');
Promise.resolve()
  .then(() => console.log('micro 1'))
  .then(() => console.log('micro 2'))
  .then(() => console.log('micro 3'))
  .then(() => console.log('micro 4'))
  .then(() => console.log('micro 5'))
  .then(() => console.log('micro 6'))
  .then(() => console.log('micro 7'))
  .then(() => console.log('micro 8'))
  .then(() => console.log('micro 9'))
  .then(() => console.log('micro 10'))
  .then(() => console.log('micro 11'))
  .then(() => console.log('micro 12'))
  .then(() => console.log('micro 13'));
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
const p = test('one', () => {
  console.log('one');
});
p.then((v) => console.log('one done', v));
test('two', async () => {
  console.log('two a');
  await null;
  console.log('two b');
  await new Promise((r) => setImmediate(r));
  console.log('two c');
});
describe('suite', () => {
  console.log('suite body');
  it('s1', () => console.log('s1'));
  it('s2', async () => {
    await 1;
    console.log('s2');
  });
  console.log('suite body end');
});
describe('async suite', async () => {
  await null;
  console.log('async body');
  it('late it', () => console.log('late it'));
});
als.run('store', () =>
  test('als', async () => {
    console.log(als.getStore());
    await null;
    console.log(als.getStore());
    setTimeout(() => console.log('timer', als.getStore()), 1);
    await new Promise((r) => setTimeout(r, 5));
  }),
);
test('three', (t, done) => {
  console.log('three');
  setTimeout(() => {
    console.log('three done');
    done();
  }, 2);
});
test('nested un', (t) => {
  for (const n of [1, 2, 3])
    t.test('n' + n, async () => {
      console.log('n', n, 'begin');
      await new Promise((r) => setTimeout(r, 3 - n));
      console.log('n', n, 'end');
    });
  console.log('nested body over');
});
test('conc', { concurrency: 2 }, (t) => {
  for (const n of [1, 2, 3])
    t.test('c' + n, async () => {
      console.log('c', n, 'begin');
      await new Promise((r) => setTimeout(r, 10 * (4 - n)));
      console.log('c', n, 'end');
    });
});
test('conc true', { concurrency: true }, (t) => {
  for (const n of [1, 2, 3])
    t.test('c' + n, async () => {
      console.log('ct', n, 'begin');
      await new Promise((r) => setTimeout(r, 10 * (4 - n)));
      console.log('ct', n, 'end');
    });
});
describe('conc suite', { concurrency: true }, () => {
  for (const n of [1, 2, 3])
    it('c' + n, async () => {
      console.log('cs', n, 'begin');
      await new Promise((r) => setTimeout(r, 10 * (4 - n)));
      console.log('cs', n, 'end');
    });
});
test('inside test()', async () => {
  test('uses test', () => console.log('uses test'));
  await null;
  test('uses test 2', () => console.log('uses test 2'));
});
process.on('beforeExit', () => console.log('beforeExit'));
process.on('exit', (c) => console.log('exit', c, process.exitCode));
console.log('end');
