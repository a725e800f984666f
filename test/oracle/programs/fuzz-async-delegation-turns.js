// How many turns of promises each step of a delegating async generator takes.
const race = (name, start) => { let n = 0, done = false; start().then(() => { done = true; console.log(name, n); }); const tick = () => { if (!done && n++ < 30) Promise.resolve().then(tick); }; tick(); };
async function* overArray() { yield* ['a', 'b']; }
async function* overAsync() { yield* (async function* () { yield 1; yield 2; })(); }
async function* overSyncWithReturn() { yield* { [Symbol.iterator]() { return { next: () => ({ value: 1, done: false }), return: (v) => ({ value: v, done: true }) }; } }; }
async function* overNoReturn() { yield* { [Symbol.asyncIterator]() { return { next: () => ({ value: 1, done: false }) }; } }; }
async function* overThenable() { yield* { [Symbol.asyncIterator]() { return { next: () => ({ value: 1, done: false }), return: (v) => ({ value: v, done: true }) }; } }; }
(async () => {
  for (const [name, make] of Object.entries({ overArray, overAsync, overSyncWithReturn, overNoReturn, overThenable })) {
    for (const method of ['next', 'return', 'throw']) {
      const it = make(); await it.next();
      race(`${name} ${method}`, () => it[method]('v').catch(() => {}));
      await new Promise((r) => setTimeout(r));
    }
    race(`${name} two`, () => { const it = make(); it.next(); return it.return('v'); });
    await new Promise((r) => setTimeout(r));
  }
})();
