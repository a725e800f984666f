let a = 1;
const b = 2;
{
  let a = 3;
  const c = () => a;
  c();
}
if (a) {
  function hoisted() {
    return b;
  }
}
hoisted();
function zone(x) {
  if (x) return early;
  let early = 1;
  return early;
}
zone(0);
try {
  zone(1);
} catch {}
for (let i = 0, j = 10; i < j; i++, j--) (() => i + j)();
switch (a) {
  case 1:
    let inside = 2;
    (() => inside)();
    break;
  default:
}
