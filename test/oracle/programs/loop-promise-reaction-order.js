// Reactions in the order in which they were registered, settled or not.
let resolve;
const promise = new Promise((settle) => (resolve = settle));
for (const name of ['one', 'two']) promise.then((value) => console.log(name, value));
setTimeout(() => {
  promise.then((value) => console.log('registered before', value));
  resolve('value');
  promise.then((value) => console.log('registered behind', value));
  process.nextTick(() => console.log('tick'));
  console.log('resolved');
}, 10);
