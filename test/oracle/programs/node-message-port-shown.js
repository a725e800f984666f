// How ports show themselves, what their constructors and methods refuse, and when they keep the process alive.
'use strict';
const util = require('util');
const { receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
function attempt(run) {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.stack.split('\n')[0]);
  }
}
attempt(() => MessageChannel());
attempt(() => MessageChannel.call({}));
attempt(() => new MessagePort());
attempt(() => port1.postMessage());
attempt(() => port1.postMessage(1, 5));
attempt(() => port1.postMessage(1, { transfer: 5 }));
attempt(() => port1.postMessage(1, {}));
attempt(() => port1.postMessage.call({}, 1));
attempt(() => port1.start.call({}));
attempt(() => port1.hasRef.call({}));
attempt(() => receiveMessageOnPort({}));
attempt(() => AbortSignal.any(1));
attempt(() => AbortSignal.any([1]));
attempt(() => Object.keys(new MessageChannel()));

console.log(port1, { port1 }, [[port2]]);
console.log({ a: { b: { c: port1 } } }, util.inspect(port1, { depth: -1 }), util.inspect(port1, { depth: 0 }));
port1.note = 'mine';
port1.on('message', () => {});
console.log(port1, port1.hasRef());
port1.removeAllListeners('message');
port2.onmessage = () => {};
console.log(port2, port2.hasRef());
port2.onmessage = null;
console.log(port2.hasRef());
port1.close();
port1.on('close', () => setImmediate(() => console.log(port1)));
