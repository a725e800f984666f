// Microtasks that queue microtasks keep timers waiting; timers keep nothing waiting.
let count = 0;
setTimeout(() => console.log('timer after', count), 0);
function again() {
  if (++count < 1000) queueMicrotask(again);
  else console.log('microtasks done');
}
again();
(function tickAgain(left) {
  if (left > 0) process.nextTick(tickAgain, left - 1);
  else console.log('ticks done, microtasks so far:', count);
})(50);
