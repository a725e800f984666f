// In which order options are read, and what the diagnostics channels of locks say.
const d = (n, v) => ({ get [n]() { console.log('get', n); return v; } });
const o = {}; for (const k of ['steal','signal','mode','ifAvailable']) Object.defineProperty(o, k, Object.getOwnPropertyDescriptor(d(k, undefined), k));
navigator.locks.request('a', o, () => {}).then(() => navigator.locks.request('t', () => ({ then(r) { console.log('then called'); r(9); } }))).then((v) => { console.log(v); 
 const dc = require('diagnostics_channel'); for (const k of ['start', 'grant','miss','end']) dc.subscribe('locks.request.' + k, (m, n) => console.log(n, m.name, m.mode, m.error?.name));
 return navigator.locks.request('x', async () => { await navigator.locks.request('x', { ifAvailable: true }, (l) => l); return 3; });
}).then(console.log).then(() => navigator.locks.request('y', async () => { throw 5; })).catch((e) => console.log('e', e)).then(() => {
  const h = navigator.locks.request('z', () => new Promise(() => {})); h.catch((e) => console.log('c', e.name, e.message));
  navigator.locks.request('z', { signal: AbortSignal.timeout(5) }, () => {}).catch((e) => console.log('c2', e.name));
  navigator.locks.request('z', { steal: true }, async () => { await null; await null; console.log('thief'); return 't' }).then(console.log);
  setTimeout(() => {}, 20);
});
