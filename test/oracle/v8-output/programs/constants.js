const small = 1,
  negative = -5,
  big = 1e10,
  half = 0.5,
  tiny = 1e-7,
  huge = 123456789012345680000,
  nan = NaN;
const text = 'plain',
  quote = "it's",
  latin = 'h\xe9llo',
  wide = 'Ж',
  bigint = 123n,
  line = 'a\nb\\c';
function give(n) {
  switch (n) {
    case 0:
      return big;
    case 1:
      return 70000;
    case 2:
      return -70000;
    case 3:
      return 'x';
    case 4:
      return null;
    default:
      return undefined;
  }
}
give(1);
give('a');
