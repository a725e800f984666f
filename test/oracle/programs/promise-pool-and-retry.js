// A pool of workers, retries with backoff, a timeout by race, cancellation: the patterns of real programs.
const sleep = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
async function pool(tasks, size) {
  const results = [];
  let next = 0;
  let running = 0;
  let most = 0;
  async function worker(name) {
    while (next < tasks.length) {
      const index = next++;
      most = Math.max(most, ++running);
      results[index] = await tasks[index](name);
      running--;
    }
  }
  await Promise.all(Array.from({ length: size }, (_, i) => worker(`w${i}`)));
  return { results, most };
}
async function retry(action, attempts, delay) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action(attempt);
    } catch (error) {
      console.log(`attempt ${attempt}: ${error.message}`);
      if (attempt === attempts) throw new Error('gave up', { cause: error });
      await sleep(delay * 2 ** attempt);
    }
  }
}
const timeout = (promise, ms) => {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`after ${ms} ms`)), ms); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
(async () => {
  const tasks = [60, 20, 20, 40].map((ms, i) => (worker) => sleep(ms, `${worker} did ${i}`));
  console.log(await pool(tasks, 2));
  console.log(await retry(async (n) => { if (n < 3) throw new Error(`failure ${n}`); return `success ${n}`; }, 5, 1));
  await retry(() => Promise.reject(new TypeError('always')), 2, 1).catch((error) => console.log(error.message, '<-', error.cause.message));
  console.log(await timeout(sleep(5, 'in time'), 200));
  console.log(await timeout(sleep(200, 'late'), 5).catch((error) => error.message));
  const queue = [];
  let wake;
  const produce = (value) => { queue.push(value); wake?.(); };
  async function* consume() {
    for (;;) {
      while (queue.length) { const value = queue.shift(); if (value === null) return; yield value; }
      await new Promise((resolve) => { wake = resolve; });
    }
  }
  setTimeout(produce, 5, 'a');
  setTimeout(() => { produce('b'); produce('c'); }, 30);
  setTimeout(produce, 60, null);
  for await (const value of consume()) console.log('consumed', value);
})();
