// A listener of uncaughtException that throws ends the process with 7, and nobody hears of the exit.
process.on('uncaughtException', () => {
  console.log('listener');
  throw new Error('in the listener');
});
process.on('exit', (code) => console.log('never: exit', code));
throw new Error('first');
