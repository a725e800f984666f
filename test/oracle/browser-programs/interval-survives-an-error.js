// An error ends the call, not the interval.
let count = 0;
const timer = setInterval(() => {
  if (++count === 3) clearInterval(timer);
  throw new Error(`tick ${count}`);
}, 10);
