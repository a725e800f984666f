// In a timer the immediate always comes before another timer.
setTimeout(() => {
  setTimeout(() => console.log('timer'), 0);
  setImmediate(() => console.log('immediate'));
}, 20);
