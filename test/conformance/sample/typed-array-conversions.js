/*---
---*/
assert.sameValue(new Uint8Array([257])[0], 1);
assert.sameValue(new Uint8ClampedArray([300, -5])[0], 255);
assert.sameValue(new Float32Array([1.1])[0] === 1.1, false);
assert.throws(TypeError, function () {
  new Uint8Array([1n]);
});
