// close events come in the closing phase, the other end's a round later.
const { port1, port2 } = new MessageChannel();
port1.on('close', () => console.log('first is closed'));
port2.on('close', () => console.log('second is closed'));
port2.on('message', (value) => console.log('message', value));
setTimeout(() => {
  port1.close(() => console.log('callback'));
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  console.log('closing');
}, 20);
