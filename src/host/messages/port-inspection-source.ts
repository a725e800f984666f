/**
 * A part of messaging-source.ts: how a port shows itself in Node, with the members that Node's event targets have under symbols.
 * Node: lib/internal/worker/io.js, lib/internal/event_target.js. Simplified: those symbols are nowhere but in what is shown.
 */
export const portInspectionPart = `
  class SafeMap extends global.Map {}
  Object.defineProperty(SafeMap.prototype, global.Symbol.toStringTag, { value: '' });
  class Listener { next = undefined; }
  const shownAs = {};
  const names = ['kEvents', 'events.maxEventTargetListeners', 'events.maxEventTargetListenersWarned', 'kHandlers', 'kNewListener', 'kRemoveListener', 'nodejs.internal.kCurrentlyReceivingPorts'];
  for (let i = 0; i < names.length; i++) shownAs[names[i]] = global.Symbol(names[i]);
  function describePort(port) {
    const events = new SafeMap();
    let handlers;
    const list = (size) => ({ size, next: new Listener(), resistStopPropagation: false });
    events.set('newListener', list(1));
    events.set('removeListener', list(1));
    const listeners = %EventListeners(port) ?? {};
    for (const type in listeners) {
      const entry = list(listeners[type].size);
      events.set(type, entry);
      for (let listener = listeners[type].next; listener !== undefined; listener = listener.next) {
        if (!listener.isHandler) continue;
        const { callback } = listener;
        if (callback === null) entry.size--;
        handlers ??= new SafeMap();
        handlers.set(type, Object.assign(function eventHandler() {}, { handler: callback }));
      }
    }
    const state = stateOf(port);
    const shown = { __proto__: MessagePort.prototype, active: !state.isGone && !state.isDetached };
    if (shown.active) shown.refed = state.wait !== undefined;
    Object.assign(shown, port);
    const values = [events, base.limitOf(port), false, handlers, function (size, type) {}, function (size, type) {}, undefined];
    for (let i = 0; i < names.length; i++) shown[shownAs[names[i]]] = values[i];
    return shown;
  }
`;
