/*---
flags: [noStrict]
---*/
function f() {
  return this;
}
assert.sameValue(f(), globalThis);
