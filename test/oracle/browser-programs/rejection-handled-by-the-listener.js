// A listener that adds a handler.
addEventListener('unhandledrejection', ({ promise, reason }) => {
  console.log('unhandled', reason);
  promise.catch(() => console.log('caught'));
});
addEventListener('rejectionhandled', () => console.log('handled'));
Promise.reject('reason');
