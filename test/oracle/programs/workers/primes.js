const { parentPort, workerData } = require('node:worker_threads');
const { isPrime } = require('./is-prime.js');
parentPort.on('message', ([from, to]) => {
  let count = 0;
  for (let n = from; n < to; n++) if (isPrime(n)) count++;
  parentPort.postMessage({ id: workerData.id, count });
});
