// A rejection in a promise’s callback that nobody handles, and who is told of it.
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled', reason.message, promise instanceof Promise);
  process.nextTick(() => console.log('tick of the listener'));
  queueMicrotask(() => console.log('microtask of the listener'));
});
setTimeout(() => console.log('another timer'), 250);
Promise.resolve().then(() => {
  Promise.reject(new Error('rejected'));
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('microtask'));
  setImmediate(() => console.log('immediate'));
});
console.log('script');
