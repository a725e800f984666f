/*---
flags: [async]
---*/
var log = [];
var stack = new AsyncDisposableStack();
stack.defer(async function () {
  log.push('first');
});
stack.defer(function () {
  log.push('second');
});
stack
  .disposeAsync()
  .then(function () {
    assert.sameValue(log.join(), 'second,first');
  })
  .then($DONE, $DONE);
