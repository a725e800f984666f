/*---
---*/
class C {
  static x = 1;
  static {
    this.y = this.x + 1;
  }
}
assert.sameValue(C.y, 2);
