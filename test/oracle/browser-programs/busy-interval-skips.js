// An interval does not catch up on what it missed.
const busy = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
let count = 0;
const timer = setInterval(() => {
  count++;
  if (count === 1) busy(90);
}, 20);
setTimeout(() => {
  clearInterval(timer);
  console.log(count >= 3 && count <= 8);
}, 210);
