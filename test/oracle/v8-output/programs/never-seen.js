function branch(o, b) {
  if (b) return o.x;
  return 0;
}
function callee() {
  return 1;
}
function call(b) {
  if (b) return callee();
  return 0;
}
function compare(a, b, really) {
  return really ? a < b : false;
}
for (let i = 0; i < 700; i++) {
  branch({ x: 1 }, false);
  call(false);
  compare(1, 2, false);
}
branch({ x: 1 }, true);
call(true);
compare(1, 2, true);
