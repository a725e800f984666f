// A microtask of one timer clears another that is due.
setTimeout(() => {
  console.log('one');
  Promise.resolve().then(() => clearTimeout(two));
}, 0);
const two = setTimeout(() => console.log('two'), 0);
setTimeout(() => console.log('three'), 0);
