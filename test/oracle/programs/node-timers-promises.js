const timers = require('timers/promises');
(async () => {
  console.log(await timers.setTimeout(5, 'late'), await timers.setImmediate('soon'), await timers.setTimeout());
  let count = 0;
  for await (const value of timers.setInterval(2, 'again')) { console.log(value, ++count); if (count === 3) break; }
  await timers.scheduler.wait(1);
  await timers.scheduler.yield();
  for (const args of [['x'], [1, 2, 3], [1, 2, { signal: 1 }], [1, 2, { ref: 1 }]]) {
    try { console.log(await timers.setTimeout(...args)); } catch (error) { console.log(error.code, error.message); }
  }
  try { await timers.setImmediate(1, 2); } catch (error) { console.log(error.code, error.message); }
  timers.setTimeout(100000, 0, { ref: false }).then(console.log);
  console.log(Object.keys(timers), require('timers').promises === timers);
})();
