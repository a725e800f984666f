/*---
---*/
var target = Object.freeze({ x: 1 });
var proxy = new Proxy(target, {
  get: function () {
    return 2;
  },
});
assert.throws(TypeError, function () {
  proxy.x;
});
