// What became due while the thread was busy runs by its time, behind what waits without a delay.
const busy = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => console.log('10'), 10);
setTimeout(() => console.log('5'), 5);
setTimeout(() => console.log('0'), 0);
busy(30);
setTimeout(() => console.log('0 of later'), 0);
queueMicrotask(() => setTimeout(() => console.log('0 of a microtask'), 0));
