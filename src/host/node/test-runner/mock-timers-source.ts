/** Timers and dates that pass when a test says so. Node: lib/internal/test_runner/mock/mock_timers.js, lib/internal/priority_queue.js. */
export const testMockTimersSource = String.raw`function (require, global) {
  const { Object, Promise, Symbol, Number, Date: RealDate, Array } = global;
  const { validateNumber, validateUint32, validateAbortSignal, validateArray, throwInvalidValue, plainError, abortedWith } = require('internal/validators');
  const EventEmitter = require('events');
  const timers = require('timers');
  const later = require('timers/promises');
  const { AbortController, AbortSignal } = global;
  const longestTimeout = 2147483647;
  const apis = ['setTimeout', 'setInterval', 'setImmediate', 'Date', 'scheduler.wait', 'AbortSignal.timeout'];
  const mockOf = Symbol('MockTimers');
  /** A binary heap; where each timer is in it stands in the timer. What runAll runs shows its order. */
  class TimerHeap {
    #items = [];
    #isBefore(a, b) { return (a.runAt - b.runAt || a.id - b.id) < 0; }
    get first() { return this.#items[0]; }
    get last() { return this.#items[this.#items.length - 1]; }
    #put(timer, at) {
      this.#items[at] = timer;
      timer.priorityQueuePosition = at + 1;
    }
    insert(timer) { this.#rise(timer, this.#items.length); }
    #rise(timer, at) {
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (!this.#isBefore(timer, this.#items[above])) break;
        this.#put(this.#items[above], at);
        at = above;
      }
      this.#put(timer, at);
    }
    #sink(timer, at) {
      const items = this.#items;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= items.length) break;
        if (below + 1 < items.length && this.#isBefore(items[below + 1], items[below])) below++;
        if (!this.#isBefore(items[below], timer)) break;
        this.#put(items[below], at);
        at = below;
      }
      this.#put(timer, at);
    }
    remove(timer) {
      const at = timer.priorityQueuePosition - 1;
      const moved = this.#items.pop();
      if (at >= this.#items.length) return;
      if (at > 0 && this.#isBefore(moved, this.#items[(at - 1) >> 1])) this.#rise(moved, at);
      else this.#sink(moved, at);
    }
  }
  class Timeout {
    #clear;
    constructor({ id, callback, runAt, interval, args }, clear) {
      this.id = id;
      this.callback = callback;
      this.runAt = runAt;
      this.interval = interval;
      this.args = args;
      this.#clear = clear;
    }
    hasRef() { return true; }
    ref() { return this; }
    unref() { return this; }
    refresh() { return this; }
    close() {
      this.#clear(this);
      return this;
    }
    [Symbol.dispose]() { this.#clear(this); }
  }
  const mustBeEnabled = (isEnabled) => {
    if (!isEnabled) throw plainError('ERR_INVALID_STATE', 'Invalid state: You should enable MockTimers first by calling the .enable function');
  };
  const validateTime = (time) => { if (time < 0) throwInvalidValue('time', 'positive integer', time); };
  function epochOf(now) {
    try {
      return RealDate.prototype.getTime.call(now);
    } catch {
      validateNumber(now, 'initialTime');
      validateTime(now);
      return now;
    }
  }
  class MockTimers {
    #isEnabled = false;
    #now = 0;
    #nextId = 1;
    #queue = new TimerHeap();
    #apis = [];
    #restores = [];
    #setTimeout = this.#newTimer.bind(this, false);
    #setInterval = this.#newTimer.bind(this, true);
    #setImmediate = (callback, ...args) => this.#newTimer(false, callback, -1, ...args);
    #clear = (timer) => {
      if (timer?.priorityQueuePosition === undefined) return;
      this.#queue.remove(timer);
      timer.priorityQueuePosition = undefined;
      timer.interval = undefined;
    };
    #newTimer(isInterval, callback, delay, ...args) {
      if (delay > longestTimeout) delay = 1;
      const timer = new Timeout({ id: this.#nextId++, callback, runAt: this.#now + delay, interval: isInterval ? delay : undefined, args }, this.#clear);
      this.#queue.insert(timer);
      return timer;
    }
    async #wait(set, delay, value, options) {
      const { promise, resolve, reject } = Promise.withResolvers();
      let listener;
      if (options?.signal) {
        const { signal } = options;
        validateAbortSignal(signal, 'options.signal');
        if (signal.aborted) throw abortedWith(signal);
        listener = EventEmitter.addAbortListener(signal, () => reject(abortedWith(signal)));
      }
      const timer = set(resolve, delay);
      try {
        await promise;
        return value;
      } finally {
        listener?.[Symbol.dispose]();
        this.#clear(timer);
      }
    }
    async *#repeat(interval, value, options) {
      const emitter = new EventEmitter();
      let listener;
      if (options?.signal) {
        const { signal } = options;
        validateAbortSignal(signal, 'options.signal');
        if (signal.aborted) throw abortedWith(signal);
        listener = EventEmitter.addAbortListener(signal, () => emitter.emit('error', abortedWith(signal)));
      }
      const events = EventEmitter.on(emitter, 'data');
      const timer = this.#newTimer(true, () => emitter.emit('data'), interval, options);
      try {
        for await (const event of events) yield value;
      } finally {
        listener?.[Symbol.dispose]();
        this.#clear(timer);
      }
    }
    #newDate(Native) {
      if (Native.isMock) throw plainError('ERR_INVALID_STATE', 'Invalid state: Date is already being mocked!');
      const now = () => this.#now;
      function MockDate(year, month, date, hours, minutes, seconds, ms) {
        if (!new.target) return RealDate.prototype.toString.call(new Native(now()));
        return arguments.length === 0 ? new Native(now()) : new Native(...Array.prototype.slice.call(arguments, 0, 7));
      }
      const { prototype, ...members } = Object.getOwnPropertyDescriptors(Native);
      Object.defineProperties(MockDate, members);
      MockDate.now = function now() { return MockDate[mockOf].#now; };
      MockDate.toString = function toString() { return global.Function.prototype.toString.call(Native); };
      Object.defineProperties(MockDate, {
        [mockOf]: { __proto__: null, value: this },
        isMock: { __proto__: null, value: true, enumerable: true },
      });
      MockDate.prototype = Native.prototype;
      return MockDate;
    }
    #replace(holder, name, value) {
      const before = Object.getOwnPropertyDescriptor(holder, name);
      // What was inherited is its own from then on.
      const inherited = { __proto__: null, value: holder[name], writable: true, enumerable: true, configurable: true };
      this.#restores.push(() => Object.defineProperty(holder, name, before ?? inherited));
      holder[name] = value;
    }
    #replaceTimers(kind, set, promised) {
      const clear = 'clear' + kind.slice('set'.length);
      for (const holder of [global, timers]) {
        this.#replace(holder, kind, set);
        this.#replace(holder, clear, this.#clear);
      }
      this.#replace(later, kind, promised);
    }
    #mock(api) {
      const wait = (delay, value, options) => this.#wait(this.#setTimeout, delay, value, options);
      switch (api) {
        case 'setTimeout': return this.#replaceTimers(api, this.#setTimeout, wait);
        case 'setInterval': return this.#replaceTimers(api, this.#setInterval, (interval, value, options) => this.#repeat(interval, value, options));
        case 'setImmediate': return this.#replaceTimers(api, this.#setImmediate, (value, options) => this.#wait(this.#setImmediate, -1, value, options));
        case 'scheduler.wait': return this.#replace(later.scheduler, 'wait', (delay, options) => wait(delay, undefined, options));
        case 'Date': return this.#replace(global, 'Date', this.#newDate(global.Date));
      }
      const set = this.#setTimeout;
      return this.#replace(AbortSignal, 'timeout', function timeout(delay) {
        validateUint32(delay, 'delay', false);
        const controller = new AbortController();
        set(() => { controller.abort(); }, delay);
        return controller.signal;
      });
    }
    tick(time = 1) {
      mustBeEnabled(this.#isEnabled);
      validateTime(time);
      this.#now += time;
      for (let timer = this.#queue.first; timer !== undefined && timer.runAt <= this.#now; timer = this.#queue.first) {
        %Apply(timer.callback, undefined, timer.args);
        if (this.#queue.first?.id === timer.id) {
          this.#queue.remove(timer);
          timer.priorityQueuePosition = undefined;
        }
        if (timer.interval === undefined) continue;
        timer.runAt += timer.interval;
        this.#queue.insert(timer);
      }
    }
    enable(options = { apis, now: 0 }) {
      const given = { ...options };
      if (this.#isEnabled) throw plainError('ERR_INVALID_STATE', 'Invalid state: MockTimers is already enabled!');
      if (given.now !== given.now) throwInvalidValue('now', given.now, 'epoch must be a positive integer received ' + given.now);
      const chosen = given.apis || apis;
      validateArray(chosen, 'options.apis');
      for (let i = 0; i < chosen.length; i++) %ValidateString(chosen[i], 'options.apis[' + i + ']');
      for (const api of chosen) if (!apis.includes(api)) throwInvalidValue('options.apis', api, 'option ' + api + ' is not supported');
      this.#now = epochOf(given.now || 0);
      for (const api of chosen) this.#mock(api);
      this.#isEnabled = true;
    }
    setTime(time = 0) {
      validateNumber(time, 'time');
      validateTime(time);
      mustBeEnabled(this.#isEnabled);
      this.#now = time;
    }
    [Symbol.dispose]() { this.reset(); }
    reset() {
      if (!this.#isEnabled) return;
      for (const restore of this.#restores) restore();
      this.#restores = [];
      this.#isEnabled = false;
      this.#now = 0;
      this.#queue = new TimerHeap();
    }
    runAll() {
      mustBeEnabled(this.#isEnabled);
      const { last } = this.#queue;
      if (last !== undefined) this.tick(last.runAt - this.#now);
    }
  }
  return { MockTimers };
}`;
