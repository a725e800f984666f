/*---
---*/
function tag(strings) {
  return strings;
}
function f() {
  return tag`a${1}b`;
}
assert.sameValue(f(), f());
assert.sameValue(Object.isFrozen(f()), true);
