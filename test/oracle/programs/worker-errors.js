// How workers end: errors that nobody catches, exit codes, listeners of the process in there.
const { Worker } = require('node:worker_threads');

function run(source, options) {
  return new Promise((resolve) => {
    const seen = [];
    const worker = new Worker(`const { parentPort } = require('node:worker_threads');\n${source}`, { eval: true, ...options });
    worker.on('message', (message) => seen.push(['message', message]));
    worker.on('error', (error) => seen.push(['error', error?.name, error?.message ?? error, error instanceof Error, error?.code]));
    worker.on('exit', (code) => resolve([...seen, ['exit', code]]));
  });
}

(async () => {
  const sources = [
    `process.on('uncaughtException', (error) => parentPort.postMessage('caught ' + error.message)); throw new Error('first');`,
    `process.on('exit', (code) => parentPort.postMessage('exit ' + code)); process.exit(4); parentPort.postMessage('never');`,
    `process.on('exit', (code) => { parentPort.postMessage('exit ' + code); process.exitCode = 9; });`,
    `process.on('beforeExit', (code) => parentPort.postMessage('beforeExit ' + code));`,
    `Promise.reject(new Error('nobody handles it'));`,
    `setTimeout(() => { null.x; }, 1);`,
    `class Mine extends TypeError { name = 'Mine'; code = 'E_MINE'; } queueMicrotask(() => { throw new Mine('of a class'); });`,
    `setImmediate(() => { throw 'a text'; });`,
    `process.nextTick(() => { throw { plain: true }; });`,
    `parentPort.on('message', () => 0); parentPort.unref();`,
    `parentPort.on('message', () => 0); setTimeout(() => parentPort.close(), 1);`,
    `parentPort.once('message', (m) => parentPort.postMessage('once ' + m)); parentPort.emit('message', 'made up');`,
    `let n = 0; const timer = setInterval(() => { parentPort.postMessage(++n); if (n === 3) clearInterval(timer); }, 1);`,
    `process.exitCode = 300;`,
    `parentPort.postMessage(process.argv.slice(2));`,
    `this is no JavaScript`,
  ];
  for (const source of sources) console.log(source.slice(0, 60), await run(source, { argv: ['one', 2] }));
  const missing = new Worker(`${__dirname}/workers/no-such-file.js`);
  missing.on('error', (error) => console.log(error.code, error.message.replace(__dirname, '')));
  missing.on('exit', (code) => {
    console.log('exit', code);
    const late = new Worker(`${__dirname}/workers/throws.js`, { name: 'late' });
    late.on('error', (error) => console.log(error.name, error.message, error.stack.split('\n')[1].replace(/\(.*[/\\]/, '(')));
    late.on('exit', (last) => console.log('exit', last));
  });
  for (const wrong of ['plain.js', 5, 'data:text/javascript,1', undefined]) {
    try {
      new Worker(wrong);
    } catch (error) {
      console.log(error.name, error.code, error.message);
    }
  }
  try {
    new Worker('1', { eval: true, workerData: () => 1 });
  } catch (error) {
    console.log(error.name, error.message);
  }
})();
