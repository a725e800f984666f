/** Events that the user causes, in JavaScript: what builtin-module-sources.ts says of such sources holds here. UI Events; HTML. */
export const userEventsSource = `function (require, global) {
  const { Object } = global;
  const base = require('internal/event_target');
  const classes = require('internal/event_classes');
  const classNames = {
    __proto__: null,
    click: 'PointerEvent', auxclick: 'PointerEvent', contextmenu: 'PointerEvent', dblclick: 'MouseEvent', wheel: 'WheelEvent',
    input: 'InputEvent', beforeinput: 'InputEvent', focus: 'FocusEvent', blur: 'FocusEvent', focusin: 'FocusEvent', focusout: 'FocusEvent',
    submit: 'SubmitEvent', message: 'MessageEvent', storage: 'StorageEvent', hashchange: 'HashChangeEvent', popstate: 'PopStateEvent',
  };
  const prefixes = { __proto__: null, mouse: 'MouseEvent', pointer: 'PointerEvent', key: 'KeyboardEvent', touch: 'TouchEvent', drag: 'DragEvent' };
  /** Those that stay at their target. */
  const stays = { __proto__: null, focus: 1, blur: 1, mouseenter: 1, mouseleave: 1, pointerenter: 1, pointerleave: 1, load: 1, error: 1, abort: 1, storage: 1, message: 1 };

  function classOf(type, data) {
    let name = classNames[type];
    if (name === undefined) for (const prefix in prefixes) if (type.startsWith(prefix)) name = prefixes[prefix];
    if (name === undefined && 'detail' in data) name = 'CustomEvent';
    return classes[name] ?? base.Event;
  }
  return {
    fire(target, type, data) {
      const bubbles = !(type in stays);
      const event = new (classOf(type, data))(type, { bubbles, cancelable: bubbles && type !== 'input', composed: bubbles, ...data });
      // What the class knows nothing of.
      for (const key of Object.keys(data)) if (!(key in event)) event[key] = data[key];
      base.fire(target, event);
    },
  };
}`;
