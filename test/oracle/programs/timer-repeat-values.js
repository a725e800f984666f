// A timer's _repeat becomes a number when its list is chosen: _idleTimeout keeps what the program wrote.
process.on('uncaughtException', (error) => console.log('thrown', error.name, error.message));
function repeatsAs(name, repeat, times) {
  let count = 0;
  const timer = setTimeout(() => {
    count++;
    console.log(name, count, String(timer._idleTimeout), timer._destroyed);
    if (count >= times) timer._repeat = null;
    else timer._repeat = repeat;
  }, 10);
  return timer;
}
const timers = [
  repeatsAs('string', '40', 3),
  repeatsAs('fraction', 90.7, 3),
  repeatsAs('true', true, 2),
  repeatsAs('object', { valueOf() { console.log('valueOf'); return 150; }, toString() { return 'object' } }, 2),
  repeatsAs('bigint', 1n, 3),
  repeatsAs('symbol', Symbol('s'), 2),
];
setTimeout(() => { for (const timer of timers) console.log(timer._destroyed, String(timer._repeat), timer._onTimeout === null, timer._idleNext === null); }, 3000);
