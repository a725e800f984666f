// Timers set by timers come behind those that wait already.
setTimeout(() => {
  console.log('a');
  setTimeout(() => console.log('in a'), 0);
}, 0);
setTimeout(() => {
  console.log('b');
  setTimeout(() => console.log('in b'), 0);
}, 0);
setTimeout(() => console.log('c'), 0);
