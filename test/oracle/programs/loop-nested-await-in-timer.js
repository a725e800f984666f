// What an async function behind await queues that was begun in a timer.
setTimeout(() => {
  console.log('outside');
  process.nextTick(() => console.log('tick of the outside'));
  queueMicrotask(() => console.log('microtask of the outside'));
  (async () => {
    await null;
    console.log('inside');
    setTimeout(() => console.log('timer'), 200);
    setImmediate(() => console.log('immediate'));
    process.nextTick(() => console.log('tick'));
    queueMicrotask(() => console.log('microtask'));
    Promise.resolve()
      .then(() => console.log('promise'))
      .then(() => process.nextTick(() => console.log('tick of the promise')));
    process.nextTick(() => queueMicrotask(() => console.log('microtask of the tick')));
    console.log('inside is over');
  })();
}, 60);
console.log('script');
