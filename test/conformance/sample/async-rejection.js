/*---
flags: [async]
---*/
Promise.reject(3)
  .catch(function (reason) {
    assert.sameValue(reason, 3);
  })
  .then($DONE, $DONE);
