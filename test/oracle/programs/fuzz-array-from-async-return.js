// Array.fromAsync: failures of `return` itself.
function it(name, opts) {
  const o = {
    next() { console.log(name, 'next'); if (opts.next) return opts.next(); return { value: 1, done: false }; },
  };
  if (opts.ret !== null) o.return = function (...a) { console.log(name, 'return', a); return opts.ret ? opts.ret() : { value: undefined, done: true }; };
  return { [opts.sync ? Symbol.iterator : Symbol.asyncIterator]() { return o; } };
}
const boom = (m) => () => { throw new Error(m); };
const rej = (m) => () => Promise.reject(new Error(m));
let work = Promise.resolve();
function run(name, opts, mapper, C = Array) {
  work = work.then(() => new Promise((resolve) => {
    let ticks = 0, done = false;
    const tick = () => { if (++ticks < 30) Promise.resolve().then(tick); else resolve(); if (ticks === 29 && !done) console.log(name, 'never'); };
    try { const p = Array.fromAsync.call(C, it(name, opts), mapper);
    p.then((v) => { done = true; console.log(name, 'ok', ticks, v); }, (e) => { done = true; console.log(name, 'rejected', ticks, e.message); }); } catch (e) { console.log('threw', e.message); }
    tick();
  }));
}
for (const sync of [true, false]) {
  const s = sync ? 'sync' : 'async';
  // A sync one would be closed for ever.
  if (!sync) run(s + ' next throws, return throws', { sync, next: boom('n'), ret: boom('r') });
  run(s + ' next throws, return 5', { sync, next: boom('n'), ret: () => ({}) });
  let c = 0;
  if (!sync) run(s + ' map throws return rejects once', { sync, ret: () => c++ === 0 ? Promise.reject(3) : {} }, boom('m'));
  if (!sync) run(s + ' map throws return throws', { sync, ret: boom('r') }, boom('m'));
}
