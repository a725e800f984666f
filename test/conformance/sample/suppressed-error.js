/*---
---*/
var stack = new DisposableStack();
stack.defer(function () {
  throw 1;
});
stack.defer(function () {
  throw 2;
});
try {
  stack.dispose();
} catch (error) {
  assert.sameValue(error instanceof SuppressedError, true);
  assert.sameValue(error.error, 1);
  assert.sameValue(error.suppressed, 2);
}
