function mul(a, b) {
  return a * b;
}
function div(a, b) {
  return a / b;
}
function mod(a, b) {
  return a % b;
}
function neg(a) {
  return -a;
}
for (let i = 1; i < 700; i++) {
  mul(i, 2);
  div(i * 2, 2);
  mod(i, 3);
  neg(i);
}
mul(0, -5);
div(7, 2);
mod(-4, 2);
neg(0);
