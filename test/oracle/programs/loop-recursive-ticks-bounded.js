// Ticks of ticks come before any promise.
let left = 5;
(function next() {
  console.log('tick', left);
  if (--left > 0) process.nextTick(next);
})();
Promise.resolve().then(() => console.log('promise'));
setImmediate(() => console.log('immediate'));
