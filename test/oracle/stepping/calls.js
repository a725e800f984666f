function add(a, b) {
  return a + b;
}
function twice(f, x) {
  const once = f(x, x);
  return f(once, once);
}
const square = (x) => x * x;
let total = add(square(2), square(3));
total = twice(add, add(1, square(2)));
const object = {
  method(x) {
    return this.other(x) + 1;
  },
  other: (x) => x,
};
total += object.method(object.method(1));
add.call(null, 1, 2);
add.apply(null, [1, 2]);
const bound = add.bind(null, 1);
bound(2);
(function () {
  total = 0;
})();
