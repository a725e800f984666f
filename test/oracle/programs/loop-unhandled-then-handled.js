// A rejection that is handled too late is told of twice.
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
process.on('rejectionHandled', (promise) => console.log('handled', promise instanceof Promise));
const promise = Promise.reject('late');
setTimeout(() => {
  promise.catch((reason) => {
    console.log('caught', reason);
    process.nextTick(() => console.log('tick'));
  });
}, 20);
