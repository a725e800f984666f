// An interval keeps its own clock beside timeouts.
let count = 0;
const timer = setInterval(() => {
  console.log('interval', ++count);
  if (count === 3) clearInterval(timer);
}, 30);
setTimeout(() => console.log('timeout 30'), 30);
setTimeout(() => console.log('timeout 45'), 45);
setTimeout(() => console.log('timeout 75'), 75);
