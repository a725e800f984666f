/*---
---*/
var log = [];
var stack = new DisposableStack();
stack.defer(function () {
  log.push('a');
});
stack.use({
  [Symbol.dispose]() {
    log.push('b');
  },
});
stack.adopt('c', function (value) {
  log.push(value);
});
stack.dispose();
assert.sameValue(log.join(), 'c,b,a');
assert.throws(ReferenceError, function () {
  stack.defer(function () {});
});
