const shorten = (text) => String(text).replaceAll(import.meta.dirname, '.').replaceAll('file://', '');
const clock = (async () => {
  for (let i = 0; i < 14; i++) {
    await 0;
    console.log('microtask', i);
  }
})();
const report = (name, promise) =>
  promise.then(
    (ns) => console.log(name, ns),
    (error) => console.log(name, error.name, error.code, shorten(error.message)),
  );
report('fresh', import('./fresh.mjs'));
report('twice', import('./fresh.mjs'));
report('missing', import('./missing.mjs'));
report('throws', import('./throws.mjs'));
report('throws again', import('./throws.mjs'));
report('syntax', import('./syntax.mjs'));
report('package', import('no-such-package'));
report('json', import('./data.json', { with: { type: 'json' } }));
report('json without', import('./data.json'));
report('wrong type', import('./fresh.mjs', { with: { type: 'json' } }));
report('bad options', import('./fresh.mjs', 1));
report('bad with', import('./fresh.mjs', { with: 'x' }));
report('bad value', import('./fresh.mjs', { with: { type: 1 } }));
report('object', import({ toString: () => './fresh.mjs' }));
report('symbol', import(Symbol('x')));
report('export', import('./asks-wrong.mjs'));
report('cjs', import('./common.cjs'));
report('directory', import('./folder'));
report('hint', import('./fresh'));
report('scheme', import('https://example.com/x.mjs'));
report('builtin', import('node:events').then((ns) => ns.default === ns.EventEmitter));
await clock;
report('evaluated', import('./fresh.mjs'));
console.log((await import('./waits.mjs')).value);
setTimeout(() => console.log('timeout'));
process.nextTick(() => console.log('tick'));
