/**
 * Node's modules that are written in JavaScript here: one function expression each, which gets `require` (of these modules)
 * and the global object, and returns the exports. Node: lib/events.js, lib/util.js, lib/assert.js, lib/timers/promises.js.
 *
 * Simplified: assert without diffs of what differs.
 */
import { abortSource } from './events/abort-source.ts';
import { eventClassesSource } from './events/event-classes-source.ts';
import { eventTargetSource } from './events/event-target-source.ts';
import { eventsSource } from './events-source.ts';
import { warningSource } from './warning-source.ts';
import { reactSources } from './react-source.ts';
import { webModuleSources } from './web/web-modules.ts';
import { streamingSource } from './webassembly/streaming-source.ts';

export const moduleSources: Readonly<Record<string, string>> = {
  ...reactSources,
  ...webModuleSources,
  'internal/webassembly': streamingSource,
  events: eventsSource,
  'internal/event_target': eventTargetSource,
  'internal/event_classes': eventClassesSource,
  'internal/abort_controller': abortSource,
  'internal/process/warning': warningSource,

  util: `function (require, global) {
  const { Promise, Object } = global;
  const exports = require('internal/inspect');
  const custom = global.Symbol.for('nodejs.util.promisify.custom');
  exports.promisify = function promisify(original) {
    %ValidateFunction(original, 'original');
    if (original === global.setTimeout) return require('timers/promises').setTimeout;
    if (original === global.setImmediate) return require('timers/promises').setImmediate;
    if (original[custom]) return original[custom];
    return function (...args) {
      return new Promise((resolve, reject) => {
        args[args.length] = (error, value) => {
          if (error) return reject(error);
          resolve(value);
        };
        %Apply(original, this, args);
      });
    };
  };
  exports.promisify.custom = custom;
  exports.inherits = function inherits(constructor, superConstructor) {
    constructor.super_ = superConstructor;
    Object.setPrototypeOf(constructor.prototype, superConstructor.prototype);
  };
  exports.isDeepStrictEqual = function isDeepStrictEqual(a, b) { return require('internal/equal').equal(a, b, true); };
  exports.types = {
    isPromise(value) { return value instanceof Promise; },
    isRegExp(value) { return value instanceof global.RegExp; },
    isDate(value) { return value instanceof global.Date; },
    isMap(value) { return value instanceof global.Map; },
    isSet(value) { return value instanceof global.Set; },
    isNativeError(value) { return value instanceof global.Error; },
  };
  return exports;
}`,

  'internal/equal': `function (require, global) {
  const { Object, Array, Map, Set, Date, RegExp, Error } = global;
  function equal(a, b, strict, seen = []) {
    if (strict ? Object.is(a, b) : a == b || (a !== a && b !== b)) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    for (let i = 0; i < seen.length; i++) if (seen[i][0] === a && seen[i][1] === b) return true;
    seen[seen.length] = [a, b];
    if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime();
    if (a instanceof RegExp) return b instanceof RegExp && a.source === b.source && a.flags === b.flags;
    if (a instanceof Error && (!(b instanceof Error) || a.message !== b.message || a.name !== b.name)) return false;
    if (a instanceof Map) {
      if (!(b instanceof Map) || a.size !== b.size) return false;
      for (const entry of a) if (!b.has(entry[0]) || !equal(entry[1], b.get(entry[0]), strict, seen)) return false;
    }
    if (a instanceof Set) {
      if (!(b instanceof Set) || a.size !== b.size) return false;
      for (const value of a) {
        let found = b.has(value);
        if (!found) for (const other of b) if (equal(value, other, strict, seen)) { found = true; break; }
        if (!found) return false;
      }
    }
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    if (Array.isArray(a) && a.length !== b.length) return false;
    for (let i = 0; i < keys.length; i++) {
      if (!Object.hasOwn(b, keys[i]) || !equal(a[keys[i]], b[keys[i]], strict, seen)) return false;
    }
    return true;
  }
  return { equal };
}`,

  assert: `function (require, global) {
  const { Error, TypeError } = global;
  const { equal } = require('internal/equal');
  const inspect = (value) => require('util').inspect(value);
  function AssertionError(options) {
    const error = global.Reflect.construct(Error, [options.message], new.target);
    error.generatedMessage = options.generated === true;
    error.code = 'ERR_ASSERTION';
    error.actual = options.actual;
    error.expected = options.expected;
    error.operator = options.operator;
    return error;
  }
  global.Object.setPrototypeOf(AssertionError.prototype, Error.prototype);
  global.Object.setPrototypeOf(AssertionError, Error);
  AssertionError.prototype.name = 'AssertionError';
  function fail(message, fallback, actual, expected, operator) {
    if (message instanceof Error) throw message;
    throw new AssertionError({ message: message === undefined ? fallback : message, generated: message === undefined, actual, expected, operator });
  }
  function assert(value, message) {
    if (!value) fail(message, 'The expression evaluated to a falsy value', value, true, '==');
  }
  assert.ok = function ok(value, message) { if (!value) fail(message, 'The expression evaluated to a falsy value', value, true, '=='); };
  assert.equal = function equal(actual, expected, message) {
    if (!(actual == expected || (actual !== actual && expected !== expected))) fail(message, inspect(actual) + ' == ' + inspect(expected), actual, expected, '==');
  };
  assert.notEqual = function notEqual(actual, expected, message) {
    if (actual == expected) fail(message, inspect(actual) + ' != ' + inspect(expected), actual, expected, '!=');
  };
  assert.strictEqual = function strictEqual(actual, expected, message) {
    if (global.Object.is(actual, expected)) return;
    const difference = '\\n\\n' + inspect(actual) + ' !== ' + inspect(expected) + '\\n';
    const text = typeof message === 'string' ? message + difference : message;
    fail(text, 'Expected values to be strictly equal:' + difference, actual, expected, 'strictEqual');
  };
  assert.notStrictEqual = function notStrictEqual(actual, expected, message) {
    if (global.Object.is(actual, expected)) fail(message, 'Expected "actual" to be strictly unequal to: ' + inspect(expected), actual, expected, 'notStrictEqual');
  };
  assert.deepEqual = function deepEqual(actual, expected, message) {
    if (!equal(actual, expected, false)) fail(message, 'Expected values to be loosely deep-equal:\\n\\n' + inspect(actual) + '\\n\\nshould loosely deep-equal\\n\\n' + inspect(expected), actual, expected, 'deepEqual');
  };
  assert.deepStrictEqual = function deepStrictEqual(actual, expected, message) {
    if (!equal(actual, expected, true)) fail(message, 'Expected values to be strictly deep-equal:\\n' + inspect(actual) + '\\n\\nshould equal\\n\\n' + inspect(expected), actual, expected, 'deepStrictEqual');
  };
  assert.notDeepStrictEqual = function notDeepStrictEqual(actual, expected, message) {
    if (equal(actual, expected, true)) fail(message, 'Expected "actual" not to be strictly deep-equal to: ' + inspect(expected), actual, expected, 'notDeepStrictEqual');
  };
  function matches(error, expected) {
    if (expected === undefined) return true;
    if (expected instanceof global.RegExp) return expected.test(global.String(error));
    if (typeof expected === 'function') {
      if (expected.prototype !== undefined && error instanceof expected) return true;
      return !(expected === Error || expected.prototype instanceof Error) && expected(error) === true;
    }
    for (const key in expected) {
      const wanted = expected[key];
      if (wanted instanceof global.RegExp && typeof error[key] === 'string' ? !wanted.test(error[key]) : !equal(error[key], wanted, true)) return false;
    }
    return true;
  }
  assert.throws = function throws(run, expected, message) {
    let thrown;
    try { run(); } catch (error) { thrown = { error }; }
    if (thrown === undefined) fail(typeof expected === 'string' ? expected : message, 'Missing expected exception.', undefined, expected, 'throws');
    if (typeof expected !== 'string' && !matches(thrown.error, expected)) throw thrown.error;
  };
  assert.doesNotThrow = function doesNotThrow(run) { run(); };
  assert.rejects = async function rejects(promise, expected, message) {
    let thrown;
    try { await (typeof promise === 'function' ? promise() : promise); } catch (error) { thrown = { error }; }
    if (thrown === undefined) fail(message, 'Missing expected rejection.', undefined, expected, 'rejects');
    if (!matches(thrown.error, expected)) throw thrown.error;
  };
  assert.match = function match(text, pattern, message) {
    if (!pattern.test(text)) fail(message, 'The input did not match the regular expression ' + inspect(pattern) + '. Input:\\n\\n' + inspect(text) + '\\n', text, pattern, 'match');
  };
  assert.fail = function failNow(message) { fail(message, 'Failed', undefined, undefined, 'fail'); };
  assert.AssertionError = AssertionError;
  assert.strict = assert;
  return assert;
}`,

  'assert/strict': `function (require) {
  const assert = require('assert');
  function strict(value, message) { assert.ok(value, message); }
  for (const key in assert) strict[key] = assert[key];
  strict.equal = assert.strictEqual;
  strict.notEqual = assert.notStrictEqual;
  strict.deepEqual = assert.deepStrictEqual;
  return strict;
}`,

  'timers/promises': `function (require, global) {
  const { Promise } = global;
  const { setTimeout, setImmediate, setInterval, clearInterval } = require('timers');
  return {
    setTimeout(delay, value) { return new Promise((resolve) => setTimeout(resolve, delay, value)); },
    setImmediate(value) { return new Promise((resolve) => setImmediate(resolve, value)); },
    setInterval: async function* (delay, value) {
      let due = 0;
      let wake;
      const timer = setInterval(() => { due++; if (wake) { wake(); wake = undefined; } }, delay);
      try {
        while (true) {
          if (due === 0) await new Promise((resolve) => { wake = resolve; });
          for (; due > 0; due--) yield value;
        }
      } finally {
        clearInterval(timer);
      }
    },
    scheduler: {
      wait(delay) { return new Promise((resolve) => setTimeout(resolve, delay)); },
      yield() { return new Promise((resolve) => setImmediate(resolve)); },
    },
  };
}`,
};
