// beforeExit comes again when it has queued something.
let times = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++times);
  if (times === 1) setTimeout(() => console.log('timer of beforeExit'), 10);
  if (times === 2) setImmediate(() => console.log('immediate of beforeExit'));
});
process.on('exit', () => console.log('exit'));
