/*---
---*/
var array = [];
array[4294967295] = 1;
assert.sameValue(array.length, 0);
assert.throws(RangeError, function () {
  Array.prototype.map.call({ length: 4294967296 }, function () {});
});
