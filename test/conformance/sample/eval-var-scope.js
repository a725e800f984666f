/*---
flags: [noStrict]
---*/
function f() {
  eval('var x = 1');
  return x;
}
assert.sameValue(f(), 1);
assert.sameValue(typeof x, 'undefined');
