// Sorting with a comparison function, by the engine and by hand.
function numbers(count) {
  const array = [];
  let seed = 42;
  for (let i = 0; i < count; i++) {
    seed = (seed * 1309 + 13849) & 65535;
    array.push(seed);
  }
  return array;
}

function quickSort(array, low, high) {
  if (low >= high) return;
  const pivot = array[(low + high) >> 1];
  let i = low;
  let j = high;
  while (i <= j) {
    while (array[i] < pivot) i++;
    while (array[j] > pivot) j--;
    if (i > j) break;
    const kept = array[i];
    array[i++] = array[j];
    array[j--] = kept;
  }
  quickSort(array, low, j);
  quickSort(array, i, high);
}

export function run(count, done) {
  const sorted = numbers(count).sort((a, b) => a - b);
  const byHand = numbers(count);
  quickSort(byHand, 0, byHand.length - 1);
  let sum = 0;
  for (let i = 0; i < count; i++) if (sorted[i] === byHand[i]) sum += i;
  done(sum);
}
