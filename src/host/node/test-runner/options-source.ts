/** What some options of tests mean. Node: stopTest and parseExpectFailure in lib/internal/test_runner/test.js. */
export const testOptionsSource = String.raw`function (require, global) {
  const { Object, Promise, Set, Symbol, setTimeout, clearTimeout } = global;
  const { validateArray, validateString, throwInvalidValue } = require('internal/validators');
  const { newFailure } = require('internal/test_runner/tools');
  const { addAbortListener } = require('events');
  const { isRegExp } = require('util/types');
  /** Settles when the test is to end before its time, fulfilled by its signal, rejected by its timeout; and when it is over. */
  function newStop(timeout, signal) {
    const { promise, resolve } = Promise.withResolvers();
    const listener = addAbortListener(signal, resolve);
    let isOver = false;
    let timer;
    if (timeout !== null) {
      timer = setTimeout(resolve, timeout);
      timer.unref();
    }
    return {
      promise: timeout === null ? promise : promise.then(() => {
        if (!isOver) throw newFailure('test timed out after ' + timeout + 'ms', 'testTimeoutFailure');
      }),
      dispose() {
        isOver = true;
        listener[Symbol.dispose]();
        if (timer !== undefined) clearTimeout(timer);
        resolve();
      },
    };
  }
  let hasWarned = false;
  /** In lower case and each once, behind those of the parent. */
  function tagsFrom(tags, inherited) {
    validateArray(tags, 'options.tags');
    if (tags.length === 0) return inherited;
    if (!hasWarned) require('process').emitWarning('Test tags is an experimental feature and might change at any time', 'ExperimentalWarning');
    hasWarned = true;
    const all = new Set(inherited);
    for (let i = 0; i < tags.length; i++) {
      const name = 'options.tags[' + i + ']';
      validateString(tags[i], name);
      if (tags[i].length === 0) throwInvalidValue(name, tags[i], 'must not be empty');
      all.add(tags[i].toLowerCase());
    }
    return Object.freeze([...all]);
  }
  function directiveOf({ skipped, isTodo, expectFailure, message }) {
    if (skipped) return { skip: message ?? true };
    if (isTodo) return { todo: message ?? true };
    return expectFailure ? { expectFailure: expectFailure.label ?? true } : {};
  }
  function expectedFailureOf(given) {
    if (given === undefined || given === false) return false;
    if (typeof given === 'string') return { label: given, match: undefined };
    if (typeof given === 'function' || isRegExp(given)) return { label: undefined, match: given };
    if (typeof given !== 'object') return { label: undefined, match: undefined };
    const keys = Object.keys(given);
    if (keys.length === 0) throwInvalidValue('options.expectFailure', given, 'must not be an empty object');
    if (keys.every((name) => name === 'match' || name === 'label')) return { label: given.label, match: given.match };
    return { label: undefined, match: given };
  }
  return { newStop, expectedFailureOf, tagsFrom, directiveOf };
}`;
