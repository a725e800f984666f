// Promises between the timers do not hide the chain.
const pause = () => new Promise((resolve) => setTimeout(resolve));
(async () => {
  const waits = [];
  let last = performance.now();
  for (let i = 0; i < 12; i++) {
    await pause();
    const now = performance.now();
    waits.push(now - last);
    last = now;
  }
  console.log(waits.slice(6).every((wait) => wait >= 3.9));
})();
