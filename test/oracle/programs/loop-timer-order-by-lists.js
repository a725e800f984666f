// Timers of one duration in a row, then the next duration.
setTimeout(() => console.log('40 first'), 40);
setTimeout(() => console.log('20 first'), 20);
setTimeout(() => console.log('40 second'), 40);
setTimeout(() => console.log('20 second'), 20);
setTimeout(() => {
  console.log('20 third');
  setTimeout(() => console.log('20 of 20'), 20.9);
}, 20);
