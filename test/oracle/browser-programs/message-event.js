// What an event of a port says.
const { port1, port2 } = new MessageChannel();
port1.onmessage = function (event) {
  console.log(event.type, event.data, event.origin === '', event.source, event.ports.length, event.lastEventId === '');
  console.log(event.target === port1, this === port1, event.isTrusted, event.bubbles, event.cancelable);
  console.log(event instanceof MessageEvent, String(event), String(port1));
};
port2.postMessage('data');
