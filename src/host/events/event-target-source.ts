/**
 * Event, EventTarget and the dispatch in JavaScript, for both runtimes: what builtin-module-sources.ts says of such sources holds
 * here. Listeners are called by ordinary frames. DOM: 2 Events; Node: lib/internal/event_target.js.
 *
 * Where the two differ: Node has no tree, runs the listeners of a target in the order in which they were added whether they capture or
 * not, throws what a listener threw in a tick of its own, and looks after promises that listeners return.
 */
import { eventPart } from './event-source.ts';

export const eventTargetSource = `function (require, global) {
  const { Object, Symbol } = global;
  const isNode = %HasProcess();
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const tag = Symbol.toStringTag;
  let dispatch, trust, currentEvent;

  function fail(where, message) {
    throw %NewTypeErrorOf('Failed to ' + where + ': ' + message);
  }
  function missing(where, wanted, given, names) {
    if (isNode) %ThrowMissing(names[0], names[1]);
    fail(where, wanted + ' argument' + (wanted === 1 ? '' : 's') + ' required, but only ' + given + ' present.');
  }
  function wrongThis(name) {
    if (isNode) throw %NewNodeError('ERR_INVALID_THIS', 'Value of "this" must be of type ' + name, 'TypeError');
    throw %NewTypeErrorOf('Illegal invocation');
  }
  function dictionary(where, type, value) {
    const isPlain = typeof value === 'object' && !(isNode && global.Array.isArray(value));
    if (value === undefined || value === null || isPlain || (!isNode && typeof value === 'function')) return value;
    if (isNode) %ThrowInvalidType('options', 'of type object', value);
    fail(where, "The provided value is not of type '" + type + "'.");
  }
  function inspected(object, depth, options, fields) {
    const { name } = object.constructor;
    if (depth < 0) return name;
    const inner = Object.assign({}, options, { depth: typeof options.depth === 'number' && options.depth % 1 === 0 ? options.depth - 1 : options.depth });
    return name + ' ' + require('internal/inspect').inspect(fields, inner);
  }

  ${eventPart}

  /** False: it threw. */
  function call(listener, event, target) {
    const { callback } = listener;
    try {
      if (listener.isHandler) {
        if (typeof callback === 'function') callHandler(callback, event, target, listener.id);
      } else if (typeof callback === 'function') {
        %ListenerCalled(listener.id);
        const result = %Call(callback, target, event);
        if (isNode && result !== undefined && result !== null) watch(result);
      } else if (isNode) watch(callLater(callback, event));
      else {
        const { handleEvent } = callback;
        if (typeof handleEvent === 'function') {
          %ListenerCalled(listener.id);
          %Call(handleEvent, callback, event);
        }
      }
    } catch (error) {
      %ReportException(error);
      if (!isNode) %Checkpoint();
      return false;
    }
    if (!isNode) %Checkpoint();
    return true;
  }
  async function callLater(object, event) {
    if (object.handleEvent) await %Call(object.handleEvent, object, event);
  }
  function watch(promise) {
    const { then } = promise;
    if (typeof then === 'function') %Call(then, promise, undefined, (error) => { %ReportException(error); });
  }
  /** HTML: the event handler processing algorithm. */
  function callHandler(handler, event, target, id) {
    const isError = !isNode && event.type === 'error' && %IsWindow(target) && require('internal/event_classes').isErrorEvent(event);
    %ListenerCalled(id);
    const result = isError
      ? %Call(handler, target, event.message, event.filename, event.lineno, event.colno, event.error)
      : %Call(handler, target, event);
    if (isNode) {
      if (result !== undefined && result !== null) watch(result);
    } else if (isError ? result === true : result === false) event.preventDefault();
  }

  /** Of each type there is a list of what is linked by next and previous, and how many those are. */
  function first(target, type) {
    return %EventListeners(target)?.[type]?.next;
  }
  function remove(target, listener) {
    if (listener.isRemoved) return;
    listener.isRemoved = true;
    const listeners = %EventListeners(target);
    const list = listeners[listener.type];
    listener.previous.next = listener.next;
    if (listener.next !== undefined) listener.next.previous = listener.previous;
    else list.last = listener.previous;
    if (--list.size === 0) delete listeners[listener.type];
    if (listener.id !== 0) %ListenerRemoved(listener.id);
  }
  function add(target, listener) {
    const listeners = %NeedEventListeners(target);
    const { type } = listener;
    let list = listeners[type];
    if (list === undefined) {
      list = { next: undefined, last: undefined, size: 0 };
      list.last = list;
      listeners[type] = list;
    }
    listener.previous = list.last;
    list.last.next = listener;
    list.last = listener;
    list.size++;
    if (isNode) warnOfMany(target, type, list.size);
    else if (list.size > limit.default) noteRepeated(list, listener);
    if (!listener.isInternal) listener.id = %ListenerAdded(target, type, listener);
  }
  function find(target, type, callback, capture) {
    for (let listener = first(target, type); listener !== undefined; listener = listener.next)
      if (listener.callback === callback && listener.capture === capture && !listener.isHandler) return listener;
    return undefined;
  }
  function newListener(type, callback, capture, once, passive) {
    return { type, callback, capture, once, passive, isHandler: false, isInternal: false, resists: false, isRemoved: false, id: 0, next: undefined, previous: undefined };
  }
  const limits = new global.WeakMap();
  const limit = { default: 10, of: limits };
  const limitOf = (target) => limits.get(target) ?? (%IsAbortSignal(target) ? 0 : limit.default);
  function warnOfMany(target, type, size) {
    const most = limitOf(target);
    if (most === 0 || size <= most || warned.has(target)) return;
    warned.add(target);
    const shown = require('internal/inspect').inspect(target, { depth: -1 });
    const warning = new global.Error('Possible EventTarget memory leak detected. ' + size + ' ' + type + ' listeners added to ' + shown + '. MaxListeners is ' + most + '. Use events.setMaxListeners() to increase limit');
    Object.assign(warning, { name: 'MaxListenersExceededWarning', target, type, count: size });
    require('process').emitWarning(warning);
  }
  const warned = new global.WeakSet();
  /** No browser warns. Here the log tells, by this call, from the eleventh listener of one code in one list on. */
  function listenerRepeated() {}
  function noteRepeated(list, { callback }) {
    let same = 0;
    for (let listener = list.last; listener !== list; listener = listener.previous) {
      if (!%HasSameCode(listener.callback, callback)) return;
      if (++same > limit.default) return listenerRepeated();
    }
  }

  function flatten(options) {
    if (typeof options === 'boolean') return { capture: options };
    if (isNode && options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') %ThrowInvalidType('options', 'of type object', options);
    return options === undefined || options === null || (typeof options !== 'object' && typeof options !== 'function') ? { __proto__: null } : options;
  }
  function isListener(method, callback) {
    if (typeof callback === 'function' || (typeof callback === 'object' && callback !== null)) return true;
    if (callback === undefined || callback === null) return false;
    if (isNode) %ThrowInvalidType('listener', 'an instance of EventListener', callback);
    fail("execute '" + method + "' on 'EventTarget'", "parameter 2 is not of type 'Object'.");
  }
  const thisOf = (receiver) => {
    const target = !isNode && (receiver === undefined || receiver === null) ? global : receiver;
    if (!%IsEventTarget(target)) wrongThis('EventTarget');
    return target;
  };

  /** Web IDL: DOMString. */
  function typeText(type) {
    if (isNode && typeof type === 'symbol') throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'Value is a Symbol and cannot be converted to a string.', 'TypeError');
    return %ToString(type);
  }
  class EventTarget {
    constructor() {
      %InitEventTarget(this, 'EventTarget');
    }
    addEventListener(type, callback, options = undefined) {
      const target = thisOf(this);
      if (arguments.length < 2) missing("execute 'addEventListener' on 'EventTarget'", 2, arguments.length, ['type', 'listener']);
      const isUsable = isNode || isListener('addEventListener', callback);
      const given = flatten(options);
      const capture = !!given.capture;
      const once = !!given.once;
      const { passive, signal } = given;
      if (signal !== undefined && !%IsAbortSignal(signal)) {
        if (isNode) %ThrowInvalidType('options.signal', 'an instance of AbortSignal', signal);
        fail("execute 'addEventListener' on 'EventTarget'", "Failed to read the 'signal' property from 'AddEventListenerOptions': Failed to convert value to 'AbortSignal'.");
      }
      if (isNode && !isListener('addEventListener', callback)) {
        const warning = new global.Error('addEventListener called with ' + callback + ' which has no effect.');
        Object.assign(warning, { name: 'AddEventListenerArgumentTypeWarning', target, type });
        require('process').emitWarning(warning);
        return;
      }
      if (!isUsable) return;
      type = typeText(type);
      if (signal !== undefined && signal.aborted) return;
      if (find(target, type, callback, capture) !== undefined) return;
      const listener = newListener(type, callback, capture, once, passive === undefined ? !isNode && %IsPassiveByDefault(target, type) : !!passive);
      if (signal !== undefined) require('internal/abort_controller').onAbort(signal, () => remove(target, listener));
      add(target, listener);
    }
    removeEventListener(type, callback, options = undefined) {
      const target = thisOf(this);
      if (arguments.length < 2) missing("execute 'removeEventListener' on 'EventTarget'", 2, arguments.length, ['type', 'listener']);
      if (!isListener('removeEventListener', callback)) return;
      type = typeText(type);
      const listener = find(target, type, callback, !!(typeof options === 'boolean' ? options : options?.capture));
      if (listener !== undefined) remove(target, listener);
    }
    dispatchEvent(event) {
      const target = thisOf(this);
      if (arguments.length === 0) missing("execute 'dispatchEvent' on 'EventTarget'", 1, 0, ['event']);
      dispatch.check(event);
      return dispatch(event, target);
    }
    [custom](depth, options) {
      return inspected(this, depth, options, {});
    }
  }
  if (!isNode) delete EventTarget.prototype[custom];

  /** Web IDL: what the members of a class are; the tag. */
  function expose(constructor, name, enumerable) {
    for (const key of enumerable) Object.defineProperty(constructor.prototype, key, { enumerable: true });
    Object.defineProperty(constructor.prototype, tag, { value: name, configurable: true });
  }
  expose(Event, 'Event', [
    'initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget', 'srcElement', 'type', 'cancelable', 'defaultPrevented',
    'timeStamp', 'composedPath', 'returnValue', 'bubbles', 'composed', 'eventPhase', 'cancelBubble', 'stopPropagation',
  ]);
  expose(EventTarget, 'EventTarget', ['addEventListener', 'removeEventListener', 'dispatchEvent']);

  function handlerOf(target, type) {
    let listener = first(target, type);
    while (listener !== undefined && !listener.isHandler) listener = listener.next;
    return listener;
  }
  /** HTML: event handler IDL attributes. Node: defineEventHandler. */
  const handlers = {
    get(target, type) {
      const listener = handlerOf(target, type);
      return listener === undefined ? null : listener.callback;
    },
    set(target, type, value) {
      const listener = handlerOf(target, type);
      if (!isNode && (typeof value !== 'object' || value === undefined) && typeof value !== 'function') value = null;
      if (listener === undefined) {
        if (value === null) return;
        const added = newListener(type, value, false, false, false);
        added.isHandler = true;
        add(target, added);
      } else if (value === null && !isNode) remove(target, listener);
      else listener.callback = value;
    },
    define(prototype, name, type = name, check = undefined) {
      const accessors = {
        get ['on' + name]() { check?.(this); return handlers.get(this ?? global, type); },
        set ['on' + name](value) { check?.(this); handlers.set(this ?? global, type, value); },
      };
      Object.defineProperty(prototype, 'on' + name, Object.getOwnPropertyDescriptor(accessors, 'on' + name));
    },
  };

  return {
    Event, EventTarget, expose, handlers, inspected, fail, missing, dictionary, wrongThis, limit, limitOf, custom, add, newListener,
    /** The event whose listener runs. HTML: window.event. */
    currentEvent() { return currentEvent; },
    /** An event of the runtime's own is dispatched. */
    fire(target, event, shownTarget = target) { return dispatch(trust(event), target, shownTarget); },
    dispatch, trust,
    hasThrown: (event) => thrown.has(event),
  };
}`;
