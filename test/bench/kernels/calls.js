// Calls of functions and methods, with and without arguments, and recursion.
function add(a, b) {
  return a + b;
}

function nothing() {}

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

class Counter {
  constructor() {
    this.count = 0;
  }
  increase(by) {
    this.count += by;
    return this;
  }
}

export function run(iterations, done) {
  let sum = 0;
  const counter = new Counter();
  for (let i = 0; i < iterations; i++) {
    sum = add(sum, i & 7);
    nothing();
    counter.increase(1).increase(2);
    if (i % 4000 === 0) sum += fibonacci(12);
  }
  done(sum + counter.count);
}
