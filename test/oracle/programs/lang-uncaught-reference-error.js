// A misspelt name inside nested calls, in a function that was hoisted.
console.log(total([1, 2, 3]));

function total(numbers) {
  let sum = 0;
  for (const number of numbers) {
    sum += weigh(number);
  }
  return sum;
}

function weigh(number) {
  return number > 2 ? nubmer * 2 : number;
}
