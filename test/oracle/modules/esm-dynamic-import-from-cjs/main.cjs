console.log('main');
import('./module.mjs').then((ns) => console.log(ns, ns.default()));
import('./module.mjs').finally(() => console.log('finally'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
(async () => {
  const { named } = await import('./module.mjs');
  console.log(named, require('./module.mjs').named === named);
  await import('./none.mjs');
})().catch((error) => console.log(error.code));
console.log('end');
