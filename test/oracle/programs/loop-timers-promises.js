// The module's functions give promises.
const timers = require('timers/promises');
(async () => {
  console.log(await timers.setTimeout(20, 'timeout'));
  console.log(await timers.setImmediate('immediate'));
  let count = 0;
  for await (const value of timers.setInterval(10, 'interval')) {
    console.log(value);
    if (++count === 3) break;
  }
  await timers.scheduler.wait(10);
  await timers.scheduler.yield();
  console.log('over');
})();
