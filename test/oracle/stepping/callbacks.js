const numbers = [3, 1, 2];
const doubled = numbers.map((n) => n * 2);
const sum = doubled.reduce((total, n) => total + n, 0);
numbers.forEach(function (n) {
  if (n === 1) return;
  numbers.indexOf(n);
});
numbers.sort((a, b) => a - b);
const text = 'a-b'.replace(/[ab]/g, (letter) => letter.toUpperCase());
const found = numbers.find((n) => n > sum);
new Map([[1, 2]]).forEach((value, key) => value + key);
Array.from({ length: 2 }, (_, index) => index);
JSON.stringify({ a: 1 }, (key, value) => value);
