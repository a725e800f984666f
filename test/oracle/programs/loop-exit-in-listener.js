// process.exit in a listener: its listeners still run, and nothing else does.
process.on('exit', (code) => {
  console.log('exit', code);
  queueMicrotask(() => console.log('never'));
});
setTimeout(() => console.log('never'), 250);
const target = new EventTarget();
target.addEventListener('event', () => {
  process.nextTick(() => console.log('never'));
  process.exit(3);
});
target.dispatchEvent(new Event('event'));
console.log('script');
