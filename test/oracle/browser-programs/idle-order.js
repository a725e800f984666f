// Idle callbacks in their order; each is a task with microtasks behind it.
requestIdleCallback(() => {
  console.log('one');
  queueMicrotask(() => console.log('microtask'));
});
requestIdleCallback(() => console.log('two'));
setTimeout(() => console.log('timer'), 0);
console.log('script');
