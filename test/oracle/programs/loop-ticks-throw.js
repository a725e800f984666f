// An exception in a tick does not lose the others.
process.on('uncaughtException', (error) => console.log('caught', error.message));
process.nextTick(() => {
  throw new Error('one');
});
process.nextTick(() => console.log('two'));
Promise.resolve().then(() => console.log('promise'));
setImmediate(() => console.log('immediate'));
