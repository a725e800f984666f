// What a thread tells is heard in the async context in which the thread was made.
const { AsyncLocalStorage } = require('async_hooks');
const { Worker } = require('worker_threads');
const als = new AsyncLocalStorage();
const worker = als.run(
  'made',
  () =>
    new Worker('require("worker_threads").parentPort.postMessage(1); setTimeout(() => { throw new Error("x"); }, 1);', {
      eval: true,
    }),
);
als.run('listened', () => {
  for (const event of ['message', 'error', 'exit'])
    worker.on(event, (...args) => console.log(event, args.length, als.getStore()));
});
