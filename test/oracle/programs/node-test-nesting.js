// node:test: suites in tests, tests in suites, hooks that come late, names and callbacks of odd kinds.
const { test, describe, it, before, after, beforeEach, afterEach, getTestContext } = require('node:test');
const shared = Promise.resolve(1);
test('describe in test', async () => {
  await describe('inner suite', () => {
    it('x', () => console.log('x'));
  });
  console.log('after describe');
});
describe('test in suite', () => {
  test('t1', async (t) => {
    t.test('t1.1', () => {});
    await describe('d in t', () => {
      it('y', () => {});
    });
  });
});
describe('deep', () => {
  describe('er', () => {
    describe('est', () => {
      it('leaf', (t) => {
        console.log(t.fullName, t.name);
        t.diagnostic('leaf diag');
      });
    });
  });
});
test('getTestContext', (t) => {
  console.log(getTestContext() === t, getTestContext().name);
  setTimeout(() => console.log('later', getTestContext().name), 1);
  return new Promise((r) => setTimeout(r, 10));
});
test('hooks added late', async (t) => {
  await t.test('first', () => {});
  t.beforeEach(() => console.log('late beforeEach'));
  await t.test('second', () => {});
});
test('before in running test', async (t) => {
  t.before(() => console.log('before runs now'));
  console.log('body');
  await t.test('z', () => console.log('z'));
});
test('before throws in running test', async (t) => {
  t.before(() => {
    throw new Error('before in test');
  });
  await t.test('z', () => console.log('z not?'));
});
test('nested failing', async (t) => {
  await t.test('a', async (t) => {
    await t.test('b', () => {
      throw new Error('b');
    });
  });
  console.log('parent goes on');
});
test('return value', () => 42);
test('return rejected thenable', () => ({
  then(a, b) {
    b(new Error('thenable'));
  },
}));
test('generator', function* () {
  throw new Error('never');
});
test('this', function () {
  console.log(this.constructor.name, this.name);
});
test('arguments', function (...args) {
  console.log(args.length);
});
test('default arg', (t, x = 1) => {
  console.log(x);
});
test('exitCode', () => {
  process.exitCode = 0;
});
process.on('exit', (c) => console.log('exit', c));
