// An interval of 0 slows down to 4 ms.
const start = performance.now();
let count = 0;
const timer = setInterval(() => {
  if (++count < 20) return;
  clearInterval(timer);
  console.log(performance.now() - start >= 50);
}, 0);
