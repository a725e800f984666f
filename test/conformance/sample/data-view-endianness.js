/*---
---*/
var view = new DataView(new ArrayBuffer(8));
view.setUint16(0, 0x1234);
assert.sameValue(view.getUint8(0), 0x12);
assert.sameValue(view.getUint16(0, true), 0x3412);
assert.throws(RangeError, function () {
  view.getFloat64(1);
});
