function kind(x) {
  switch (x) {
    case 1:
      return 'one';
    case two():
      x = 'two';
      break;
    default:
      x = 'other';
  }
  return x;
}
function two() {
  return 2;
}
kind(1);
kind(2);
kind(3);
const text = kind(2) === 'two' ? kind(1) : kind(3);
if (text) kind(1);
else kind(2);
