function factorial(n) {
  if (n <= 1) return 1;
  return n * factorial(n - 1);
}
const tree = { value: 1, children: [{ value: 2, children: [] }] };
function sum(node) {
  let total = node.value;
  for (const child of node.children) total += sum(child);
  return total;
}
factorial(3);
sum(tree);
const even = (n) => (n === 0 ? true : odd(n - 1));
const odd = (n) => (n === 0 ? false : even(n - 1));
even(2);
