function fallback() {
  return 7;
}
const { a = fallback(), b = 2, ...rest } = { b: 3, c: 4 };
const [x, y = fallback(), ...others] = [1, undefined, 3];
let p = 1;
let q = 2;
[p, q] = [q, p];
function draw({ size = fallback(), at: [left, top] = [0, 0] } = {}) {
  return size + left + top;
}
draw();
draw({ size: 1 });
for (const { length } of ['a', 'bc']) {
  p += length;
}
for (const [key, value] of Object.entries({ k: 1 })) q = key + value;
