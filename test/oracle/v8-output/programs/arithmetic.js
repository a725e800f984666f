function add(a, b) {
  return a + b;
}
function mix(a, b) {
  return ((a * 2 - b / 3) % 7) | ((a << 2) ^ ((b >>> 1) & ~a));
}
function step(n) {
  let i = 0;
  i++;
  ++i;
  i--;
  return -n + +n + i ** 2;
}
for (let i = 0; i < 700; i++) {
  add(i, 1);
  mix(i, 2);
  step(i);
}
add(1.5, 2);
add('a', 'b');
mix(1.5, 2);
step('3');
