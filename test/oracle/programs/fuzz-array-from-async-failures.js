// Array.fromAsync: how many turns its failures take and what is closed, with sync and async iterators.
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
  run(s + ' next throws', { sync, next: boom('n') });
  if (!sync) run(s + ' next rejects', { sync, next: rej('n') });
  run(s + ' next throws, no return', { sync, next: boom('n'), ret: null });
  run(s + ' next 5', { sync, next: () => 5 });
  run(s + ' value throws', { sync, next: () => ({ get value() { throw new Error('v'); } }) });
  run(s + ' done throws', { sync, next: () => ({ get done() { throw new Error('v'); } }) });
  if (sync) run(s + ' value rejects', { sync, next: () => ({ value: Promise.reject(new Error('vr')), done: false }) });
  run(s + ' map throws', { sync }, boom('m'));
  run(s + ' map rejects', { sync }, rej('m'));
  run(s + ' map throws no return', { sync, ret: null }, boom('m'));
  let n = 0;
  run(s + ' ok', { sync, next: () => ({ value: n++, done: n > 2 }) });
  let m = 0;
  run(s + ' ok map', { sync, next: () => ({ value: m++, done: m > 2 }) }, (x) => x * 2);
  run(s + ' define throws', { sync }, undefined, function () { return Object.freeze([]); });
  run(s + ' construct throws', { sync }, undefined, function () { throw new Error('c'); });
  run(s + ' mapper bad', { sync }, 5);
  // A sync one would be closed for ever.
  if (!sync) run(s + ' next throws, return throws', { sync, next: boom('n'), ret: boom('r') });
  run(s + ' next throws, return 5', { sync, next: boom('n'), ret: () => ({}) });
  let c = 0;
  if (!sync) run(s + ' map throws return rejects once', { sync, ret: () => c++ === 0 ? Promise.reject(3) : {} }, boom('m'));
  if (!sync) run(s + ' map throws return throws', { sync, ret: boom('r') }, boom('m'));
}
for (const bad of [null, undefined, 5, { [Symbol.asyncIterator]: 5 }, { [Symbol.iterator]: 5 }, { [Symbol.iterator]: () => 5 }, { [Symbol.asyncIterator]: () => 5 }, { [Symbol.iterator]: () => ({ next: 5 }) }, { [Symbol.asyncIterator]: () => ({ next: 5 }) }, { [Symbol.asyncIterator]: () => ({ next: 5, return() { console.log('return'); } }) }, { length: 1, get 0() { throw new Error('get'); } }, { length: 2, get 0() { return Promise.reject(new Error('zero')); } }, 'ab'])
  work = work.then(() => new Promise((resolve) => {
    try { Array.fromAsync(bad).then(console.log, (e) => console.log(e.name, e.message)); } catch (e) { console.log('threw', e.message); }
    setTimeout(resolve);
  }));
