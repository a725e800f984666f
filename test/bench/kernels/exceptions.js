// Exceptions thrown and caught in the same function and across frames, with finally.
class Problem extends Error {}

function fail(depth) {
  if (depth === 0) throw new Problem('deep');
  fail(depth - 1);
}

export function run(iterations, done) {
  let sum = 0;
  for (let i = 0; i < iterations; i++) {
    try {
      if (i % 8 === 0) fail(4);
      if (i % 2 === 0) throw i;
      sum += 1;
    } catch (error) {
      sum += error instanceof Problem ? 3 : 2;
    } finally {
      sum += 1;
    }
  }
  done(sum);
}
