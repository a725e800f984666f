// Async generators: requests wait in a queue, return runs finally, for await closes.
async function* numbers(name, limit) {
  try {
    for (let i = 1; i <= limit; i++) {
      await null;
      console.log(name, 'yields', i);
      yield i;
    }
    return 'done';
  } finally {
    console.log(name, 'finally');
  }
}
(async () => {
  const queue = numbers('queue', 2);
  const results = await Promise.all([queue.next(), queue.next(), queue.next(), queue.next()]);
  console.log(results);
  for await (const value of numbers('broken', 5)) {
    if (value === 2) break;
  }
  const thrown = numbers('thrown', 3);
  console.log(await thrown.next());
  await thrown.throw(new Error('into the generator')).catch((error) => console.log(error.message));
  console.log(await thrown.next());
  for await (const value of [Promise.resolve('a'), 'b']) console.log(value);
  async function* delegates() {
    const result = yield* numbers('inner', 1);
    console.log('result', result);
  }
  for await (const value of delegates()) console.log('outer got', value);
})();
