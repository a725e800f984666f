// beforeExit may queue more, and is emitted again; exit is the end.
let rounds = 0;
process.on('beforeExit', (code) => {
  console.log('beforeExit', code, ++rounds);
  if (rounds < 3) setTimeout(() => console.log('more work', rounds), 1);
});
process.once('exit', (code) => {
  console.log('exit', code);
  setTimeout(() => console.log('never'), 0);
  process.nextTick(() => console.log('never'));
});
process.exitCode = 5;
setTimeout(() => console.log('work'), 1);
