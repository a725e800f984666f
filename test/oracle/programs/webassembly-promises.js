// What is compiled aside settles its promise in a task; what is known to be wrong at once, in a microtask.
const adder = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100, 100, 0, 0, 10, 9, 1, 7, 0, 32, 0, 32, 1, 106, 11]);
const told = (error) => console.log(error.constructor.name, error.message);
(async () => {
  const module = await WebAssembly.compile(adder);
  console.log('compiled', module instanceof WebAssembly.Module);
  const both = await WebAssembly.instantiate(adder, {});
  console.log('instantiated', Object.keys(both), both.instance.exports.add(20, 22));
  const instance = await WebAssembly.instantiate(module);
  console.log('instance', instance.exports.add(1, 2));
  await WebAssembly.compile(new Uint8Array(2)).catch(told);
  await WebAssembly.compile(3).catch(told);
  await WebAssembly.instantiate(adder, 3).catch(told);
  await WebAssembly.instantiate(new Uint8Array(4)).catch(told);
  await WebAssembly.instantiate().catch(told);
})();
WebAssembly.compile(3).catch(() => console.log('refused in a microtask'));
Promise.resolve().then(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
console.log('script');
setTimeout(() => console.log('much later'), 300);
