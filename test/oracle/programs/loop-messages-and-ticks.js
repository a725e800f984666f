// Ticks and microtasks run between messages.
const { port1, port2 } = new MessageChannel();
port1.on('message', (value) => {
  console.log('message', value);
  process.nextTick(() => console.log('tick of', value));
  queueMicrotask(() => console.log('microtask of', value));
  setImmediate(() => console.log('immediate of', value));
  if (value === 1) port2.postMessage('posted meanwhile');
  if (value === 'posted meanwhile') port1.close();
});
port2.postMessage(1);
port2.postMessage(2);
