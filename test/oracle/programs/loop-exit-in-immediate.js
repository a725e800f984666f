// process.exit in an immediate: its listeners still run, and nothing else does.
process.on('exit', (code) => {
  console.log('exit', code);
  queueMicrotask(() => console.log('never'));
});
setTimeout(() => console.log('never'), 250);
setImmediate(() => {
  process.nextTick(() => console.log('never'));
  process.exit(3);
});
console.log('script');
