// An exception is told of before the microtasks of the callback that threw it.
addEventListener('error', (event) => {
  event.preventDefault();
  console.log('error', event.message);
});
addEventListener('message', () => {
  queueMicrotask(() => {
    console.log('microtask');
    throw new Error('of the microtask');
  });
  throw new Error('of the listener');
});
postMessage(null);
