// Node ends the process for a rejection that nobody handles; what was queued before still ran.
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
setTimeout(() => console.log('never'), 0);
async function fails() {
  await null;
  throw new TypeError('nobody catches me');
}
fails();
console.log('end of script');
