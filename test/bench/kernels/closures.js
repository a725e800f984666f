// Making closures, and reading and writing captured variables.
function makeCounter(start) {
  let count = start;
  return {
    next: () => ++count,
    add: (n) => {
      count += n;
      return count;
    },
  };
}

export function run(iterations, done) {
  let sum = 0;
  const counter = makeCounter(0);
  for (let i = 0; i < iterations; i++) {
    sum += counter.next() & 3;
    counter.add(1);
    if (i % 4 === 0) {
      const inner = (x) => x + i + sum;
      sum = inner(1) % 1000003;
    }
  }
  done(sum);
}
