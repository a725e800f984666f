// finally passes the value on, unless it throws or rejects; it gets no argument.
const show = (name) => [(value) => console.log(name, 'fulfilled', value), (reason) => console.log(name, 'rejected', reason)];
Promise.resolve(1).finally((...args) => console.log('arguments', args.length)).then(...show('value'));
Promise.resolve(1).finally(() => 2).then(...show('returned value is ignored'));
Promise.reject('r').finally(() => 2).then(...show('rejection passes'));
Promise.resolve(1).finally(() => { throw 'thrown'; }).then(...show('throws'));
Promise.resolve(1).finally(() => Promise.reject('rejected')).then(...show('rejects'));
Promise.resolve(1).finally(() => new Promise((resolve) => setTimeout(resolve, 5))).then(...show('waits'));
Promise.resolve(1).finally('no function').then(...show('no function'));
(async () => {
  try {
    return await Promise.reject('from try');
  } catch (reason) {
    console.log('catch', reason);
    return 'from catch';
  } finally {
    console.log('finally block');
  }
})().then(...show('async'));
