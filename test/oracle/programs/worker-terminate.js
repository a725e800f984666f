// A worker that never comes to an end by itself is stopped from outside, in the middle of a turn.
const { Worker } = require('node:worker_threads');
const worker = new Worker(`
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage('busy');
  for (;;);
`, { eval: true });
worker.on('exit', (code) => console.log('exit', code));
worker.on('message', async (message) => {
  console.log(message);
  console.log('terminated', await worker.terminate());
  console.log('again', await worker.terminate());
  const idle = new Worker('setInterval(() => {}, 1000)', { eval: true });
  idle.on('online', async () => {
    console.log('idle', await idle.terminate());
    const unrefed = new Worker('setInterval(() => {}, 1000)', { eval: true });
    unrefed.on('exit', () => console.log('never'));
    unrefed.unref();
  });
});
