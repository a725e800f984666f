/**
 * What the test runner's modules share: failures, plans, and promises of its own class, which no program can have changed.
 * Node: lib/internal/test_runner/utils.js, ERR_TEST_FAILURE in lib/internal/errors.js, SafePromise in
 * lib/internal/per_context/primordials.js.
 */
export const testToolsSource = String.raw`function (require, global) {
  const { Promise, WeakSet, Array, Object, setTimeout, clearTimeout } = global;
  const { validateUint32, validateObject, validateNumber } = require('internal/validators');
  const { inspect } = require('internal/inspect');
  const longestTimeout = 2147483647;
  const failures = new WeakSet();
  function newFailure(cause, failureType) {
    let message = cause?.message ?? cause;
    if (typeof message !== 'string') message = inspect(message);
    const error = %NodeError('Error', 'ERR_TEST_FAILURE', message);
    // Of its stack only the program's frames are kept.
    error.stack = error.stack.replace(/\n {4}at (?:[^\n]*\()?node:[^\n]*/g, '');
    error.failureType = failureType;
    error.cause = cause;
    failures.add(error);
    return error;
  }
  const isFailure = (error) => error?.code === 'ERR_TEST_FAILURE' && failures.has(error);
  class SafePromise extends Promise {
    constructor(executor) { super(executor); }
  }
  const wrapped = (promises, start) => Array.prototype.map.call(promises, (promise, index) => new SafePromise((resolve, reject) => (start === undefined ? promise : start(promise, index)).then(resolve, reject)));
  const all = (promises, start) => new Promise((resolve, reject) => SafePromise.all(wrapped(promises, start)).then(resolve, reject));
  const race = (promises) => new Promise((resolve, reject) => SafePromise.race(wrapped(promises)).then(resolve, reject));
  /** Like all, without a promise around each and without results. */
  const allDone = (promises) => new Promise((resolve, reject) => {
    let left = promises.length;
    if (left === 0) resolve();
    for (let i = 0; i < promises.length; i++) Promise.resolve(promises[i]).then(() => { if (--left === 0) resolve(); }, reject);
  });
  /** The last argument of a test that takes one more than its context; a second call is an error, those behind it are nothing. */
  function newCallback() {
    let calls = 0;
    const { promise, resolve, reject } = Promise.withResolvers();
    const callback = (error) => {
      calls++;
      if (calls === 2) throw newFailure('callback invoked multiple times', 'multipleCallbackInvocations');
      if (calls > 2) return;
      if (error) return reject(error);
      resolve();
    };
    return { promise, callback };
  }
  function once(fn) {
    let isCalled = false;
    let result;
    return function (...args) {
      if (isCalled) return result;
      isCalled = true;
      return (result = %Apply(fn, this, args));
    };
  }
  class Plan {
    #waitsForever = false;
    #waiting = null;
    #timeout = null;
    constructor(count, options = {}) {
      validateUint32(count, 'count');
      validateObject(options, 'options');
      this.expected = count;
      this.actual = 0;
      const { wait } = options;
      if (typeof wait === 'boolean') this.#waitsForever = wait;
      else if (typeof wait === 'number') validateNumber(wait, 'options.wait', 0, longestTimeout);
      else if (wait !== undefined) %ThrowInvalidType('options.wait', 'one of type boolean or number', wait);
      this.wait = wait;
    }
    check() {
      if (this.actual === this.expected) {
        clearTimeout(this.#timeout);
        this.#timeout = null;
        this.#waiting?.resolve();
        this.#waiting = null;
        return undefined;
      }
      if (this.wait === undefined || this.wait === false) throw newFailure('plan expected ' + this.expected + ' assertions but received ' + this.actual, 'testCodeFailure');
      if (this.#waiting === null) {
        this.#waiting = Promise.withResolvers();
        const { reject } = this.#waiting;
        if (!this.#waitsForever) this.#timeout = setTimeout(() => reject(newFailure('plan timed out after ' + this.wait + 'ms with ' + this.actual + ' assertions when expecting ' + this.expected, 'testTimeoutFailure')), this.wait);
      }
      return this.#waiting.promise;
    }
    count() {
      this.actual++;
      if (this.#waiting !== null) this.check();
    }
  }
  return { newFailure, isFailure, all, race, allDone, newCallback, once, Plan, longestTimeout };
}`;
