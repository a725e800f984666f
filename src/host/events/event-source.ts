/**
 * The part of event-target-source.ts that is the class Event, whose private fields the dispatch reads and writes. DOM: 2.2 Interface
 * Event, 2.9 Dispatching events; Node: lib/internal/event_target.js.
 */
export const eventPart = `class Event {
    #type;
    #bubbles = false;
    #cancelable = false;
    #composed = false;
    #isTrusted = false;
    #isInitialized = true;
    #timeStamp = %Now();
    #target = null;
    #currentTarget = null;
    #phase = 0;
    #path = undefined;
    #isDispatched = false;
    #stops = false;
    #stopsNow = false;
    #isCanceled = false;
    #isPassive = false;
    constructor(type, options = undefined) {
      if (arguments.length === 0) missing("construct 'Event'", 1, 0, ['type']);
      dictionary("construct 'Event'", 'EventInit', options);
      if (isNode) {
        if (options !== undefined && options !== null) {
          this.#bubbles = !!options.bubbles;
          this.#cancelable = !!options.cancelable;
          this.#composed = !!options.composed;
        }
        this.#type = %ToString(type);
        return;
      }
      this.#type = %ToString(type);
      if (options !== undefined && options !== null) {
        this.#bubbles = !!options.bubbles;
        this.#cancelable = !!options.cancelable;
        this.#composed = !!options.composed;
      }
      Object.defineProperty(this, 'isTrusted', isTrusted);
    }
    initEvent(type, bubbles = false, cancelable = false) {
      if (!(#type in this)) wrongThis('Event');
      if (arguments.length === 0) missing("execute 'initEvent' on 'Event'", 1, 0, ['type']);
      if (this.#isDispatched) return;
      this.#isInitialized = true;
      this.#type = %ToString(type);
      this.#bubbles = !!bubbles;
      this.#cancelable = !!cancelable;
      if (isNode) return;
      this.#stops = this.#stopsNow = this.#isCanceled = this.#isTrusted = false;
      this.#target = null;
    }
    stopImmediatePropagation() {
      if (!(#type in this)) wrongThis('Event');
      this.#stops = this.#stopsNow = true;
    }
    preventDefault() {
      if (!(#type in this)) wrongThis('Event');
      if (this.#cancelable && !this.#isPassive) this.#isCanceled = true;
    }
    get target() { if (!(#type in this)) wrongThis('Event'); return this.#target; }
    get currentTarget() { if (!(#type in this)) wrongThis('Event'); return isNode ? (this.#isDispatched ? this.#target : null) : this.#currentTarget; }
    get srcElement() { if (!(#type in this)) wrongThis('Event'); return this.#target; }
    get type() { if (!(#type in this)) wrongThis('Event'); return this.#type; }
    get cancelable() { if (!(#type in this)) wrongThis('Event'); return this.#cancelable; }
    get defaultPrevented() { if (!(#type in this)) wrongThis('Event'); return this.#isCanceled; }
    get timeStamp() { if (!(#type in this)) wrongThis('Event'); return this.#timeStamp; }
    composedPath() {
      if (!(#type in this)) wrongThis('Event');
      if (!this.#isDispatched) return [];
      return this.#path === undefined ? [this.#target] : [...this.#path];
    }
    get returnValue() { if (!(#type in this)) wrongThis('Event'); return !this.#isCanceled; }
    set returnValue(value) { if (!(#type in this)) wrongThis('Event'); if (!value) this.preventDefault(); }
    get bubbles() { if (!(#type in this)) wrongThis('Event'); return this.#bubbles; }
    get composed() { if (!(#type in this)) wrongThis('Event'); return this.#composed; }
    get eventPhase() { if (!(#type in this)) wrongThis('Event'); return isNode ? (this.#isDispatched ? 2 : 0) : this.#phase; }
    get cancelBubble() { if (!(#type in this)) wrongThis('Event'); return this.#stops; }
    set cancelBubble(value) { if (!(#type in this)) wrongThis('Event'); if (value) this.#stops = true; }
    stopPropagation() {
      if (!(#type in this)) wrongThis('Event');
      this.#stops = true;
    }
    get isTrusted() { if (!(#type in this)) wrongThis('Event'); return this.#isTrusted; }
    [custom](depth, options) {
      return inspected(this, depth, options, {
        type: this.#type,
        defaultPrevented: this.#isCanceled,
        cancelable: this.#cancelable,
        timeStamp: this.#timeStamp,
      });
    }
    static {
      trust = (event) => {
        event.#isTrusted = true;
        return event;
      };
      /** An event of document.createEvent has no type yet. */
      trust.uninitialized = (event) => {
        event.#isInitialized = false;
        return event;
      };
      const run = (event, target, listener) => {
        if (listener.once) remove(target, listener);
        const outer = currentEvent;
        currentEvent = event;
        event.#isPassive = listener.passive;
        const isDone = call(listener, event, target);
        // Node takes an event that one listener was called with for dispatched.
        if (isNode && isDone) event.#isDispatched = false;
        if (!isNode && !isDone) thrown.add(event);
        event.#isPassive = false;
        currentEvent = outer;
      };
      /** Those behind the one that runs, too, if they are added before its successor is looked for. */
      const invokeInOrder = (event, target) => {
        let listener = first(target, event.#type);
        while (listener !== undefined) {
          const { next } = listener;
          if (!listener.isRemoved && (!event.#stopsNow || listener.resists)) run(event, target, listener);
          listener = next;
        }
      };
      const begin = (event, target, shownTarget) => {
        event.#isDispatched = true;
        event.#target = shownTarget;
        const path = %EventPath(target, event.#type) ?? [target];
        event.#path = path;
        const isClick = event.#type === 'click' && require('internal/event_classes').isMouseEvent(event);
        const activation = isClick ? %PreActivate(path) : undefined;
        // Step by step: inwards from the last of the path for those that capture, then outwards. \`list\` are the listeners of the place.
        return { event, path, activation, at: path.length, isCapture: true, list: undefined, next: 0 };
      };
      /** Goes on to the next listener and calls it. False: there is none. */
      const step = (state) => {
        const { event, path } = state;
        for (;;) {
          const { list } = state;
          while (list !== undefined && state.next < list.length && !event.#stopsNow) {
            const listener = list[state.next++];
            if (listener.isRemoved) continue;
            run(event, path[state.at], listener);
            return true;
          }
          state.list = undefined;
          if (event.#stops) return false;
          if (state.isCapture && state.at > 0) state.at--;
          else if (state.isCapture) state.isCapture = false;
          else if (!event.#bubbles || ++state.at >= path.length) return false;
          const target = path[state.at];
          event.#phase = state.at === 0 ? 2 : state.isCapture ? 1 : 3;
          let listener = first(target, event.#type);
          if (listener === undefined) continue;
          event.#currentTarget = target;
          // Those that are there now.
          state.list = [];
          state.next = 0;
          for (; listener !== undefined; listener = listener.next) if (listener.capture === state.isCapture) %AppendElement(state.list, listener);
        }
      };
      const end = ({ event, activation }) => {
        event.#phase = 0;
        event.#currentTarget = null;
        event.#path = undefined;
        event.#isDispatched = false;
        event.#stops = event.#stopsNow = false;
        if (activation !== undefined) %Activate(activation, event.#isCanceled);
        return !event.#isCanceled;
      };
      dispatch = (event, target, shownTarget = target) => {
        if (isNode) {
          event.#isDispatched = true;
          event.#target = target;
          invokeInOrder(event, target);
          event.#isDispatched = false;
          return !event.#isCanceled;
        }
        const state = begin(event, target, shownTarget);
        while (step(state));
        return end(state);
      };
      /** What EventTarget.dispatchEvent asks of an event before. */
      dispatch.check = (event) => {
        if (isNode) {
          if (!(event instanceof Event)) %ThrowInvalidType('event', 'an instance of Event', event);
          if (event.#isDispatched) throw %NewNodeError('ERR_EVENT_RECURSION', 'The event "' + event.#type + '" is already being dispatched');
          return;
        }
        if (!%IsObject(event) || !(#type in event)) fail("execute 'dispatchEvent' on 'EventTarget'", "parameter 1 is not of type 'Event'.");
        if (event.#isDispatched)
          throw new global.DOMException("Failed to execute 'dispatchEvent' on 'EventTarget': The event is already being dispatched.", 'InvalidStateError');
        if (!event.#isInitialized)
          throw new global.DOMException("Failed to execute 'dispatchEvent' on 'EventTarget': The event provided is uninitialized.", 'InvalidStateError');
        event.#isTrusted = false;
      };
    }
  }
  /** Events of which a listener has thrown: who fires them may want to know. DOM: legacyOutputDidListenersThrowFlag. */
  const thrown = new global.WeakSet();
  const isTrusted = isNode ? undefined : { get: Object.getOwnPropertyDescriptor(Event.prototype, 'isTrusted').get, enumerable: true, configurable: false };

  function constants(...objects) {
    ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].forEach((name, value) => {
      for (const object of objects) Object.defineProperty(object, name, { value, enumerable: true });
    });
  }
  if (isNode) {
    constants(Event);
    Object.defineProperty(Event.prototype, 'isTrusted', { enumerable: true, configurable: false });
  } else {
    constants(Event, Event.prototype);
    delete Event.prototype.isTrusted;
    delete Event.prototype[custom];
  }`;
