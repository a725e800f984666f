// nextTick, immediates and the phases of Node
//
// Node empties the queue of process.nextTick first, then the promises, after every callback. Its loop goes through phases:
// timers, then (after polling) immediates. Watch which queue each line comes from.

setTimeout(() => {
  console.log('timers phase');
  process.nextTick(() => console.log('  nextTick of the timer'));
  Promise.resolve().then(() => console.log('  promise of the timer'));
  setImmediate(() => console.log('check phase, asked for by the timer'));
  setTimeout(() => console.log('timers phase, one round later'), 0);
}, 1);

// Wait until the timer is certainly due, so that the order below does not depend on how fast Node has started.
const start = Date.now();
while (Date.now() - start < 5);

setImmediate(() => {
  console.log('check phase');
  process.nextTick(() => console.log('  nextTick of the immediate'));
});

Promise.resolve()
  .then(() => {
    console.log('promise 1');
    process.nextTick(() => console.log('nextTick from a promise: after the promises'));
  })
  .then(() => console.log('promise 2'));

process.nextTick(() => {
  console.log('nextTick 1');
  process.nextTick(() => console.log('nextTick from a nextTick: still before the promises'));
});
process.nextTick(() => console.log('nextTick 2'));

console.log('script');
