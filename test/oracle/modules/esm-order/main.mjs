console.log('script');
process.nextTick(() => console.log('tick 1'));
Promise.resolve()
  .then(() => {
    console.log('microtask 1');
    process.nextTick(() => console.log('tick 2'));
  })
  .then(() => console.log('microtask 2'));
queueMicrotask(() => console.log('queueMicrotask'));
setTimeout(() => console.log('timeout'));
console.log('end');
