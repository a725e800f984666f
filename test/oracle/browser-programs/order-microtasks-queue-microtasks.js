// Microtasks that microtasks queue come before any timer.
setTimeout(() => console.log('timer'), 0);
let left = 5;
(function next() {
  console.log('microtask', left);
  if (--left > 0) queueMicrotask(next);
})();
console.log('end');
