// The one callback that takes exceptions instead of listeners.
process.setUncaughtExceptionCaptureCallback((error) => console.log('captured', error.message));
console.log(process.hasUncaughtExceptionCaptureCallback());
setTimeout(() => {
  throw new Error('one');
}, 10);
setTimeout(() => Promise.reject(new Error('two')), 20);
setTimeout(() => console.log('over'), 40);
