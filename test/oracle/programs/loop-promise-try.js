// Promise.try runs at once.
Promise.try(() => console.log('at once')).then(() => console.log('then'));
Promise.try((a, b) => a + b, 1, 2).then((sum) => console.log('sum', sum));
Promise.try(() => {
  throw new Error('thrown');
}).catch((error) => console.log('caught', error.message));
console.log('script');
