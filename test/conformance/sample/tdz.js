/*---
---*/
assert.throws(ReferenceError, function () {
  x;
  let x;
});
