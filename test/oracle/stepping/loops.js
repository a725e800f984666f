let total = 0;
for (let i = 0; i < 2; i++) {
  total += i;
}
for (var j = 0, k = 3; j < k; j++, k--) total++;
let n = 2;
while (n > 0) {
  n--;
}
do {
  n++;
} while (n < 2);
for (const key in { a: 1, b: 2 }) {
  total += key.length;
}
for (const value of [1, 2]) total += value;
outer: for (let a = 0; a < 2; a++) {
  for (;;) {
    if (a === 1) break outer;
    continue outer;
  }
}
while (true) {
  if (total > 0) break;
}
total = 0;
