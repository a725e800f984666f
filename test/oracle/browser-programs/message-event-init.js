// MessageEvent: its old way to be made.
const e = new MessageEvent('x');
const describe = (event) =>
  event &&
  [event.type, event.bubbles, event.cancelable, JSON.stringify(event.data), event.origin, event.lastEventId].join();
const t = (f) => {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
};
t(() => Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'initMessageEvent').value.length);
t(() => describe(e.initMessageEvent('y', true, true, { a: 1 }, 'http://o', '7', null, [])));
t(() => [e.type, e.bubbles, e.cancelable, e.data, e.origin, e.lastEventId, e.source, e.ports].map(String).join());
t(() => e.initMessageEvent());
t(() => describe(e.initMessageEvent('z')));
t(() => [e.type, e.bubbles, e.cancelable, e.data, e.origin, e.lastEventId, e.source, e.ports].map(String).join());
const target = new EventTarget();
target.addEventListener('z', (event) => {
  event.initMessageEvent('w', false, false, 5);
  console.log(event.type, event.data);
});
target.dispatchEvent(e);
t(() => describe(e.initMessageEvent('a', 1, 0, undefined, undefined, undefined, undefined, [])));
t(() =>
  [e.type, e.bubbles, e.cancelable, e.data, e.origin, e.lastEventId, e.source, e.ports.length].map(String).join(),
);
t(() => [e.type, e.data, e.origin, e.lastEventId].map(String).join());
