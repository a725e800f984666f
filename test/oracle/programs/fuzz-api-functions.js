// The functions of Node's API are ordinary functions.
for (const f of [setTimeout, clearTimeout, queueMicrotask, setImmediate, setInterval, clearImmediate]) console.log(f.name, f.length, typeof f.prototype, Object.getOwnPropertyNames(f).sort().join());
console.log(typeof new queueMicrotask(() => console.log('ran')), new clearTimeout(5) instanceof clearTimeout);
