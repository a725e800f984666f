function counter() {
  let n = 0;
  return {
    up: () => ++n,
    down() {
      return --n;
    },
  };
}
const both = counter();
both.up();
both.down();
function each(list) {
  const fs = [];
  for (let i = 0; i < list.length; i++) fs.push(() => i);
  return fs.map((f) => f());
}
each([1, 2, 3]);
const named = function self(n) {
  return n ? self(n - 1) : 0;
};
named(3);
