/**
 * Waiting for events: the static functions once, on and addAbortListener of EventEmitter, which take event targets too.
 * Node: lib/events.js.
 */
export const eventsWaitingSource = String.raw`function (require, global) {
  const { Error, Symbol, Promise } = global;
  const watermarks = Symbol.for('nodejs.watermarkData');
  return function (EventEmitter) {
    const { abortedWith, validateAbortSignal, validateInteger, validateObject } = require('internal/validators');
    EventEmitter.addAbortListener = function addAbortListener(signal, listener) {
      if (signal === undefined) %ThrowInvalidType('signal', 'an instance of AbortSignal', signal);
      validateAbortSignal(signal, 'signal');
      %ValidateFunction(listener, 'listener');
      let remove;
      if (signal.aborted) global.queueMicrotask(() => listener());
      else {
        signal.addEventListener('abort', listener, { __proto__: null, once: true });
        remove = () => { signal.removeEventListener('abort', listener); };
      }
      return { __proto__: null, [Symbol.dispose]() { remove?.(); } };
    };
    /** Emitters and event targets alike. */
    function listen(emitter, name, listener, flags) {
      if (typeof emitter.on === 'function') {
        if (flags?.once) emitter.once(name, listener);
        else emitter.on(name, listener);
      } else if (typeof emitter.addEventListener === 'function') emitter.addEventListener(name, listener, flags);
      else %ThrowInvalidType('emitter', 'an instance of EventEmitter', emitter);
    }
    function ignore(emitter, name, listener, flags) {
      if (typeof emitter.removeListener === 'function') emitter.removeListener(name, listener);
      else if (typeof emitter.removeEventListener === 'function') emitter.removeEventListener(name, listener, flags);
      else %ThrowInvalidType('emitter', 'an instance of EventEmitter', emitter);
    }
    EventEmitter.once = async function once(emitter, name, options = {}) {
      validateObject(options, 'options');
      const { signal } = options;
      validateAbortSignal(signal, 'options.signal');
      if (signal?.aborted) throw abortedWith(signal);
      return new Promise((resolve, reject) => {
        const hasSignal = signal !== undefined && signal !== null;
        const errorListener = (error) => {
          emitter.removeListener(name, resolver);
          if (hasSignal) ignore(signal, 'abort', abortListener);
          reject(error);
        };
        const resolver = (...args) => {
          if (typeof emitter.removeListener === 'function') emitter.removeListener('error', errorListener);
          if (hasSignal) ignore(signal, 'abort', abortListener);
          resolve(args);
        };
        function abortListener() {
          ignore(emitter, name, resolver);
          ignore(emitter, 'error', errorListener);
          reject(abortedWith(signal));
        }
        listen(emitter, name, resolver, { __proto__: null, once: true });
        if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', errorListener);
        if (hasSignal) listen(signal, 'abort', abortListener, { __proto__: null, once: true });
      });
    };
    EventEmitter.on = function on(emitter, name, options = {}) {
      validateObject(options, 'options');
      const { signal } = options;
      validateAbortSignal(signal, 'options.signal');
      if (signal?.aborted) throw abortedWith(signal);
      const high = options.highWaterMark ?? options.highWatermark ?? global.Number.MAX_SAFE_INTEGER;
      validateInteger(high, 'options.highWaterMark', 1);
      const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
      validateInteger(low, 'options.lowWaterMark', 1);
      const waiting = [];
      const takers = [];
      const listened = [];
      let isPaused = false;
      let failure;
      let isOver = false;
      function add(event, listener) {
        listen(emitter, event, listener);
        listened.push([event, listener]);
      }
      const isFirstOnly = options[require('internal/symbols').firstParameter] === true;
      function take(...args) {
        if (isFirstOnly) [args] = args;
        if (takers.length > 0) {
          takers.shift().resolve({ value: args, done: false });
          return;
        }
        waiting.push(args);
        if (isPaused || waiting.length <= high) return;
        isPaused = true;
        emitter.pause();
      }
      function errorHandler(error) {
        if (takers.length > 0) takers.shift().reject(error);
        else failure = { error };
        finish();
      }
      let abortion;
      function finish() {
        abortion?.[Symbol.dispose]();
        while (listened.length > 0) {
          const [event, listener] = listened.pop();
          ignore(emitter, event, listener);
        }
        isOver = true;
        isPaused = false;
        while (takers.length > 0) takers.shift().resolve({ value: undefined, done: true });
        return Promise.resolve({ value: undefined, done: true });
      }
      const iterator = {
        __proto__: %AsyncIteratorPrototype(),
        next() {
          if (waiting.length > 0) {
            const value = waiting.shift();
            if (isPaused && waiting.length < low) {
              emitter.resume();
              isPaused = false;
            }
            return Promise.resolve({ value, done: false });
          }
          if (failure !== undefined) {
            const { error } = failure;
            failure = undefined;
            return Promise.reject(error);
          }
          if (isOver) return finish();
          return new Promise((resolve, reject) => { takers.push({ resolve, reject }); });
        },
        return() { return finish(); },
        throw(error) {
          if (!error || !(error instanceof Error)) %ThrowInvalidType('EventEmitter.AsyncIterator', 'an instance of Error', error);
          errorHandler(error);
        },
        [Symbol.asyncIterator]() { return this; },
        [watermarks]: {
          get size() { return waiting.length; },
          get low() { return low; },
          get high() { return high; },
          get isPaused() { return isPaused; },
        },
      };
      add(name, take);
      if (name !== 'error' && typeof emitter.on === 'function') add('error', errorHandler);
      const closing = options.close;
      if (closing?.length) for (let i = 0; i < closing.length; i++) add(closing[i], finish);
      if (signal) abortion = EventEmitter.addAbortListener(signal, () => errorHandler(abortedWith(signal)));
      return iterator;
    };
  };
}`;
