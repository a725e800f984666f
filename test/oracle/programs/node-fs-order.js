// Where the answers of the file system come between ticks, microtasks and immediates.
const fs = require('fs');
fs.stat(__filename, () => {
  console.log('stat');
  process.nextTick(() => console.log('tick of stat'));
  Promise.resolve().then(() => console.log('microtask of stat'));
  setTimeout(() => console.log('timeout of stat'), 30);
  fs.stat(__filename, () => console.log('second stat'));
});
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
console.log('script', fs.statSync(__filename).isFile());
fs.readFile(__filename, () => {
  console.log('first file');
  fs.readFile(__filename, () => console.log('second file'));
});
(async () => {
  console.log('async starts');
  await fs.promises.stat(__filename);
  console.log('awaited');
  await null;
  console.log('awaited again');
})();
