/** How the host fires events of its own and calls back, in JavaScript: what builtin-module-sources.ts says of such sources holds here. */
export const eventFiringSource = `function (require, global) {
  const { Object, Reflect } = global;
  const base = require('internal/event_target');
  const classes = require('internal/event_classes');

  const legacy = { htmlevents: 'Event', events: 'Event', event: 'Event', customevent: 'CustomEvent', mouseevent: 'MouseEvent', mouseevents: 'MouseEvent', keyboardevent: 'KeyboardEvent', uievent: 'UIEvent', uievents: 'UIEvent', messageevent: 'MessageEvent', focusevent: 'FocusEvent' };
  return {
    report(value) { %ReportException(value); },
    checkpoint() { %Checkpoint(); },
    fire(target, className, type, init, shownTarget = target) {
      const constructor = className === 'Event' ? base.Event : classes[className];
      return base.fire(target, new constructor(type, init), shownTarget);
    },
    /** A click by the program: it is not trusted. */
    click(target, init) {
      return base.dispatch(new classes.PointerEvent('click', { ...init, view: global, detail: 0, pointerId: -1 }), target);
    },
    assign(object, key, value) { object[key] = value; },
    createEvent(name) {
      const className = legacy[name.toLowerCase()];
      if (className === undefined)
        throw new global.DOMException("Failed to execute 'createEvent' on 'Document': The provided event type ('" + name + "') is invalid.", 'NotSupportedError');
      const constructor = className === 'Event' ? base.Event : classes[className];
      return base.trust.uninitialized(new constructor(''));
    },
    /** What it throws is reported. */
    callReporting(callback, receiver, ...args) {
      try {
        return %Apply(callback, receiver, args);
      } catch (error) {
        %ReportException(error);
      }
    },
    deleteOwn(object, key) { return Reflect.deleteProperty(object, key); },
    handlerGet(target, type) { return base.handlers.get(target, type); },
    handlerSet(target, type, value) { base.handlers.set(target, type, value); },
    currentEvent() { return base.currentEvent(); },
  };
}`;
