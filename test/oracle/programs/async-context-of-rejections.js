// Who hears of a rejection runs in the context in which the promise was rejected, up to the event exit.
const { AsyncLocalStorage } = require('node:async_hooks');
const storage = new AsyncLocalStorage();
const log = (...words) => console.log(...words, storage.getStore());
const fail = (message) => { throw new Error(message); };

process.on('unhandledRejection', (reason) => {
  log('rejection', reason.message);
  if (reason.message === 'thrown on') throw reason;
  if (reason.message === 'last') process.removeAllListeners('unhandledRejection');
});
process.once('uncaughtException', (error, origin) => log(origin, error.message));
process.on('rejectionHandled', () => log('handled'));
process.on('exit', () => log('exit'));

let late;
storage.run('plain', () => { late = Promise.reject(new Error('plain')); });
storage.run('awaited', async () => { await null; storage.run('inner', () => fail('awaited')); });
storage.run('thrown', () => { Promise.reject(new Error('thrown on')); });
storage.run('resolver', () => { new Promise((_, reject) => storage.run('subscriber', () => setImmediate(reject, new Error('by a timer')))); });
setTimeout(() => storage.run('catcher', () => late.catch(() => log('caught'))), 30);
setTimeout(() => log('timeout'), 60);
setTimeout(() => storage.run('last', () => Promise.reject(new Error('last'))), 90);
setTimeout(() => storage.run('end', () => Promise.reject(new Error('end'))), 120);
