// The main thread of Node may sleep.
const a = new Int32Array(new SharedArrayBuffer(8));
const t = Date.now();
console.log(Atomics.wait(a, 0, 0, 100), Date.now() - t >= 100, Atomics.wait(a, 0, 1, 100), Atomics.notify(a, 0));
setTimeout(() => console.log('later'), 10);
console.log(Atomics.wait(a, 0, 0, 50));
try { Atomics.wait(new Int32Array(8), 0, 0, 1); } catch (e) { console.log(e.name, e.message); }
try { Atomics.wait(new Uint8Array(new SharedArrayBuffer(8)), 0, 0, 1); } catch (e) { console.log(e.name, e.message); }
Atomics.waitAsync(a, 0, 0, 20).value.then(console.log); console.log(Atomics.waitAsync(a, 0, 5), Atomics.waitAsync(a, 0, 0, 0));
