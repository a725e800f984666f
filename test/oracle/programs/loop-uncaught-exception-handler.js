// With a handler the process survives, and what waits still runs.
process.on('uncaughtException', (error, origin) => {
  console.log('handler:', error.message ?? error, origin);
});
setTimeout(() => {
  queueMicrotask(() => console.log('microtask after the exception'));
  throw new Error('first');
}, 20);
setTimeout(() => {
  throw 'second';
}, 40);
setTimeout(() => Promise.reject(new Error('third')), 60);
setTimeout(() => console.log('still alive'), 80);
queueMicrotask(() => {
  throw new Error('zeroth');
});
queueMicrotask(() => console.log('the next microtask runs all the same'));
