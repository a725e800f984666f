// An error in a microtask does not stop the others.
queueMicrotask(() => {
  throw new Error('one');
});
queueMicrotask(() => console.log('two'));
queueMicrotask(() => {
  throw new Error('three');
});
Promise.resolve().then(() => console.log('promise'));
setTimeout(() => console.log('timer'), 0);
