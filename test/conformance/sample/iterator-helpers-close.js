/*---
---*/
var closed = 0;
var source = {
  __proto__: Iterator.prototype,
  next: function () {
    return { done: false, value: 1 };
  },
  return: function () {
    closed++;
    return {};
  },
};
source.take(1).toArray();
assert.sameValue(closed, 1);
