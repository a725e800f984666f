/*---
---*/
var target = {};
assert.sameValue(new WeakRef(target).deref(), target);
assert.throws(TypeError, function () {
  new WeakRef(1);
});
