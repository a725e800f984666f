// Found by the fuzzer: a scope with eval has a context, and contexts are counted through the scope that a loop's head makes.
for (const each of [1, 2]) {
  eval('1');
  var last = each;
}
console.log(last);
for (const each of [3]) {
  switch (each) {
    default:
      eval('1');
    case 2:
      var switched = each * 2;
  }
}
console.log(switched);
for (const key in { a: 1, b: 2 }) {
  var kept = eval('key + 1');
}
console.log(kept);
(function () {
  let outside = 0;
  for (const each of (() => [() => typeof each, 4, 5])()) {
    try {
      outside += each;
      (() => outside)();
    } finally {
      console.log(typeof each, outside);
    }
  }
  try {
    for (let early of [() => early, early]) console.log(early);
  } catch (error) {
    console.log(error.name, error.message);
  }
  outer: for (const first in { p: 1, q: 2 }) {
    for (const second of [() => first, () => second]) {
      if (second() === 'p') continue outer;
      var reached = [eval('first'), typeof second()];
      break outer;
    }
  }
  console.log(reached, outside);
})();
// Without contexts of their own the functions of the head still see its variables.
const heads = [];
for (const each of (heads.push(() => each), [7])) {
  var seen = each;
  heads.push(() => each + seen);
}
console.log(heads[1]());
try {
  heads[0]();
} catch (error) {
  console.log(error.message);
}
