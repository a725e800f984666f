// A promise of beforeExit keeps nothing alive, and still runs.
process.on('beforeExit', () => {
  console.log('beforeExit');
  Promise.resolve().then(() => console.log('promise'));
  process.nextTick(() => console.log('tick'));
});
process.on('exit', () => console.log('exit'));
