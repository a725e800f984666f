// node:test: timers and dates that pass when the test says so.
const { test, mock } = require('node:test');
test('timeout', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'setImmediate', 'Date'] });
  const tm = setTimeout((a) => console.log('fired', a, Date.now()), 1000, 'arg');
  console.log(
    tm.constructor.name,
    Object.keys(tm),
    tm.hasRef(),
    tm.ref() === tm,
    tm.priorityQueuePosition,
    tm.runAt,
    tm.interval,
  );
  const iv = setInterval(() => console.log('interval', Date.now()), 300);
  setImmediate(() => console.log('imm'));
  t.mock.timers.tick();
  console.log('ticked 1');
  t.mock.timers.tick(500);
  t.mock.timers.tick(1000);
  clearInterval(iv);
  const c = setTimeout(() => console.log('no'), 5);
  clearTimeout(c);
  t.mock.timers.tick(10);
  console.log(
    new Date().toISOString(),
    Date(),
    new Date(2020, 1, 2).getTime(),
    Date.name,
    Date.length,
    Date.isMock,
    new Date() instanceof Date,
    Date.UTC(2000, 0),
    Date.parse('2000-01-01'),
  );
  t.mock.timers.setTime(5000);
  console.log(Date.now());
  const d = setTimeout(() => {
    console.log('self clear');
    clearTimeout(d);
  }, 10);
  t.mock.timers.tick(10);
  setTimeout(() => {
    console.log('outer');
    setTimeout(() => console.log('inner timer'), 5);
  }, 5);
  t.mock.timers.tick(10);
  try {
    t.mock.timers.enable();
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
  t.mock.timers.reset();
  console.log(Date.now() > 1e12);
  for (const bad of [
    () => t.mock.timers.tick(),
    () => t.mock.timers.enable({ apis: ['x'] }),
    () => t.mock.timers.enable({ apis: 3 }),
    () => t.mock.timers.enable({ now: -1 }),
    () => t.mock.timers.enable({ now: NaN }),
    () => t.mock.timers.enable({ now: 'x' }),
    () => t.mock.timers.setTime('x'),
    () => t.mock.timers.runAll(),
  ])
    try {
      bad();
    } catch (e) {
      console.log(e.name, e.code, e.message);
    }
});
test('promises', async (t) => {
  const tp = require('timers/promises');
  t.mock.timers.enable({ now: new Date(100) });
  const p = tp.setTimeout(100, 'v');
  p.then((v) => console.log('resolved', v));
  t.mock.timers.tick(100);
  await p;
  const w = tp.scheduler.wait(10);
  t.mock.timers.tick(10);
  console.log(await w);
  const i = tp.setImmediate('i');
  t.mock.timers.tick(0);
  console.log(await i);
  const ac = new AbortController();
  const a = tp.setTimeout(100, 'v', { signal: ac.signal });
  ac.abort();
  await a.catch((e) => console.log(e.name, e.code, e.message));
  let n = 0;
  const it = tp.setInterval(10, 'iv');
  const nx = it.next();
  t.mock.timers.tick(10);
  console.log(await nx);
  await it.return();
  const s = AbortSignal.timeout(50);
  t.mock.timers.tick(49);
  console.log(s.aborted);
  t.mock.timers.tick(1);
  console.log(s.aborted, s.reason.name);
  console.log(Date.now(), performance.now() > 0);
});
test('real again', async () => {
  console.log(setTimeout.name, new Date().getFullYear() > 2000);
  await new Promise((r) => setTimeout(r, 1));
  console.log('real');
});
test('runAll', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  for (const n of [5, 1, 9, 3, 7]) setTimeout(() => console.log(n), n);
  t.mock.timers.runAll();
  console.log('--');
  t.mock.timers.runAll();
});
test('dispose', () => {
  {
    mock.timers.enable({ apis: ['Date'] });
    console.log(Date.now());
    mock.timers[Symbol.dispose]();
  }
  console.log(Date.now() > 0);
});
