/*---
---*/
class A extends Array {
  static get [Symbol.species]() {
    return Array;
  }
}
assert.sameValue(
  new A(1, 2).map(function (x) {
    return x;
  }) instanceof A,
  false,
);
