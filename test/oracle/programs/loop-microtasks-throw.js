// An exception in a microtask does not lose the others.
process.on('uncaughtException', (error) => console.log('caught', error.message));
queueMicrotask(() => {
  throw new Error('one');
});
queueMicrotask(() => console.log('two'));
Promise.resolve().then(() => console.log('promise'));
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
