/** Event targets with the methods of emitters, as Node's ports are. Node: NodeEventTarget in lib/internal/event_target.js. */
export const nodeEventTargetSource = `function (require, global) {
  const { Object } = global;
  const base = require('internal/event_target');
  /** What is added in the place of a listener that gets values instead of events. */
  const wrappers = new global.WeakMap();

  function valueOf(event) {
    return event.type === 'message' || event.type === 'messageerror' ? [event.data] : event.type === 'close' ? [] : [event];
  }
  function wrap(target, type, listener, once) {
    %ValidateFunction(listener, 'listener');
    let known = wrappers.get(target);
    if (known === undefined) wrappers.set(target, (known = []));
    for (let i = 0; i < known.length; i++) if (known[i].type === type && known[i].listener === listener) return;
    const run = function (event) {
      if (once) target.off(type, listener);
      return %Apply(listener, this, valueOf(event));
    };
    %AppendElement(known, { type, listener, run });
    target.addEventListener(type, run);
  }
  class NodeEventTarget extends base.EventTarget {
    on(type, listener) {
      wrap(this, type, listener, false);
      return this;
    }
    addListener(type, listener) {
      wrap(this, type, listener, false);
      return this;
    }
    once(type, listener) {
      wrap(this, type, listener, true);
      return this;
    }
    off(type, listener) {
      const known = wrappers.get(this) ?? [];
      const kept = [];
      for (let i = 0; i < known.length; i++) {
        if (known[i].type === type && known[i].listener === listener) this.removeEventListener(type, known[i].run);
        else %AppendElement(kept, known[i]);
      }
      wrappers.set(this, kept);
      if (kept.length === known.length) this.removeEventListener(type, listener);
      return this;
    }
    removeListener(type, listener) { return this.off(type, listener); }
    removeAllListeners(type) {
      const known = wrappers.get(this) ?? [];
      for (let i = 0; i < known.length; i++) if (type === undefined || known[i].type === type) this.off(known[i].type, known[i].listener);
      return this;
    }
    listenerCount(type) { return %EventListeners(this)?.[type]?.size ?? 0; }
    eventNames() { return Object.keys(%EventListeners(this) ?? {}); }
    emit(type, value) {
      const has = this.listenerCount(type) > 0;
      const { MessageEvent } = require('internal/event_classes');
      base.fire(this, type === 'message' ? new MessageEvent(type, { data: value }) : new base.Event(type));
      return has;
    }
    setMaxListeners(count) { base.limit.of.set(this, count); }
    getMaxListeners() { return base.limit.of.get(this) ?? base.limit.default; }
  }
  return { NodeEventTarget };
}`;
