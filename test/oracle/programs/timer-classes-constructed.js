// Found by the fuzzer: new of the classes of timers and immediates, which start when they are told to.
const t = setTimeout(() => console.log('fired'), 300);
const T = t.constructor;
try { const n = new T(); console.log(n); n.refresh(); } catch (e) { console.log(e.message) }
try { const n = new T(function (...a) { console.log('x', a, this === n) }, 20, [1, 2], false, true); console.log(n); n.refresh(); console.log(n.hasRef()); } catch (e) { console.log(e.message) }
try { const n = new T(() => console.log('never'), 'a'); console.log(n._idleTimeout, n.hasRef()); clearTimeout(n); console.log(n); } catch (e) { console.log(e.message) }
class S extends T { constructor(f) { super(f, 60, undefined, true, true); } stop() { clearInterval(this); return 'stopped'; } }
let times = 0;
const s = new S(() => { console.log(++times); if (times === 3) console.log(s.stop(), s._destroyed, s._onTimeout, s instanceof S); });
s.refresh();
const i = setImmediate(() => {});
const I = i.constructor;
try { const n = new I(() => console.log('im')); console.log(n._onImmediate); } catch (e) { console.log(e.message) }
try { const n = new I((...a) => console.log('im', a), [3, 4]); clearImmediate(n); console.log(n); new I((...a) => console.log('im', a), [3, 4]); } catch (e) { console.log(e.message) }
try { T(); } catch (e) { console.log(e.message) }
try { I(); } catch (e) { console.log(e.message) }
setTimeout(() => { process.on('uncaughtException', (e) => console.log(e.message)); new I(); new I(5); const n = new T({}, 1, undefined, false, true); n.refresh(); }, 400);
