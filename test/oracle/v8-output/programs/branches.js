function sign(x) {
  if (x > 0) return 1;
  else if (x < 0) return -1;
  return x === 0 ? 0 : NaN;
}
function pick(a, b, c) {
  return (a && b) || c;
}
function orNull(a) {
  return a ?? 'none';
}
function chain(o) {
  return o?.a?.b?.(1)?.[2];
}
function not(x) {
  return !x || (!!x && !(x == null));
}
for (const x of [1, -1, 0, 'x', null, undefined]) {
  sign(x);
  pick(x, 1, 2);
  orNull(x);
  chain(x);
  not(x);
}
