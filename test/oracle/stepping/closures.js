function counter() {
  let count = 0;
  return {
    up: () => ++count,
    down() {
      count--;
      return count;
    },
  };
}
const first = counter();
const second = counter();
first.up();
first.up();
second.down();
const adders = [1, 2].map((a) => (b) => a + b);
let sum = adders[0](1) + adders[1](2);
sum = ((value) => value + 1)(sum);
