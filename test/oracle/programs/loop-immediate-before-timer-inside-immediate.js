// From within a check phase: the next turn's timers phase comes before its check phase, once the timer is due.
setImmediate(() => {
  const start = Date.now();
  setTimeout(() => console.log('timeout set in the check phase'), 1);
  while (Date.now() - start < 5);
  setImmediate(() => console.log('immediate set in the check phase'));
});
setTimeout(() => {
  setTimeout(() => console.log('timeout set in the timers phase'), 0);
  setImmediate(() => console.log('immediate set in the timers phase'));
}, 40);
