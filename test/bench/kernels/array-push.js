// Arrays that grow, are read by index, walked and mapped.
export function run(iterations, done) {
  let sum = 0;
  for (let round = 0; round < 4; round++) {
    const array = [];
    for (let i = 0; i < iterations / 4; i++) array.push(i & 255);
    for (let i = 0; i < array.length; i++) sum += array[i];
    for (const value of array) sum += value;
    sum += array.map((value) => value + 1).filter((value) => value % 2 === 0).length;
    while (array.length > 10) array.pop();
  }
  done(sum);
}
