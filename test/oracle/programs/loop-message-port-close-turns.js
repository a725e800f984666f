// The other end hears of a port's end when the handle has been closed; of several handles the last is closed first.
const first = new MessageChannel();
const second = new MessageChannel();
for (const [name, port] of Object.entries({ a1: first.port1, a2: first.port2, b1: second.port1, b2: second.port2 })) {
  port.on('close', () => console.log(name, 'closed'));
  port.on('message', (data) => console.log(name, data));
}
first.port1.postMessage('before');
first.port1.close(() => console.log('callback'));
first.port1.postMessage('after');
first.port2.postMessage('to a closed one');
try {
  second.port1.postMessage(first.port1, [first.port1]);
} catch (error) {
  console.log(error.name, error.message);
}
second.port1.close();
second.port2.close();
setImmediate(() => {
  console.log('immediate');
  setImmediate(() => console.log('immediate behind closing'));
});
setTimeout(() => {
  const { port1, port2 } = new MessageChannel();
  port2.on('close', () => console.log('never heard: the loop is over'));
  port1.close();
}, 10);
process.on('exit', () => console.log('exit'));
