/*---
flags: [async]
---*/
async function* g() {
  try {
    yield 1;
  } finally {
    await 0;
  }
}
var it = g();
it.next()
  .then(function () {
    return it.return(5);
  })
  .then(function (step) {
    assert.sameValue(step.value, 5);
    assert.sameValue(step.done, true);
  })
  .then($DONE, $DONE);
