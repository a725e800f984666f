// process.exit in a message: its listeners still run, and nothing else does.
process.on('exit', (code) => {
  console.log('exit', code);
  queueMicrotask(() => console.log('never'));
});
setTimeout(() => console.log('never'), 250);
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  port1.close();
  process.nextTick(() => console.log('never'));
  process.exit(3);
};
port2.postMessage(null);
console.log('script');
