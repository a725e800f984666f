// DisposableStack, AsyncDisposableStack and SuppressedError without `using`.
const stack = new DisposableStack();
stack.defer(() => console.log('deferred'));
stack.use({ name: 'used', [Symbol.dispose]() { console.log(this.name); } });
stack.adopt('adopted', (value) => console.log(value));
const moved = stack.move();
console.log(stack.disposed, moved.disposed, moved, Object.prototype.toString.call(moved));
moved.dispose();
moved.dispose();
try {
  moved.defer(() => {});
} catch (error) {
  console.log(error.name, error.message);
}
const failing = new DisposableStack();
failing.defer(() => { throw new Error('first'); });
failing.defer(() => { throw new Error('second'); });
try {
  failing.dispose();
} catch (error) {
  console.log(error.constructor.name, error.error.message, error.suppressed.message);
}
(async () => {
  const later = new AsyncDisposableStack();
  later.use({ async [Symbol.asyncDispose]() { await null; console.log('async'); } });
  later.use({ [Symbol.dispose]() { console.log('sync'); } });
  later.use(null);
  Promise.resolve().then(() => console.log('tick'));
  await later.disposeAsync();
  console.log(later.disposed);
})();
