// Timers set while timers run, with equal and with other durations, wait for their own time.
setTimeout(() => {
  console.log('60 first');
  setTimeout(() => console.log('60 + 60'), 60);
  setTimeout(() => console.log('60 + 15'), 15);
}, 60);
setTimeout(() => {
  console.log('60 second');
  queueMicrotask(() => console.log('microtask between equal timers'));
}, 60);
setTimeout(() => console.log('60 third'), 60);
setTimeout(() => {
  console.log('30');
  setTimeout(() => console.log('30 + 180'), 180);
}, 30);
setTimeout(() => console.log('180'), 180);
