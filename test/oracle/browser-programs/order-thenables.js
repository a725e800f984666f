// A thenable is called in a turn of its own.
const thenable = {
  then(resolve) {
    console.log('then is called');
    resolve('value');
  },
};
Promise.resolve(thenable).then((value) => console.log('resolved', value));
(async () => console.log('awaited', await thenable))();
Promise.resolve()
  .then(() => console.log('turn 1'))
  .then(() => console.log('turn 2'))
  .then(() => console.log('turn 3'));
console.log('script');
