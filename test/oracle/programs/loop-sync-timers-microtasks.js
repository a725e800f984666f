// The classic: script, then microtasks, then timers; each timer followed by its own microtasks.
console.log('script start');
setTimeout(() => {
  console.log('timer 1');
  Promise.resolve().then(() => console.log('microtask of timer 1'));
}, 0);
setTimeout(() => console.log('timer 2'), 0);
Promise.resolve()
  .then(() => console.log('then 1'))
  .then(() => console.log('then 2'));
queueMicrotask(() => console.log('queueMicrotask'));
console.log('script end');
