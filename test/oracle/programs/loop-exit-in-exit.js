// process.exit in an exit listener ends the others.
process.on('exit', (code) => {
  console.log('first', code);
  process.exit(7);
});
process.on('exit', () => console.log('never'));
