// finally passes on what it got, unless it throws.
Promise.resolve('value')
  .finally(() => {
    console.log('finally');
    return 'ignored';
  })
  .then((value) => console.log('then', value));
Promise.reject(new Error('first'))
  .finally(() => {
    throw new Error('second');
  })
  .catch((error) => console.log('caught', error.message));
Promise.resolve()
  .then(() => console.log(1))
  .then(() => console.log(2))
  .then(() => console.log(3))
  .then(() => console.log(4));
