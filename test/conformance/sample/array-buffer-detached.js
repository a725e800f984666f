/*---
---*/
var buffer = new ArrayBuffer(8);
var view = new DataView(buffer);
$262.detachArrayBuffer(buffer);
assert.sameValue(buffer.detached, true);
assert.throws(TypeError, function () {
  view.getInt8(0);
});
