// Nobody listens to what a listener of rejectionHandled throws: the process ends.
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
process.on('rejectionHandled', () => {
  throw new Error('thrown');
});
const promise = Promise.reject('late');
setTimeout(() => promise.catch((reason) => console.log('caught', reason)), 20);
setTimeout(() => console.log('never'), 60);
process.on('exit', (code) => console.log('exit', code));
