/*---
negative:
  phase: parse
  type: SyntaxError
---*/
class C {
  f() {
    this.#x;
  }
}
