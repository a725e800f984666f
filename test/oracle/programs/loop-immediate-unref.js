// An immediate without reference runs if something else keeps the loop alive.
setImmediate(() => console.log('unref with company')).unref();
setImmediate(() => {
  console.log('company');
  setImmediate(() => console.log('never')).unref();
});
process.on('exit', () => console.log('exit'));
