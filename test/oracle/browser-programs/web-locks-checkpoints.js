// A callback's microtasks run before the lock is released.
const L = navigator.locks;
const log = (x) => console.log(x);
function ticks(name, n) {
  let p = Promise.resolve();
  for (let i = 1; i <= n; i++) p = p.then(() => log(name + i));
}
(async () => {
  await L.request('a', (l) => {
    ticks('t', 12);
    const c = new MessageChannel();
    c.port1.onmessage = () => log('message');
    c.port2.postMessage(1);
    setTimeout(() => log('timeout'), 0);
    return 6;
  }).then(() => log('released'));
  await new Promise((r) => setTimeout(r, 50));
  await L.request('a', async (l) => {
    ticks('u', 12);
  }).then(() => log('released'));
  await new Promise((r) => setTimeout(r, 50));
  await L.request('a', (l) => {
    ticks('v', 12);
    throw 1;
  }).catch(() => log('rejected'));
  await new Promise((r) => setTimeout(r, 50));
  await L.request('a', async () => {
    await L.request('a', { ifAvailable: true }, (l) => {
      log(l);
      ticks('w', 12);
      return 1;
    }).then(() => log('unavailable ended'));
  });
  await new Promise((r) => setTimeout(r, 50));
  await L.request('a', (l) => {
    ticks('x', 12);
    return {
      then(r) {
        log('then');
        r(1);
      },
    };
  }).then(() => log('released'));
  await new Promise((r) => setTimeout(r, 50));
  const c = new AbortController();
  ticks('y', 4);
  L.request('b', { signal: c.signal }, () => log('never')).catch((r) => log(r));
  c.abort('reason');
  log('aborted');
  await new Promise((r) => setTimeout(r, 50));
  ticks('z', 6);
  L.request('-b', () => log('never')).catch((r) => log(r.name));
  await new Promise((r) => setTimeout(r, 50));
})();
