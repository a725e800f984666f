let total = 0;
function add(price) {
  const before = total;
  total = before + price;
  return total;
}
add(3);
add(4);
console.log('total', total);
