/*---
---*/
function* g() {
  try {
    yield 1;
  } finally {
    yield 2;
  }
}
var it = g();
it.next();
assert.sameValue(it.return(9).value, 2);
assert.sameValue(it.next().value, 9);
