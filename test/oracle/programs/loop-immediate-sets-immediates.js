// Immediates of immediates wait for the next round.
setImmediate(() => {
  console.log('a');
  setImmediate(() => console.log('a in the next round'));
});
setImmediate(() => {
  console.log('b');
  setImmediate(() => {
    console.log('b in the next round');
    setImmediate(() => console.log('b in the third round'));
  });
});
setImmediate(() => console.log('c'));
