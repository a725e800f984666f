// Array.fromAsync.
(async () => {
  console.log(await Array.fromAsync([1, Promise.resolve(2), 3], (x, i) => x * 10 + i));
  async function* g() { yield 1; yield 2; }
  console.log(await Array.fromAsync(g()), await Array.fromAsync({ length: 2, 0: Promise.resolve('a'), 1: 'b' }));
  class A extends Array {} console.log((await A.fromAsync([1])).constructor.name);
  for (const bad of [null, undefined]) await Array.fromAsync(bad).catch((e) => console.log(e.name, e.message));
  await Array.fromAsync([1], 5).catch((e) => console.log(e.name, e.message));
  console.log(Array.fromAsync.length, Array.fromAsync.name, Array.fromAsync.constructor.name, Array.fromAsync([]) instanceof Promise);
  console.log(await Array.fromAsync([Promise.reject(new Error('no'))]).catch((e) => e.message));
  console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(async function* () {})), Object.getOwnPropertyNames(Object.getPrototypeOf(function* () {}).prototype), Object.getOwnPropertyNames(Object.getPrototypeOf(async () => {})));
})();
