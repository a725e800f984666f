// Threads that count in one memory.
const { Worker } = require('node:worker_threads');
const memory = new SharedArrayBuffer(32);
const cells = new Int32Array(memory);
const code = `
  const { workerData, parentPort } = require('node:worker_threads');
  const cells = new Int32Array(workerData.memory);
  parentPort.on('message', ({ more }) => {
    Atomics.store(new Int32Array(more), 0, Atomics.add(cells, 1, 1) + 1);
    parentPort.close();
  });
  for (let i = 0; i < 1000; i++) Atomics.add(cells, 0, 1);
  Atomics.sub(cells, 2, workerData.n);
  parentPort.postMessage(cells.byteLength);
`;
const threads = [1, 2, 3].map((n) => {
  const worker = new Worker(code, { eval: true, workerData: { memory, n } });
  const more = new SharedArrayBuffer(4);
  worker.once('message', (length) => { if (length !== 32) console.log('length', length); worker.postMessage({ more }); });
  return new Promise((resolve) => worker.on('exit', () => resolve(new Int32Array(more)[0])));
});
Promise.all(threads).then((turns) => console.log(cells[0], cells[1], cells[2], turns.sort()));
