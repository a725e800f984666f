// The same steps with callbacks, promisified, and as promises.
const fs = require('fs');
const { promisify, callbackify } = require('util');
const stat = promisify(fs.stat);
const exists = promisify(fs.exists);
const read = promisify(fs.read);
const open = promisify(fs.open);
(async () => {
  console.log((await stat(__filename)).isFile(), await exists(__filename), await exists('/no/such'));
  const fd = await open(__filename, 'r');
  const { bytesRead, buffer } = await read(fd, Buffer.alloc(8), 0, 8, 0);
  console.log(bytesRead, buffer.toString());
  await promisify(fs.close)(fd);
  try { await stat('/no/such'); } catch (error) { console.log(error.code, error.message); }
  console.log(await promisify(setTimeout)(1, 'slept'), await promisify(setImmediate)('soon'));
  class Counter { constructor() { this.n = 0; } add(by, callback) { this.n += by; callback(null, this.n); } }
  const counter = new Counter();
  const add = promisify(counter.add).bind(counter);
  console.log(await add(2), await add(3));
  callbackify(fs.promises.stat)(__filename, (error, stats) => console.log(error, stats.isFile()));
  const custom = () => {};
  custom[promisify.custom] = async () => 'custom';
  console.log(await promisify(custom)(), promisify(custom) === custom[promisify.custom]);
})();
