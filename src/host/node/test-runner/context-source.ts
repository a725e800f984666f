/** What tests and suites are given: their contexts. Node: TestContext and SuiteContext in lib/internal/test_runner/test.js. */
export const testContextSource = String.raw`function (require, global) {
  const { Map, Object, Promise, Error, Symbol, Number, setTimeout, clearTimeout } = global;
  const { validateNumber, validateObject } = require('internal/validators');
  const { newFailure, Plan, longestTimeout } = require('internal/test_runner/tools');
  const process = require('process');
  const copied = ['deepEqual', 'deepStrictEqual', 'doesNotMatch', 'doesNotReject', 'doesNotThrow', 'equal', 'fail', 'ifError', 'match', 'notDeepEqual', 'notDeepStrictEqual', 'notEqual', 'notStrictEqual', 'partialDeepStrictEqual', 'rejects', 'strictEqual', 'throws'];
  const refused = ['snapshot', 'fileSnapshot'];
  const refuse = (name) => { throw new Error('Underhood does not simulate ' + name + ': a run writes no files that stay. Compare with an expected value instead.'); };
  let assertions;
  function assertionMap() {
    if (assertions !== undefined) return assertions;
    const assert = require('assert');
    assertions = new Map();
    for (let i = 0; i < copied.length; i++) assertions.set(copied[i], assert[copied[i]]);
    return assertions;
  }
  function register(name, fn) {
    %ValidateString(name, 'name');
    %ValidateFunction(fn, 'fn');
    assertionMap().set(name, fn);
  }
  function fullNameOf(test) {
    let name = test.name;
    if (test === test.root) return name;
    for (let outer = test.parent; outer !== test.root; outer = outer.parent) name = outer.name + ' > ' + name;
    return name;
  }
  const callerLocation = (sites) => (sites.length === 0 ? undefined : [sites[0].lineNumber, sites[0].columnNumber, sites[0].scriptName]);
  class TestContext {
    #assert;
    #test;
    constructor(test) { this.#test = test; }
    get signal() { return this.#test.signal; }
    get name() { return this.#test.name; }
    get filePath() { return this.#test.entryFile; }
    get fullName() { return fullNameOf(this.#test); }
    get error() { return this.#test.error; }
    get passed() { return this.#test.passed; }
    get attempt() { return 0; }
    get tags() { return this.#test.tags; }
    get workerId() { return Number(process.env.NODE_TEST_WORKER_ID) || undefined; }
    diagnostic(message) { this.#test.diagnostic(message); }
    log(message, data) { this.#test.log(message, data); }
    plan(count, options = {}) {
      if (this.#test.plan !== null) throw newFailure('cannot set plan more than once', 'testCodeFailure');
      this.#test.plan = new Plan(count, options);
    }
    get assert() {
      if (this.#assert !== undefined) return this.#assert;
      const { plan } = this.#test;
      const map = assertionMap();
      for (let i = 0; i < refused.length; i++) if (!map.has(refused[i])) map.set(refused[i], () => refuse('t.assert.' + refused[i]));
      const assert = { __proto__: null };
      this.#assert = assert;
      map.forEach((method, name) => {
        assert[name] = (...args) => {
          if (plan !== null) plan.count();
          return %Apply(method, this, args);
        };
      });
      if (!map.has('ok')) {
        const ok = require('assert').ok;
        assert.ok = { ok(...args) {
          if (plan !== null) plan.count();
          %Apply(ok, undefined, args);
        } }.ok;
      }
      return assert;
    }
    get mock() {
      if (this.#test.mock === null) this.#test.mock = new (require('internal/test_runner/mock').MockTracker)();
      return this.#test.mock;
    }
    runOnly(value) { this.#test.runOnlySubtests = !!value; }
    skip(message) { this.#test.skip(message); }
    todo(message) { this.#test.todo(message); }
    test(name, options, fn) {
      const loc = callerLocation(%CallSites(1));
      const { plan } = this.#test;
      if (plan !== null) plan.count();
      return this.#test.createSubtest('test', name, options, fn, { loc }).start();
    }
    before(fn, options) { this.#test.createHook('before', fn, options, callerLocation(%CallSites(1))); }
    after(fn, options) { this.#test.createHook('after', fn, options, callerLocation(%CallSites(1))); }
    beforeEach(fn, options) { this.#test.createHook('beforeEach', fn, options, callerLocation(%CallSites(1))); }
    afterEach(fn, options) { this.#test.createHook('afterEach', fn, options, callerLocation(%CallSites(1))); }
    waitFor(condition, options = {}) {
      %ValidateFunction(condition, 'condition');
      validateObject(options, 'options');
      const { interval = 50, timeout = 1000 } = options;
      validateNumber(interval, 'options.interval', 0, longestTimeout);
      validateNumber(timeout, 'options.timeout', 0, longestTimeout);
      const { promise, resolve, reject } = Promise.withResolvers();
      const none = Symbol();
      let lastError = none;
      let polling;
      let ending;
      const stop = () => {
        clearTimeout(polling);
        clearTimeout(ending);
      };
      ending = setTimeout(() => {
        const error = new Error('waitFor() timed out');
        if (lastError !== none) error.cause = lastError;
        stop();
        reject(error);
      }, timeout);
      const poll = async () => {
        try {
          const result = await condition();
          stop();
          resolve(result);
        } catch (error) {
          lastError = error;
          polling = setTimeout(poll, interval);
        }
      };
      poll();
      return promise;
    }
  }
  class SuiteContext {
    #suite;
    constructor(suite) { this.#suite = suite; }
    get signal() { return this.#suite.signal; }
    get name() { return this.#suite.name; }
    get filePath() { return this.#suite.entryFile; }
    get fullName() { return fullNameOf(this.#suite); }
    get passed() { return this.#suite.passed; }
    get attempt() { return 0; }
    diagnostic(message) { this.#suite.diagnostic(message); }
    log(message, data) { this.#suite.log(message, data); }
  }
  return { TestContext, SuiteContext, register, refuse, callerLocation };
}`;
