// Both ends in one thread: listeners of both kinds, what is queued, what is refused, the end of a channel.
const { MessageChannel, MessagePort, receiveMessageOnPort } = require('node:worker_threads');
const { port1, port2 } = new MessageChannel();
console.log(port1 instanceof MessagePort, port1 instanceof EventTarget, globalThis.MessageChannel === MessageChannel, port1.onmessage, port1.hasRef());
port1.postMessage(1);
port1.postMessage(2);
console.log(receiveMessageOnPort(port2), receiveMessageOnPort(port2), receiveMessageOnPort(port2));
port2.on('message', function (message) {
  console.log('on', message, this === port2);
});
port2.addEventListener('message', (event) => {
  const { data, type, ports, origin, lastEventId, source, constructor, target } = event;
  console.log('event', data, type, ports, origin, lastEventId, source, constructor.name, target === port2);
});
port2.onmessage = (event) => console.log('handler', event.data);
port2.once('message', (message) => console.log('once', message));
port1.postMessage({ a: [1, new Map([[1, 2]])] });
port1.postMessage('second');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
port1.on('close', () => console.log('closed at 1'));
port2.on('close', () => console.log('closed at 2'));
setTimeout(() => {
  port1.postMessage('last');
  port1.close();
  port1.postMessage('never');
  console.log('closing');
}, 20);
const attempts = [
  () => port1.postMessage(() => 1),
  () => port1.postMessage(1, [port1]),
  () => port1.postMessage(1, [port2, port2]),
  () => port1.postMessage(1, [{}]),
  () => port1.postMessage(port2),
  () => port1.postMessage(),
  () => port1.postMessage(1, 5),
  () => new MessagePort(),
  () => receiveMessageOnPort({}),
];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
console.log(port1.on('x', () => 1) === port1, port2.listenerCount('message'), port2.hasRef(), port1.hasRef());
const other = new MessageChannel();
other.port1.on('message', () => console.log('never: the port does not keep the process'));
other.port1.unref();
