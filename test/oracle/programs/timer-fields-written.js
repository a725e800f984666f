// Node goes by the fields of its timers: what a program writes into them counts.
const becomesInterval = setTimeout(() => {
  console.log('timeout', becomesInterval._repeat, becomesInterval._destroyed);
  if (becomesInterval._repeat) clearInterval(becomesInterval);
  becomesInterval._repeat = 25;
}, 10);
const becomesTimeout = setInterval(() => { console.log('once'); becomesTimeout._repeat = null; }, 60);
const stops = setInterval(() => { console.log('stops'); stops._idleTimeout = -1; }, 70);
const silent = setInterval(() => { console.log('silent'); silent._onTimeout = null; }, 90);
const other = setTimeout(() => console.log('never'), 220);
other._onTimeout = function () { console.log('another', this === other, arguments.length); };
const slower = setInterval(() => {
  console.log('slower', slower._repeat, slower._idleTimeout);
  slower._repeat += 100;
  if (slower._repeat > 500) clearInterval(slower);
}, 250);
setTimeout(() => {
  for (const timer of [becomesInterval, becomesTimeout, stops, silent, other, slower]) console.log(timer._destroyed, timer._repeat, timer._onTimeout === null, timer._idleTimeout);
}, 2000);
