/**
 * The classes of events beside Event in JavaScript: a table says their members with the defaults, by which values are converted.
 * DOM: CustomEvent; HTML: MessageEvent, ErrorEvent …; UI Events, Pointer Events; Node: lib/internal/event_target.js, undici.
 * Simplified: no conversion checks that an interface is what it should be, no init methods but those of Event, CustomEvent and MessageEvent.
 */
export const eventClassesSource = `function (require, global) {
  const { Object, Array } = global;
  const base = require('internal/event_target');
  const isNode = %HasProcess();
  const { Event } = base;
  const states = new global.WeakMap();
  const exports = {};

  function convert(value, standard, key) {
    if (value === undefined) return key === 'ports' ? Object.freeze([]) : standard;
    if (key === 'ports') return Object.freeze([...value]);
    switch (typeof standard) {
      case 'string': return %ToString(value);
      case 'boolean': return !!value;
      case 'number': return isDouble(key) ? +value : global.Math.floor(+value) | 0;
      default: return value;
    }
  }
  function isDouble(key) { return key !== 'screenX' && key !== 'screenY' && key !== 'clientX' && key !== 'clientY' && key !== 'lineno' && key !== 'colno' && key !== 'button' && key !== 'buttons' && key !== 'code' && key !== 'which'; }

  /** The last: a member that the options have to have. */
  function define(name, parent, defaults, required = undefined) {
    const where = "construct '" + name + "'";
    const made = {
      [name]: class extends parent {
        constructor(type, options = undefined) {
          if (arguments.length === 0) {
            if (isNode && name !== 'CustomEvent') throw %NewTypeErrorOf(name + ' constructor: 1 argument required, but 0 found.');
            base.missing(where, 1, 0, ['type']);
          }
          if (required !== undefined && arguments.length < 2) base.missing(where, 2, 1);
          base.dictionary(where, name + 'Init', options);
          if (required !== undefined && options?.[required] === undefined)
            base.fail(where, "Failed to read the '" + required + "' property from '" + name + "Init': Required member is undefined.");
          super(type, options);
          let state = states.get(this);
          if (state === undefined) states.set(this, (state = { __proto__: null }));
          for (const key in defaults) state[key] = convert(options === undefined || options === null ? undefined : options[key], defaults[key], key);
        }
      },
    }[name];
    for (const key in defaults) {
      const accessors = { get [key]() {
        const state = states.get(this);
        if (state === undefined || !(key in state)) base.wrongThis(name);
        return state[key];
      } };
      Object.defineProperty(made.prototype, key, Object.getOwnPropertyDescriptor(accessors, key));
    }
    base.expose(made, name, []);
    exports[name] = made;
    return made;
  }
  /** Methods of a class, enumerable as those of interfaces are. */
  function methods(constructor, object) {
    for (const key in object) Object.defineProperty(constructor.prototype, key, Object.getOwnPropertyDescriptor(object, key));
  }

  define('CustomEvent', Event, { detail: null });
  define('MessageEvent', Event, { data: null, origin: '', lastEventId: '', source: null, ports: null });
  define('CloseEvent', Event, { wasClean: false, code: 0, reason: '' });
  if (isNode) {
    const { MessageEvent } = exports;
    /** Node: undici, which gives a new event. */
    methods(MessageEvent, {
      initMessageEvent(type, bubbles = false, cancelable = false, data = null, origin = '', lastEventId = '', source = null, ports = []) {
        if (!%IsObject(this) || !(this instanceof MessageEvent)) throw %NewNodeError('ERR_INVALID_THIS', 'Illegal invocation', 'TypeError');
        if (arguments.length === 0) throw %NewTypeErrorOf('MessageEvent.initMessageEvent: 1 argument required, but 0 found.');
        return new MessageEvent(type, { bubbles, cancelable, data, origin, lastEventId, source, ports });
      },
    });
    return exports;
  }
  methods(exports.MessageEvent, {
    initMessageEvent(type, bubbles = false, cancelable = false, data = null, origin = '', lastEventId = '', source = null, ports = []) {
      if (arguments.length === 0) base.missing("execute 'initMessageEvent' on 'MessageEvent'", 1, 0);
      const given = { data, origin: %ToString(origin), lastEventId: %ToString(lastEventId), source, ports: Object.freeze([...ports]) };
      const isDispatched = this.eventPhase !== 0;
      this.initEvent(type, bubbles, cancelable);
      if (!isDispatched) Object.assign(states.get(this), given);
    },
  });
  methods(exports.CustomEvent, {
    initCustomEvent(type, bubbles = false, cancelable = false, detail = null) {
      this.initEvent(type, bubbles, cancelable);
      states.get(this).detail = detail;
    },
  });
  const undefinedValue = undefined;
  define('ErrorEvent', Event, { message: '', filename: '', lineno: 0, colno: 0, error: undefinedValue });
  define('PromiseRejectionEvent', Event, { promise: undefinedValue, reason: undefinedValue }, 'promise');
  define('ProgressEvent', Event, { lengthComputable: false, loaded: 0, total: 0 });
  define('StorageEvent', Event, { key: null, oldValue: null, newValue: null, url: '', storageArea: null });
  define('HashChangeEvent', Event, { oldURL: '', newURL: '' });
  define('PopStateEvent', Event, { state: null });
  define('PageTransitionEvent', Event, { persisted: false });
  define('BeforeUnloadEvent', Event, { });
  define('SubmitEvent', Event, { submitter: null });
  define('FormDataEvent', Event, { formData: null }, 'formData');
  define('ToggleEvent', Event, { oldState: '', newState: '' });
  define('TransitionEvent', Event, { propertyName: '', elapsedTime: 0, pseudoElement: '' });
  define('AnimationEvent', Event, { animationName: '', elapsedTime: 0, pseudoElement: '' });
  define('ClipboardEvent', Event, { clipboardData: null });
  const UIEvent = define('UIEvent', Event, { view: null, detail: 0, which: 0 });
  define('FocusEvent', UIEvent, { relatedTarget: null });
  define('InputEvent', UIEvent, { data: null, isComposing: false, inputType: '', dataTransfer: null });
  define('CompositionEvent', UIEvent, { data: '' });
  const modifiers = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
  define('KeyboardEvent', UIEvent, { key: '', code: '', location: 0, ...modifiers, repeat: false, isComposing: false, charCode: 0, keyCode: 0 });
  const MouseEvent = define('MouseEvent', UIEvent, {
    screenX: 0, screenY: 0, clientX: 0, clientY: 0, ...modifiers, button: 0, buttons: 0, relatedTarget: null, movementX: 0, movementY: 0,
  });
  define('WheelEvent', MouseEvent, { deltaX: 0, deltaY: 0, deltaZ: 0, deltaMode: 0 });
  define('DragEvent', MouseEvent, { dataTransfer: null });
  define('PointerEvent', MouseEvent, {
    pointerId: 0, width: 1, height: 1, pressure: 0, tangentialPressure: 0, tiltX: 0, tiltY: 0, twist: 0, pointerType: '', isPrimary: false,
  });
  define('TouchEvent', UIEvent, { touches: null, targetTouches: null, changedTouches: null, ...modifiers });
  const isHeld = { Alt: 'altKey', Control: 'ctrlKey', Meta: 'metaKey', Shift: 'shiftKey' };
  for (const constructor of [exports.KeyboardEvent, MouseEvent]) {
    methods(constructor, { getModifierState(key) { return isHeld[key] !== undefined && this[isHeld[key]]; } });
  }
  // What older browsers called the key or button.
  const which = {
    get which() {
      if (this instanceof exports.KeyboardEvent) return this.keyCode;
      if (this instanceof MouseEvent) return this.button + 1;
      const state = states.get(this);
      return state === undefined ? base.wrongThis('UIEvent') : state.which;
    },
  };
  methods(UIEvent, which);
  const positions = { x: 'clientX', y: 'clientY', pageX: 'clientX', pageY: 'clientY', offsetX: 'clientX', offsetY: 'clientY' };
  for (const key in positions) {
    const accessors = { get [key]() { return this[positions[key]]; } };
    methods(MouseEvent, accessors);
  }
  exports.isMouseEvent = (event) => event instanceof MouseEvent;
  exports.isErrorEvent = (event) => event instanceof exports.ErrorEvent;
  return exports;
}`;
