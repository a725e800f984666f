// A rejection in a message that nobody handles, and who is told of it.
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled', reason.message, promise instanceof Promise);
  process.nextTick(() => console.log('tick of the listener'));
  queueMicrotask(() => console.log('microtask of the listener'));
});
setTimeout(() => console.log('another timer'), 250);
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  port1.close();
  Promise.reject(new Error('rejected'));
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('microtask'));
  setImmediate(() => console.log('immediate'));
};
port2.postMessage(null);
console.log('script');
