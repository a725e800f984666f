// All ticks, then all microtasks, then the ticks of these.
process.nextTick(() => {
  console.log('tick 1');
  process.nextTick(() => console.log('tick 3'));
  Promise.resolve().then(() => console.log('promise of tick 1'));
});
process.nextTick(() => console.log('tick 2'));
Promise.resolve().then(() => {
  console.log('promise 1');
  process.nextTick(() => console.log('tick of promise 1'));
  queueMicrotask(() => console.log('microtask of promise 1'));
});
queueMicrotask(() => console.log('microtask'));
