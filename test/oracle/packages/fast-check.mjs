// Random data from a seed, and the smallest counterexample.
import fc from 'fast-check';

console.log(
  fc.sample(fc.record({ name: fc.string(), size: fc.double(), tags: fc.array(fc.integer()) }), { seed: 1, numRuns: 3 }),
);
const isSmall = fc.property(fc.array(fc.integer()), (list) => list.length < 5 || Math.min(...list) > -100);
console.log(fc.check(isSmall, { seed: 42, numRuns: 30 }).counterexample);
