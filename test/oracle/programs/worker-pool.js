// A pool: tasks go to whichever worker is free, answers are collected.
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');

class Pool {
  constructor(size) {
    this.waiting = [];
    this.free = [];
    this.workers = [];
    for (let id = 0; id < size; id++) {
      const worker = new Worker(`${__dirname}/workers/primes.js`, { workerData: { id } });
      worker.on('message', (answer) => {
        worker.task.resolve(answer);
        this.release(worker);
      });
      this.workers.push(worker);
      this.free.push(worker);
    }
  }
  run(range) {
    return new Promise((resolve) => {
      this.waiting.push({ range, resolve });
      this.next();
    });
  }
  release(worker) {
    this.free.push(worker);
    this.next();
  }
  next() {
    while (this.free.length > 0 && this.waiting.length > 0) {
      const worker = this.free.shift();
      worker.task = this.waiting.shift();
      worker.postMessage(worker.task.range);
    }
  }
  close() {
    return Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

(async () => {
  const pool = new Pool(3);
  const ranges = Array.from({ length: 8 }, (_, i) => [i * 500, (i + 1) * 500]);
  const answers = await Promise.all(ranges.map((range) => pool.run(range)));
  console.log(answers.map(({ count }) => count));
  console.log(answers.reduce((sum, { count }) => sum + count, 0), answers.every(({ id }) => id < 3), workerData, isMainThread, parentPort);
  console.log(await pool.close());
  console.log(pool.workers.map((worker) => worker.threadId), await pool.workers[0].terminate());
})();
