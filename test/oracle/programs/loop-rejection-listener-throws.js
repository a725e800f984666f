// A listener for rejections that throws: nobody hears of the rejections behind, and ticks wait until the loop has come round.
process.on('unhandledRejection', (reason) => {
  console.log('rejection', reason.message);
  process.nextTick(() => console.log('tick', reason.message));
  queueMicrotask(() => console.log('microtask', reason.message));
  Promise.reject(new Error(reason.message.startsWith('late') ? 'later' : 'late ' + reason.message)).catch(reason.message.startsWith('later') ? () => {} : undefined);
  if (reason.message === 'throws') throw reason;
});
process.on('uncaughtException', (error, origin) => {
  console.log(origin, error.message);
  process.nextTick(() => console.log('tick of the exception'));
});
process.on('exit', () => console.log('exit'));
setTimeout(() => console.log('timeout'), 50);
setImmediate(() => console.log('immediate'));
for (const message of ['first', 'throws', 'second']) Promise.reject(new Error(message));
(async () => { await null; throw new Error('awaited'); })();
setTimeout(() => { for (const message of ['throws', 'never heard']) Promise.reject(new Error(message)); process.nextTick(() => console.log('tick of the timer')); }, 100);
setTimeout(() => console.log('next timeout'), 200);
