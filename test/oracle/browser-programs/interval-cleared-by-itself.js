// Cleared in its own callback, before and after it throws.
let count = 0;
const timer = setInterval(() => {
  count++;
  console.log('tick', count);
  if (count === 2) clearInterval(timer);
  queueMicrotask(() => console.log('microtask', count));
}, 10);
const failing = setInterval(() => {
  clearInterval(failing);
  throw new Error('in an interval');
}, 50);
