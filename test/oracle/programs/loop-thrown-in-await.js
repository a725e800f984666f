// An exception of an async function behind await that a listener of the process takes.
process.on('uncaughtException', (error, origin) => {
  console.log('caught', error.message, origin);
  process.nextTick(() => console.log('tick of the listener'));
  queueMicrotask(() => console.log('microtask of the listener'));
});
process.on('exit', (code) => console.log('exit', code));
setImmediate(() => console.log('another immediate'));
setTimeout(() => console.log('another timer'), 250);
(async () => {
  await null;
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('microtask'));
  throw new Error('thrown');
})();
console.log('script');
