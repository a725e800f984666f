/** The module 'assert'. Node: lib/assert.js. Simplified: no CallTracker. */
export const assertSource = String.raw`function (require, global) {
  const { Error, Object, String } = global;
  const { typeError, throwInvalidValue } = require('internal/validators');
  const AssertionError = require('internal/assert/assertion_error');
  const { inspect } = require('internal/inspect');
  const isError = (value) => %InstanceType(value) === 'error' || value instanceof Error;
  const isRegExp = (value) => %InstanceType(value) === 'regexp';
  const equality = () => require('internal/equal');
  const nothing = { nothing: true };
  const options = global.Symbol('kOptions');

  function fail(details) {
    if (details.message instanceof Error) throw details.message;
    throw new AssertionError(details);
  }
  function checkTrue(fn, count, value, message) {
    if (value) return;
    let isGenerated = false;
    if (count === 0) {
      isGenerated = true;
      message = 'No value argument passed to \x60assert.ok()\x60';
    } else if (message === undefined || message === null) {
      isGenerated = true;
      const expression = %CallerExpression();
      if (expression !== undefined) message = 'The expression evaluated to a falsy value:\n\n  ' + expression + '\n';
    } else if (isError(message)) throw message;
    const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn });
    error.generatedMessage = isGenerated;
    throw error;
  }
  function needTwo(args) {
    if (args.length < 2) throw typeError('ERR_MISSING_ARGS', 'The "actual" and "expected" arguments must be specified');
  }
  function Assert(settings) {
    if (new.target === undefined) throw typeError('ERR_CONSTRUCT_CALL_REQUIRED', "Class constructor Assert cannot be invoked without \x60new\x60");
    const object = this;
    const given = { __proto__: null, strict: true, skipPrototype: false, diff: 'simple', ...settings };
    require('internal/validators').validateOneOf(given.diff, 'options.diff', ['simple', 'full']);
    object.AssertionError = AssertionError;
    Object.defineProperty(object, options, { __proto__: null, value: given, enumerable: false, configurable: false, writable: false });
    if (given.strict) Object.assign(object, { equal: methods.strictEqual, deepEqual: methods.deepStrictEqual, notEqual: methods.notStrictEqual, notDeepEqual: methods.notDeepStrictEqual });
  }
  const diffOf = (object) => object?.[options]?.diff;

  let hasWarned = false;
  const methods = {
    fail(actual, expected, message, operator, stackStartFn) {
      const count = arguments.length;
      let isGenerated = false;
      if ((actual === undefined || actual === null) && count <= 1) {
        isGenerated = true;
        message = 'Failed';
      } else if (count === 1) {
        message = actual;
        actual = undefined;
      } else {
        if (!hasWarned) {
          hasWarned = true;
          require('process').emitWarning('assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only pass a message.', 'DeprecationWarning', 'DEP0094');
        }
        if (count === 2) operator = '!=';
      }
      if (message instanceof Error) throw message;
      const error = new AssertionError({ actual, expected, operator: operator === undefined ? 'fail' : operator, stackStartFn: stackStartFn || methods.fail, message, diff: diffOf(this) });
      if (isGenerated) error.generatedMessage = true;
      throw error;
    },
    equal(actual, expected, message) {
      needTwo(arguments);
      if (actual != expected && (actual === actual || expected === expected))
        fail({ actual, expected, message, operator: '==', stackStartFn: methods.equal, diff: diffOf(this) });
    },
    notEqual(actual, expected, message) {
      needTwo(arguments);
      if (actual == expected || (actual !== actual && expected !== expected))
        fail({ actual, expected, message, operator: '!=', stackStartFn: methods.notEqual, diff: diffOf(this) });
    },
    deepEqual(actual, expected, message) {
      needTwo(arguments);
      if (!equality().isDeepEqual(actual, expected))
        fail({ actual, expected, message, operator: 'deepEqual', stackStartFn: methods.deepEqual, diff: diffOf(this) });
    },
    notDeepEqual(actual, expected, message) {
      needTwo(arguments);
      if (equality().isDeepEqual(actual, expected))
        fail({ actual, expected, message, operator: 'notDeepEqual', stackStartFn: methods.notDeepEqual, diff: diffOf(this) });
    },
    deepStrictEqual(actual, expected, message) {
      needTwo(arguments);
      if (!equality().isDeepStrictEqual(actual, expected, this?.[options]?.skipPrototype))
        fail({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: methods.deepStrictEqual, diff: diffOf(this) });
    },
    notDeepStrictEqual(actual, expected, message) {
      needTwo(arguments);
      if (equality().isDeepStrictEqual(actual, expected, this?.[options]?.skipPrototype))
        fail({ actual, expected, message, operator: 'notDeepStrictEqual', stackStartFn: methods.notDeepStrictEqual, diff: diffOf(this) });
    },
    strictEqual(actual, expected, message) {
      needTwo(arguments);
      if (!Object.is(actual, expected))
        fail({ actual, expected, message, operator: 'strictEqual', stackStartFn: methods.strictEqual, diff: diffOf(this) });
    },
    notStrictEqual(actual, expected, message) {
      needTwo(arguments);
      if (Object.is(actual, expected))
        fail({ actual, expected, message, operator: 'notStrictEqual', stackStartFn: methods.notStrictEqual, diff: diffOf(this) });
    },
    partialDeepStrictEqual(actual, expected, message) {
      needTwo(arguments);
      if (!equality().isPartialStrictEqual(actual, expected))
        fail({ actual, expected, message, operator: 'partialDeepStrictEqual', stackStartFn: methods.partialDeepStrictEqual, diff: diffOf(this) });
    },
    match(text, pattern, message) { checkMatch(text, pattern, message, methods.match, true); },
    doesNotMatch(text, pattern, message) { checkMatch(text, pattern, message, methods.doesNotMatch, false); },
    throws(fn, ...args) { expectsError(methods.throws, thrownBy(fn), args); },
    async rejects(promise, ...args) { expectsError(methods.rejects, await rejectionOf(promise), args); },
    doesNotThrow(fn, ...args) { expectsNoError(methods.doesNotThrow, thrownBy(fn), args); },
    async doesNotReject(promise, ...args) { expectsNoError(methods.doesNotReject, await rejectionOf(promise), args); },
    ifError(error) {
      if (error === null || error === undefined) return;
      let message = 'ifError got unwanted exception: ';
      if (typeof error === 'object' && typeof error.message === 'string') message += error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
      else message += inspect(error);
      const made = new AssertionError({ actual: error, expected: null, operator: 'ifError', message, stackStartFn: methods.ifError });
      const before = error.stack;
      const at = typeof before === 'string' ? before.indexOf('\n    at') : -1;
      if (at !== -1) {
        const frames = before.slice(at + 1).split('\n');
        let own = made.stack.split('\n');
        for (let i = 0; i < frames.length; i++) {
          const position = own.indexOf(frames[i]);
          if (position === -1) continue;
          own = own.slice(0, position);
          break;
        }
        made.stack = own.join('\n') + '\n' + frames.join('\n');
      }
      throw made;
    },
  };

  /** What is compared, as the difference shows it. */
  class Comparison {
    constructor(object, keys, actual) {
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        if (!(key in object)) continue;
        const isMatched = actual !== undefined && typeof actual[key] === 'string' && isRegExp(object[key]) && object[key].test(actual[key]);
        this[key] = isMatched ? actual[key] : object[key];
      }
    }
  }
  function expectKey(actual, expected, key, message, keys, fn) {
    if (key in actual && equality().isDeepStrictEqual(actual[key], expected[key])) return;
    if (message) fail({ actual, expected, message, operator: fn.name, stackStartFn: fn });
    const error = new AssertionError({ actual: new Comparison(actual, keys), expected: new Comparison(expected, keys, actual), operator: 'deepStrictEqual', stackStartFn: fn });
    error.actual = actual;
    error.expected = expected;
    error.operator = fn.name;
    throw error;
  }
  function expectFields(actual, expected, message, fn) {
    if (typeof actual !== 'object' || actual === null) {
      const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn });
      error.operator = fn.name;
      throw error;
    }
    const keys = Object.keys(expected);
    if (expected instanceof Error) keys.push('name', 'message');
    else if (keys.length === 0) throwInvalidValue('error', expected, 'may not be an empty object');
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof actual[key] === 'string' && isRegExp(expected[key]) && expected[key].test(actual[key])) continue;
      expectKey(actual, expected, key, message, keys, fn);
    }
  }
  /** Why it is not the expected one; undefined if it is. */
  function mismatch(actual, expected) {
    if (isRegExp(expected)) {
      const text = String(actual);
      return expected.test(text) ? undefined : 'The input did not match the regular expression ' + inspect(expected) + '. Input:\n\n' + inspect(text) + '\n';
    }
    if (expected.prototype !== undefined && actual instanceof expected) return undefined;
    if (%Call(Object.prototype.isPrototypeOf, Error, expected)) {
      const start = 'The error is expected to be an instance of "' + expected.name + '". Received ';
      if (!isError(actual)) return start + '"' + inspect(actual, { depth: -1 }) + '"';
      const name = (actual.constructor && actual.constructor.name) || actual.name;
      const received = expected.name === name ? 'an error with identical name but a different prototype.' : '"' + name + '"';
      return start + received + (actual.message ? '\n\nError message:\n\n' + actual.message : '');
    }
    const result = %Call(expected, {}, actual);
    if (result === true) return undefined;
    return 'The ' + (expected.name ? '"' + expected.name + '" ' : '') + 'validation function is expected to return "true". Received ' + inspect(result) + (isError(actual) ? '\n\nCaught error:\n\n' + actual : '');
  }
  function thrownBy(fn) {
    %ValidateFunction(fn, 'fn');
    try {
      fn();
    } catch (error) {
      return error;
    }
    return nothing;
  }
  const isPromise = (value) => %InstanceType(value) === 'promise' || (value !== null && typeof value === 'object' && typeof value.then === 'function' && typeof value.catch === 'function');
  async function rejectionOf(given) {
    let promise = given;
    if (typeof given === 'function') {
      promise = given();
      if (!isPromise(promise)) throw typeError('ERR_INVALID_RETURN_VALUE', 'Expected instance of Promise to be returned from the "promiseFn" function but got ' + %Received(promise) + '.');
    } else if (!isPromise(given)) %ThrowInvalidType('promiseFn', 'of type function or an instance of Promise', given);
    try {
      await promise;
    } catch (error) {
      return error;
    }
    return nothing;
  }
  const expectedKinds = 'of type function or an instance of Error, RegExp, or Object';
  function expectsError(fn, actual, args) {
    let [error, message] = args;
    if (typeof error === 'string') {
      if (args.length === 2) %ThrowInvalidType('error', expectedKinds, error);
      const same = typeof actual === 'object' && actual !== null ? actual.message === error : actual === error;
      if (same) {
        const shown = typeof actual === 'object' && actual !== null ? 'The error message "' + actual.message + '"' : 'The error "' + actual + '"';
        throw typeError('ERR_AMBIGUOUS_ARGUMENT', 'The "error/message" argument is ambiguous. ' + shown + ' is identical to the message.');
      }
      message = error;
      error = undefined;
    } else if (error !== undefined && error !== null && typeof error !== 'object' && typeof error !== 'function') %ThrowInvalidType('error', expectedKinds, error);
    if (actual === nothing) {
      const details = (error?.name ? ' (' + error.name + ')' : '') + (message ? ': ' + message : '.');
      fail({ actual: undefined, expected: error, operator: fn.name, message: 'Missing expected ' + (fn === methods.rejects ? 'rejection' : 'exception') + details, stackStartFn: fn });
    }
    if (!error) return;
    if (typeof error !== 'function' && !isRegExp(error)) {
      expectFields(actual, error, message, fn);
      return;
    }
    const reason = mismatch(actual, error);
    if (reason === undefined) return;
    const failure = new AssertionError({ actual, expected: error, message: message || reason, operator: fn.name, stackStartFn: fn });
    failure.generatedMessage = !message;
    throw failure;
  }
  function expectsNoError(fn, actual, args) {
    let [error, message] = args;
    if (actual === nothing) return;
    if (typeof error === 'string') {
      message = error;
      error = undefined;
    }
    if (error && typeof error !== 'function' && !isRegExp(error)) %ThrowInvalidType('expected', 'of type function or an instance of RegExp', error);
    if (error && mismatch(actual, error) !== undefined) throw actual;
    const details = message ? ': ' + message : '.';
    fail({
      actual, expected: error, operator: fn.name, stackStartFn: fn,
      message: 'Got unwanted ' + (fn === methods.doesNotReject ? 'rejection' : 'exception') + details + '\nActual message: "' + (actual && actual.message) + '"',
    });
  }
  function checkMatch(text, pattern, message, fn, isWanted) {
    if (!isRegExp(pattern)) %ThrowInvalidType('regexp', 'an instance of RegExp', pattern);
    if (typeof text === 'string' && pattern.test(text) === isWanted) return;
    if (message instanceof Error) throw message;
    const isGenerated = !message;
    if (isGenerated) {
      message = typeof text !== 'string'
        ? 'The "string" argument must be of type string. Received type ' + typeof text + ' (' + inspect(text) + ')'
        : (isWanted ? 'The input did not match the regular expression ' : 'The input was expected to not match the regular expression ') + inspect(pattern) + '. Input:\n\n' + inspect(text) + '\n';
    }
    const error = new AssertionError({ actual: text, expected: pattern, message, operator: fn.name, stackStartFn: fn });
    error.generatedMessage = isGenerated;
    throw error;
  }

  function assert(...args) { checkTrue(assert, args.length, args[0], args[1]); }
  function ok(...args) { checkTrue(ok, args.length, args[0], args[1]); }
  function strict(...args) { checkTrue(strict, args.length, args[0], args[1]); }
  Object.defineProperty(assert, 'name', { value: 'ok' });
  Object.assign(Assert.prototype, methods);
  Assert.prototype.ok = ok;
  assert.AssertionError = AssertionError;
  assert.CallTracker = function CallTracker() { %NotSimulated('assert.CallTracker'); };
  assert.ok = assert;
  Object.assign(assert, methods);
  assert.strict = Object.assign(strict, assert, { equal: methods.strictEqual, deepEqual: methods.deepStrictEqual, notEqual: methods.notStrictEqual, notDeepEqual: methods.notDeepStrictEqual });
  strict.Assert = Assert;
  strict.strict = strict;
  assert.Assert = Assert;
  return assert;
}`;

export const assertStrictSource = String.raw`function (require) { return require('assert').strict; }`;
