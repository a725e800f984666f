// Time passes as the timers say, whatever the machine does.
const start = Date.now();
const t0 = performance.now();
const [seconds, nanos] = process.hrtime();
setTimeout(() => {
  const elapsed = Date.now() - start;
  console.log(elapsed >= 49, performance.now() - t0 >= 49);
  const busy = Date.now();
  let reads = 0;
  while (Date.now() - busy < 30) reads++;
  console.log(reads > 10, Date.now() - busy >= 30);
  console.log(process.hrtime.bigint() > BigInt(seconds) * 1000000000n + BigInt(nanos));
}, 50);
console.log(typeof start, t0 < performance.now());
