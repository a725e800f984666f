// All of the nextTick queue, then all microtasks, and over again until both are empty.
process.nextTick(() => {
  console.log('tick 1');
  process.nextTick(() => console.log('tick queued by a tick'));
  Promise.resolve().then(() => console.log('promise queued by a tick'));
});
Promise.resolve().then(() => {
  console.log('promise 1');
  process.nextTick((a, b) => console.log('tick queued by a promise', a, b), 'with', 'arguments');
  queueMicrotask(() => console.log('microtask queued by a promise'));
});
process.nextTick(() => console.log('tick 2'));
Promise.resolve().then(() => console.log('promise 2'));
setImmediate(() => {
  console.log('immediate');
  queueMicrotask(() => console.log('microtask of the immediate'));
  process.nextTick(() => console.log('tick of the immediate'));
});
