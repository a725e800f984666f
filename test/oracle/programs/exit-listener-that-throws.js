// What an exit listener queues still runs, unless one of the listeners threw and somebody took the exception.
process.on('uncaughtException', (error, origin) => {
  console.log('caught', error.message, origin);
  process.nextTick(() => console.log('never: tick of the listener'));
  queueMicrotask(() => console.log('never: microtask of the listener'));
});
process.on('exit', (code) => {
  console.log('exit', code);
  Promise.resolve().then(() => console.log('never: microtask of exit'));
  throw new Error('in exit');
});
process.on('exit', () => console.log('never: behind it'));
