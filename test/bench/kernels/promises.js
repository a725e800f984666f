// Chains of promises, and async functions that wait for values and for each other.
async function double(value) {
  await null;
  return value * 2;
}

async function sumUp(iterations) {
  let sum = 0;
  for (let i = 0; i < iterations; i++) sum = (sum + (await double(i))) % 1000003;
  return sum;
}

export function run(iterations, done) {
  let chain = Promise.resolve(0);
  for (let i = 0; i < iterations / 4; i++) chain = chain.then((value) => value + 1);
  Promise.all([chain, sumUp(iterations / 2)]).then((results) => done(results.join(' ')));
}
