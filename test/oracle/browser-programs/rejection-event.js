// What the window is told of a rejection, in a task of its own.
addEventListener('unhandledrejection', (event) => {
  console.log(event.type, String(event.reason), event.promise instanceof Promise, event.cancelable);
  console.log(event instanceof PromiseRejectionEvent, event.target === window);
});
Promise.reject(new Error('one'));
Promise.reject('two');
setTimeout(() => console.log('timer'), 0);
