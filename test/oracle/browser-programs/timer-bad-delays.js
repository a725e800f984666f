// What is no delay is 0, and so is what does not fit into 32 bits.
const order = [];
const delays = [
  NaN,
  -5,
  Infinity,
  -Infinity,
  2 ** 31,
  2 ** 32,
  '10',
  'abc',
  null,
  undefined,
  {},
  [15],
  1.9,
  '0x5',
  true,
];
for (const delay of delays) setTimeout(() => order.push(String(delay)), delay);
setTimeout(() => console.log(order.join(' ')), 60);
for (const delay of [12n, Symbol('delay')]) {
  try {
    setTimeout(() => console.log('never'), delay);
  } catch (error) {
    console.log(error.name);
  }
}
