// The process does not end before they have been called; what they queue is run.
const registry = new FinalizationRegistry((held) => {
  console.log('cleaned up', held);
  if (held === 'first') {
    (() => registry.register({}, 'second'))();
    setTimeout(() => gc(), 1);
  }
});
(() => registry.register({}, 'first'))();
gc();
console.log('end of the script');
process.on('exit', () => console.log('exit'));
