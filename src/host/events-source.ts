/**
 * The module `events` in JavaScript: what builtin-module-sources.ts says of such sources holds here. Node: lib/events.js.
 * A type with one listener holds the function itself; with more of them a list, which is copied before a change while it is
 * being emitted, so that each emit calls those that were there when it began.
 * Simplified: limits of listeners are kept for event targets, but nothing warns of them.
 */
export const eventsSource = `function (require, global) {
  const { Error, Symbol, Promise, Object, Reflect } = global;
  const rejection = Symbol.for('nodejs.rejection');
  const errorMonitor = Symbol('events.errorMonitor');
  const emitting = Symbol('events.emitting');
  const shapeMode = Symbol('shapeMode');
  const capture = Symbol('kCapture');
  let defaultMaxListeners = 10;

  function EventEmitter(opts) {
    initialize(this, opts);
  }
  function initialize(emitter, opts) {
    if (emitter._events === undefined || emitter._events === Object.getPrototypeOf(emitter)._events) {
      emitter._events = { __proto__: null };
      emitter._eventsCount = 0;
      emitter[shapeMode] = false;
    } else emitter[shapeMode] = true;
    emitter._maxListeners ||= undefined;
    const wanted = opts?.captureRejections;
    if (wanted) %ValidateBoolean(wanted, 'options.captureRejections');
    emitter[capture] = wanted ? true : prototype[capture];
  }

  const { prototype } = EventEmitter;
  Object.defineProperty(prototype, capture, { __proto__: null, value: false, writable: true });
  prototype._events = undefined;
  prototype._eventsCount = 0;
  prototype._maxListeners = undefined;

  prototype.setMaxListeners = function setMaxListeners(n) {
    %ValidateNumber(n, 'setMaxListeners', 0);
    this._maxListeners = n;
    return this;
  };
  function limitOf(emitter) { return emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners; }
  prototype.getMaxListeners = function getMaxListeners() { return limitOf(this); };

  function unhandled(emitter, args, own) {
    const reason = args.length > 0 ? args[0] : undefined;
    if (reason instanceof Error) {
      let name = 'EventEmitter';
      try { ({ name } = emitter.constructor); } catch {}
      const stack = {};
      Error.captureStackTrace(stack, own);
      %NoteEmittedError(reason, name, stack);
      return reason;
    }
    let shown;
    try { shown = require('internal/inspect').inspect(reason); } catch { shown = reason; }
    const error = %NewNodeError('ERR_UNHANDLED_ERROR', shown === undefined ? 'Unhandled error.' : 'Unhandled error. (' + shown + ')');
    error.context = reason;
    return error;
  }
  function watch(emitter, result, type, args) {
    if (!emitter[capture]) return;
    try {
      const { then } = result;
      if (typeof then === 'function')
        %Apply(then, result, [undefined, (error) => { require('process').nextTick(rejected, emitter, error, type, args); }]);
    } catch (error) {
      emitter.emit('error', error);
    }
  }
  function rejected(emitter, error, type, args) {
    if (typeof emitter[rejection] === 'function') {
      emitter[rejection](error, type, ...args);
      return;
    }
    const before = emitter[capture];
    try {
      emitter[capture] = false;
      emitter.emit('error', error);
    } finally {
      emitter[capture] = before;
    }
  }

  prototype.emit = function emit(type, ...args) {
    const events = this._events;
    let isUnhandled = type === 'error';
    if (events === undefined) {
      if (!isUnhandled) return false;
    } else {
      if (isUnhandled && events[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
      if (isUnhandled) isUnhandled = events.error === undefined;
    }
    if (isUnhandled) throw unhandled(this, args, emit);
    const handler = events[type];
    if (handler === undefined) return false;
    if (typeof handler === 'function') {
      const result = %Apply(handler, this, args);
      if (result !== undefined && result !== null) watch(this, result, type, args);
      return true;
    }
    handler[emitting]++;
    try {
      for (let i = 0; i < handler.length; ++i) {
        const result = %Apply(handler[i], this, args);
        if (result !== undefined && result !== null) watch(this, result, type, args);
      }
    } finally {
      handler[emitting]--;
    }
    return true;
  };

  function copyOf(list) {
    const copy = [];
    for (let i = 0; i < list.length; i++) %CreateDataProperty(copy, i, list[i]);
    return copy;
  }
  function changeable(events, type, list) {
    if (!(list[emitting] > 0)) return list;
    const copy = copyOf(list);
    copy[emitting] = 0;
    if (list.warned) copy.warned = true;
    events[type] = copy;
    return copy;
  }
  function add(target, type, listener, isFirst) {
    %ValidateFunction(listener, 'listener');
    let events = target._events;
    let existing;
    if (events === undefined) {
      events = target._events = { __proto__: null };
      target._eventsCount = 0;
    } else {
      if (events.newListener !== undefined) {
        target.emit('newListener', type, listener.listener ?? listener);
        events = target._events;
      }
      existing = events[type];
    }
    if (existing === undefined) {
      events[type] = listener;
      ++target._eventsCount;
      return target;
    }
    if (typeof existing === 'function') {
      existing = isFirst ? [listener, existing] : [existing, listener];
      existing[emitting] = 0;
      events[type] = existing;
    } else {
      existing = changeable(events, type, existing);
      if (isFirst) for (let i = existing.length; i > 0; i--) existing[i] = existing[i - 1];
      existing[isFirst ? 0 : existing.length] = listener;
    }
    const most = limitOf(target);
    if (most > 0 && existing.length > most && !existing.warned) warn(target, type, existing, most);
    return target;
  }
  function warn(target, type, existing, most) {
    existing.warned = true;
    const shown = require('internal/inspect').inspect(target, { depth: -1 });
    const warning = new Error('Possible EventEmitter memory leak detected. ' + existing.length + ' ' + global.String(type) + ' listeners added to ' + shown + '. MaxListeners is ' + most + '. Use emitter.setMaxListeners() to increase limit');
    Object.assign(warning, { name: 'MaxListenersExceededWarning', emitter: target, type, count: existing.length });
    require('process').emitWarning(warning);
  }
  prototype.addListener = function addListener(type, listener) { return add(this, type, listener, false); };
  prototype.on = prototype.addListener;
  prototype.prependListener = function prependListener(type, listener) { return add(this, type, listener, true); };

  function onceWrap(target, type, listener) {
    let hasFired = false;
    function wrapper(...args) {
      if (hasFired) return;
      hasFired = true;
      target.removeListener(type, wrapper);
      return %Apply(listener, target, args);
    }
    wrapper.listener = listener;
    return wrapper;
  }
  prototype.once = function once(type, listener) {
    %ValidateFunction(listener, 'listener');
    this.on(type, onceWrap(this, type, listener));
    return this;
  };
  prototype.prependOnceListener = function prependOnceListener(type, listener) {
    %ValidateFunction(listener, 'listener');
    this.prependListener(type, onceWrap(this, type, listener));
    return this;
  };

  prototype.removeListener = function removeListener(type, listener) {
    %ValidateFunction(listener, 'listener');
    const events = this._events;
    let list = events === undefined ? undefined : events[type];
    if (list === undefined) return this;
    if (list === listener || list.listener === listener) {
      this._eventsCount -= 1;
      if (this[shapeMode]) events[type] = undefined;
      else if (this._eventsCount === 0) this._events = { __proto__: null };
      else delete events[type];
      if (events.removeListener !== undefined) this.emit('removeListener', type, list.listener || listener);
      return this;
    }
    if (typeof list === 'function') return this;
    list = changeable(events, type, list);
    let at = list.length - 1;
    while (at >= 0 && list[at] !== listener && list[at].listener !== listener) at--;
    if (at < 0) return this;
    for (let i = at; i + 1 < list.length; i++) list[i] = list[i + 1];
    list.length--;
    if (list.length === 1) events[type] = list[0];
    if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
    return this;
  };
  prototype.off = prototype.removeListener;

  prototype.removeAllListeners = function removeAllListeners(type) {
    const events = this._events;
    if (events === undefined) return this;
    const isAll = arguments.length === 0;
    if (events.removeListener === undefined) {
      if (isAll) {
        this._events = { __proto__: null };
        this._eventsCount = 0;
      } else if (events[type] !== undefined) {
        if (--this._eventsCount === 0) this._events = { __proto__: null };
        else delete events[type];
      }
      this[shapeMode] = false;
      return this;
    }
    if (isAll) {
      const keys = Reflect.ownKeys(events);
      for (let i = 0; i < keys.length; i++) if (keys[i] !== 'removeListener') this.removeAllListeners(keys[i]);
      this.removeAllListeners('removeListener');
      this._events = { __proto__: null };
      this._eventsCount = 0;
      this[shapeMode] = false;
      return this;
    }
    const listeners = events[type];
    if (typeof listeners === 'function') this.removeListener(type, listeners);
    else if (listeners !== undefined) for (let i = listeners.length - 1; i >= 0; i--) this.removeListener(type, listeners[i]);
    return this;
  };

  function listenersOf(target, type, isUnwrapping) {
    const found = target._events === undefined ? undefined : target._events[type];
    if (found === undefined) return [];
    if (typeof found === 'function') return [isUnwrapping ? found.listener || found : found];
    const copy = copyOf(found);
    if (isUnwrapping) for (let i = 0; i < copy.length; i++) if (typeof copy[i].listener === 'function') copy[i] = copy[i].listener;
    return copy;
  }
  prototype.listeners = function listeners(type) { return listenersOf(this, type, true); };
  prototype.rawListeners = function rawListeners(type) { return listenersOf(this, type, false); };
  prototype.listenerCount = function listenerCount(type, listener) {
    const found = this._events === undefined ? undefined : this._events[type];
    if (found === undefined) return 0;
    const all = typeof found === 'function' ? [found] : found;
    if (listener === undefined || listener === null) return all.length;
    let count = 0;
    for (let i = 0; i < all.length; i++) if (all[i] === listener || all[i].listener === listener) count++;
    return count;
  };
  prototype.eventNames = function eventNames() {
    const names = [];
    if (this._eventsCount === 0) return names;
    const keys = Reflect.ownKeys(this._events);
    for (let i = 0; i < keys.length; i++) if (this._events[keys[i]] !== undefined) names[names.length] = keys[i];
    return names;
  };

  require('internal/events-waiting')(EventEmitter);
  const expected = 'an instance of EventEmitter or EventTarget';
  const targetListeners = (target, type) => (typeof type === 'string' ? %EventListeners(target)?.[type] : undefined);
  EventEmitter.getEventListeners = function getEventListeners(emitter, type) {
    if (typeof emitter.listeners === 'function') return emitter.listeners(type);
    if (!%IsEventTarget(emitter)) %ThrowInvalidType('emitter', expected, emitter);
    const found = [];
    for (let listener = targetListeners(emitter, type)?.next; listener !== undefined; listener = listener.next) {
      const { callback } = listener;
      found[found.length] = listener.isHandler ? Object.assign(function eventHandler() {}, { handler: callback }) : callback;
    }
    return found;
  };
  EventEmitter.getMaxListeners = function getMaxListeners(emitter) {
    if (typeof emitter?.getMaxListeners === 'function') return limitOf(emitter);
    if (!%IsEventTarget(emitter)) %ThrowInvalidType('emitter', expected, emitter);
    return require('internal/event_target').limitOf(emitter);
  };
  EventEmitter.listenerCount = function listenerCount(emitter, type) {
    if (typeof emitter.listenerCount === 'function') return emitter.listenerCount(type);
    if (!%IsEventTarget(emitter)) %ThrowInvalidType('emitter', expected, emitter);
    return targetListeners(emitter, type)?.size ?? 0;
  };
  EventEmitter.EventEmitter = EventEmitter;
  EventEmitter.usingDomains = false;
  EventEmitter.captureRejectionSymbol = rejection;
  Object.defineProperty(EventEmitter, 'captureRejections', {
    __proto__: null,
    get() { return prototype[capture]; },
    set(value) {
      %ValidateBoolean(value, 'EventEmitter.captureRejections');
      prototype[capture] = value;
    },
    enumerable: true,
  });
  Object.defineProperty(EventEmitter, 'EventEmitterAsyncResource', {
    __proto__: null,
    enumerable: true,
    get() { return (asyncResourceClass ??= makeAsyncResourceClass()); },
    configurable: true,
  });
  let asyncResourceClass;
  function makeAsyncResourceClass() {
    const { AsyncResource } = require('async_hooks');
    class EventEmitterReferencingAsyncResource extends AsyncResource {
      #emitter;
      constructor(emitter, type, options) {
        super(type, options);
        this.#emitter = emitter;
      }
      get eventEmitter() { return this.#emitter; }
    }
    return class EventEmitterAsyncResource extends EventEmitter {
      #resource;
      constructor(options = undefined) {
        let name;
        if (typeof options === 'string') {
          name = options;
          options = undefined;
        } else name = options?.name || new.target.name;
        super(options);
        this.#resource = new EventEmitterReferencingAsyncResource(this, name, options);
      }
      emit(event, ...args) { return this.#resource.runInAsyncScope(super.emit, this, event, ...args); }
      emitDestroy() { this.#resource.emitDestroy(); }
      get asyncId() { return this.#resource.asyncId(); }
      get triggerAsyncId() { return this.#resource.triggerAsyncId(); }
      get asyncResource() { return this.#resource; }
    };
  }
  EventEmitter.errorMonitor = errorMonitor;
  Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
    __proto__: null,
    enumerable: true,
    get() { return defaultMaxListeners; },
    set(value) {
      %ValidateNumber(value, 'defaultMaxListeners', 0);
      setDefault(value);
    },
  });
  /** Simplified: for event targets of before, too. */
  function setDefault(most) {
    defaultMaxListeners = most;
    require('internal/event_target').limit.default = most;
  }
  EventEmitter.setMaxListeners = function (n = defaultMaxListeners, ...emitters) {
    %ValidateNumber(n, 'setMaxListeners', 0);
    if (emitters.length === 0) setDefault(n);
    for (let i = 0; i < emitters.length; i++) {
      const emitter = emitters[i];
      if (typeof emitter.setMaxListeners !== 'function' && %IsEventTarget(emitter)) require('internal/event_target').limit.of.set(emitter, n);
      else if (typeof emitter.setMaxListeners === 'function') emitter.setMaxListeners(n);
      else %ThrowInvalidType('eventTargets', expected, emitter);
    }
  };
  EventEmitter.init = function (opts) { initialize(this, opts); };
  return EventEmitter;
}`;
