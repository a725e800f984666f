// Node's queueMicrotask catches what the callback throws: the place is where the error was made.
process.on('exit', (code) => console.log('exit', code));
Promise.resolve().then(() => console.log('before'));
queueMicrotask(() => {
  throw new RangeError(
    'its own place is shown',
  );
});
queueMicrotask(() => console.log('never'));
