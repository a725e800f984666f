// An exception in a timer ends the process: later timers do not run, exit does.
process.on('exit', (code) => console.log('exit with', code, process.exitCode));
setTimeout(() => console.log('before'), 1);
setTimeout(function explode() {
  console.log('explodes');
  queueMicrotask(() => console.log('never: the microtask of a turn that failed'));
  inner({ depth: 2 });
}, 5);
setTimeout(() => console.log('never'), 10);
function inner(options) {
  if (options.depth === 0) throw new RangeError('from the timer');
  inner({ depth: options.depth - 1 });
}
