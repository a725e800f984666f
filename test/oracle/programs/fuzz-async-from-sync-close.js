// A sync iterator under yield* in an async generator: V8 closes it after each failure of next and throw.
const mk = (name, what) => ({ [Symbol.iterator]: () => ({ next() { return { value: 1, done: false }; }, [name](...a) { console.log(name); return what(); }, ...(name === 'return' ? {} : { return(...a) { console.log('return', a); return {}; } }) }) });
(async () => {
  for (const name of ['throw', 'return']) for (const what of [() => { throw new Error('n'); }, () => 5, () => ({ get value() { throw new Error('v'); } }), () => ({ get done() { throw new Error('d'); } }), () => ({ value: Promise.reject(1) }), () => ({ value: Promise.reject(1), done: true }), () => ({ get value() { throw new Error('v'); }, done: true })]) {
    console.log('case', name, String(what));
    const p = (async function* () { yield* mk(name, what); })();
    await p.next();
    try { console.log(await p[name]('in')); } catch (e) { console.log(e.message); }
  }
  console.log('no throw');
  const p = (async function* () { yield* mk('next', () => ({value: 1, done: false})); })();
  await p.next();
  try { console.log(await p.throw('in')); } catch (e) { console.log(e.message); }
  const poisoned = (async function* () { yield* {[Symbol.iterator]: () => ({ next: () => ({value:1, done: false}), get throw() { throw new Error('get throw') }, return() { console.log('return'); return {}; } })}; })();
  await poisoned.next();
  try { console.log(await poisoned.throw('in')); } catch (e) { console.log(e.message); }
  const poisoned2 = (async function* () { yield* {[Symbol.iterator]: () => ({ next: () => ({value:1, done: true, get value() { throw 5}}), get throw() { throw new Error('get throw') }, return() { console.log('return'); return {}; } })}; })();
  await poisoned2.next().catch(console.log);
})();
