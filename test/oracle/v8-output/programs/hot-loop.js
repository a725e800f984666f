function total(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i & 7;
  return sum;
}
total(200000);
function inner(x) {
  return x + 1;
}
function outer(n) {
  let r = 0;
  for (let i = 0; i < n; i++) r = inner(r) & 1023;
  return r;
}
for (let i = 0; i < 600; i++) outer(3);
