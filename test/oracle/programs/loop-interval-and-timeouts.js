// An interval between timeouts.
let count = 0;
const interval = setInterval(() => {
  console.log('interval', ++count);
  if (count === 3) clearInterval(interval);
}, 40);
setTimeout(() => console.log('20'), 20);
setTimeout(() => console.log('60'), 60);
setTimeout(() => console.log('100'), 100);
