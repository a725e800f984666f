// What requests for locks refuse, who waits for whom, whose locks are stolen, and which requests are given up.
const L = navigator.locks;
const log = (...a) => console.log(...a);
log(String(L), typeof Lock, typeof LockManager, L === navigator.locks);
log(
  JSON.stringify(Object.getOwnPropertyDescriptor(LockManager.prototype, 'request')),
  Object.keys(Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')).join(),
);
const t = async (name, f) => {
  try {
    const v = await f();
    log(name, typeof v === 'object' && v !== null ? String(v) : v);
  } catch (e) {
    log(name, e?.name, e?.code, e?.message);
  }
};
(async () => {
  await t('no args', () => L.request());
  await t('no cb', () => L.request('a'));
  await t('no cb2', () => L.request('a', {}));
  await t('cb null', () => L.request('a', {}, null));
  await t('cb undefined', () => L.request('a', () => 'x', undefined));
  await t('fn fn', () =>
    L.request(
      'b',
      () => 'x',
      () => 'y',
    ),
  );
  await t('opt null', () => L.request('a', null, () => 'y'));
  await t('opt 5', () => L.request('a', 5, () => 'y'));
  await t('opt undef', () => L.request('a', undefined, () => 'y'));
  await t('sym', () => L.request(Symbol('x'), () => 'y'));
  await t('obj', () =>
    L.request(
      {
        toString() {
          return 'q';
        },
      },
      (l) => l.name,
    ),
  );
  await t('num', () => L.request(12, (l) => l.name));
  await t('empty', () => L.request('', (l) => l.name));
  await t('hyphen', () => L.request('-a', (l) => l.name));
  await t('mode', () => L.request('a', { mode: 'x' }, (l) => l.name));
  await t('mode null', () => L.request('a', { mode: null }, (l) => l.name));
  await t('mode sym', () => L.request('a', { mode: Symbol() }, (l) => l.name));
  await t('mode undef', () => L.request('a', { mode: undefined }, (l) => l.mode));
  await t('steal ifa', () => L.request('a', { steal: true, ifAvailable: true }, (l) => l.name));
  await t('steal shared', () => L.request('a', { steal: true, mode: 'shared' }, (l) => l.name));
  const c = new AbortController();
  await t('sig steal', () => L.request('a', { steal: true, signal: c.signal }, (l) => l.name));
  await t('sig if', () => L.request('a', { ifAvailable: true, signal: c.signal }, (l) => l.name));
  await t('sig', () => L.request('a', { signal: c.signal }, (l) => l.name));
  await t('sig null', () => L.request('a', { signal: null }, (l) => l.name));
  await t('sig 5', () => L.request('a', { signal: 5 }, (l) => l.name));
  await t('sig undef', () => L.request('a', { signal: undefined }, (l) => l.name));
  await t('sig ab', () => L.request('a', { signal: AbortSignal.abort() }, (l) => l.name));
  await t('sig ab2', () => L.request('a', { signal: AbortSignal.abort('why') }, (l) => l.name).catch((r) => 'r:' + r));
  await t('query this', () => L.query.call({}));
  await t('req this', () => L.request.call({}, 'a', (l) => l));
  await t('ctor', () => new LockManager());
  await t('lock ctor', () => new Lock());
  await t('throw', () =>
    L.request('a', (l) => {
      throw new RangeError('bad');
    }),
  );
  await t('reject', () =>
    L.request('a', async (l) => {
      throw new RangeError('bad2');
    }),
  );
  await t('lock', () => L.request('a', (l) => [String(l), l.name, l.mode].join()));
  await t('get', () => L.request('a', (l) => Object.getOwnPropertyDescriptor(Lock.prototype, 'name').get.call({})));
  await t('thenable', () =>
    L.request('a', (l) => ({
      then(r) {
        log('then');
        r(4);
      },
    })),
  );
  await t('query', async () => {
    const q = await L.query();
    return JSON.stringify(q, (k, v) => (k === 'clientId' ? typeof v + v.length : v)) + Object.keys(q);
  });
  const d = (n, v) => ({
    get [n]() {
      console.log('get', n);
      return v;
    },
  });
  const o = {};
  for (const k of ['steal', 'signal', 'mode', 'ifAvailable'])
    Object.defineProperty(o, k, Object.getOwnPropertyDescriptor(d(k, undefined), k));
  await t('getters', () => L.request('a', o, () => 1));
  // steal
  const held = L.request('s', () => new Promise(() => {}));
  held.catch((e) => log('stolen', e.name, e.message, e.code));
  const wait = L.request('s', (l) => 'waited');
  await t('steal', () => L.request('s', { steal: true }, (l) => l.mode));
  await t('wait', () => wait);
  let release;
  await new Promise((go) => {
    L.request(
      'w',
      () =>
        new Promise((r) => {
          release = r;
          go();
        }),
    );
  });
  const ac = new AbortController();
  const ab = L.request('w', { signal: ac.signal }, () => log('never'));
  const next = L.request('w', () => 'next');
  await t('q', async () => {
    const q = await L.query();
    return JSON.stringify(q, (k, v) => (k === 'clientId' ? typeof v : v));
  });
  ac.abort('given up');
  await t('aborted', () => ab);
  await t('q', async () => {
    const q = await L.query();
    return JSON.stringify(q, (k, v) => (k === 'clientId' ? typeof v : v));
  });
  release('ok');
  await t('next', () => next);
  const s1 = L.request('m', { mode: 'shared' }, async () => {
    log('s1');
    await null;
    log('s1 b');
    await null;
    log('s1 end');
  });
  const s2 = L.request('m', { mode: 'shared' }, async () => {
    log('s2');
    await null;
    log('s2 b');
    await null;
    log('s2 end');
  });
  const s3 = L.request('m', async () => {
    log('s3');
    await null;
    log('s3 b');
  });
  const s4 = L.request('m', { mode: 'shared' }, async () => {
    log('s4');
    await null;
    log('s4 b');
  });
  const s5 = L.request('m', { ifAvailable: true, mode: 'shared' }, async (l) => {
    log('s5', l);
    await null;
    log('s5 b');
  });
  await Promise.all([s1, s2, s3, s4, s5]);
  log('over');
})();
