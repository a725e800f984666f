// Timers set while timers run, with equal and with other durations, wait for their own time.
setTimeout(() => {
  console.log('20 first');
  setTimeout(() => console.log('20 + 20'), 20);
  setTimeout(() => console.log('20 + 5'), 5);
}, 20);
setTimeout(() => {
  console.log('20 second');
  queueMicrotask(() => console.log('microtask between equal timers'));
}, 20);
setTimeout(() => console.log('20 third'), 20);
setTimeout(() => {
  console.log('10');
  setTimeout(() => console.log('10 + 60'), 60);
}, 10);
setTimeout(() => console.log('60'), 60);
