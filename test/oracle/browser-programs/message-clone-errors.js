// What cannot be cloned fails where it is posted.
const { port1, port2 } = new MessageChannel();
const values = [
  () => {},
  Symbol('symbol'),
  { inner: { f() {} } },
  new WeakMap(),
  Promise.resolve(),
  [1, [function named() {}]],
];
for (const value of values) {
  for (const [name, post] of [
    ['port', () => port1.postMessage(value)],
    ['window', () => postMessage(value)],
  ]) {
    try {
      post();
      console.log('no error');
    } catch (error) {
      console.log(name, error.name, error.message, error instanceof DOMException);
    }
  }
}
