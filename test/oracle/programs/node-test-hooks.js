// node:test: in which order hooks run, and what becomes of tests whose hooks fail.
const { test, describe, it, before, after, beforeEach, afterEach } = require('node:test');
const log = (...a) => console.log(...a);
before(() => log('root before'));
after(() => log('root after'));
beforeEach((t) => log('root beforeEach', t.name));
afterEach((t) => log('root afterEach', t.name, t.passed, t.error?.message));
describe('outer', () => {
  before((t) => log('outer before', t.name));
  after(async () => {
    await null;
    log('outer after');
  });
  beforeEach((t) => log('outer beforeEach', t.name));
  afterEach((t) => log('outer afterEach', t.name));
  it('a', () => log('a'));
  it('b', async () => {
    await new Promise((r) => setTimeout(r, 2));
    log('b');
  });
  describe('inner', () => {
    beforeEach((t) => log('inner beforeEach', t.name));
    afterEach((t) => log('inner afterEach', t.name));
    it('c', (t) => {
      log('c', t.fullName);
      throw new Error('c fails');
    });
    it.skip('d', () => log('never'));
  });
});
test('with context hooks', async (t) => {
  t.before(() => log('t.before'));
  t.after(() => log('t.after 1'));
  t.after(() => log('t.after 2'));
  t.beforeEach((s) => log('t.beforeEach', s.name));
  t.afterEach((s) => log('t.afterEach', s.name));
  await t.test('sub1', async (s) => {
    log('sub1', s.fullName);
    await s.test('subsub', (u) => log(u.fullName));
  });
  await t.test('sub2', () => log('sub2'));
});
describe('before fails', () => {
  before(() => {
    throw new Error('no before');
  });
  it('x', () => log('x'));
  after(() => log('after still'));
});
describe('beforeEach fails', () => {
  beforeEach(() => {
    throw new Error('no beforeEach');
  });
  it('x', () => log('x'));
  afterEach(() => log('afterEach still'));
});
describe('after fails', () => {
  after(() => {
    throw new Error('no after');
  });
  it('x', () => log('x'));
});
describe('afterEach fails', () => {
  afterEach(() => {
    throw new Error('no afterEach');
  });
  it('x', () => log('x'));
});
test('t.after fails', (t) => {
  t.after(() => {
    throw new Error('t.after');
  });
});
describe('hook callback', () => {
  before((t, done) => setTimeout(done, 1));
  it('y', () => log('y'));
});
