// Cleared by a tick, a microtask and an immediate.
const byTick = setTimeout(() => console.log('never'), 20);
const byMicrotask = setImmediate(() => console.log('never'));
const byImmediate = setTimeout(() => console.log('never'), 20);
process.nextTick(() => clearTimeout(byTick));
queueMicrotask(() => clearImmediate(byMicrotask));
setImmediate(() => clearTimeout(byImmediate));
setTimeout(() => console.log('over'), 40);
