// From the seventh timer of a chain on, each waits at least 4 ms.
const waits = [];
let last = performance.now();
setTimeout(function next() {
  const now = performance.now();
  waits.push(now - last);
  last = now;
  if (waits.length < 12) setTimeout(next, 0);
  else console.log(waits.slice(6).every((wait) => wait >= 3.9));
}, 0);
