// Promises against timers
//
// Microtasks run as soon as the call stack is empty, all of them, and only then comes the next task. So each then() here
// overtakes the timer that was started before it, even the ones that are added while the queue is being emptied.

setTimeout(() => console.log('timer 1'), 0);

Promise.resolve('promise')
  .then((value) => {
    console.log(value, 1);
    queueMicrotask(() => console.log('a microtask made by a microtask'));
    return value;
  })
  .then((value) => console.log(value, 2));

setTimeout(() => {
  console.log('timer 2');
  Promise.resolve().then(() => console.log('between the timers'));
}, 0);
setTimeout(() => console.log('timer 3'), 0);

console.log('script');
