/*---
---*/
class C {
  #x = 1;
  static #count = 0;
  #get() {
    C.#count++;
    return this.#x;
  }
  read() {
    return this.#get();
  }
  static has(o) {
    return #x in o;
  }
}
assert.sameValue(new C().read(), 1);
assert.sameValue(C.has({}), false);
