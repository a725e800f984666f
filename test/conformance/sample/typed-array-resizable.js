/*---
---*/
var buffer = new ArrayBuffer(4, { maxByteLength: 8 });
var tracking = new Uint8Array(buffer);
var fixed = new Uint8Array(buffer, 0, 4);
buffer.resize(8);
assert.sameValue(tracking.length, 8);
assert.sameValue(fixed.length, 4);
buffer.resize(2);
assert.sameValue(tracking.length, 2);
assert.sameValue(fixed.length, 0);
assert.throws(TypeError, function () {
  fixed.fill(1);
});
