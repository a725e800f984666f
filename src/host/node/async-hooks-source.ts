/**
 * The module 'async_hooks': AsyncLocalStorage and AsyncResource over the context that the engine carries through promises,
 * ticks, timers and requests. Node: lib/async_hooks.js, lib/internal/async_context_frame.js.
 * Simplified: hooks of createHook are never called; ids count resources that the program makes itself.
 */
export const asyncHooksSource = String.raw`function (require, global) {
  const { Map, Object, Reflect, Number, Symbol } = global;
  const { validateObject } = require('internal/validators');
  const contextOf = Symbol('context_frame');
  const idOf = Symbol('async_id_symbol');
  const triggerOf = Symbol('trigger_async_id_symbol');
  function withContext(context, fn, receiver, args) {
    const before = %AsyncContext();
    %SetAsyncContext(context);
    try {
      return %Apply(fn, receiver, args);
    } finally {
      %SetAsyncContext(before);
    }
  }
  /** Of the scope of a resource that the program has made; 0 outside. */
  let trigger = 0;
  class AsyncResource {
    constructor(type, options = {}) {
      %ValidateString(type, 'type');
      let cause = options;
      if (typeof options !== 'number') cause = options.triggerAsyncId === undefined ? %ExecutionAsyncId() : options.triggerAsyncId;
      if (!Number.isSafeInteger(cause) || cause < -1) throw %NodeError('RangeError', 'ERR_INVALID_ASYNC_ID', 'Invalid triggerAsyncId value: ' + cause);
      this[contextOf] = %AsyncContext();
      this[idOf] = %NewAsyncId();
      this[triggerOf] = cause;
    }
    runInAsyncScope(fn, receiver, ...args) {
      const before = %ExecutionAsyncId();
      const triggerBefore = trigger;
      %SetExecutionAsyncId(this[idOf]);
      trigger = this[triggerOf];
      try {
        return withContext(this[contextOf], fn, receiver, args);
      } finally {
        %SetExecutionAsyncId(before);
        trigger = triggerBefore;
      }
    }
    emitDestroy() { return this; }
    asyncId() { return this[idOf]; }
    triggerAsyncId() { return this[triggerOf]; }
    bind(fn, receiver) {
      %ValidateFunction(fn, 'fn');
      const resource = this;
      const bound = receiver === undefined
        ? function (...args) { return resource.runInAsyncScope(fn, this, ...args); }
        : (...args) => resource.runInAsyncScope(fn, receiver, ...args);
      return Object.defineProperty(bound, 'length', { __proto__: null, value: fn.length, configurable: true, enumerable: false, writable: false });
    }
    static bind(fn, type, receiver) { return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, receiver); }
  }
  class RunScope {
    #storage;
    #before;
    #isOver = false;
    constructor(storage, store) {
      this.#storage = storage;
      this.#before = storage.getStore();
      storage.enterWith(store);
    }
    dispose() {
      if (this.#isOver) return;
      this.#isOver = true;
      this.#storage.enterWith(this.#before);
    }
    [Symbol.dispose]() { this.dispose(); }
  }
  class AsyncLocalStorage {
    #defaultValue;
    #name;
    constructor(options = {}) {
      validateObject(options, 'options');
      this.#defaultValue = options.defaultValue;
      if (options.name !== undefined) this.#name = '' + options.name;
    }
    get name() { return this.#name || ''; }
    static bind(fn) { return AsyncResource.bind(fn); }
    static snapshot() { return AsyncLocalStorage.bind((callback, ...args) => callback(...args)); }
    disable() {
      const context = %AsyncContext();
      if (context !== undefined) context.delete(this);
    }
    enterWith(data) {
      const context = new Map(%AsyncContext());
      context.set(this, data);
      %SetAsyncContext(context);
    }
    run(data, fn, ...args) {
      const before = this.getStore();
      if (Object.is(before, data)) return %Apply(fn, null, args);
      this.enterWith(data);
      try {
        return %Apply(fn, null, args);
      } finally {
        this.enterWith(before);
      }
    }
    exit(fn, ...args) { return this.run(undefined, fn, ...args); }
    getStore() {
      const context = %AsyncContext();
      return context !== undefined && context.has(this) ? context.get(this) : this.#defaultValue;
    }
    withScope(store) { return new RunScope(this, store); }
  }
  const hook = { enable() { return this; }, disable() { return this; } };
  return {
    AsyncLocalStorage,
    createHook({ init, before, after, destroy, promiseResolve }) {
      const names = ['init', 'before', 'after', 'destroy', 'promiseResolve'];
      const callbacks = [init, before, after, destroy, promiseResolve];
      for (let i = 0; i < names.length; i++) {
        const value = callbacks[i];
        if (value !== undefined && typeof value !== 'function') throw %NodeError('TypeError', 'ERR_ASYNC_CALLBACK', 'hook.' + names[i] + ' must be a function');
      }
      %NotSimulated('async_hooks.createHook');
      return hook;
    },
    executionAsyncId() { return %ExecutionAsyncId(); },
    triggerAsyncId() { return trigger; },
    executionAsyncResource() { return {}; },
    asyncWrapProviders: Object.freeze({ __proto__: null }),
    AsyncResource,
  };
}`;
