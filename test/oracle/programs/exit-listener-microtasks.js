// Microtasks of an exit listener run, ticks and timers do not; a rejection among them is the exit code.
process.on('exit', (c) => { console.log('exit', c); Promise.resolve().then(() => { console.log('micro'); }); process.nextTick(() => console.log('tick')); queueMicrotask(() => { console.log('m2'); Promise.reject(new Error('late')); }); setTimeout(() => console.log('never'), 0); });
