// Generators: for-of over one, delegation, and a hand-written pipeline.
function* count(n) {
  for (let i = 0; i < n; i++) yield i;
}

function* twice(source) {
  for (const value of source) yield value * 2;
}

function* both(n) {
  yield* count(n);
  yield* twice(count(n));
}

export function run(iterations, done) {
  let sum = 0;
  for (const value of count(iterations)) sum += value & 7;
  for (const value of both(iterations / 3)) sum += value & 3;
  done(sum);
}
