// A handler that comes before the ticks are over is in time.
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
const byTick = Promise.reject('by a tick');
process.nextTick(() => byTick.catch(() => console.log('caught by a tick')));
const byMicrotask = Promise.reject('by a microtask');
queueMicrotask(() => byMicrotask.catch(() => console.log('caught by a microtask')));
const byImmediate = Promise.reject('by an immediate');
setImmediate(() => byImmediate.catch(() => console.log('caught too late')));
