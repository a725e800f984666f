/** The module 'timers/promises'. Node: lib/timers/promises.js. */
export const timersPromisesSource = String.raw`function (require, global) {
  const { Promise, TypeError } = global;
  const timers = require('timers');
  const { abortedWith, validateAbortSignal, validateNumber, validateObject } = require('internal/validators');
  function check(options, delay) {
    if (delay !== undefined) validateNumber(delay, 'delay');
    validateObject(options, 'options');
    if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
    if (options.ref !== undefined) %ValidateBoolean(options.ref, 'options.ref');
  }
  /** A promise that ends with the timer or with the signal, whichever is first. */
  function waitFor(start, clear, options) {
    const { signal, ref = true } = options;
    if (signal?.aborted) return Promise.reject(abortedWith(signal));
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = start(resolve);
    if (!ref) timer.unref();
    if (!signal) return promise;
    const cancel = () => {
      if (timer._destroyed) return;
      clear(timer);
      reject(abortedWith(signal));
    };
    signal.addEventListener('abort', cancel);
    return promise.finally(() => signal.removeEventListener('abort', cancel));
  }
  function setTimeout(delay, value, options = {}) {
    try { check(options, delay); } catch (error) { return Promise.reject(error); }
    return waitFor((resolve) => timers.setTimeout(resolve, delay, value), timers.clearTimeout, options);
  }
  function setImmediate(value, options = {}) {
    try { check(options); } catch (error) { return Promise.reject(error); }
    return waitFor((resolve) => timers.setImmediate(resolve, value), timers.clearImmediate, options);
  }
  async function* setInterval(delay, value, options = {}) {
    check(options, delay);
    const { signal, ref = true } = options;
    if (signal?.aborted) throw abortedWith(signal);
    let due = 0;
    let wake;
    let cancel;
    const interval = timers.setInterval(() => {
      due++;
      if (wake) {
        wake();
        wake = undefined;
      }
    }, delay);
    try {
      if (!ref) interval.unref();
      if (signal) {
        cancel = () => {
          timers.clearInterval(interval);
          if (wake) wake(Promise.reject(abortedWith(signal)));
          wake = undefined;
        };
        signal.addEventListener('abort', cancel, { __proto__: null, once: true });
      }
      while (!signal?.aborted) {
        if (due === 0) await new Promise((resolve) => { wake = resolve; });
        for (; due > 0; due--) yield value;
      }
      throw abortedWith(signal);
    } finally {
      timers.clearInterval(interval);
      signal?.removeEventListener('abort', cancel);
    }
  }
  class Scheduler {
    constructor() { throw %NodeError('TypeError', 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
    yield() { return setImmediate(); }
    wait(delay, options) { return setTimeout(delay, undefined, options); }
  }
  return { setTimeout, setImmediate, setInterval, scheduler: global.Object.create(Scheduler.prototype) };
}`;
