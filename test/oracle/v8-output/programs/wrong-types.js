function plus(a, b) {
  return a + b;
}
function size(s) {
  return s.length;
}
function less(a, b) {
  return a < b;
}
function or(a) {
  return a | 0;
}
for (let i = 0; i < 700; i++) {
  plus(i, 1);
  size('abc');
  less(i, 5);
  or(i);
}
plus('a', 1);
size([1]);
less('a', 'b');
or('12');
plus(2147483647, 2147483647);
