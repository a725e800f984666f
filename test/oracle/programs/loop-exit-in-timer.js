// process.exit in a timer: its listeners still run, and nothing else does.
process.on('exit', (code) => {
  console.log('exit', code);
  queueMicrotask(() => console.log('never'));
});
setTimeout(() => console.log('never'), 250);
setTimeout(() => {
  process.nextTick(() => console.log('never'));
  process.exit(3);
}, 60);
console.log('script');
