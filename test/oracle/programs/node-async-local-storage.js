// The store follows promises, await, timers, immediates, ticks and microtasks.
const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const storage = new AsyncLocalStorage();
const other = new AsyncLocalStorage({ defaultValue: 'default', name: 'other' });
const log = (where) => console.log(where, storage.getStore(), other.getStore());
log('outside');
storage.run('a', () => {
  log('inside');
  setTimeout(() => log('timeout'), 40);
  setImmediate(() => log('immediate'));
  process.nextTick(() => log('tick'));
  queueMicrotask(() => log('microtask'));
  Promise.resolve().then(() => log('then')).finally(() => log('finally'));
  (async () => { await null; log('await'); await new Promise((resolve) => setTimeout(resolve, 120)); log('await timer'); })();
  other.run({ id: 1 }, () => { log('nested'); setTimeout(() => log('nested timeout'), 80); });
  storage.exit(() => log('exit'));
  log('after nested');
});
log('outside again');
const bound = storage.run('bound', () => AsyncLocalStorage.bind(() => log('bound')));
const snapshot = storage.run('snap', () => AsyncLocalStorage.snapshot());
bound();
snapshot((x) => log('snapshot ' + x), 1);
const resource = storage.run('resource', () => new AsyncResource('MINE'));
console.log(resource.runInAsyncScope((a, b) => { log('scope'); return a + b; }, null, 1, 2), other.name, storage.name);
(async () => {
  storage.enterWith('entered');
  await null;
  log('entered and awaited');
})();
log('after enterWith');
let settle;
const promise = new Promise((resolve) => { settle = resolve; });
storage.run('subscriber', () => promise.then(() => log('who subscribes counts')));
storage.run('resolver', () => settle());
const interval = storage.run('interval', () => { let n = 0; const timer = setInterval(() => { log('interval'); if (++n === 2) clearInterval(timer); }, 170); return timer; });
process.on('exit', () => log('exit event'));
