// A listener of rejectionHandled that throws: the exception is uncaught, and what is left is told of later.
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
process.on('uncaughtException', (error) => {
  console.log('uncaught', error.message);
  process.nextTick(() => console.log('tick of the listener'));
  Promise.reject('in the listener');
});
let count = 0;
process.on('rejectionHandled', (promise) => {
  console.log('handled', promise instanceof Promise);
  Promise.reject('in between');
  process.nextTick(() => console.log('tick'));
  if (count++ < 2) throw new Error('thrown ' + count);
});
const promises = ['a', 'b', 'c'].map((reason) => Promise.reject(reason));
setTimeout(() => {
  for (const each of promises) each.catch((reason) => console.log('caught', reason));
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('timer'), 1);
}, 20);
process.on('exit', (code) => console.log('exit', code));
