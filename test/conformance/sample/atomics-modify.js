/*---
---*/
var array = new Int32Array(1);
assert.sameValue(Atomics.add(array, 0, 5), 0);
assert.sameValue(Atomics.compareExchange(array, 0, 5, 7), 5);
assert.sameValue(Atomics.load(array, 0), 7);
assert.throws(TypeError, function () {
  Atomics.add(new Float64Array(1), 0, 1);
});
