// Node's queueMicrotask catches what the callback throws: of values that are no errors the place is not known any more.
process.on('exit', (code) => console.log('exit', code));
Promise.resolve().then(() => console.log('before'));
queueMicrotask(() => {
  throw 'text';
});
queueMicrotask(() => console.log('never'));
