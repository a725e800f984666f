export function outer() {
  inner();
}
function inner() {
  throw new TypeError('from within');
}
