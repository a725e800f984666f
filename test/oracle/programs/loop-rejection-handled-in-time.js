// A handler that is added before the microtasks are drained is early enough.
const late = Promise.reject(new Error('handled in a microtask'));
queueMicrotask(() => late.catch((error) => console.log('caught', error.message)));
const tick = Promise.reject(new Error('handled in a tick'));
process.nextTick(() => tick.catch((error) => console.log('caught', error.message)));
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled', reason, promise instanceof Promise);
});
Promise.reject(1);
Promise.reject(2).then(() => console.log('never'));
new Promise((_resolve, reject) => {
  reject('first');
  throw new Error('ignored');
}).finally(() => console.log('finally'));
setTimeout(() => console.log('the process goes on'), 1);
